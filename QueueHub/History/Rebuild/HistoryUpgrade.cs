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
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Failure> _failures = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.ReadyAsync(stoppingToken);
        while (!await UpgradeAsync(stoppingToken))
        {
            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    /// <summary>One round; true when nothing is left to do. Without the configuration nothing is known of the offices yet.</summary>
    internal async Task<bool> UpgradeAsync(CancellationToken cancellation)
    {
        try
        {
            var outdated = await rebuild.OutdatedAsync(cancellation);
            if (outdated.Count == 0)
            {
                return true;
            }

            foreach (var office in outdated.Where(office => offices.All.Count > 0 && !(_failures.GetValueOrDefault(office)?.Until > time.GetUtcNow())))
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
        // Its hours would be made by another time zone, and nothing would make them anew again.
        if (offices.Find(office) is null)
        {
            Failed(office, "its document is missing or not sound, so its time zone is not known.", null);
            return;
        }

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
            Failed(office, error.Message, error);
        }
    }

    // All of its events would be read again every few seconds, in vain.
    private void Failed(string office, string reason, Exception? error)
    {
        var before = _failures.GetValueOrDefault(office);
        var pause = before is null ? Interval : before.Pause * 2 < Longest ? before.Pause * 2 : Longest;
        _failures[office] = new Failure(time.GetUtcNow() + pause, pause, reason);
        if (before?.Reason != reason)
        {
            logger.LogError(error, "Office {Office}: its history cannot be made anew, and does not go on until it is: {Reason}", office, reason);
        }
    }

    private sealed record Failure(DateTimeOffset Until, TimeSpan Pause, string Reason);
}
