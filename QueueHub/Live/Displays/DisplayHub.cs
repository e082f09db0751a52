using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;

namespace QueueHub.Live.Displays;

/// <summary>Lobby displays: public boards, numbers only. Anyone may watch, as anyone may stand in the lobby.</summary>
public sealed class DisplayHub(DisplayWatchers watchers) : Hub<IDisplayClient>, IDisplayHub
{
    public Task<Board?> Watch(string office) => Task.FromResult(watchers.Watch(Context, office));

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watchers.Leave(Context);
        return base.OnDisconnectedAsync(exception);
    }
}
