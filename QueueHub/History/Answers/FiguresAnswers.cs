using System.Text.Json;
using Dapper;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Contracts.History;
using QueueHub.History.Rollups;
using QueueHub.Offices;

namespace QueueHub.History.Answers;

/// <summary>Answers what the days were like, from the rollups.</summary>
public sealed class FiguresAnswers(NpgsqlDataSource source, StaffFigures staff, IOfficeFacts facts, TimeProvider time)
{
    /// <summary>Figures of the range, whole and taken apart; the code of what is wrong where it cannot be.</summary>
    /// <param name="service">Only this one, over time or by office; null: all.</param>
    public async Task<(FiguresTable? Table, string? Problem)> TableAsync(HistoryQuestion question, string by, string? service, CancellationToken cancellation)
    {
        if (by == FiguresBy.Staff && service is null)
        {
            await using var moment = await HistoryMoment.OpenAsync(source, cancellation);
            var (people, wrong) = await staff.RowsAsync(moment, question, cancellation);
            return people is null ? (null, wrong) : (Table(question, by, await WholeAsync(moment, question, null, cancellation), people), null);
        }

        if (!HistoryQuestion.IsKey(service) || Breakdown.Of(by, service, question.Slug is null) is not { } breakdown)
        {
            return (null, ProblemCodes.InvalidRequest);
        }

        if (question.Days > breakdown.MostDays)
        {
            return (null, ProblemCodes.RangeTooLong);
        }

        return (await TableAsync(question, by, breakdown, service, cancellation), null);
    }

    private async Task<FiguresTable> TableAsync(HistoryQuestion question, string by, Breakdown breakdown, string? service, CancellationToken cancellation)
    {
        await using var moment = await HistoryMoment.OpenAsync(source, cancellation);
        var parts = await SumAsync(moment, question, breakdown, service, cancellation);

        // Of one service no counter's time is known, and hours are not kept as long as days: such rows are not the whole.
        var whole = breakdown.Kind == Whole(service).Kind && breakdown.Largest != Grain.Hour
            ? parts.SelectMany(row => row.Value) : await WholeAsync(moment, question, service, cancellation);
        var table = Table(question, by, whole, by == FiguresBy.Total ? [] : [.. Rows(question, by, parts)]);
        if (FormVisits.Told(by, service))
        {
            table = FormVisits.In(table, await FormVisits.ReadAsync(moment, question, cancellation));
        }

        return by == FiguresBy.Total && service is null ? table with { Days = await VisitedDays.CountAsync(moment, question, cancellation) } : table;
    }

    private async Task<IEnumerable<(Tally Tally, int Target)>> WholeAsync(
        HistoryMoment moment, HistoryQuestion question, string? service, CancellationToken cancellation) =>
        (await SumAsync(moment, question, Whole(service), service, cancellation)).Values.SelectMany(parts => parts);

    private static Breakdown Whole(string? service) => Breakdown.Of(FiguresBy.Total, service, false)!;

    private static FiguresTable Table(HistoryQuestion question, string by, IEnumerable<(Tally Tally, int Target)> whole, IReadOnlyList<FiguresRow> rows)
    {
        var targets = question.Offices.Select(office => office.StatisticsOrUsual.WaitTargetMinutes).Distinct().ToList();
        return new FiguresTable(question.Slug, question.From, question.To, by, targets is [var target] ? target : null, FiguresOf.All(whole), rows)
        {
            PerStaff = StaffFigures.Allowed(question),
        };
    }

    /// <summary>When numbers are taken.</summary>
    /// <param name="service">Of this one alone; null: of all.</param>
    public async Task<ArrivalsWeek> ArrivalsAsync(HistoryQuestion question, string? service, CancellationToken cancellation)
    {
        await using var moment = await HistoryMoment.OpenAsync(source, cancellation);
        var slots = (await WholeAsync(moment, question, service, cancellation)).Aggregate(new Tally(), (sum, part) => sum.Add(part.Tally)).Slots;
        return new ArrivalsWeek(
            question.Slug, question.From, question.To, await VisitedDays.OfWeekAsync(moment, question, cancellation),
            [.. Enumerable.Range(0, 7).Select(day => (IReadOnlyList<long>)[.. Enumerable.Range(0, 24).Select(hour => slots[(day * 24) + hour])])]);
    }

