using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Contracts.Staff;
using QueueHub.Offices;
using QueueHub.Platform.Database;
using QueueHub.Staff;
using QueueHub.Staff.Accounts;

namespace QueueHub.IntegrationTests.Staff.Accounts;

/// <summary>A database with the district's offices, and people made in it on the command line.</summary>
internal sealed class AccountScene : IAsyncDisposable
{
    private AccountScene(NpgsqlDataSource source)
    {
        Source = source;
        Accounts = new StaffAccounts(source, new Passwords(iterations: 1_000), TimeProvider.System);
        People = new StaffPeople(source);
    }

    public NpgsqlDataSource Source { get; }
    public StaffAccounts Accounts { get; }
    public StaffPeople People { get; }

    public static async Task<AccountScene> StartAsync(EngineFixture engines)
    {
        var source = NpgsqlDataSource.Create(await engines.CreateDatabaseAsync());
        await Migrations.ApplyAsync(source, NullLogger.Instance, CancellationToken.None);
        await new ConfigurationStore(source).SeedAsync(CancellationToken.None);
        return new AccountScene(source);
    }

    /// <summary>Makes a person; gives their id.</summary>
    public async Task<string> AddAsync(string name, StaffRole role, string? office = null)
    {
        var (made, code) = await Accounts.CreateAsync(StaffActor.CommandLine, name, name, new StaffGrant(office, role));
        Assert.Null(code);
        return made!.Id;
    }

    public static StaffActor As(string id) =>
        StaffActor.Of(new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(
            [new System.Security.Claims.Claim(System.Security.Claims.ClaimTypes.NameIdentifier, id)], "test")));

    public async Task<T> AskAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Source.OpenConnectionAsync();
        return await connection.QuerySingleAsync<T>(sql, parameters);
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    /// <summary>All of accounts, roles and log, to tell whether anything changed.</summary>
    public Task<string> StateAsync() => AskAsync<string>(
        """
        select md5(coalesce((select string_agg(t::text, ',' order by t::text) from staff t), '')
          || coalesce((select string_agg(t::text, ',' order by t::text) from staff_office t), '')
          || coalesce((select string_agg(t::text, ',' order by t::text) from staff_log t), ''))
        """);

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
