using QueueHub.Platform.Database;

namespace QueueHub.History.Chains;

/// <summary>Once a day lets go of what a log has kept long enough; several nodes do no harm.</summary>
/// <param name="log">Its name, for the hub's own log.</param>
/// <param name="purge">Says how many entries have gone.</param>
internal sealed class ChainPurge(string log, Func<CancellationToken, Task<long>> purge, DatabaseStart database, TimeProvider time, ILogger logger)
    : BackgroundService
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
                if (await purge(stoppingToken) is > 0 and var gone)
                {
                    logger.LogInformation("The {Log} let go of {Count} entries that were kept long enough.", log, gone);
                }
            }
            catch (Exception error) when (PostgresFaults.IsFault(error))
            {
                logger.LogWarning("The {Log} lets go of nothing today: {Reason}", log, error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
