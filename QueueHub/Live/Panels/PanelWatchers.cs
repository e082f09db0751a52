using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Screens;

namespace QueueHub.Live.Panels;

/// <summary>The panels connected to this node, each of which follows its counter.</summary>
public sealed class PanelWatchers(
    IOfficeStates states, PanelBoards boards, FormFollowers forms, IHubContext<PanelHub, IPanelClient> hub, TimeProvider time, ILogger<PanelWatchers> logger)
    : IDisposable
{
    private readonly Watchers<PanelBoard> _watchers = new(states, logger);

    /// <summary>Begins to follow; the present board, or null when it has not been read yet.</summary>
    public PanelBoard? Watch(HubCallerContext connection, Screen panel)
    {
        var client = hub.Clients.Client(connection.ConnectionId);
        forms.Follow(
            connection.ConnectionId, new FormPlace(panel.Office, panel.Place, Panel: true),
            bell => client.FormChanged(bell.Ticket, bell.Fields), other => client.OtherAt(other.Ticket, other.Field), connection.ConnectionAborted);
        var board = boards.Of(panel.Office, panel.Place);
        _watchers.Add(
            connection.ConnectionId, panel.Office, board, () => boards.Of(panel.Office, panel.Place), (newer, _) => client.ShowPanel(newer),
            connection.ConnectionAborted);

        // The board may be hours old and still true: the panel sets its clock by the answer.
        return board is null ? null : board with { At = time.GetUtcNow() };
    }

    public void Leave(HubCallerContext connection)
    {
        forms.Leave(connection.ConnectionId);
        _watchers.Remove(connection.ConnectionId);
    }

    public void Dispose() => _watchers.Dispose();
}
