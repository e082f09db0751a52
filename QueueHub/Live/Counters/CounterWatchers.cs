using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Staff;

namespace QueueHub.Live.Counters;

/// <summary>The consoles connected to this node: they follow their office, and are closed when their session ends.</summary>
public sealed class CounterWatchers : IDisposable
{
    private readonly ConcurrentDictionary<string, HubCallerContext> _connections = new();
    private readonly FormFollowers _forms;
    private readonly Boards.Boards _boards;
    private readonly IHubContext<CounterHub, ICounterClient> _hub;
    private readonly IStaffSessions _sessions;
    private readonly TimeProvider _time;
    private readonly Watchers<DeskBoard> _watchers;

    public CounterWatchers(
        IOfficeStates states, Boards.Boards boards, FormFollowers forms, IHubContext<CounterHub, ICounterClient> hub, IStaffSessions sessions,
        TimeProvider time, ILogger<CounterWatchers> logger)
    {
        _forms = forms;
        _boards = boards;
        _hub = hub;
        _sessions = sessions;
        _time = time;
        _watchers = new Watchers<DeskBoard>(states, logger);
        _sessions.Ended += OnEnded;
    }

    public void Connected(HubCallerContext connection) => _connections[connection.ConnectionId] = connection;

    /// <summary>Begins to follow; the present board, or null when it has not been read yet.</summary>
    public DeskBoard? Attach(HubCallerContext connection, string office, string counter)
    {
        var client = _hub.Clients.Client(connection.ConnectionId);
        _forms.Follow(
            connection.ConnectionId, new FormPlace(office, counter, Panel: false),
            bell => client.FormChanged(bell.Ticket, bell.Fields), other => client.OtherAt(other.Ticket, other.Field), connection.ConnectionAborted);
        var board = _boards.Desk(office);
        _watchers.Add(
            connection.ConnectionId, office, board, () => _boards.Desk(office), (newer, _) => client.ShowDesk(newer), connection.ConnectionAborted);

        // The board may be hours old and still true: the console sets its clock by the answer.
        return board is null ? null : board with { At = _time.GetUtcNow() };
    }

    public void Leave(HubCallerContext connection)
    {
        _forms.Leave(connection.ConnectionId);
        _connections.TryRemove(connection.ConnectionId, out _);
        _watchers.Remove(connection.ConnectionId);
    }

    public void Dispose()
    {
        _sessions.Ended -= OnEnded;
        _watchers.Dispose();
    }

    private void OnEnded(EndedSession ended)
    {
        foreach (var connection in _connections.Values.Where(connection => ended.Covers(connection.User!)))
        {
            _ = EndedConnection.CloseAsync(connection, _hub.Clients.Client(connection.ConnectionId).SignedOut);
        }
    }
}
