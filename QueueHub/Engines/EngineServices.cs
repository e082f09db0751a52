using Npgsql;
using StackExchange.Redis;

namespace QueueHub.Engines;

/// <summary>The connections to the engines, one of each for the whole hub.</summary>
public static class EngineServices
{
    /// <summary>Registers <see cref="IConnectionMultiplexer"/> and <see cref="NpgsqlDataSource"/>; the container closes them, before the engines stop.</summary>
    public static WebApplicationBuilder AddEngines(this WebApplicationBuilder builder, EngineSet engines)
    {
        builder.Services.AddSingleton(engines);
        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(engines.RedisConfiguration));
        builder.Services.AddHostedService<RedisSettingsCheck>();
        builder.Services.AddSingleton(services => PostgresClient.Prudent(engines.PostgresConnectionString)
            .UseLoggerFactory(services.GetRequiredService<ILoggerFactory>())
            .Build());
        return builder;
    }
}
