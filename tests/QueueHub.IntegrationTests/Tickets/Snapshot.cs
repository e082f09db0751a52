using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>All keys of an office byte by byte, with their expiry: to show that nothing has changed, or to go back.</summary>
internal sealed class Snapshot
{
    private readonly SortedDictionary<string, (string Dump, DateTime? Expiry)> _keys;

    private Snapshot(SortedDictionary<string, (string Dump, DateTime? Expiry)> keys) => _keys = keys;

    public static async Task<Snapshot> OfAsync(Office office)
    {
        var keys = new SortedDictionary<string, (string, DateTime?)>(StringComparer.Ordinal);
        await foreach (var key in KeysAsync(office))
        {
            var dump = await office.Database.KeyDumpAsync(key);
            keys.Add(key!, (Convert.ToBase64String(dump!), await office.Database.KeyExpireTimeAsync(key)));
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

        foreach (var (key, (dump, expiry)) in _keys)
        {
            await office.Database.KeyRestoreAsync(key, Convert.FromBase64String(dump));
            await office.Database.KeyExpireAsync(key, expiry);
        }
    }

    private static IAsyncEnumerable<RedisKey> KeysAsync(Office office) =>
        office.Redis.GetServers()[0].KeysAsync(pattern: RedisKeys.Meta(office.Slug).ToString().Replace("meta", "*", StringComparison.Ordinal), pageSize: 1000);
}
