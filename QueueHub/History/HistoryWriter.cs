using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
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

    // A transaction costs about as much for one event as for a hundred: what happens in the same moment is written together.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SlowInterval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, long> _written = new();
    private readonly Dictionary<string, string> _reported = [];
    private readonly Signal _wake = new();
    private long? _slowReported;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var meter = new Meter("QueueHub.History");
        meter.CreateObservableGauge("queuehub.history.lag", Lag, "{event}", "Events that happened and are not yet known to be in Postgres");
        states.Changed += OnChanged;
        try
        {
            await database.ReadyAsync(stoppingToken);
            var backoff = new Backoff();
            while (true)
            {
                try
                {
                    await WriteAllAsync(stoppingToken);
                    backoff.Reset();
                    await _wake.WaitAsync(Poll, time, stoppingToken);
                    await Task.Delay(Gather, time, stoppingToken);
                }
                catch (Exception error) when (IsOutage(error))
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
        var began = time.GetTimestamp();
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
                Report(office, batch.Events.Count, time.GetElapsedTime(began));
            }

            return batch.Events.Count == HistoryBatches.MaxEvents;
        }
        catch (Exception error) when (error is not OperationCanceledException && !IsOutage(error))
        {
            // A hole in this office's log, or an entry that cannot be stored: its history stops rather than go on without it. The others go on.
            if (!_reported.TryGetValue(office, out var reported) || reported != error.Message)
            {
                _reported[office] = error.Message;
                logger.LogError(error, "Office {Office}: its history stopped after version {Version}.", office, _written.GetValueOrDefault(office));
            }

            return false;
        }
    }

    private void Report(string office, int events, TimeSpan took)
    {
        if (took > Slow && (_slowReported is not { } last || time.GetElapsedTime(last) > SlowInterval))
        {
            _slowReported = time.GetTimestamp();
            logger.LogWarning("Office {Office}: writing {Count} events took {Seconds:F1} s.", office, events, took.TotalSeconds);
        }
    }

    private long Lag() => offices.All.Sum(office =>
        states.Current(office.Slug) is { } state ? Math.Max(0, state.Version - _written.GetValueOrDefault(office.Slug)) : 0);

    private static bool IsOutage(Exception error) => PostgresFaults.IsFault(error) || RedisFaults.IsFault(error);
}
