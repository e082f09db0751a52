using System.Collections.Concurrent;
using System.Text.Json;
using QueueHub.Contracts.Boards;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.District;

/// <summary>
/// The district's numbers for everybody who watches: computed and written once, at most once a second, from the states this node holds anyway.
/// A thousand watchers cost Redis nothing.
/// </summary>
public sealed class DistrictNews : BackgroundService
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromSeconds(1);

    // Hours strike without an event.
    private static readonly TimeSpan AtLeastEvery = TimeSpan.FromSeconds(10);

    private readonly IOfficeStates _states;
    private readonly IOffices _offices;
    private readonly OpeningTimes _hours;
    private readonly TimeProvider _time;
    private readonly Signal _changed = new();
    private readonly ConcurrentDictionary<Signal, byte> _watchers = new();
    private readonly Lock _publishing = new();
    private volatile Edition? _newest;
    private long _published;

    public DistrictNews(IOfficeStates states, IOffices offices, OpeningTimes hours, TimeProvider time)
    {
        (_states, _offices, _hours, _time) = (states, offices, hours, time);
        _states.Changed += OnChanged;
    }

    /// <summary>The newest numbers as they are written to a stream; the same object as long as nothing changed. Null before the first.</summary>
    internal Edition? Newest => _newest;

    /// <summary>The numbers at this moment.</summary>
    public DistrictBoard Now()
    {
        var now = _time.GetUtcNow();
        var offices = _offices.All.Select(office => (Document: office, State: _states.Current(office.Slug))).ToList();

        // A node that has only just started has no lines to show: "nobody waits" would send people to where the wait is longest.
        return new DistrictBoard(
            now, _states.Stale || offices.Any(office => office.State is null),
            [.. offices.Select(office => DistrictBuilder.Build(office.State, office.Document, _hours.Of(office.Document), now))]);
    }

    /// <summary>A watcher to wake whenever there is a newer edition; the present one is not older than the page that joins.</summary>
    internal Signal Join()
    {
        var watcher = new Signal();
        _watchers[watcher] = 0;
        if (_newest is null || _time.GetElapsedTime(Interlocked.Read(ref _published)) >= AtMostEvery)
        {
            Publish();
        }

        return watcher;
    }

    internal void Leave(Signal watcher) => _watchers.TryRemove(watcher, out _);

    public override void Dispose()
    {
        _states.Changed -= OnChanged;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Publish();
            await Task.Delay(AtMostEvery, _time, stoppingToken);
            await _changed.WaitAsync(AtLeastEvery, _time, stoppingToken);
        }
    }

    private void Publish()
    {
        using var _ = _publishing.EnterScope();
        Interlocked.Exchange(ref _published, _time.GetTimestamp());
        var board = Now();
        var numbers = JsonSerializer.Serialize(board with { At = default }, JsonSerializerOptions.Web);
        if (_newest?.Numbers == numbers)
        {
            return;
        }

        _newest = new Edition(numbers, [.. "event: district\ndata: "u8, .. JsonSerializer.SerializeToUtf8Bytes(board, JsonSerializerOptions.Web), .. "\n\n"u8]);
        foreach (var watcher in _watchers.Keys)
        {
            watcher.Set();
        }
    }

    private void OnChanged(OfficeState state, IReadOnlyList<OfficeEvent> events) => _changed.Set();

    /// <param name="Numbers">Without their time, to tell whether they changed.</param>
    /// <param name="Message">The server-sent event.</param>
    internal sealed record Edition(string Numbers, byte[] Message);
}
