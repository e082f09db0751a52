namespace QueueHub.Platform.Database;

/// <summary>The database's part of the composition.</summary>
public static class DatabaseExtensions
{
    /// <summary>Migrates at start. Everything that reads Postgres is registered after this.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseStart>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseStart>());
        return services;
    }
}
