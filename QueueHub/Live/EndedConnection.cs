using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.SignalR;

namespace QueueHub.Live;

/// <summary>Closes a connection whose right to be there has ended.</summary>
internal static class EndedConnection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Tells it, if it listens, and closes it. One that cannot be told is closed all the same: it must not outlive its right. One that does not read cannot
    /// even be told of its end.
    /// </summary>
    public static async Task CloseAsync(HubCallerContext connection, Func<Task> tell)
    {
        var wire = connection.GetHttpContext()?.Features.Get<IConnectionLifetimeFeature>();
        await Task.WhenAny(tell(), Task.Delay(Patience));
        connection.Abort();
        await Task.Delay(Patience);
        wire?.Abort();
    }
}
