using System.Text.Json;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Live.Counters;

/// <summary>
/// Hears on which form something was written, on whatever node, and tells the console at which its ticket is. A bell may get lost: consoles also read the form
/// again when its ticket changes and when they reconnect.
/// </summary>
public sealed class FormBells(
    IConnectionMultiplexer redis, IOffices offices, CounterWatchers watchers, TimeProvider time, ILogger<FormBells> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly HashSet<string> _heard = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            foreach (var office in offices.All.Where(office => !_heard.Contains(office.Slug)))
            {
                await HearAsync(office.Slug);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // Once subscribed, the client renews the subscription itself after every reconnect.
    private async Task HearAsync(string office)
    {
        try
        {
            var bells = await redis.GetSubscriber().SubscribeAsync(RedisKeys.FormBell(office));
            bells.OnMessage(message => Rung(office, message.Message));
            _heard.Add(office);
        }
        catch (Exception error) when (RedisFaults.IsFault(error))
        {
            logger.LogDebug(error, "Office {Office}: its form bell cannot be heard yet.", office);
        }
    }

    private void Rung(string office, RedisValue message)
    {
        try
        {
            if (JsonSerializer.Deserialize((string)message!, RowJson.Default.FormBell) is { Fields: not null } bell)
            {
                watchers.FormChanged(office, bell);
            }
        }
        catch (JsonException error)
        {
            logger.LogWarning(error, "Office {Office}: its form bell rang with something else.", office);
        }
    }
}