    // Each office's part by itself, since each has a target of its own.
    private async Task<Dictionary<string, List<(Tally Tally, int Target)>>> SumAsync(
        HistoryMoment moment, HistoryQuestion question, Breakdown breakdown, string? service, CancellationToken cancellation)
    {
        var targets = question.Offices.ToDictionary(office => office.Slug, office => office.StatisticsOrUsual.WaitTargetMinutes);
        var sums = await RollupReader.SumAsync(
            moment.Connection, question.Slugs, breakdown.Kind, service, Periods.Cover(question.From, question.To, breakdown.Largest),
            row => (breakdown.Key(row), targets[row.Office]), cancellation);
        if (service is null)
        {
            await AddRunningAsync(moment, question, breakdown, targets, sums, cancellation);
        }

        return sums.GroupBy(sum => sum.Key.Item1).ToDictionary(row => row.Key, row => row.Select(part => (part.Value, part.Key.Item2)).ToList());
    }

    // What a counter does at this moment is in no rollup yet: a morning would show counters busier than they were open.
    private async Task AddRunningAsync(
        HistoryMoment moment, HistoryQuestion question, Breakdown breakdown, Dictionary<string, int> targets, Dictionary<(string, int), Tally> sums,
        CancellationToken cancellation)
    {
        if (breakdown.Kind is not (RollupKind.Office or RollupKind.Counter))
        {
            return;
        }

        var stretches = await moment.Connection.QueryAsync<string>(new CommandDefinition(
            """
            select to_jsonb(counter_stretch) from counter_stretch
            where office = any(@Slugs) and until is null and business_date between @from::date and @to::date
            """,
            new { question.Slugs, from = question.From.ToDateTime(TimeOnly.MinValue), to = question.To.ToDateTime(TimeOnly.MinValue) }, cancellationToken: cancellation));
        foreach (var stretch in stretches.Select(json => JsonSerializer.Deserialize<CounterStretch>(json, CounterStretch.Json)!))
        {
            // One that a lost day has left running was not open until now.
            var zone = facts.Zone(stretch.Office);
            var (now, endOfDate) = (time.GetUtcNow(), stretch.EndOfDate(zone));
            var running = stretch with { Until = now < endOfDate ? now : endOfDate };
            foreach (var booking in StretchBookings.Of(running, zone).Where(booking => booking.Kind == breakdown.Kind))
            {
                var key = (breakdown.Key(new RollupRow(stretch.Office, booking.Hour, booking.Key)), targets[stretch.Office]);
                if (!sums.TryGetValue(key, out var sum))
                {
                    sums[key] = sum = new Tally();
                }

                sum.Add(booking.Tally);
            }
        }
    }

    private static IEnumerable<FiguresRow> Rows(HistoryQuestion question, string by, Dictionary<string, List<(Tally Tally, int Target)>> sums)
    {
        var rows = sums.Select(row => new FiguresRow(row.Key, Name(question, by, row.Key), FiguresOf.All(row.Value)));
        return Breakdown.IsSeries(by) || by == FiguresBy.Counter ? rows.OrderBy(row => row.Key, NumericOrder.Instance)
            : rows.OrderByDescending(row => row.Figures.Stops).ThenByDescending(row => row.Figures.Visits).ThenBy(row => row.Key, StringComparer.Ordinal);
    }

    // As it is called today: of what is no longer there its id is all that is left.
    private static LocalText? Name(HistoryQuestion question, string by, string key) => by switch
    {
        FiguresBy.Office => question.Offices.FirstOrDefault(office => office.Slug == key)?.Name,
        FiguresBy.Service => question.Offices.Select(office => office.Service(key)).FirstOrDefault(service => service is not null)?.Name,
        FiguresBy.Class => question.Offices.Select(office => office.Class(key)).FirstOrDefault(@class => @class is not null)?.Name,
        _ => null,
    };
}
