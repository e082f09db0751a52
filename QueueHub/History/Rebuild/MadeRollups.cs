using System.Globalization;
using System.Text.Json;
using Dapper;
using Npgsql;
using QueueHub.History.Retention;
using QueueHub.History.Rollups;

namespace QueueHub.History.Rebuild;

/// <summary>
/// The sums of the dates that <see cref="MadeRows"/> add something to: of these rows, and of those of days without events, which stay. A month at a time.
/// </summary>
internal sealed class MadeRollups(NpgsqlConnection connection, string office, TimeZoneInfo zone)
{
    // Tickets that nobody has ended end when the next day is opened, which may be after a holiday.
    private const int LongestDay = 31;

    private static readonly string Rows =
        $"""
        select true as made, to_jsonb(made)::text as row from (select * from {MadeRows.Tickets}) made
        where business_date >= @from::date - {LongestDay} and business_date < @to::date and (business_date >= @from::date or ended_at >= @from::date - 1)
        union all
        select false, to_jsonb(ticket)::text from ticket
        where office = @office and business_date >= @from::date - {LongestDay} and business_date < @to::date and not business_date = any(@days::date[])
          and (business_date >= @from::date or ended_at >= @from::date - 1)
        """;

    private static readonly string Stretches =
        $"""
        select true as made, to_jsonb(made)::text as row from (select * from {MadeRows.Stretches}) made
        where business_date >= @from::date - {LongestDay} and business_date < @to::date and until >= @from::date - 1
        union all
        select false, to_jsonb(counter_stretch)::text from counter_stretch
        where office = @office and business_date >= @from::date - {LongestDay} and business_date < @to::date and not business_date = any(@days::date[])
          and until >= @from::date - 1
        """;

    private readonly HashSet<DateTime> _dates = [];

    /// <summary>Dates whose hours and days were summed.</summary>
    public IReadOnlyCollection<DateTime> Dates => _dates;

    public IEnumerable<DateTime> Months => _dates.Select(date => Hours.Start(Grain.Month, date)).Distinct().Order();

    public IEnumerable<DateTime> Years => _dates.Select(date => Hours.Start(Grain.Year, date)).Distinct().Order();

    /// <summary>Hours before this are no longer kept: they are neither made nor looked at.</summary>
    public DateTime FirstHour { get; private set; }

    public async Task MakeAsync(IReadOnlyList<string> days, CancellationToken cancellation)
    {
        if (days.Count == 0)
        {
            return;
        }

        FirstHour = await Destructions.BeforeAsync(connection, OldSums.What(Grain.Hour, office), cancellation) ?? DateTime.MinValue;
        _dates.UnionWith(days.Select(Date));
        var last = Hours.Start(Grain.Month, Date(days[^1]).AddDays(LongestDay));
        for (var month = Hours.Start(Grain.Month, Date(days[0])); month <= last; month = month.AddMonths(1))
        {
            await MakeMonthAsync(month, days, cancellation);
        }

        foreach (var month in Months.ToList())
        {
            await SumAsync(Grain.Month, month, month.AddMonths(1), _dates, cancellation);
        }

        foreach (var year in Years.ToList())
        {
            await SumAsync(Grain.Year, year, year.AddYears(1), Months, cancellation);
        }
    }

    private async Task MakeMonthAsync(DateTime month, IReadOnlyList<string> days, CancellationToken cancellation)
    {
        var next = month.AddMonths(1);
        var which = new { office, from = Text(month), to = Text(next), days = days.ToArray() };
        var bookings = (await ReadAsync<TicketHistory>(Rows, which, TicketHistory.Json, cancellation))
            .Select(row => (row.Made, TicketBookings.Of(row.Row, zone)))
            .Concat((await ReadAsync<CounterStretch>(Stretches, which, CounterStretch.Json, cancellation))
                .Select(row => (row.Made, StretchBookings.Of(row.Row, zone))))
            .ToList();

        // First what the made rows add, for they say which dates are theirs.
        var changes = new RollupChanges();
        foreach (var (_, made) in bookings.Where(row => row.Item1))
        {
            var own = made.Where(booking => booking.Hour >= month && booking.Hour < next).ToList();
            _dates.UnionWith(own.Select(booking => booking.Hour.Date));
            changes.Add(own);
        }

        foreach (var (_, kept) in bookings.Where(row => !row.Item1))
        {
            changes.Add(kept.Where(booking => booking.Hour >= month && booking.Hour < next && _dates.Contains(booking.Hour.Date)));
        }

        await BinaryRows.RollupsAsync(
            connection, MadeRows.Rollups, office, changes.All().Where(row => row.Key.Grain == Grain.Day || (row.Key.Grain == Grain.Hour && row.Key.Start >= FirstHour)),
            cancellation);
    }

    // Of what was made, and of what stays because nothing was made in its place.
    private async Task SumAsync(Grain grain, DateTime from, DateTime to, IEnumerable<DateTime> made, CancellationToken cancellation)
    {
        var sums = await RollupSums.OfPartsAsync(
            connection, grain, from,
            $"""
            select * from {MadeRows.Rollups} where grain = @part and start >= @from and start < @to
            union all
            select * from rollup where office = @office and grain = @part and kind = any(@kinds) and start >= @from and start < @to and not start = any(@made)
            """,
            new { office, part = RollupStore.Name(grain - 1), kinds = RollupSums.Kinds, from, to, made = made.Where(start => start >= from && start < to).ToArray() },
            cancellation);
        await BinaryRows.RollupsAsync(connection, MadeRows.Rollups, office, sums, cancellation);
    }

    private async Task<IEnumerable<(bool Made, T Row)>> ReadAsync<T>(string sql, object which, JsonSerializerOptions json, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<(bool Made, string Row)>(
            new CommandDefinition(sql, which, commandTimeout: HistoryRebuild.Patience, cancellationToken: cancellation));
        return rows.Select(row => (row.Made, JsonSerializer.Deserialize<T>(row.Row, json)!));
    }

    private static string Text(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime Date(string day) => DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
