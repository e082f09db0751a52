using Microsoft.Extensions.Options;
using QueueHub.History.Chains;
using QueueHub.Platform.Database;
using QueueHub.Protection.Alarms;
using QueueHub.Protection.Incidents;
using QueueHub.Protection.Recovery;

namespace QueueHub.Protection;

/// <summary>What protects the clerks: alarms, the incident record, the recovery room.</summary>
public static class ProtectionServices
{
    public static void AddProtection(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<IncidentOptions>().BindConfiguration("Incidents").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AlarmWatchers>();
        services.AddSingleton<IncidentLog>();
        services.AddSingleton<IncidentVisits>();
        services.AddSingleton<IncidentBook>();
        services.AddSingleton<IHostedService>(provider => new ChainPurge(
            "incident record",
            cancellation => provider.GetRequiredService<IncidentLog>().PurgeAsync(provider.GetRequiredService<IOptions<IncidentOptions>>().Value.KeptYears, cancellation),
            provider.GetRequiredService<DatabaseStart>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ChainPurge>>()));
        services.AddSingleton<RoomBookings>();
        services.AddHostedService<RecoverySweep>();
    }

    public static void MapProtection(this IEndpointRouteBuilder app)
    {
        IncidentEndpoints.Map(app);
        RecoveryEndpoints.Map(app);
    }
}
