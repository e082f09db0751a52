using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Notify;

/// <summary>
/// The subscriptions of living tickets, in Redis: encrypted, bound to office and ticket, until the visit ends and never beyond the day. Nowhere else.
/// </summary>
internal sealed class Subscriptions(IConnectionMultiplexer redis, IDataProtectionProvider protection, TimeProvider time)
{
    // At least so long: a day that ends this very moment must not lose what was just asked for before the notice is sent.
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    /// <summary>By which notices name a ticket. Nobody can tell the ticket or its link from it.</summary>
    public static string IdOf(TicketRow ticket) =>
        System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($"notify:{ticket.TokenHash}")).AsSpan(0, 18));

    /// <summary>Keeps it, in place of the one the channel had.</summary>
    public async Task KeepAsync(OfficeDocument office, TicketRow ticket, string channel, Wish wish, Subscription subscription)
    {
        var life = Life(office);
        var (key, index) = (RedisKeys.Notify(office.Slug, ticket.Ordinal), RedisKeys.NotifyIndex(office.Slug));
        var entry = new WishEntry(ticket.Ordinal, channel, wish).ToHash();
        var together = redis.GetDatabase().CreateTransaction();
        var written = new Task[]
        {
            together.HashSetAsync(key, channel, Protector(office.Slug, ticket.TokenHash).Protect(JsonSerializer.SerializeToUtf8Bytes(subscription, NotifyJson.Default.Subscription))),
            together.KeyExpireAsync(key, life),
            together.HashSetAsync(index, [entry]),
            together.KeyExpireAsync(index, life),
        };
        await together.ExecuteAsync();
        await Task.WhenAll(written);
        await RingAsync(office.Slug);
    }

    /// <summary>Where the ticket's citizen is reached; null when that was forgotten, or cannot be read.</summary>
    public async Task<Subscription?> ReadAsync(string office, TicketRow ticket, string channel)
    {
        var sealedText = (byte[]?)await redis.GetDatabase().HashGetAsync(RedisKeys.Notify(office, ticket.Ordinal), channel);
        try
        {
            return sealedText is null ? null
                : JsonSerializer.Deserialize(Protector(office, ticket.TokenHash).Unprotect(sealedText), NotifyJson.Default.Subscription);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The channels by which the ticket's citizen will be told.</summary>
    public async Task<IReadOnlyList<string>> ChannelsAsync(string office, long ticket) =>
        [.. (await redis.GetDatabase().HashKeysAsync(RedisKeys.Notify(office, ticket))).Select(channel => (string)channel!)];

    /// <summary>Forgets one channel of a ticket, or all.</summary>
    public async Task ForgetAsync(string office, long ticket, string? channel = null)
    {
        IReadOnlyList<string> channels = channel is null ? NotifyChannel.All : [channel];
        var together = redis.GetDatabase().CreateTransaction();
        var written = new Task[]
        {
            together.HashDeleteAsync(RedisKeys.Notify(office, ticket), [.. channels.Select(name => (RedisValue)name)]),
            together.HashDeleteAsync(RedisKeys.NotifyIndex(office), [.. channels.Select(name => WishEntry.Field(ticket, name))]),
        };
        await together.ExecuteAsync();
        await Task.WhenAll(written);
        await RingAsync(office);
    }

    /// <summary>The wishes of an office's tickets.</summary>
    public async Task<IReadOnlyList<WishEntry>> WishesAsync(string office) =>
        [.. (await redis.GetDatabase().HashGetAllAsync(RedisKeys.NotifyIndex(office))).Select(WishEntry.Of)];

    private Task<long> RingAsync(string office) => redis.GetSubscriber().PublishAsync(RedisKeys.NotifyBell, office);

    private TimeSpan Life(OfficeDocument office)
    {
        var left = TimeSpan.FromDays(1) - OfficeClock.Local(office, time.GetUtcNow()).TimeOfDay;
        return left > Shortest ? left : Shortest;
    }

    private IDataProtector Protector(string office, string tokenHash) => protection.CreateProtector("QueueHub.Notify", office, tokenHash);
}
