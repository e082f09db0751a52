using System.Globalization;
using System.Text.Json;
using Dapper;
using Npgsql;
using QueueHub.History.Rollups;

namespace QueueHub.History;

/// <summary>Keeps what events make of tickets and counters, and their sums: in the transaction of the events.</summary>
internal static class HistoryRows
{
    public static async Task WriteAsync(
        NpgsqlConnection connection, string office, IReadOnlyList<LoggedEvent> events, IOfficeFacts facts, CancellationToken cancellation)
    {
        var fold = new HistoryFold(office, facts);
        fold.Load(await TicketsAsync(connection, office, events), await RunningAsync(connection, office, Date(events[0].Event.Day)));
        foreach (var (_, @event) in events)
        {
            fold.Apply(@event);
        }

        await UpsertAsync(connection, fold, cancellation);
        await RollupStore.AddAsync(connection, office, RollupChanges.Of(fold, facts.Zone(office)).All(), cancellation);
    }

    private static async Task<IEnumerable<TicketHistory>> TicketsAsync(NpgsqlConnection connection, string office, IReadOnlyList<LoggedEvent> events)
    {
        var rows = events.SelectMany(entry => entry.Event.Tickets ?? []).ToList();
        if (rows.Count == 0)
        {
            return [];
        }

        // One by one, in the months of the batch alone: of whatever the planner thinks there is, only what is wanted may be looked at.
        var wanted = rows.Select(row => (Day: Date(row.Day), row.Ordinal)).Distinct().ToList();
        var known = await connection.QueryAsync<string>(
            """
            select to_jsonb(found) from unnest(@days, @ordinals) as wanted (day, ordinal)
            cross join lateral (
              select * from ticket
              where office = @office and business_date between @first and @last and business_date = wanted.day and ordinal = wanted.ordinal offset 0) as found
            """,
            new
            {
                office,
                days = wanted.Select(one => one.Day).ToArray(),
                ordinals = wanted.Select(one => one.Ordinal).ToArray(),
                first = wanted.Min(one => one.Day),
                last = wanted.Max(one => one.Day),
            });
        return known.Select(json => JsonSerializer.Deserialize<TicketHistory>(json, TicketHistory.Json)!);
    }

    private static async Task<IEnumerable<CounterStretch>> RunningAsync(NpgsqlConnection connection, string office, DateOnly day)
    {
        // One that a lost day left running ends with the counter's next event, if that is not too late.
        var running = await connection.QueryAsync<string>(
            "select to_jsonb(counter_stretch) from counter_stretch where office = @office and until is null and business_date >= @since",
            new { office, since = day.AddDays(-HistoryFold.MostDaysRunning) });
        return running.Select(json => JsonSerializer.Deserialize<CounterStretch>(json, CounterStretch.Json)!);
    }

    private static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task UpsertAsync(NpgsqlConnection connection, HistoryFold fold, CancellationToken cancellation)
    {
        // New ones, most of them when there is much to write, go by COPY: that takes less than half of the time.
        var tickets = fold.Tickets.Values.ToLookup(change => change.Before is null, change => change.After);
        if (tickets[true].Any())
        {
            await BinaryRows.TicketsAsync(connection, "ticket", tickets[true], cancellation);
        }

        if (tickets[false].Any())
        {
            await connection.ExecuteAsync(
                """
                insert into ticket select * from jsonb_populate_recordset(null::ticket, @rows::jsonb)
                on conflict (office, business_date, ordinal) do update set (
                  version, service, journey, leg, state, since, called_at, served_at, ended_at,
                  on_the_way_ms, waiting_ms, called_ms, serving_ms, parked_ms, no_show_ms,
                  counter, staff, calls, reinstated, requeued, result, form_template, form_version, form_fields, leg_results,
                  transfers, recalls, pages, rating, expected_low, expected_high, expected_at, stops) = (
                  excluded.version, excluded.service, excluded.journey, excluded.leg, excluded.state, excluded.since,
                  excluded.called_at, excluded.served_at, excluded.ended_at,
                  excluded.on_the_way_ms, excluded.waiting_ms, excluded.called_ms, excluded.serving_ms, excluded.parked_ms, excluded.no_show_ms,
                  excluded.counter, excluded.staff, excluded.calls, excluded.reinstated, excluded.requeued, excluded.result,
                  excluded.form_template, excluded.form_version, excluded.form_fields, excluded.leg_results,
                  excluded.transfers, excluded.recalls, excluded.pages, excluded.rating,
                  excluded.expected_low, excluded.expected_high, excluded.expected_at, excluded.stops)
                """,
                new { rows = JsonSerializer.Serialize(tickets[false], TicketHistory.Json) });
        }

        // A counter that begins two things in one millisecond has one row of them, the last.
        if (fold.Stretches.Count > 0)
        {
            await connection.ExecuteAsync(
                """
                insert into counter_stretch select * from jsonb_populate_recordset(null::counter_stretch, @rows::jsonb)
                on conflict (office, business_date, counter, since) do update set (until, state, staff) = (excluded.until, excluded.state, excluded.staff)
                """,
                new { rows = JsonSerializer.Serialize(fold.Stretches.Values.Select(change => change.After), CounterStretch.Json) });
        }
    }
}
