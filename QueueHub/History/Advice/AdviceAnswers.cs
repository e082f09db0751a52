using Dapper;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Contracts.History;
using QueueHub.History.Answers;
using QueueHub.History.Rollups;
using QueueHub.Offices;

namespace QueueHub.History.Advice;

/// <summary>Advises how many counters to open, from the rollups of past days.</summary>
public sealed class AdviceAnswers(NpgsqlDataSource source, TimeProvider time)
{
    // Of hours there are many, and an office of years ago is another one.
    private const int MostDays = 366;

    /// <summary>The advice; or the code of what is wrong with the question.</summary>
    /// <param name="question">About one office.</param>
    /// <param name="weekday">1 Monday to 7 Sunday; null: all days.</param>
    public async Task<(StaffingAdvice? Advice, string? Problem)> AnswerAsync(HistoryQuestion question, int? weekday, string? service, CancellationToken cancellation)
    {
        var office = question.Offices[0];
        if (service is not null && office.Service(service) is null)
        {
            return (null, ProblemCodes.UnknownService);
        }

        if (question.Days > MostDays)
        {
            return (null, ProblemCodes.RangeTooLong);
        }

        // Half a day would look like one with few visitors.
        var yesterday = OfficeClock.Date(office, time.GetUtcNow()).AddDays(-1);
        var last = question.To < yesterday ? question.To : yesterday;
        await using var moment = await HistoryMoment.OpenAsync(source, cancellation);
        var days = await DaysAsync(moment.Connection, office.Slug, question.From, last, weekday, cancellation);
        var hours = await HoursAsync(moment.Connection, office.Slug, service is null ? RollupKind.Office : RollupKind.Service, service, question.From, last, row => days.Contains(DateOnly.FromDateTime(row.Start)), cancellation);
        var open = service is null ? hours : await HoursAsync(
            moment.Connection, office.Slug, RollupKind.Counter, null, question.From, last,
            row => days.Contains(DateOnly.FromDateTime(row.Start)) && office.Counter(row.Key)?.Primary.Contains(service) == true, cancellation);
        return (AdviceOf.Hours(hours, open, days.Count, office.StatisticsOrUsual) with
        {
            Office = office.Slug,
            From = question.From,
            To = last < question.From ? question.To : last,
            Weekday = weekday,
            Service = service,
        }, null);
    }

    private static async Task<HashSet<DateOnly>> DaysAsync(
        NpgsqlConnection connection, string office, DateOnly from, DateOnly last, int? weekday, CancellationToken cancellation)
    {
        var days = await connection.QueryAsync<DateTime>(new CommandDefinition(
            """
            select start from rollup
            where grain = 'day' and kind = 'office' and office = @office and start between @from and @last and visits > 0
              and (@weekday::int is null or extract(isodow from start) = @weekday)
            """,
            new { office, from = from.ToDateTime(TimeOnly.MinValue), last = last.ToDateTime(TimeOnly.MinValue), weekday }, cancellationToken: cancellation));
        return [.. days.Select(DateOnly.FromDateTime)];
    }

    private static async Task<IReadOnlyDictionary<int, Tally>> HoursAsync(
        NpgsqlConnection connection, string office, RollupKind kind, string? key, DateOnly from, DateOnly last, Func<RollupRow, bool> counts,
        CancellationToken cancellation)
    {
        const int Other = -1;
        var sums = await RollupReader.SumAsync(
            connection, [office], kind, key, Periods.Cover(from, last, Grain.Hour), row => counts(row) ? row.Start.Hour : Other, cancellation);
        sums.Remove(Other);
        return sums;
    }
}
