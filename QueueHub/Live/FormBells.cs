using System.Collections.Concurrent;
using System.Text.Json;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Live;

/// <summary>
/// Hears on which form something was written, on whatever node, and tells the screens at which its ticket is. A bell may get lost: edits are counted in
/// Redis, and when fewer were heard than were made, every screen looks again.
/// </summary>
public sealed class FormBells(
    IConnectionMultiplexer redis, IOffices offices, OfficeFollowers followers, FormFollowers forms, TimeProvider time, ILogger<FormBells> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, long> _rung = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var bells = new OfficeChannel(redis, offices, RedisKeys.FormBell, Rung, logger);
        followers.FormsEdited += Made;
        try
        {
            using var timer = new PeriodicTimer(Interval, time);
            do
            {
                await bells.HearAsync();
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
            forms.AnyFormChanged(office);
        }
    }

    private void Rung(string office, string message)
    {
        try
        {
            if (JsonSerializer.Deserialize(message, RowJson.Default.FormBell) is { Fields: not null } bell)
            {
                _rung.AddOrUpdate(office, 1, (_, rung) => rung + 1);
                forms.FormChanged(office, bell);
            }
        }
        catch (JsonException error)
        {
            logger.LogWarning(error, "Office {Office}: its form bell rang with something else.", office);
        }
    }
}
