using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dapper;
using Npgsql;
using QueueHub.Bench.Load;
using QueueHub.Bench.Servers;
using QueueHub.Contracts.History;
using QueueHub.Contracts.Hubs;
using QueueHub.History.Rollups;

namespace QueueHub.Bench.Scenarios;

/// <summary>
/// What questions to history cost with ten years of a district behind them, over HTTP at a real hub: each kind for one office and for all; and whether they
/// grow with what they do not ask about.
/// </summary>
internal static class HistoryScale
{
    public const int Usual = 10_000_000;

    private const int Times = 200;
    private const int WarmUp = 20;
    private const double TargetMs = 100;
    private const string Office = "seocho";

    private static readonly string[] By =
    [
        FiguresBy.Total, FiguresBy.Service, FiguresBy.Counter, FiguresBy.Class, FiguresBy.Channel, FiguresBy.Office, FiguresBy.Journey,
        FiguresBy.Hour, FiguresBy.Day, FiguresBy.Month, FiguresBy.Year,
    ];

    /// <param name="tickets">Of ten years.</param>
    public static async Task<IReadOnlyList<Row>> RunAsync(Workplace place, int tickets)
    {
        await using var hub = await Hub.StartAsync(place, district: true);
        await using var source = NpgsqlDataSource.Create(hub.Postgres);
        var past = await PastDistrict.OfAsync(source, tickets);
        using var client = new HttpClient { BaseAddress = hub.Url };
        client.DefaultRequestHeaders.Add("Cookie", hub.Cookie);

        var rows = new List<Row>();
        var grown = new List<(int Tickets, Dictionary<string, double> Medians)>();
        foreach (var size in new[] { tickets / 100, tickets / 10, tickets })
        {
            await past.FillAsync(size);
            await using (var analyze = source.CreateCommand("vacuum analyze"))
            {
                analyze.CommandTimeout = 0;
                await analyze.ExecuteNonQueryAsync();
            }

            grown.Add((past.Tickets, await GrowthAsync(client, past)));
        }

        rows.Add(new Row(
            $"history: filling {past.Tickets:N0} tickets of {past.Offices.Count} offices, {past.First:yyyy-MM-dd} until yesterday", $"{past.Took.TotalSeconds:N0} s",
            $"{past.Tickets / past.Took.TotalSeconds:N0} tickets/s, made up, waited through and summed; {await SizesAsync(source)}"));
        foreach (var (name, from, to) in Ranges(past.Today))
        {
            foreach (var office in (string?[])[Office, null])
            {
                rows.Add(await QuestionsAsync(client, name, from, to, office));
            }
        }

        foreach (var question in grown[0].Medians.Keys)
        {
            var figures = grown.Select(size => (size.Tickets, Ms: size.Medians[question])).ToList();
            rows.Add(new Row(
                $"history: {question}, by tickets in the database", string.Join(", ", figures.Select(size => $"{size.Tickets:N0}: {size.Ms:F1}")) + " ms", "p50",
                "flat or logarithmic: the last at most 2 × the one before", figures[^1].Ms <= 2 * Math.Max(1, figures[^2].Ms)));
        }

        rows.AddRange(await OfClerksAsync(client, source, past.Today));
        rows.Add(await ExportAsync(client, past.Today));
        await PlansAsync(source, past, Path.Combine(place.Root, "artifacts/bench/history-plans.txt"));
        return rows;
    }

    private static IEnumerable<(string Name, DateOnly From, DateOnly To)> Ranges(DateOnly today) =>
    [
        ("a day", today.AddDays(-1), today.AddDays(-1)), ("30 days", today.AddDays(-30), today.AddDays(-1)), ("a year", today.AddYears(-1), today.AddDays(-1)),
        ("ten years", today.AddYears(-10), today.AddDays(-1)), ("2017-03-15 to 2026-08-20", new DateOnly(2017, 3, 15), new DateOnly(2026, 8, 20)),
    ];

    private static async Task<Row> QuestionsAsync(HttpClient client, string name, DateOnly from, DateOnly to, string? office)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        var asked = new List<(string By, double P50, double P95)>();
        foreach (var by in By.Where(by => by switch { FiguresBy.Hour => days <= 31, FiguresBy.Day => days <= 732, FiguresBy.Office => office is null, _ => true }))
        {
            var times = await TimeAsync(client, Url(office, "figures", from, to, "&by=" + by));
            asked.Add((by, Report.Median(times), Report.Percentile(times, 95)));
        }

        var arrivals = await TimeAsync(client, Url(office, "arrivals", from, to, ""));
        asked.Add(("arrivals", Report.Median(arrivals), Report.Percentile(arrivals, 95)));
        if (office is not null && days <= 366)
        {
            var advice = await TimeAsync(client, Url(office, "advice", from, to, ""));
            asked.Add(("advice", Report.Median(advice), Report.Percentile(advice, 95)));
        }

