using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;

namespace QueueHub.Live.Displays;

/// <summary>The displays connected to this node.</summary>
public sealed class DisplayWatchers(
    IOfficeStates states, Boards.Boards boards, IHubContext<DisplayHub, IDisplayClient> hub, TimeProvider time,
    ILogger<DisplayWatchers> logger) : IDisposable
{
    private readonly Watchers<Board> _watchers = new(states, logger);

    /// <summary>Begins to follow; the present board, or null when there is no such office.</summary>
    public Board? Watch(HubCallerContext connection, string office)
    {
        if (boards.Public(office) is not { } board)
        {
            return null;
        }

        var client = hub.Clients.Client(connection.ConnectionId);
        _watchers.Add(
            connection.ConnectionId, office, board, () => boards.Public(office), (newer, _) => client.ShowBoard(newer), connection.ConnectionAborted);

        // The board may be hours old and still true: the display sets its clock by the answer and counts ages from it.
        return board with { At = time.GetUtcNow() };
    }

    /// <summary>How this connection is told to show its office in another way.</summary>
    public Func<DisplaySettings, Task> Settle(HubCallerContext connection) => hub.Clients.Client(connection.ConnectionId).Settle;

    public void Leave(HubCallerContext connection) => _watchers.Remove(connection.ConnectionId);

    public void Dispose() => _watchers.Dispose();
}
