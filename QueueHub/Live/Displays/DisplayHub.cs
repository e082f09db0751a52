using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using QueueHub.Offices;
using QueueHub.Screens;

namespace QueueHub.Live.Displays;

/// <summary>
/// Lobby displays: public boards, numbers only. Anyone may watch, as anyone may stand in the lobby; a display that is paired is known, and closed when it no
/// longer is.
/// </summary>
public sealed class DisplayHub(DisplayWatchers watchers, IOffices offices, IScreenConnections screens) : Hub<IDisplayClient>, IDisplayHub
{
    public Task<Board?> Watch(string office)
    {
        // A node that has only just started knows the office but has not read it yet: "unknown" would be a lie on a lobby's wall.
        var board = watchers.Watch(Context, office ?? "");
        screens.Shows(Context, board?.Office.Slug ?? "");
        return board is null && offices.Find(office ?? "") is not null ? throw new HubException(ProblemCodes.Unavailable) : Task.FromResult(board);
    }

    public override async Task OnConnectedAsync()
    {
        // Nothing needs to be told: a display whose link is lost asks whether it is still paired.
        await screens.ConnectedAsync(Context, ScreenKind.Display, () => Task.CompletedTask, watchers.Settle(Context));
        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watchers.Leave(Context);
        screens.Left(Context);
        return base.OnDisconnectedAsync(exception);
    }
}
