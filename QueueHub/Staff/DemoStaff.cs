using System.Text.Json;
using Dapper;
using Npgsql;
using QueueHub.Contracts.Staff;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;
using QueueHub.Staff.Accounts;

namespace QueueHub.Staff;

/// <summary>An account made for trying QueueHub out.</summary>
public sealed record DemoAccount(string Name, string DisplayName, StaffRole Role, string Password);

/// <summary>
/// People to sign in as, made once in a database that has no staff yet. Their passwords are kept on the node that made them, readable only by
/// its user, for the banner of later starts.
/// </summary>
internal sealed class DemoStaff(
    NpgsqlDataSource source, DatabaseStart database, ConfigurationStore configuration, Passwords passwords, HubOptions options, ILogger<DemoStaff> logger)
    : BackgroundService
{
    private const string FileName = "demo-staff.json";

    // Any constant that no other program uses as an advisory lock in this database.
    private const long LockKey = 0x517544656D6F5374;

    private static readonly (string Name, string DisplayName, StaffRole Role)[] People =
    [
        ("kim", "김서연", StaffRole.Clerk),
        ("lee", "이준호", StaffRole.Clerk),
        ("park", "박지민", StaffRole.Clerk),
        ("choi", "최은영", StaffRole.Supervisor),
        ("admin", "정민수", StaffRole.Administrator),
    ];

    private bool _done;

    /// <summary>The accounts that still have the password made for them; empty when this node made none.</summary>
    public IReadOnlyList<DemoAccount> Accounts { get; private set; } = [];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (database.IsReady)
        {
            await TryAsync(cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.ReadyAsync(stoppingToken);
        var backoff = new Backoff();
        while (!_done)
        {
            await TryAsync(stoppingToken);
            await backoff.WaitAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            await configuration.SeedAsync(cancellation);
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await connection.ExecuteAsync("select pg_advisory_xact_lock(@LockKey)", new { LockKey }, transaction);
            if (!await connection.QuerySingleAsync<bool>($"select exists (select from staff where id not like '{Demo.DemoClerks.Prefix}%')", transaction: transaction))
            {
                await CreateAsync(connection, transaction);
            }

            Accounts = await StillValidAsync(connection, transaction);
            await StaffNewOfficesAsync(connection, transaction);
            await transaction.CommitAsync(cancellation);
            _done = true;
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            logger.LogWarning("The demo staff cannot be read: {Reason}", error.Message);
        }
    }

    private async Task CreateAsync(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        var made = People.Select(person =>
        {
            var password = OneTimePassword.New();
            return new Kept(Guid.NewGuid().ToString("N"), person.Name, person.DisplayName, person.Role, password, passwords.Hash(password));
        }).ToList();

        // The file first: passwords whose accounts were not committed are made anew at the next start, accounts without passwords are lost.
        PrivateFile.Write(Path.Combine(options.PrivateFolder, FileName), JsonSerializer.Serialize(made, JsonSerializerOptions.Web));
        await connection.ExecuteAsync(
            "insert into staff (id, name, display_name, password_hash) values (@Id, @Name, @DisplayName, @Hash)", made, transaction);
        await connection.ExecuteAsync(
            "insert into staff_office (staff, office, role) select @Id, slug, @role from office",
            made.Select(account => new { account.Id, role = account.Role.ToString().ToLowerInvariant() }), transaction);
        logger.LogInformation("Created {Count} demo accounts.", made.Count);
    }

    // A later version ships more offices: the people to try it out with work there too, unless somebody else does.
    private async Task StaffNewOfficesAsync(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        await connection.ExecuteAsync(
            $"""
            insert into staff_office (staff, office, role)
            select staff.id, office.slug, person.role
            from unnest(@names, @roles) as person (name, role) join staff using (name), office
            where not exists (select from staff_office other where other.office = office.slug and other.staff not like '{Demo.DemoClerks.Prefix}%')
            """,
            new
            {
                names = Accounts.Select(account => account.Name).ToArray(),
                roles = Accounts.Select(account => account.Role.ToString().ToLowerInvariant()).ToArray(),
            },
            transaction);

    private async Task<IReadOnlyList<DemoAccount>> StillValidAsync(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        if (PrivateFile.Read(Path.Combine(options.PrivateFolder, FileName)) is not { } json)
        {
            return [];
        }

        var present = (await connection.QueryAsync<string>(
            "select password_hash from staff where not disabled", transaction: transaction)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. JsonSerializer.Deserialize<List<Kept>>(json, JsonSerializerOptions.Web)!
                .Where(account => present.Contains(account.Hash))
                .Select(account => new DemoAccount(account.Name, account.DisplayName, account.Role, account.Password)),
        ];
    }

    private sealed record Kept(string Id, string Name, string DisplayName, StaffRole Role, string Password, string Hash);
}
