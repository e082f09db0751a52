using System.Text.Json;
using Dapper;
using Npgsql;
using QueueHub.History;
using QueueHub.History.Rollups;
using Xunit;

namespace QueueHub.TestSupport;

/// <summary>Holds an office's rollups against its tickets' and counters' rows, summed anew.</summary>
public static class RollupCheck
{
    private sealed record Cell(string Grain, string Kind, DateTime Start, string Key, string Sums);

    /// <summary>Fails when any sum is not what the rows give.</summary>
    public static async Task SumsAreOfTheRowsAsync(NpgsqlDataSource source, string office)
    {
        var zone = SeoulFacts.Seoul;
        await using var connection = await source.OpenConnectionAsync();
        var tickets = await connection.QueryAsync<string>("select to_jsonb(ticket) from ticket where office = @office", new { office });
        var stretches = await connection.QueryAsync<string>("select to_jsonb(counter_stretch) from counter_stretch where office = @office", new { office });
        var sums = new RollupChanges();
        foreach (var ticket in tickets)
        {
            sums.Add(TicketBookings.Of(JsonSerializer.Deserialize<TicketHistory>(ticket, TicketHistory.Json)!, zone));
        }

        foreach (var stretch in stretches)
        {
            sums.Add(StretchBookings.Of(JsonSerializer.Deserialize<CounterStretch>(stretch, CounterStretch.Json)!, zone));
        }

        var written = await connection.QueryAsync<Cell>(
            "select grain, kind, start, key, (to_jsonb(rollup) - array['grain', 'kind', 'office', 'start', 'key'])::text as sums from rollup where office = @office", new { office });

        // The same way in and out of the database, so that only what is summed can differ.
        await using var transaction = await connection.BeginTransactionAsync();
        await RollupStore.AddAsync(connection, office + "-again", sums.All(), CancellationToken.None);
        var again = await connection.QueryAsync<Cell>(
            "select grain, kind, start, key, (to_jsonb(rollup) - array['grain', 'kind', 'office', 'start', 'key'])::text as sums from rollup where office = @again",
            new { again = office + "-again" });
        Assert.Equal(Ordered(again), Ordered(written));
    }

    private static IEnumerable<Cell> Ordered(IEnumerable<Cell> cells) =>
        cells.OrderBy(cell => cell.Grain).ThenBy(cell => cell.Kind).ThenBy(cell => cell.Start).ThenBy(cell => cell.Key, StringComparer.Ordinal);
}
