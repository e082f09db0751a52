using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Staff;
using QueueHub.Live;
using QueueHub.Live.Counters;
using QueueHub.Staff;

namespace QueueHub.Protection.Alarms;

/// <summary>
/// Tells the consoles and rooms connected to this node of the alarms they may know of: the first board after attaching, and another one whenever it differs.
/// What they are told is on no other board, so that no screen which a citizen may see can show it.
/// </summary>
public sealed class AlarmWatchers : IDisposable
{
    private readonly ConcurrentDictionary<string, AlarmReader> _readers = new();
    private readonly IOfficeStates _states;
    private readonly IHubContext<CounterHub, ICounterClient> _hub;
    private readonly StaffNames _names;
    private readonly TimeProvider _time;
    private readonly Watchers<AlarmBoard> _watchers;

    public AlarmWatchers(
        IOfficeStates states, IHubContext<CounterHub, ICounterClient> hub, StaffNames names, TimeProvider time, ILogger<AlarmWatchers> logger)
    {
        (_states, _hub, _names, _time) = (states, hub, names, time);
        _watchers = new Watchers<AlarmBoard>(states, logger);
    }

    /// <summary>Begins to follow the office, seen from the counter; empty: from none. Attached again to the same place, it goes on as it was.</summary>
    public void Attach(HubCallerContext connection, string office, string counter)
    {
        var reader = new AlarmReader(
            office, counter, StaffAccess.StaffId(connection.User!), StaffAccess.May(connection.User!, office, StaffRole.Supervisor));
        if (_readers.TryGetValue(connection.ConnectionId, out var present) && present == reader)
        {
            return;
        }

        _readers[connection.ConnectionId] = reader;
        _watchers.Remove(connection.ConnectionId);
        var client = _hub.Clients.Client(connection.ConnectionId);

        // Also an empty board is sent at first: it tells a console that comes back of an alarm that has ended meanwhile.
        AlarmBoard? last = null;
        _watchers.Add(
            connection.ConnectionId, office, null, () => last = Newest(reader, last), (alarms, _) => client.ShowAlarms(alarms), connection.ConnectionAborted);
    }

    public void Leave(HubCallerContext connection)
    {
        _readers.TryRemove(connection.ConnectionId, out _);
        _watchers.Remove(connection.ConnectionId);
    }

    public void Dispose() => _watchers.Dispose();

    // The same object while nothing is new, which is not sent again.
    private AlarmBoard? Newest(AlarmReader reader, AlarmBoard? last)
    {
        if (_states.Current(reader.Office) is not { } state)
        {
            return last;
        }

        var board = AlarmBoards.Of(state, reader, _names.All, _time.GetUtcNow());
        return last is not null && AlarmBoards.Same(last, board) ? last : board;
    }
}
