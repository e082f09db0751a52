using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Engines;
using QueueHub.Platform;
using StackExchange.Redis;
using Xunit;

namespace QueueHub.TestSupport;

/// <summary>
/// One real Redis and one real PostgreSQL for all tests of an assembly, started by the classes that the hub itself uses. Tests stay apart
/// by <see cref="CreateDatabaseAsync"/> and <see cref="NewOffice"/>. They end with the test host, even when it is killed.
/// </summary>
public sealed class EngineFixture : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestFolder _folder = new();
    private EngineSet? _engines;
    private ConnectionMultiplexer? _redis;
    private StartException? _missing;

    /// <summary>The engines; where they are not installed the test is skipped, and fails under <c>CI=true</c>.</summary>
    public EngineSet Engines => _engines ?? throw Absent(_missing!);

    /// <summary>A connection to Redis that tests may share.</summary>
    public IConnectionMultiplexer Redis => _redis ?? throw Absent(_missing!);

    /// <summary>
    /// Options of private engines for tests: not durable, and gone with the test host. What a hub must have within two seconds a test may have later: the
    /// machine of the tests has pauses.
    /// </summary>
    public static EngineOptions Options(string dataFolder) => new(dataFolder) { Durable = false, DieWithHub = true, RedisPatience = Patience };

    public async ValueTask InitializeAsync()
    {
        try
        {
            _engines = await EngineSet.StartAsync(Options(_folder["data"]), NullLoggerFactory.Instance, CancellationToken.None);
            _redis = await ConnectionMultiplexer.ConnectAsync(_engines.RedisConfiguration);
        }
        catch (StartException error)
        {
            _missing = error;
        }
    }

    /// <summary>An empty database; gives its connection string. Its pool is small, since many tests share one server.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(Engines.PostgresConnectionString);
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(Engines.PostgresConnectionString)
        {
            Database = name,
            MaxPoolSize = 10,
            Timeout = (int)Patience.TotalSeconds,
            CommandTimeout = (int)Patience.TotalSeconds,
        }.ConnectionString;
    }

    /// <summary>A slug that no other test uses: all keys of an office bear it.</summary>
    public static string NewOffice() => $"office-{Guid.NewGuid():N}"[..20];

    public async ValueTask DisposeAsync()
    {
        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }

        if (_engines is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _engines.DisposeAsync();
        }

        _folder.Dispose();
    }

    private static StartException Absent(StartException missing)
    {
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(missing.Message);
        }

        return missing;
    }
}
