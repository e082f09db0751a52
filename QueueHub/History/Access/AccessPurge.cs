using QueueHub.Platform.Database;

namespace QueueHub.History.Access;

/// <summary>Once a day lets go of what the access log has kept long enough; several nodes do no harm.</summary>
public sealed class AccessPurge(AccessLog log, DatabaseStart database, TimeProvider time, ILogger<AccessPurge> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.ReadyAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (await log.PurgeAsync(stoppingToken) is > 0 and var gone)
                {
                    logger.LogInformation("The access log let go of {Count} entries that were kept long enough.", gone);
                }
            }
            catch (Exception error) when (PostgresFaults.IsFault(error))
            {
                logger.LogWarning("The access log lets go of nothing today: {Reason}", error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
