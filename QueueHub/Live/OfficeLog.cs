using System.Text.Json;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Live;

/// <summary>Reads an office from Redis: its whole state when joining, its log afterwards.</summary>
public sealed class OfficeLog(IConnectionMultiplexer redis)
{
    /// <summary>Events read at once, at most.</summary>
    public const int PageSize = 500;

    /// <summary>
    /// The state as of now, or null when the office was never opened. The version is read before the rows (never in one script:
    /// reading 50,000 tickets at once blocks Redis for 146 ms), so rows may be newer than it; the log from there repeats them.
    /// </summary>
    public async Task<OfficeState?> JoinAsync(string office)
    {
        var db = redis.GetDatabase();
        var meta = (await db.HashGetAllAsync(RedisKeys.Meta(office))).ToDictionary(entry => (string)entry.Name!, entry => entry.Value);
        if (!meta.TryGetValue("epoch", out var epoch))
        {
            return null;
        }

        var tickets = new List<TicketRow>();
        await foreach (var entry in db.HashScanAsync(RedisKeys.Tickets(office), pageSize: PageSize))
        {
            tickets.Add(JsonSerializer.Deserialize((string)entry.Value!, RowJson.Default.TicketRow)!);
        }

        var counters = (await db.HashGetAllAsync(RedisKeys.Counters(office)))
            .Select(entry => JsonSerializer.Deserialize((string)entry.Value!, RowJson.Default.CounterRow)!);

        // HSCAN may return a field twice while the hash grows.
        return Fold.FromRows(
            office, epoch!, (long)meta["version"], (long)meta["now"], meta["businessDay"]!, meta["dayState"] == "open",
            tickets.DistinctBy(row => row.Ordinal), counters, Notice(meta.GetValueOrDefault("notice")));
    }

    /// <summary>Events after <paramref name="version"/>, in order, at most one page.</summary>
    public async Task<IReadOnlyList<OfficeEvent>> AfterAsync(string office, long version)
    {
        var entries = await redis.GetDatabase().StreamRangeAsync(RedisKeys.Events(office), minId: $"{version + 1}-0", count: PageSize);
        return [.. entries.Select(entry => JsonSerializer.Deserialize((string)entry["event"]!, RowJson.Default.OfficeEvent)!)];
    }

    /// <summary>Where each office stands, in one round trip.</summary>
    public async Task<IReadOnlyList<OfficePosition>> PositionsAsync(IReadOnlyList<string> offices)
    {
        var db = redis.GetDatabase();
        var runs = RunsAsync();
        var values = await Task.WhenAll(offices.Select(office => db.HashGetAsync(RedisKeys.Meta(office), ["epoch", "version", "run", "compared", "edits"])));
        var known = await runs;
        return [.. values.Select(fields => new OfficePosition(
            fields[0].ToString(), Number(fields[1]), known.Contains(fields[2].ToString()), fields[2].ToString(), Number(fields[3]), Number(fields[4])))];
    }

    private static OfficeNotice? Notice(RedisValue json) => json.IsNullOrEmpty ? null : JsonSerializer.Deserialize((string)json!, RowJson.Default.OfficeNotice);

    private static long Number(RedisValue field) => field.IsNull ? 0 : (long)field;

    // The names of the Redis processes this node talks to. Only a hint that an office is to be compared: the scripts ask their own process.
    private async Task<HashSet<string>> RunsAsync()
    {
        var runs = await Task.WhenAll(redis.GetServers().Where(server => server.IsConnected).Select(server => server.ExecuteAsync("EVAL", LuaScripts.Run, 0)));
        return [.. runs.Select(run => run.ToString())];
    }
}

/// <summary>Where Redis stands with an office.</summary>
/// <param name="Epoch">Empty when it knows nothing of the office.</param>
/// <param name="Confirmed">False after a restart or a failover, until the nodes have compared it with what they know: no command is carried out.</param>
/// <param name="Run">The Redis process that the office was last compared for.</param>
/// <param name="Compared">The version it had then.</param>
/// <param name="Edits">How often a form was edited.</param>
public sealed record OfficePosition(string Epoch, long Version, bool Confirmed, string Run, long Compared, long Edits);
