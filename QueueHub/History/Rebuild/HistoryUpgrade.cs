using QueueHub.Offices;
using QueueHub.Platform.Database;

namespace QueueHub.History.Rebuild;

/// <summary>
/// After an upgrade makes the rows of each office anew that older rules have made (<see cref="HistoryFold.Version"/>), once and by one node; the office's
/// events wait in its log meanwhile.
/// </summary>
internal sealed class HistoryUpgrade(
    HistoryRebuild rebuild, DatabaseStart database, IOffices offices, TimeProvider time, ILogger<HistoryUpgrade> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.ReadyAsync(stoppingToken);
        while (!await UpgradeAsync(stoppingToken))
        {
            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    // True when nothing is left to do. Without the configuration the offices' time zones are not known.
    private async Task<bool> UpgradeAsync(CancellationToken cancellation)
    {
        try
        {
            var outdated = await rebuild.OutdatedAsync(cancellation);
            if (outdated.Count == 0)
            {
                return true;
            }

            foreach (var office in outdated.Where(_ => offices.All.Count > 0))
            {
                await UpgradeAsync(office, cancellation);
            }
        }
        catch (Exception error) when (PostgresFaults.IsFault(error))
        {
            logger.LogWarning("History is not made anew yet: {Reason}", error.Message);
        }

        return false;
    }

    private async Task UpgradeAsync(string office, CancellationToken cancellation)
    {
        try
        {
            if (await rebuild.UpgradeAsync(office, cancellation) is { } rebuilt)
            {
                logger.LogInformation(
                    "Office {Office}: its history was made anew from {Events} events in {Seconds:F1} s.", office, rebuilt.Events, rebuilt.Took.TotalSeconds);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException && !PostgresFaults.IsFault(error))
        {
            // One office's fault must not keep the others' history from going on.
            logger.LogError(error, "Office {Office}: its history cannot be made anew, and does not go on until it is.", office);
        }
    }
}
