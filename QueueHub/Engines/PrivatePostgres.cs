using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using QueueHub.Platform;

namespace QueueHub.Engines;

/// <summary>
/// This hub's own PostgreSQL: on a Unix socket only, in a folder that nobody but its user and root can enter. PostgreSQL itself keeps a second
/// server off the same data.
/// </summary>
internal sealed class PrivatePostgres(EngineProcess process, string sockets, ILogger logger) : IPrivateEngine
{
    private const string Program = "postgres";
    private const string Database = "queuehub";
    private const string Socket = ".s.PGSQL.5432";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    public EngineProcess Process => process;

    /// <summary>How to reach the database of the hub.</summary>
    public string ConnectionString => Connection(sockets, Database);

    /// <summary>How to reach the database of a hub that runs, by its folder of sockets; null when it has no PostgreSQL there.</summary>
    public static string? ConnectionStringIn(string sockets)
    {
        var folder = Path.Combine(sockets, "postgres");
        return File.Exists(Path.Combine(folder, Socket)) ? Connection(folder, Database) : null;
    }

    /// <summary>Takes over the PostgreSQL of a killed hub, or starts one, making the cluster on first use; returns when it answers.</summary>
    public static async Task<PrivatePostgres> StartAsync(EngineOptions options, DataFolder folder, ILogger logger, CancellationToken cancellation)
    {
        var user = EngineUser.For("postgres");
        var home = Path.Combine(folder.Path, "postgres");
        var data = Path.Combine(home, "data");
        var sockets = Path.Combine(folder.Sockets, "postgres");
        var programs = await PostgresPrograms.FindAsync(WrittenBy(data), options.ProgramFolders, cancellation);
        await user.OwnFolderAsync(home, cancellation);
        await user.OwnFolderAsync(sockets, cancellation);
        if (!Directory.Exists(data))
        {
            await MakeClusterAsync(options, programs, user, data, cancellation);
        }

        var left = FindLeft(data, sockets);
        var process = left ?? await EngineProcess.StartAsync(
            user.Run([programs.Server, .. Arguments(options, data, sockets)], options.DieWithHub),
            folder.Log("postgres"),
            options.DieWithHub);
        var postgres = new PrivatePostgres(process, sockets, logger);
        try
        {
            await AnswersAsync(process, data, sockets, folder.Log("postgres"), cancellation);
            await EnsureDatabaseAsync(sockets, cancellation);
        }
        catch when (left is null)
        {
            await postgres.DisposeAsync();
            throw;
        }

        logger.LogInformation("{Start} PostgreSQL, process {Id}.", left is null ? "Started" : "Took over", process.Id);
        return postgres;
    }

    /// <summary>A "fast" shutdown: open transactions are rolled back, the log is flushed.</summary>
    public async ValueTask DisposeAsync() => await process.StopAsync(EngineSignal.Interrupt, logger);

    private static int? WrittenBy(string data) =>
        File.Exists(Path.Combine(data, "PG_VERSION"))
            ? int.Parse(File.ReadAllText(Path.Combine(data, "PG_VERSION")), CultureInfo.InvariantCulture)
            : null;

    // Made aside and renamed when complete: a hub killed meanwhile must not leave half a cluster that can never start.
    private static async Task MakeClusterAsync(EngineOptions options, PostgresPrograms programs, EngineUser user, string data, CancellationToken cancellation)
    {
        var unfinished = data + ".unfinished";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        IEnumerable<string> sync = options.Durable ? [] : ["--no-sync"];
        var (code, output) = await Programs.RunAsync(
            user.Run(
            [
                programs.Initdb, "-D", unfinished, "-U", Database, "--encoding=UTF8", "--locale=C",
                "--auth-local=trust", "--auth-host=reject", "--no-instructions", .. sync,
            ]),
            cancellation);
        if (code != 0)
        {
            throw new StartException($"PostgreSQL could not make its data folder:\n{output.Trim()}");
        }

        Directory.Move(unfinished, data);
    }

    /// <summary>The server that a killed hub left on this data folder, by the pid file that PostgreSQL keeps in it.</summary>
    private static EngineProcess? FindLeft(string data, string sockets)
    {
        var pidFile = Path.Combine(data, "postmaster.pid");
        if (!File.Exists(pidFile))
        {
            return null;
        }

        var lines = File.ReadAllLines(pidFile);
        if (lines.Length > 1 && lines[1] == data && EngineProcess.Find(int.Parse(lines[0], CultureInfo.InvariantCulture), Program, data) is { } left)
        {
            return left;
        }

        // Its number may by now belong to any other program of the same user (after a container's restart it often does), or to a corpse that nobody has
        // fetched, and PostgreSQL would refuse to start. Its orphans, if any, still hold its shared memory, which PostgreSQL looks at by itself.
        File.Delete(pidFile);
        File.Delete(Path.Combine(sockets, Socket + ".lock"));
        return null;
    }

    private static IEnumerable<string> Arguments(EngineOptions options, string data, string sockets)
    {
        IEnumerable<string> settings =
        [
            "listen_addresses=",
            $"unix_socket_directories={sockets}",
            "unix_socket_permissions=0700",
            "max_connections=200",
            "logging_collector=off",
            "log_checkpoints=off",
            $"fsync={(options.Durable ? "on" : "off")}",
        ];
        return ["-D", data, .. settings.SelectMany(setting => new[] { "-c", setting })];
    }

    private static async Task AnswersAsync(EngineProcess process, string data, string sockets, string log, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        while (await FolderServedAsync(sockets, cancellation) != data)
        {
            if (!process.IsRunning || Stopwatch.GetElapsedTime(began) > StartLimit)
            {
                throw new StartException($"PostgreSQL did not start. Its last words:\n{LogTail.Of(log)}");
            }

            await Task.Delay(20, cancellation);
        }
    }

    private static async Task<string?> FolderServedAsync(string sockets, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(sockets, Socket)))
        {
            return null;
        }

        try
        {
            await using var connection = new NpgsqlConnection(Connection(sockets, "postgres") + ";Pooling=false");
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand("SELECT current_setting('data_directory')", connection);
            return (string?)await command.ExecuteScalarAsync(cancellation);
        }
        catch (Exception error) when (error is NpgsqlException or SocketException)
        {
            return null;
        }
    }

    private static async Task EnsureDatabaseAsync(string sockets, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(Connection(sockets, "postgres") + ";Pooling=false");
        await connection.OpenAsync(cancellation);
        await using var exists = new NpgsqlCommand($"SELECT 1 FROM pg_database WHERE datname = '{Database}'", connection);
        if (await exists.ExecuteScalarAsync(cancellation) is null)
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE {Database}", connection);
            await create.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static string Connection(string sockets, string database) => $"Host={sockets};Username={Database};Database={database}";
}
