using System.Globalization;
using System.Security.Cryptography;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.Recovery;

/// <summary>
/// Who knows most of an office: every node says so in the Redis that is not confirmed yet, and the one that knows most decides. The script lets only one
/// decision through, so a disagreement costs a round and nothing else.
/// </summary>
internal sealed class Offers(IConnectionMultiplexer redis)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);
    private readonly string _node = RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Says how far this node's state of the office reaches; true when no other node reaches further.</summary>
    public async Task<bool> OfferAsync(string office, long version)
    {
        var db = redis.GetDatabase();

        // Redis's own clock: nodes whose clocks differ must not take each other for dead.
        var time = (RedisValue[])(await db.ExecuteAsync("TIME"))!;
        var now = (long)time[0] * 1000;
        await db.HashSetAsync(RedisKeys.Offers(office), _node, string.Create(CultureInfo.InvariantCulture, $"{version} {now}"));
        await db.KeyExpireAsync(RedisKeys.Offers(office), Fresh);
        var others = (await db.HashGetAllAsync(RedisKeys.Offers(office)))
            .Select(entry => (Node: entry.Name.ToString(), Words: entry.Value.ToString().Split(' ')))
            .Select(entry => (entry.Node, Version: Number(entry.Words[0]), At: Number(entry.Words[1])))
            .Where(offer => now - offer.At < Fresh.TotalMilliseconds);
        return others.MaxBy(offer => (offer.Version, offer.Node)).Node == _node;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
