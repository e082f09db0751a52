using System.Text.Json;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Live;

/// <summary>
/// Where clerk and citizen are on the form before them, so that each sees what the other one is about to change. It goes over pub/sub from node to node and is
/// kept nowhere: what is lost is said again soon, and what is not said again is forgotten.
/// </summary>
public sealed class Presence(
    IConnectionMultiplexer redis, IOffices offices, IOfficeStates states, FormFollowers forms, TimeProvider time, ILogger<Presence> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly PresenceMemory _memory = new(time);
    private readonly TimeProvider _time = time;

    /// <summary>Tells the other side of the counter; only names of fields that the form has are told. Nothing happens while Redis is away.</summary>
    public async Task SayAsync(string office, string counter, PresenceBell bell)
    {
        if (!IsAt(office, counter, bell))
        {
            return;
        }

        try
        {
            await redis.GetSubscriber().PublishAsync(RedisKeys.Presence(office), JsonSerializer.Serialize(bell, RowJson.Default.PresenceBell));
        }
        catch (Exception error) when (RedisFaults.IsFault(error))
        {
            logger.LogDebug(error, "Office {Office}: it cannot be told who writes.", office);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var bells = new OfficeChannel(redis, offices, RedisKeys.Presence, Rung, logger);
        using var timer = new PeriodicTimer(Interval, _time);
        do
        {
            await bells.HearAsync();
            Forget();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private bool IsAt(string office, string counter, PresenceBell bell) =>
        states.Current(office)?.Tickets.GetValueOrDefault(bell.Ticket) is { } ticket
        && ticket.Counter == counter
        && (ticket.State == TicketState.Serving || (ticket.State == TicketState.Called && !bell.Panel))
        && (bell.Field is null || (offices.Find(office)?.Service(ticket.Service)?.Form is { } form && offices.Form(form)?.Leaf(bell.Field) is not null));

    private void Rung(string office, string message)
    {
        try
        {
            if (JsonSerializer.Deserialize(message, RowJson.Default.PresenceBell) is not { } bell)
            {
                return;
            }

            _memory.Hear(office, bell);
            forms.OtherAt(office, bell);
        }
        catch (JsonException error)
        {
            logger.LogWarning(error, "Office {Office}: something else was said about who writes.", office);
        }
    }

    // When a ticket has gone nobody is told: both sides know it, and nothing of it is before them.
    private void Forget()
    {
        foreach (var (office, gone) in _memory.Forget())
        {
            forms.OtherAt(office, gone);
        }
    }
}
