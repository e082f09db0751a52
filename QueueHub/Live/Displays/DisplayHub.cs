using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Offices;

namespace QueueHub.Live.Displays;

/// <summary>Lobby displays: public boards, numbers only. Anyone may watch, as anyone may stand in the lobby.</summary>
public sealed class DisplayHub(DisplayWatchers watchers, IOffices offices) : Hub<IDisplayClient>, IDisplayHub
{
    public Task<Board?> Watch(string office)
    {
        // A node that has only just started knows the office but has not read it yet: "unknown" would be a lie on a lobby's wall.
        var board = watchers.Watch(Context, office ?? "");
        return board is null && offices.Find(office ?? "") is not null ? throw new HubException(ProblemCodes.Unavailable) : Task.FromResult(board);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watchers.Leave(Context);
        return base.OnDisconnectedAsync(exception);
    }
}
