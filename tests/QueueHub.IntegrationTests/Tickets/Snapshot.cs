using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>All keys of an office with their whole content and expiry: to show that nothing has changed, or to go back.</summary>
internal sealed class Snapshot
{
    private readonly SortedDictionary<string, Entry> _keys;

    private Snapshot(SortedDictionary<string, Entry> keys) => _keys = keys;

    public static async Task<Snapshot> OfAsync(Office office)
    {
        var keys = new SortedDictionary<string, Entry>(StringComparer.Ordinal);
        await foreach (var key in KeysAsync(office))
        {
            var dump = await office.Database.KeyDumpAsync(key);
            keys.Add(key!, new Entry(await ContentAsync(office.Database, key), await office.Database.KeyExpireTimeAsync(key)) { Dump = dump! });
        }

        return new Snapshot(keys);
    }

    /// <summary>Fails unless the office is exactly as it was.</summary>
    public async Task UnchangedAsync(Office office) => Assert.Equal(_keys, (await OfAsync(office))._keys);

    public async Task<bool> EqualsNowAsync(Office office) => _keys.SequenceEqual((await OfAsync(office))._keys);

    public async Task RestoreAsync(Office office)
    {
        await foreach (var key in KeysAsync(office))
        {
            await office.Database.KeyDeleteAsync(key);
        }

        foreach (var (key, entry) in _keys)
        {
            await office.Database.KeyRestoreAsync(key, entry.Dump);
            await office.Database.KeyExpireAsync(key, entry.Expiry);
        }
    }

    /// <summary>The content in one order: a dump shows the order of a hash's buckets, which is not part of it.</summary>
    private static async Task<string> ContentAsync(IDatabase database, RedisKey key) => await database.KeyTypeAsync(key) switch
    {
        RedisType.Hash => string.Join('\n', (await database.HashGetAllAsync(key)).Select(entry => $"{entry.Name}={entry.Value}").Order(StringComparer.Ordinal)),
        RedisType.SortedSet => string.Join('\n', await database.SortedSetRangeByRankWithScoresAsync(key)),
        RedisType.Stream => $"{(await database.StreamInfoAsync(key)).LastGeneratedId}\n"
            + string.Join('\n', (await database.StreamRangeAsync(key)).Select(entry => $"{entry.Id} {string.Join(' ', entry.Values)}")),
        _ => Convert.ToBase64String((await database.KeyDumpAsync(key))!),
    };

    private static IAsyncEnumerable<RedisKey> KeysAsync(Office office) =>
        office.Redis.GetServers()[0].KeysAsync(pattern: RedisKeys.Meta(office.Slug).ToString().Replace("meta", "*", StringComparison.Ordinal), pageSize: 1000);

    private sealed record Entry(string Content, DateTime? Expiry)
    {
        public byte[] Dump { get; init; } = [];

        public bool Equals(Entry? other) => other is not null && (Content, Expiry) == (other.Content, other.Expiry);

        public override int GetHashCode() => HashCode.Combine(Content, Expiry);
    }
}
