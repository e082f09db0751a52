using System.Text.Json;
using Dapper;
using Npgsql;

namespace QueueHub.History.Rebuild;

/// <summary>What all events of an office make of its tickets and counters, in tables of the transaction alone, beside the present ones.</summary>
internal sealed class MadeRows(NpgsqlConnection connection, string office, IOfficeFacts facts)
{
    /// <summary>Where tickets, counters' times and sums are made.</summary>
    public const string Tickets = "made_ticket", Stretches = "made_counter_stretch", Rollups = "made_rollup";

    private readonly HistoryFold _fold = new(office, facts);
    private readonly HashSet<string> _days = [];

    /// <summary>The business days that have events, in order.</summary>
    public IReadOnlyList<string> Days => [.. _days.Order(StringComparer.Ordinal)];

    public long Events { get; private set; }

    public async Task MakeAsync(CancellationToken cancellation)
    {
        await connection.ExecuteAsync(
            $"""
            create temp table {Tickets} (like ticket) on commit drop;
            create temp table {Stretches} (like counter_stretch) on commit drop;
            create temp table {Rollups} (like rollup) on commit drop
            """);
        var present = "";
        await foreach (var (_, @event) in EventPages.ReadAsync(connection, office, cancellation))
        {
            if (_days.Count == 0)
            {
                _fold.Load([], await RunningAsync(@event.Day));
            }

            if (@event.Day != present)
            {
                // One more day than the present one is remembered: nothing is known to happen to a ticket after its day, but nothing forbids it either.
                await FlushAsync(cancellation);
                _fold.Forget(present);
                present = @event.Day;
                _days.Add(present);
            }

            _fold.Apply(@event);
            Events++;
        }

        await FlushAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            $"create index on {Tickets} (business_date); create index on {Stretches} (business_date); analyze {Tickets}; analyze {Stretches}",
            commandTimeout: HistoryRebuild.Patience, cancellationToken: cancellation));
    }

    // What is open when the first event that is left happens was opened by one that is not.
    private async Task<IEnumerable<CounterStretch>> RunningAsync(string day)
    {
        var last = await connection.QueryAsync<string>(
            """
            select to_jsonb(last) from (
              select distinct on (counter) * from counter_stretch where office = @office and business_date < @day::date order by counter, since desc) last
            """,
            new { office, day });
        return last.Select(json => JsonSerializer.Deserialize<CounterStretch>(json, CounterStretch.Json)!)
            .Where(stretch => stretch.Until is null || stretch.Until == stretch.EndOfDate(facts.Zone(office)))
            .Select(stretch => stretch with { Until = null });
    }

    // Rows of days before the first event are known better than what is left of the events could tell.
    private async Task FlushAsync(CancellationToken cancellation)
    {
        var tickets = _fold.Tickets.Values.Where(change => _days.Contains(change.After.BusinessDate)).ToList();
        var stretches = _fold.Stretches.Values.Where(change => _days.Contains(change.After.BusinessDate)).ToList();
        var old = (Tickets: tickets.Where(change => change.Before is not null).ToList(), Stretches: stretches.Where(change => change.Before is not null).ToList());
        if (old.Tickets.Count + old.Stretches.Count > 0)
        {
            await connection.ExecuteAsync(
                $"""
                delete from {Tickets} using unnest(@ordinals) as old where ordinal = old;
                delete from {Stretches} made using unnest(@counters, @since) as old (counter, since) where made.counter = old.counter and made.since = old.since
                """,
                new
                {
                    ordinals = old.Tickets.Select(change => change.After.Ordinal).ToArray(),
                    counters = old.Stretches.Select(change => change.After.Counter).ToArray(),
                    since = old.Stretches.Select(change => change.After.Since.UtcDateTime).ToArray(),
                });
        }

        await BinaryRows.TicketsAsync(connection, Tickets, tickets.Select(change => change.After), cancellation);
        await BinaryRows.StretchesAsync(connection, Stretches, stretches.Select(change => change.After), cancellation);
    }
}
