using Dapper;

namespace QueueHub.History.Answers;

/// <summary>On which days anybody came: a closed day is not one with few visitors.</summary>
internal static class VisitedDays
{
    // Answered from the index rollup_day_visited alone.
    private const string Starts =
        """
        select distinct start from rollup
        where grain = 'day' and kind = 'office' and office = any(@Slugs) and start between @from and @to and visits > 0
        """;

    /// <summary>How many.</summary>
    public static Task<int> CountAsync(HistoryMoment moment, HistoryQuestion question, CancellationToken cancellation) =>
        moment.Connection.QuerySingleAsync<int>(Command($"select count(*)::int from ({Starts}) as day", question, cancellation));

    /// <summary>How many of each weekday, from Monday on.</summary>
    public static async Task<IReadOnlyList<int>> OfWeekAsync(HistoryMoment moment, HistoryQuestion question, CancellationToken cancellation)
    {
        var counts = new int[7];
        foreach (var (weekday, count) in await moment.Connection.QueryAsync<(int Weekday, int Count)>(
            Command($"select extract(isodow from start)::int, count(*)::int from ({Starts}) as day group by 1", question, cancellation)))
        {
            counts[weekday - 1] = count;
        }

        return counts;
    }

    private static CommandDefinition Command(string sql, HistoryQuestion question, CancellationToken cancellation) => new(
        sql, new { question.Slugs, from = question.From.ToDateTime(TimeOnly.MinValue), to = question.To.ToDateTime(TimeOnly.MinValue) }, cancellationToken: cancellation);
}
