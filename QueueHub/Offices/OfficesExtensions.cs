namespace QueueHub.Offices;

/// <summary>The offices' part of the composition.</summary>
public static class OfficesExtensions
{
    /// <summary>Serves <see cref="IOffices"/> from Postgres, or from the node's own copy when Postgres is down.</summary>
    public static IServiceCollection AddOffices(this IServiceCollection services)
    {
        services.AddSingleton<Offices>();
        services.AddSingleton<IOffices>(provider => provider.GetRequiredService<Offices>());
        services.AddSingleton<ConfigurationStore>();
        services.AddHostedService<OfficeLoader>();
        return services;
    }
}
