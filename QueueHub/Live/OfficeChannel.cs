using QueueHub.Offices;
using StackExchange.Redis;

namespace QueueHub.Live;

/// <summary>Hears one channel of every office, also of those that are added later. What rings while Redis is away is lost.</summary>
internal sealed class OfficeChannel(
    IConnectionMultiplexer redis, IOffices offices, Func<string, RedisChannel> channel, Action<string, string> heard, ILogger logger)
{
    private readonly HashSet<string> _heard = [];

    /// <summary>Subscribes where it has not yet; to be repeated.</summary>
    public async Task HearAsync()
    {
        foreach (var office in offices.All.Select(office => office.Slug).Where(office => !_heard.Contains(office)))
        {
            await HearAsync(office);
        }
    }

    // Once subscribed, the client renews the subscription itself after every reconnect.
    private async Task HearAsync(string office)
    {
        try
        {
            var messages = await redis.GetSubscriber().SubscribeAsync(channel(office));
            messages.OnMessage(message => heard(office, (string)message.Message!));
            _heard.Add(office);
        }
        catch (Exception error) when (RedisFaults.IsFault(error))
        {
            logger.LogDebug(error, "Office {Office}: {Channel} cannot be heard yet.", office, channel(office));
        }
    }
}
