using Microsoft.Extensions.DependencyInjection.Extensions;

namespace QueueHub.Platform.Database;

/// <summary>The database's part of the composition.</summary>
public static class DatabaseServices
{
    /// <summary>Migrates at start. Everything that reads Postgres is registered after this.</summary>
    public static WebApplicationBuilder AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<DatabaseStart>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseStart>());
        return builder;
    }
}
