using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts.Screens;

namespace QueueHub.Screens;

/// <summary>
/// What a hub tells of the connections it gets: those of paired screens are closed when their pairing ends, on whatever node that was, and the office's list
/// knows which are here and what they show.
/// </summary>
public interface IScreenConnections
{
    /// <summary>The hub has got a connection. Gives the paired screen whose cookie it carries; null: it carries none that is good.</summary>
    /// <param name="tell">Tells the client that its pairing has ended; the connection is closed right after.</param>
    /// <param name="settle">Tells a display how to show its office: at once, and whenever that is changed.</param>
    Task<Screen?> ConnectedAsync(HubCallerContext connection, ScreenKind kind, Func<Task> tell, Func<DisplaySettings, Task>? settle = null);

    /// <summary>The connection's screen shows something else now. Does nothing for a connection that is no paired screen's.</summary>
    /// <param name="what">Of a display: the office. Of a panel: its counter.</param>
    void Shows(HubCallerContext connection, string what);

    /// <summary>The connection has ended.</summary>
    void Left(HubCallerContext connection);
}