        var worst = asked.MaxBy(one => one.P95);
        return new Row(
            $"history: every question about {name}, {(office is null ? "the district" : "one office")}", $"slowest, by {worst.By}: p50 {worst.P50:F1} ms, p95 {worst.P95:F1} ms",
            string.Join(", ", asked.Select(one => $"{one.By} {one.P50:F1}/{one.P95:F1}")), $"p95 ≤ {TargetMs:N0} ms", worst.P95 <= TargetMs);
    }

    // There are no sums of single clerks, so that there is nothing to delete where they are forbidden again: these are read from the tickets.
    private static async Task<IReadOnlyList<Row>> OfClerksAsync(HttpClient client, NpgsqlDataSource source, DateOnly today)
    {
        await using (var connection = await source.OpenConnectionAsync())
        {
            await connection.ExecuteAsync(
                """update office set document = document || jsonb_build_object('statistics', coalesce(document -> 'statistics', '{}') || '{"perStaff": true}')""");
        }

        var rows = new List<Row>();
        foreach (var days in new[] { 7, 28, 92 })
        {
            var url = Url(Office, "figures", today.AddDays(-days), today.AddDays(-1), "&by=" + FiguresBy.Staff);
            while (!(await client.GetAsync(url)).IsSuccessStatusCode)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }

            var times = await TimeAsync(client, url);
            var (p50, p95) = (Report.Median(times), Report.Percentile(times, 95));
            rows.Add(new Row(
                $"history: single clerks of an office, {days} days", $"p50 {p50:F1} ms, p95 {p95:F1} ms", "read from the tickets", $"p95 ≤ {TargetMs:N0} ms", p95 <= TargetMs));
        }

        return rows;
    }

    // The range stays, what is around it grows.
    private static async Task<Dictionary<string, double>> GrowthAsync(HttpClient client, PastDistrict past)
    {
        var medians = new Dictionary<string, double>();
        foreach (var (name, days) in new[] { ("the last 30 days", 30), ("the last year", 365) })
        {
            foreach (var by in (string[])[FiguresBy.Total, FiguresBy.Service, FiguresBy.Counter, FiguresBy.Day])
            {
                medians[$"{name} of the district by {by}"] =
                    Report.Median(await TimeAsync(client, Url(null, "figures", past.Today.AddDays(-days), past.Today.AddDays(-1), "&by=" + by)));
            }
        }

        return medians;
    }

    private static async Task<List<double>> TimeAsync(HttpClient client, string url)
    {
        var times = new List<double>();
        for (var turn = -WarmUp; turn < Times; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(url);
            answer.EnsureSuccessStatusCode();
            if (turn >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return times;
    }

    private static async Task<Row> ExportAsync(HttpClient client, DateOnly today)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(Url(Office, "export/tickets.csv", today.AddDays(-365), today.AddDays(-1), ""), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var first = await body.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false);
        return new Row("history: export of a year's tickets of one office, until its first byte", $"{Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms", first == 0 ? "empty" : "");
    }

    private static async Task<string> SizesAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        var sizes = await connection.QueryAsync<(string Name, string Size)>(
            """
            select name, pg_size_pretty(sum(pg_total_relation_size(inhrelid))) from unnest(array['ticket', 'counter_stretch', 'rollup']) name
            join pg_inherits on inhparent = name::regclass group by name order by name
            """);
        return string.Join(", ", sizes.Select(size => $"{size.Name} {size.Size}"));
    }

    /// <summary>How Postgres reads what the questions are about.</summary>
    private static async Task PlansAsync(NpgsqlDataSource source, PastDistrict past, string file)
    {
        await using var connection = await source.OpenConnectionAsync();
        var text = new StringBuilder();
        foreach (var (name, from, to) in Ranges(past.Today))
        {
            foreach (var (kind, largest) in new[] { (RollupKind.Office, Grain.Year), (RollupKind.Counter, Grain.Year), (RollupKind.Office, Grain.Month) })
            {
                var parameters = new DynamicParameters(new { offices = past.Offices.Select(office => office.Slug).ToArray(), kind = RollupStore.Name(kind), key = (string?)null });
                var sql = RollupReader.Sql(Periods.Cover(from, to, largest), one: false, parameters);
                text.AppendLine(CultureInfo.InvariantCulture, $"-- {name}, the district, {kind}, up to {largest}");
                text.AppendJoin('\n', await connection.QueryAsync<string>("explain (analyze, buffers) " + sql, parameters)).AppendLine().AppendLine();
            }
        }

        await File.WriteAllTextAsync(file, text.ToString());
        Console.WriteLine($"plans: {file}");
    }

    private static string Url(string? office, string what, DateOnly from, DateOnly to, string more) =>
        $"{Routes.History}{(office is null ? "" : "/" + office)}/{what}?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}{more}";
}
