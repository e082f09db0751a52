using System.Collections.Concurrent;
using System.Text.Json;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Live.Counters;

/// <summary>
/// Hears on which form something was written, on whatever node, and tells the console at which its ticket is. A bell may get lost: edits are counted in
/// Redis, and when fewer were heard than were made, every console looks again.
/// </summary>
public sealed class FormBells(
    IConnectionMultiplexer redis, IOffices offices, OfficeFollowers followers, CounterWatchers watchers, TimeProvider time, ILogger<FormBells> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly HashSet<string> _heard = [];
    private readonly ConcurrentDictionary<string, long> _rung = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        followers.FormsEdited += Made;
        try
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
        finally
        {
            followers.FormsEdited -= Made;
        }
    }

    // A bell that comes only after the poll that counted its edit costs one look in vain.
    private void Made(string office, long edits)
    {
        var rung = _rung.TryRemove(office, out var heard) ? heard : 0;
        if (rung < edits)
        {
            watchers.AnyFormChanged(office);
        }
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
                _rung.AddOrUpdate(office, 1, (_, rung) => rung + 1);
                watchers.FormChanged(office, bell);
            }
        }
        catch (JsonException error)
        {
            logger.LogWarning(error, "Office {Office}: its form bell rang with something else.", office);
        }
    }
}
