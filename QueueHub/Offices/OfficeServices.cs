namespace QueueHub.Offices;

/// <summary>The offices' part of the composition.</summary>
public static class OfficeServices
{
    /// <summary>Serves <see cref="IOffices"/> from Postgres, or from the node's own copy when Postgres is down.</summary>
    public static WebApplicationBuilder AddOffices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Offices>();
        builder.Services.AddSingleton<IOffices>(services => services.GetRequiredService<Offices>());
        builder.Services.AddSingleton<OpeningTimes>();
        builder.Services.AddSingleton<ConfigurationStore>();
        builder.Services.AddHostedService<OfficeLoader>();
        return builder;
    }
}
