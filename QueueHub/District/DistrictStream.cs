using System.Globalization;
using System.Text;
using QueueHub.Live;

namespace QueueHub.District;

/// <summary>The district as server-sent events: each watcher gets the newest numbers, never a backlog.</summary>
internal static class DistrictStream
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(10);

    // An event, not a comment: the page counts the age of what it shows from the last sign of life.
    private static readonly byte[] Alive = "event: alive\ndata: \n\n"u8.ToArray();

    public static async Task RunAsync(DistrictNews news, TimeProvider time, IHostApplicationLifetime lifetime, HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var watcher = news.Join();
        try
        {
            // Reconnects spread out: screens cut at once must not return in the same instant.
            var retry = Random.Shared.Next(1000, 4000).ToString(CultureInfo.InvariantCulture);
            await WriteAsync(http, Encoding.ASCII.GetBytes($"retry: {retry}\n\n"), stop.Token);
            await FollowAsync(http, news, watcher, time, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the server is stopping.
        }
        finally
        {
            news.Leave(watcher);
        }
    }

    private static async Task FollowAsync(HttpContext http, DistrictNews news, Signal watcher, TimeProvider time, CancellationToken stop)
    {
        DistrictNews.Edition? shown = null;
        while (true)
        {
            if (news.Newest is { } newest && newest != shown)
            {
                shown = newest;
                await WriteAsync(http, newest.Message, stop);
            }

            if (!await watcher.WaitAsync(KeepAlive, time, stop))
            {
                await WriteAsync(http, Alive, stop);
            }
        }
    }

    private static async Task WriteAsync(HttpContext http, byte[] text, CancellationToken cancellation)
    {
        await http.Response.Body.WriteAsync(text, cancellation);
        await http.Response.Body.FlushAsync(cancellation);
    }
}
