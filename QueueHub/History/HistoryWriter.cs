using System.Collections.Concurrent;
using System.Data.Common;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Platform.Database;
using QueueHub.Tickets.Rows;

namespace QueueHub.History;

/// <summary>
/// Brings every office's log to Postgres, a moment after it happened. Postgres may be down: the log waits in Redis, and this catches up.
/// </summary>
public sealed class HistoryWriter(
    HistoryBatches batches, LogTrimmer trimmer, DatabaseStart database, IOfficeStates states, IOffices offices, TimeProvider time,
    ILogger<HistoryWriter> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, long> _written = new();
    private readonly HashSet<string> _reported = [];
    private readonly Signal _wake = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        states.Changed += OnChanged;
        try
        {
            await database.ReadyAsync(stoppingToken);
            var backoff = new Backoff(time: time);
            while (true)
            {
                try
                {
                    await WriteAllAsync(stoppingToken);
                    backoff.Reset();
                    await _wake.WaitAsync(Poll, time, stoppingToken);
                }
                catch (Exception error) when (error is DbException or TimeoutException || RedisFaults.IsFault(error))
                {
                    logger.LogWarning("History waits: {Reason}", error.Message);
                    await backoff.WaitAsync(stoppingToken);
                }
            }
        }
        finally
        {
            states.Changed -= OnChanged;
        }
    }

    private void OnChanged(OfficeState state, IReadOnlyList<OfficeEvent> events) => _wake.Set();

    private async Task WriteAllAsync(CancellationToken cancellation)
    {
        foreach (var office in offices.All)
        {
            // What this node has folded says whether there is anything to write, without asking Postgres about every office every second.
            while (states.Current(office.Slug) is { } state && state.Version > _written.GetValueOrDefault(office.Slug)
                && await WriteAsync(office.Slug, cancellation))
            {
            }

            await trimmer.TrimAsync(office.Slug);
        }
    }

    // True when there may be more.
    private async Task<bool> WriteAsync(string office, CancellationToken cancellation)
    {
        try
        {
            if (await batches.WriteAsync(office, cancellation) is not { } batch)
            {
                return false;
            }

            _written[office] = batch.Position.Version;
            _reported.Remove(office);
            if (batch.Events.Count > 0)
            {
                trimmer.Written(office, batch.Position.Version);
            }

            return batch.Events.Count == HistoryBatches.MaxEvents;
        }
        catch (HistoryGapException gap)
        {
            // This office's history stops here rather than go on with a hole; the others go on.
            if (_reported.Add(office))
            {
                logger.LogError(gap, "Office {Office}: its history stopped.", office);
            }

            return false;
        }
    }
}
