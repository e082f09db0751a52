using System.Globalization;
using QueueHub.Live;
using QueueHub.Offices;
using StackExchange.Redis;

namespace QueueHub.Tickets.Files;

/// <summary>
/// After the offices have closed, has Redis rewrite its append-only file, which holds the (encrypted) forms that were destroyed until then. One node does it for all;
/// what a killed one has left undone is done by the next that looks. All times are Redis's: a node's clock may be wrong.
/// </summary>
/// <param name="options">How Redis is reached. The hub's own connection refuses administrators' commands, and goes on doing so: one is opened for the rewriting alone.</param>
internal sealed class AppendFileRewriter(
    IConnectionMultiplexer redis, ConfigurationOptions options, IOffices offices, TimeProvider time, ILogger<AppendFileRewriter> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    // How long the others wait for a node that says nothing more. It is not given back: then they cannot start a second one by what they read before.
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);

    private DateOnly _warned;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await KeepAsync(stoppingToken);
            }
            catch (Exception error) when (RedisFaults.IsFault(error))
            {
                logger.LogDebug(error, "Redis cannot be asked to rewrite its file now.");
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.LogError(error, "Redis could not be asked to rewrite its file.");
            }
        }
    }

    private async Task KeepAsync(CancellationToken cancellation)
    {
        if (redis.GetServers().FirstOrDefault(server => server.IsConnected) is not { } any)
        {
            return;
        }

        var db = redis.GetDatabase();
        var now = new DateTimeOffset(await any.TimeAsync(), TimeSpan.Zero);
        var rewritten = At(await db.StringGetAsync(RedisKeys.Rewritten));
        var all = offices.All;
        var closings = await Task.WhenAll(all.Select(office => db.HashGetAsync(RedisKeys.Meta(office.Slug), "closed")));
        var gone = await Task.WhenAll(all.Select(office => FirstGoneAsync(db, office, rewritten)));
        if (!RewritePlan.IsDue(closings.Select(At).Where(closed => closed > DateTimeOffset.UnixEpoch), gone.OfType<DateTimeOffset>(), rewritten, now)
            || !await db.StringSetAsync(RedisKeys.Rewriting, Environment.MachineName, Claim, When.NotExists))
        {
            return;
        }

        if (await RewriteAsync(() => db.KeyExpireAsync(RedisKeys.Rewriting, Claim), cancellation) is { } reason)
        {
            Warn(now, reason);
            return;
        }

        await db.StringSetAsync(RedisKeys.Rewritten, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        logger.LogInformation("Redis has rewritten its append-only file: nothing is left in it of the forms that were destroyed.");
    }

    // The first prepared form of an office that has gone, or will go, since the last rewrite.
    private static async Task<DateTimeOffset?> FirstGoneAsync(IDatabase db, OfficeDocument office, DateTimeOffset rewritten) =>
        await db.SortedSetRangeByScoreWithScoresAsync(RedisKeys.PreparedIndex(office.Slug), rewritten.ToUnixTimeMilliseconds(), take: 1) is [var first]
            ? At((long)first.Score)
            : null;

    // Of all servers; null when that is done, otherwise why not.
    private async Task<string?> RewriteAsync(Func<Task> alive, CancellationToken cancellation)
    {
        var administrator = options.Clone();
        administrator.AllowAdmin = true;
        await using var connection = await ConnectionMultiplexer.ConnectAsync(administrator);
        try
        {
            string? reason = null;
            foreach (var server in connection.GetServers().Where(server => server.IsConnected))
            {
                reason ??= await new AppendFile(server, time).RewriteAsync(alive, cancellation);
            }

            return reason;
        }
        catch (RedisServerException error)
        {
            return error.Message;
        }
    }

    private void Warn(DateTimeOffset now, string reason)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (_warned != today)
        {
            _warned = today;
            logger.LogWarning(
                "Forms that were destroyed may still stand, encrypted, in the files of Redis: {Reason}. Let the hub's user run BGREWRITEAOF (ACL SETUSER <user> +bgrewriteaof) on a Redis "
                + "with appendonly yes, or have it run every night after closing.", reason);
        }
    }

    private static DateTimeOffset At(RedisValue milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.IsNull ? 0 : (long)milliseconds);
}
