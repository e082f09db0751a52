namespace QueueHub.Recovery;

/// <summary>Redis was restarted, set back or lost: no number twice, nobody forgotten.</summary>
public static class RecoveryServices
{
    public static void AddRecovery(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Offers>();
        builder.Services.AddHostedService<OfficeRecovery>();
    }
}
