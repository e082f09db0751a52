using System.Diagnostics;
using StackExchange.Redis;

namespace QueueHub.Engines;

/// <summary>
/// The Redis and the PostgreSQL of this hub: existing ones where a connection string names them, private ones otherwise, which are started again
/// when they die. Disposing stops what is private; dispose it after the host has drained.
/// </summary>
public sealed class EngineSet : IAsyncDisposable
{
    private readonly DataFolder _folder;
    private readonly KeptAlive<PrivateRedis>? _redis;
    private readonly KeptAlive<PrivatePostgres>? _postgres;

    private EngineSet(EngineOptions options, DataFolder folder, PrivateRedis? redis, PrivatePostgres? postgres, ILogger logger)
    {
        _folder = folder;
        _redis = redis is null ? null : new(redis, stopping => PrivateRedis.StartAsync(options, folder, logger, stopping), logger);
        _postgres = postgres is null ? null : new(postgres, stopping => PrivatePostgres.StartAsync(options, folder, logger, stopping), logger);
        RedisConfiguration = RedisClient.Prudent(redis?.Configuration ?? ConfigurationOptions.Parse(options.Redis!), options.RedisPatience);
        PostgresConnectionString = postgres?.ConnectionString ?? options.Postgres!;
    }

    /// <summary>How to reach Redis; commands fail at once while it is away.</summary>
    public ConfigurationOptions RedisConfiguration { get; }

    /// <summary>How to reach the hub's database.</summary>
    public string PostgresConnectionString { get; }

    /// <summary>Process of the private Redis; null when an existing one is used.</summary>
    public int? RedisProcessId => _redis?.Engine.Process.Id;

    /// <summary>Process of the private PostgreSQL; null when an existing one is used.</summary>
    public int? PostgresProcessId => _postgres?.Engine.Process.Id;

    /// <summary>Locks the data folder and starts the engines that are private; returns when they answer.</summary>
    /// <exception cref="Platform.StartException">One sentence says what is missing or who holds the data.</exception>
    public static async Task<EngineSet> StartAsync(EngineOptions options, ILoggerFactory loggers, CancellationToken cancellation)
    {
        var logger = loggers.CreateLogger<EngineSet>();
        var folder = DataFolder.Open(options.DataFolder);
        var redis = PrivateRedisAsync();
        var postgres = PrivatePostgresAsync();
        await Task.WhenAll(redis, postgres).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (redis.IsCompletedSuccessfully && postgres.IsCompletedSuccessfully)
        {
            return new EngineSet(options, folder, await redis, await postgres, logger);
        }

        await Task.WhenAll(StopIfStarted(redis), StopIfStarted(postgres));
        folder.Dispose();
        await Task.WhenAll(redis, postgres);
        throw new UnreachableException();

        async Task<PrivateRedis?> PrivateRedisAsync() => string.IsNullOrWhiteSpace(options.Redis)
            ? await PrivateRedis.StartAsync(options, folder, logger, cancellation)
            : null;

        async Task<PrivatePostgres?> PrivatePostgresAsync() => string.IsNullOrWhiteSpace(options.Postgres)
            ? await PrivatePostgres.StartAsync(options, folder, logger, cancellation)
            : null;
    }

    /// <summary>Stops the private engines and gives the data folder free.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Stop(_redis), Stop(_postgres));
        _folder.RemoveSockets();
        _folder.Dispose();
    }

    private static async Task StopIfStarted<T>(Task<T> starting)
        where T : IAsyncDisposable?
    {
        if (starting.IsCompletedSuccessfully)
        {
            await Stop(await starting);
        }
    }

    private static Task Stop(IAsyncDisposable? engine) => engine?.DisposeAsync().AsTask() ?? Task.CompletedTask;
}
