using Dapper;
using Npgsql;
using QueueHub.Engines;
using QueueHub.Platform;

namespace QueueHub.History.CommandLine;

/// <summary>The hub's database to a file and back, by PostgreSQL's own programs.</summary>
/// <param name="folders">Where these are looked for, in this order.</param>
internal sealed class Backup(IReadOnlyList<string> folders, string connectionString)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes the file; what it says is to be printed. The hub may go on meanwhile: it is the database of one moment.</summary>
    /// <exception cref="StartException">The file is there, or could not be written.</exception>
    public async Task<string> WriteAsync(string file, CancellationToken cancellation)
    {
        try
        {
            // Made here, so that nobody else can read it from its first byte on: it holds the key ring.
            await using (new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
            {
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The backup cannot be written to {file}: {error.Message}", error);
        }

        try
        {
            await RunAsync(["pg_dump", "--format=custom", "--no-owner", "--no-privileges", $"--file={file}"], cancellation);
        }
        catch
        {
            File.Delete(file);
            throw;
        }

        return $"Wrote {new FileInfo(file).Length} bytes to {file}. It holds the key ring: keep it as you keep keys.";
    }

    /// <summary>Reads the file into the database, which must be empty; all of it or nothing.</summary>
    /// <exception cref="StartException">It is not empty, or the file cannot be read.</exception>
    public async Task<string> ReadAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            throw new StartException($"There is no backup {file}.");
        }

        await using (var source = NpgsqlDataSource.Create(connectionString))
        await using (var connection = await source.OpenConnectionAsync(cancellation))
        {
            if (await connection.ExecuteScalarAsync<bool>("select exists (select from pg_tables where schemaname = 'public')"))
            {
                throw new StartException("The database is not empty: a backup is only read into one that is. Stop the hub, and name a new data folder with --data.");
            }
        }

        await RunAsync(["pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", $"--dbname={Settings.Database}", file], cancellation);
        return $"Read {file}. The next start of the hub goes on from it.";
    }

    private NpgsqlConnectionStringBuilder Settings => new(connectionString);

    private async Task RunAsync(IReadOnlyList<string> command, CancellationToken cancellation)
    {
        var settings = Settings;
        var program = Programs.Find(command[0], folders)
            ?? throw new StartException($"{command[0]} is not installed: install it (Debian and Ubuntu: apt install postgresql-client).");
        var info = Programs.StartInfo([program, .. command.Skip(1)], redirect: true);
        info.Environment["PGHOST"] = settings.Host;
        info.Environment["PGPORT"] = $"{settings.Port}";
        info.Environment["PGUSER"] = settings.Username;
        info.Environment["PGDATABASE"] = settings.Database;

        // As the hub itself connects: what goes over this connection holds the key ring.
        info.Environment["PGSSLMODE"] = settings.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => $"{mode}".ToLowerInvariant(),
        };
        Set("PGSSLROOTCERT", settings.RootCertificate);
        Set("PGSSLCERT", settings.SslCertificate);
        Set("PGSSLKEY", settings.SslKey);
        Set("PGPASSWORD", settings.Password);

        var (code, said) = await Programs.RunAsync(info, cancellation);
        if (code != 0)
        {
            throw new StartException($"{command[0]} failed:\n{said.Trim()}");
        }

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                info.Environment[name] = value;
            }
        }
    }
}
