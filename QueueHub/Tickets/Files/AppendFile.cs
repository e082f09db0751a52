using StackExchange.Redis;

namespace QueueHub.Tickets.Files;

/// <summary>The append-only file of one Redis server, which must be reached in the client's administrator mode.</summary>
internal sealed class AppendFile(IServer server, TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    /// <summary>Has it rewritten, so that it holds nothing more than Redis does; returns when that is done.</summary>
    /// <param name="alive">Told again and again while it goes on.</param>
    /// <returns>Null when it was done, otherwise why not.</returns>
    /// <exception cref="RedisServerException">Redis does not do it for this user, or not at all.</exception>
    public async Task<string?> RewriteAsync(Func<Task> alive, CancellationToken cancellation)
    {
        var before = await IdleAsync(alive, cancellation);
        if (before["aof_enabled"] != "1")
        {
            return "it keeps no append-only file (appendonly no), so only its snapshots are on disk, and what it has acknowledged after the last one may be lost";
        }

        if (!server.IsReplica)
        {
            await ForgetExpiredAsync();
        }

        await server.ExecuteAsync("BGREWRITEAOF");
        var after = await IdleAsync(alive, cancellation);
        if (after["run_id"] != before["run_id"])
        {
            return "Redis was restarted while it was rewriting";
        }

        return after["aof_last_bgrewrite_status"] == "ok" ? null : "the rewriting failed; Redis's own log says why";
    }

    // Redis writes keys whose time is over like any other until it has come by them. Whoever is listed is come by.
    private async Task ForgetExpiredAsync()
    {
        foreach (var form in RedisKeys.AnyForm)
        {
            await foreach (var _ in server.KeysAsync(pattern: form, pageSize: 1000))
            {
            }
        }
    }

    // One rewrite at a time: one that was started before the last forms were destroyed does not do.
    private async Task<Dictionary<string, string>> IdleAsync(Func<Task> alive, CancellationToken cancellation)
    {
        while (true)
        {
            var info = await InfoAsync();
            if (info["aof_rewrite_in_progress"] == "0" && info["aof_rewrite_scheduled"] == "0")
            {
                return info;
            }

            await alive();
            await Task.Delay(Poll, time, cancellation);
        }
    }

    private async Task<Dictionary<string, string>> InfoAsync() =>
        ((string)(await server.ExecuteAsync("INFO"))!).Split("\r\n").Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
}
