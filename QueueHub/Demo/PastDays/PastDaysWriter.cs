using Dapper;
using Npgsql;
using QueueHub.History;
using QueueHub.History.Rollups;

namespace QueueHub.Demo.PastDays;

/// <summary>Writes made-up days beside real ones: the days of an office in one transaction, their rows by COPY, their sums at once.</summary>
public sealed class PastDaysWriter(NpgsqlDataSource source)
{
    /// <summary>Writes these days, all of one month. 0 when history has anything of them: then nothing was written.</summary>
    /// <returns>How many tickets were written.</returns>
    public async Task<int> WriteAsync(PastOffice office, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(day => office.Day(first.AddDays(day))).OfType<PastDay>().ToList();
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var between = new { office = office.Slug, fold = HistoryFold.Version, first = first.ToDateTime(TimeOnly.MinValue), last = last.ToDateTime(TimeOnly.MinValue) };

        // Before the transaction: a month that is made within it would hold up whoever needs one meanwhile.
        await connection.ExecuteAsync(new CommandDefinition("select ensure_history_partitions(@first::date)", between, cancellationToken: cancellation));
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into history_position (office, fold) values (@office, @fold) on conflict do nothing;
            select 1 from history_position where office = @office for update
            """,
            between, cancellationToken: cancellation));
        if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            select exists (select 1 from ticket where office = @office and business_date between @first::date and @last::date)
              or exists (select 1 from counter_stretch where office = @office and business_date between @first::date and @last::date)
              or exists (select 1 from rollup where grain = 'day' and kind = 'office' and office = @office and start between @first and @last)
            """,
            between, cancellationToken: cancellation)))
        {
            return 0;
        }

        var changes = new RollupChanges();
        foreach (var day in days)
        {
            changes.Add(day.Tickets.SelectMany(ticket => TicketBookings.Of(ticket, office.Zone)));
            changes.Add(day.Stretches.SelectMany(stretch => StretchBookings.Of(stretch, office.Zone)));
        }

        await BinaryRows.TicketsAsync(connection, "ticket", days.SelectMany(day => day.Tickets), cancellation);
        await BinaryRows.StretchesAsync(connection, "counter_stretch", days.SelectMany(day => day.Stretches), cancellation);
        await AddSumsAsync(connection, office.Slug, changes.All(), cancellation);
        await transaction.CommitAsync(cancellation);
        return days.Sum(day => day.Tickets.Count);
    }

    /// <summary>True when the office has had a day that was not made up.</summary>
    public async Task<bool> HasRealDayBeforeAsync(string office, DateOnly today, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select 1 from ticket where office = @office and business_date < @today::date and ordinal > 0)",
            new { office, today = today.ToDateTime(TimeOnly.MinValue) }, cancellationToken: cancellation));
    }

    // Hours and days are new; months and years may hold other days.
    private static async Task AddSumsAsync(NpgsqlConnection connection, string office, IReadOnlyDictionary<RollupKey, Tally> sums, CancellationToken cancellation)
    {
        var parts = sums.ToLookup(pair => pair.Key.Grain is Grain.Hour or Grain.Day);
        await BinaryRows.RollupsAsync(connection, "rollup", office, parts[true], cancellation);
        await RollupStore.AddAsync(connection, office, parts[false].ToDictionary(), cancellation);
    }
}
