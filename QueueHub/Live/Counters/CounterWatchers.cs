using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;
using QueueHub.Staff;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Counters;

/// <summary>The consoles connected to this node: they follow their office, and are closed when their session ends.</summary>
public sealed class CounterWatchers : IDisposable
{
    private static readonly Dictionary<string, int> NoFields = [];

    private readonly ConcurrentDictionary<string, HubCallerContext> _connections = new();
    private readonly ConcurrentDictionary<string, FormNews> _forms = new();
    private readonly IOfficeStates _states;
    private readonly Boards.Boards _boards;
    private readonly IHubContext<CounterHub, ICounterClient> _hub;
    private readonly IStaffSessions _sessions;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Watchers<DeskBoard> _watchers;

    public CounterWatchers(
        IOfficeStates states, Boards.Boards boards, IHubContext<CounterHub, ICounterClient> hub, IStaffSessions sessions,
        TimeProvider time, ILogger<CounterWatchers> logger)
    {
        _states = states;
        _boards = boards;
        _hub = hub;
        _sessions = sessions;
        _time = time;
        _logger = logger;
        _watchers = new Watchers<DeskBoard>(states, logger);
        _sessions.Ended += OnEnded;
    }

    public void Connected(HubCallerContext connection) => _connections[connection.ConnectionId] = connection;

    /// <summary>Begins to follow; the present board, or null when it has not been read yet.</summary>
    public DeskBoard? Attach(HubCallerContext connection, string office, string counter)
    {
        FollowForms(connection, office, counter);
        var client = _hub.Clients.Client(connection.ConnectionId);
        var board = _boards.Desk(office);
        _watchers.Add(
            connection.ConnectionId, office, board, () => _boards.Desk(office), (newer, _) => client.ShowDesk(newer), connection.ConnectionAborted);

        // The board may be hours old and still true: the console sets its clock by the answer.
        return board is null ? null : board with { At = _time.GetUtcNow() };
    }

    /// <summary>Something was written on the form of a ticket: the consoles of the counter it is at are told, and nobody else.</summary>
    public void FormChanged(string office, FormBell bell)
    {
        // A ticket of whose call this node does not know yet needs no news: its console reads the form when it sees the call.
        if (_states.Current(office)?.Tickets.GetValueOrDefault(bell.Ticket) is not { State: TicketState.Called or TicketState.Serving } ticket)
        {
            return;
        }

        foreach (var news in _forms.Values.Where(news => news.Office == office && news.Counter == ticket.Counter))
        {
            news.Add(bell);
        }
    }

    /// <summary>Something may have been written on any form of an office: every console with a ticket before it looks again.</summary>
    public void AnyFormChanged(string office)
    {
        foreach (var ticket in _states.Current(office)?.Counters.Values.Select(counter => counter.Ticket).OfType<long>() ?? [])
        {
            FormChanged(office, new FormBell(ticket, NoFields));
        }
    }

    public void Leave(HubCallerContext connection)
    {
        _forms.TryRemove(connection.ConnectionId, out _);
        _connections.TryRemove(connection.ConnectionId, out _);
        _watchers.Remove(connection.ConnectionId);
    }

    public void Dispose()
    {
        _sessions.Ended -= OnEnded;
        _watchers.Dispose();
    }

    private void FollowForms(HubCallerContext connection, string office, string counter)
    {
        if (_forms.TryGetValue(connection.ConnectionId, out var present) && (present.Office, present.Counter) == (office, counter))
        {
            return;
        }

        var client = _hub.Clients.Client(connection.ConnectionId);
        var news = new FormNews(office, counter, bell => client.FormChanged(bell.Ticket, bell.Fields));
        _forms[connection.ConnectionId] = news;
        _ = SendFormsAsync(news, connection.ConnectionAborted);
    }

    private async Task SendFormsAsync(FormNews news, CancellationToken aborted)
    {
        try
        {
            await news.RunAsync(aborted);
        }
        catch (OperationCanceledException)
        {
            // The connection closed.
        }
        catch (Exception error)
        {
            _logger.LogWarning(error, "Office {Office}: a console at counter {Counter} could not be told of its form; it reads it when it reconnects.", news.Office, news.Counter);
        }
    }

    private void OnEnded(EndedSession ended)
    {
        foreach (var connection in _connections.Values.Where(connection => ended.Covers(connection.User!)))
        {
            _ = EndedConnection.CloseAsync(connection, _hub.Clients.Client(connection.ConnectionId).SignedOut);
        }
    }
}
