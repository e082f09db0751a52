using System.Text.Json;
using Dapper;
using QueueHub.Contracts;
using QueueHub.Contracts.History;
using QueueHub.History.Rollups;
using QueueHub.Staff;

namespace QueueHub.History.Answers;

/// <summary>
/// Figures of single clerks, where their office allows it: what they served, never how long they paused. For their own office alone: nobody is compared with
/// strangers. There are no sums of these: whoever forbids it again has nothing to delete.
/// </summary>
public sealed class StaffFigures(StaffNames names)
{
    // Read from the tickets themselves.
    private const int MostDays = 92;

    private static readonly Dictionary<string, StopEnd> Ends =
        Enum.GetValues<StopEnd>().ToDictionary(end => JsonSerializer.SerializeToElement(end, TicketHistory.Json).GetString()!);

    /// <summary>Figures by the clerk who called, in the order of their names; the code of what is wrong where there are none.</summary>
    public async Task<(IReadOnlyList<FiguresRow>? Rows, string? Problem)> RowsAsync(HistoryMoment moment, HistoryQuestion question, CancellationToken cancellation)
    {
        if (!Allowed(question))
        {
            return (null, ProblemCodes.StaffFiguresOff);
        }

        if (question.Days > MostDays)
        {
            return (null, ProblemCodes.RangeTooLong);
        }

        var sums = await SumAsync(moment, question, cancellation);
        var rows = sums.Select(sum => (Name: names.All.GetValueOrDefault(sum.Key, sum.Key), sum.Key, Figures: FiguresOf.All([(sum.Value, 0)])))
            .OrderBy(row => row.Name, StringComparer.Ordinal)
            .Select(row => new FiguresRow(row.Key, new LocalText(row.Name, row.Name), row.Figures));
        return ([.. rows], null);
    }

    /// <summary>True when they may be asked: of one office, which allows it.</summary>
    public static bool Allowed(HistoryQuestion question) => question is { Slug: not null, Offices: [var office] } && office.StatisticsOrUsual.PerStaff;

    private static async Task<Dictionary<string, Tally>> SumAsync(HistoryMoment moment, HistoryQuestion question, CancellationToken cancellation)
    {
        var stops = await moment.Connection.QueryAsync<(string Staff, string? End, long? Served, long? Ended, long? CalledMs, long? ServingMs, bool? OutOfOrder)>(new CommandDefinition(
            """
            select stop.staff, stop."end", stop.served_at, stop.ended_at, stop.called_ms, stop.serving_ms, stop.out_of_order
            from ticket cross join jsonb_to_recordset(stops) as stop (
              staff text, "end" text, served_at bigint, ended_at bigint, called_ms bigint, serving_ms bigint, out_of_order boolean)
            where office = @Slug and business_date between @from::date and @to::date and stop.staff is not null
            """,
            new { question.Slug, from = question.From.ToDateTime(TimeOnly.MinValue), to = question.To.ToDateTime(TimeOnly.MinValue) },
            flags: CommandFlags.None, cancellationToken: cancellation));
        var sums = new Dictionary<string, Tally>();
        foreach (var stop in stops)
        {
            if (!sums.TryGetValue(stop.Staff, out var sum))
            {
                sums[stop.Staff] = sum = new Tally();
            }

            AddOf(sum, new Stop(
                "", 0, ServedAt: stop.Served, EndedAt: stop.Ended, CalledMs: stop.CalledMs ?? 0, ServingMs: stop.ServingMs ?? 0, OutOfOrder: stop.OutOfOrder == true,
                End: stop.End is { } end ? Ends[end] : null));
        }

        return sums;
    }

    // Of a stop what its clerk did; how long its citizen had waited is no clerk's doing.
    private static void AddOf(Tally clerk, Stop stop)
    {
        if (stop.EndedAt is not null)
        {
            TicketBookings.AddEnded(clerk, stop);
        }

        clerk[Measure.Stops]++;
        clerk[Measure.Called]++;
        clerk[Measure.OutOfOrder] += stop.OutOfOrder ? 1 : 0;
        clerk[Measure.Absent] += stop.End == StopEnd.Absent ? 1 : 0;
        clerk[Measure.Transferred] += stop.End == StopEnd.Transferred ? 1 : 0;
    }
}
