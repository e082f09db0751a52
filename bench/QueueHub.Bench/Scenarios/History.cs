using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Bench.Load;
using QueueHub.History;
using QueueHub.Platform.Database;

namespace QueueHub.Bench.Scenarios;

/// <summary>How fast history catches up with a long log, beside the fastest way in that Postgres has for the same rows.</summary>
internal static class History
{
    private const int Events = 100_000;
    private const int Callers = 64;
    private const int Offices = 24;
    private const int Rounds = 3;

    public static async Task<IReadOnlyList<Row>> RunAsync(Workplace place)
    {
        await using var source = NpgsqlDataSource.Create(await place.ClearAsync());
        await Migrations.ApplyAsync(source, NullLogger.Instance, CancellationToken.None);
        var warmUp = await LogAsync(place, "warm-up", Callers, Events / 12);
        var one = await LogAsync(place, "archive", Callers, Events);
        var many = await Task.WhenAll(Enumerable.Range(1, Offices).Select(number =>
            LogAsync(place, string.Create(CultureInfo.InvariantCulture, $"archive-{number}"), 3, Events / Offices)));
        await QuietAsync(place);

        await RateAsync(place, source, [warmUp]);
        var (rates, copies) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            rates.Add(await RateAsync(place, source, [one]));
            copies.Add(await CopyRateAsync(source, one));
        }

        var (rate, copy, all) = (Report.Median(rates), Report.Median(copies), await RateAsync(place, source, many));
        return
        [
            new Row(
                $"history: catching up with {Events:N0} events of one office", $"{rate:N0} events/s",
                $"binary COPY of the same event rows into a table like it, also {HistoryBatches.MaxEvents:N0} a transaction: {copy:N0} rows/s; {rate / copy:P0}",
                "≥ 20,000 events/s", rate >= 20_000),
            new Row($"history: catching up with {Events:N0} events of {Offices} offices", $"{all:N0} events/s", "", "≥ 20,000 events/s", all >= 20_000),
        ];
    }

    /// <summary>An office whose log has about so many events: whole visits, many at once.</summary>
    private static async Task<string> LogAsync(Workplace place, string slug, int counters, int events)
    {
        var office = new DrivenOffice(place.Redis, slug, counters);
        await office.OpenAsync();
        await office.VisitAsync(events / 4);
        return slug;
    }

    // Redis rewrites its file when it has grown: that would take one of the processors from whatever is measured meanwhile.
    private static async Task QuietAsync(Workplace place)
    {
        while ((await place.Redis.GetServers()[0].InfoAsync("persistence"))[0].Any(entry => entry is { Key: "aof_rewrite_in_progress", Value: "1" }))
        {
            await Task.Delay(100);
        }
    }

    // From an empty history; one office after another, as HistoryWriter does.
    private static async Task<double> RateAsync(Workplace place, NpgsqlDataSource source, IEnumerable<string> offices)
    {
        await using (var truncate = source.CreateCommand("truncate event, ticket, counter_stretch, rollup, history_position"))
        {
            await truncate.ExecuteNonQueryAsync();
        }

        var batches = new HistoryBatches(source, place.Redis, new Seoul());
        var (events, began) = (0, Stopwatch.GetTimestamp());
        foreach (var office in offices)
        {
            int written;
            do
            {
                written = (await batches.WriteAsync(office, CancellationToken.None))!.Events.Count;
                events += written;
            }
            while (written == HistoryBatches.MaxEvents);
        }

        return Rate(events, began);
    }

    // Postgres gives the rows just as it takes them: this process neither makes nor reads them while it is timed.
    private static async Task<double> CopyRateAsync(NpgsqlDataSource source, string office)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync("drop table if exists event_copy; create table event_copy (like event including all)");
        var last = await connection.ExecuteScalarAsync<long>("select max(version) from event where office = @office", new { office });
        var batches = new List<byte[]>();
        for (var after = 0L; after < last; after += HistoryBatches.MaxEvents)
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                copy (select * from event where office = '{office}' and version > {after} and version <= {after + HistoryBatches.MaxEvents} order by version)
                to stdout (format binary)
                """));
            using var batch = new MemoryStream();
            await rows.CopyToAsync(batch);
            batches.Add(batch.ToArray());
        }

        var began = Stopwatch.GetTimestamp();
        foreach (var batch in batches)
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync("copy event_copy from stdin (format binary)");
            await copy.WriteAsync(batch);
        }

        return Rate((int)last, began);
    }

    private static double Rate(int events, long began) => events / Stopwatch.GetElapsedTime(began).TotalSeconds;

    private sealed class Seoul : IOfficeFacts
    {
        private static readonly TimeZoneInfo Here = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

        public TimeZoneInfo Zone(string office) => Here;
        public int PagesSaved(string template, int version) => 1;
    }
}
