using System.Globalization;
using StackExchange.Redis;

namespace QueueHub.Notify;

/// <summary>One wish as every node holds it: nothing personal.</summary>
internal sealed record WishEntry(long Ticket, string Channel, Wish Wish)
{
    /// <summary>As the index in Redis holds it.</summary>
    public HashEntry ToHash() => new(Field(Ticket, Channel), string.Create(CultureInfo.InvariantCulture, $"{Wish.Ahead}:{(Wish.Called ? 1 : 0)}"));

    public static RedisValue Field(long ticket, string channel) => string.Create(CultureInfo.InvariantCulture, $"{ticket}:{channel}");

    public static WishEntry Of(HashEntry entry)
    {
        var (ticket, channel) = Split(entry.Name!);
        var (ahead, called) = Split(entry.Value!);
        return new WishEntry(long.Parse(ticket, CultureInfo.InvariantCulture), channel, new Wish(int.Parse(ahead, CultureInfo.InvariantCulture), called == "1"));
    }

    private static (string, string) Split(string text) => text.Split(':') is [var first, var second] ? (first, second) : throw new FormatException(text);
}
