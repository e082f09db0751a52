using System.Text.Json;
using Dapper;
using QueueHub.Contracts;
using QueueHub.Contracts.History;
using QueueHub.History.Rollups;
using QueueHub.Staff;

namespace QueueHub.History.Answers;

/// <summary>
/// Figures of single clerks, where their office allows it: what they served, never how long they paused. There are no sums of these: whoever forbids it again has
/// nothing to delete.
/// </summary>
public sealed class StaffFigures(StaffNames names)
{
    // Read from the tickets themselves.
    private const int MostDays = 92;

    /// <summary>Figures by the clerk who called, in the order of their names; the code of what is wrong where there are none.</summary>
    public async Task<(IReadOnlyList<FiguresRow>? Rows, string? Problem)> RowsAsync(HistoryMoment moment, HistoryQuestion question, CancellationToken cancellation)
    {
        var allowed = question.Offices.Where(office => office.StatisticsOrUsual.PerStaff).Select(office => office.Slug).ToArray();
        if (allowed.Length == 0)
        {
            return (null, ProblemCodes.StaffFiguresOff);
        }

        if (question.Days > MostDays)
        {
            return (null, ProblemCodes.RangeTooLong);
        }

        var sums = await SumAsync(moment, allowed, question, cancellation);
        var rows = sums.Select(sum => (Name: names.All.GetValueOrDefault(sum.Key, sum.Key), sum.Key, Figures: FiguresOf.All([(sum.Value, 0)])))
            .OrderBy(row => row.Name, StringComparer.Ordinal)
            .Select(row => new FiguresRow(row.Key, new LocalText(row.Name, row.Name), row.Figures));
        return ([.. rows], null);
    }

    private static async Task<Dictionary<string, Tally>> SumAsync(HistoryMoment moment, string[] offices, HistoryQuestion question, CancellationToken cancellation)
    {
        var stops = await moment.Connection.QueryAsync<string>(new CommandDefinition(
            """
            select stop::text from ticket cross join jsonb_array_elements(stops) as stop
            where office = any(@offices) and business_date between @from::date and @to::date and stop->>'staff' is not null
            """,
            new { offices, from = question.From.ToDateTime(TimeOnly.MinValue), to = question.To.ToDateTime(TimeOnly.MinValue) }, cancellationToken: cancellation));
        return stops.Select(json => JsonSerializer.Deserialize<Stop>(json, TicketHistory.Json)!).GroupBy(stop => stop.Staff!).ToDictionary(
            stops => stops.Key, stops => stops.Aggregate(new Tally(), (sum, stop) => sum.Add(OfClerk(stop))));
    }

    // Of a stop what its clerk did; how long its citizen had waited is no clerk's doing.
    private static Tally OfClerk(Stop stop)
    {
        var done = stop.EndedAt is null ? new Tally() : TicketBookings.Ended(stop);
        done[Measure.Stops] = done[Measure.Called] = 1;
        done[Measure.OutOfOrder] = stop.OutOfOrder ? 1 : 0;
        done[Measure.Absent] = stop.End == StopEnd.Absent ? 1 : 0;
        done[Measure.Transferred] = stop.End == StopEnd.Transferred ? 1 : 0;
        return done;
    }
}
