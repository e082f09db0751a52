using System.Text.Json;
using Microsoft.Extensions.Options;
using QueueHub.Contracts.Tickets;
using QueueHub.Platform.Limits;
using QueueHub.Screens;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Live.Panels;

/// <summary>
/// Whom a panel's counter serves, asked of Redis itself: a node that lags behind the log must not show the next citizen a form whose visit has ended.
/// </summary>
public sealed class PanelSight(IConnectionMultiplexer redis, IOfficeStates states, IOptions<LimitOptions> limits, TimeProvider time)
{
    /// <summary>The ticket, if it is served at the panel's counter now; null also when that cannot be told.</summary>
    public async Task<TicketRow?> ServedAsync(Screen panel, long ticket)
    {
        // A Redis that came back and is yet to be compared may have forgotten that the visit ended.
        if (states.IsStale(panel.Office))
        {
            return null;
        }

        try
        {
            var database = redis.GetDatabase();
            var counter = database.HashGetAsync(RedisKeys.Counters(panel.Office), panel.Place);
            var row = database.HashGetAsync(RedisKeys.Tickets(panel.Office), ticket);
            await Task.WhenAll(counter, row).WaitAsync(limits.Value.PanelAnswer, time);
            return Served(await counter, await row, panel.Place, ticket);
        }
        catch (Exception error) when (RedisFaults.IsFault(error) || error is JsonException)
        {
            return null;
        }
    }

    private static TicketRow? Served(RedisValue counterJson, RedisValue ticketJson, string place, long ordinal) =>
        counterJson.HasValue && ticketJson.HasValue
        && JsonSerializer.Deserialize((string)counterJson!, RowJson.Default.CounterRow) is { } counter && counter.Ticket == ordinal
        && JsonSerializer.Deserialize((string)ticketJson!, RowJson.Default.TicketRow) is { State: TicketState.Serving, Moving: null } ticket
        && ticket.Counter == place
            ? ticket
            : null;
}
