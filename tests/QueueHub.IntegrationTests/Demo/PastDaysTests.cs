using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QueueHub.Demo.PastDays;
using QueueHub.History;
using QueueHub.Offices;

namespace QueueHub.IntegrationTests.Demo;

/// <summary>Made-up days beside real ones: their sums are those of their rows, and the living office does not notice them.</summary>
public sealed class PastDaysTests(EngineFixture engines)
{
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly DateOnly Last = new(2026, 3, 31);

    [Fact]
    public async Task The_sums_of_filled_days_are_those_of_their_rows_and_days_are_filled_once()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        var written = await FillAsync(hub, source, "naegok");
        await FillAsync(hub, source, "naegok", First.AddMonths(1));
        Assert.True(written > 1000, $"{written} tickets");

        await using var connection = await source.OpenConnectionAsync();
        foreach (var grain in new[] { "hour", "day", "month" })
        {
            var sums = await connection.QuerySingleAsync<Sums>(
                $"""
                select sum(visits) visits, sum(called) called, sum(wait_ms)::bigint waitMs, sum(served) served, sum(absent) absent, sum(forms) forms, sum(pages) pages,
                  sum(rated) rated, sum(open_ms)::bigint openMs
                from rollup where grain = '{grain}' and kind = 'office' and office = 'naegok' and start between @First and @Last
                """,
                new { First = First.ToDateTime(TimeOnly.MinValue), Last = Last.ToDateTime(new TimeOnly(23, 0)) });
            Assert.Equal(await RowsAsync(connection, First, Last), sums);
        }

        var year = await connection.QuerySingleAsync<long>("select visits from rollup where grain = 'year' and kind = 'office' and office = 'naegok'");
        Assert.Equal((await RowsAsync(connection, First, Last.AddMonths(1))).Visits, year);
        var counters = await connection.QuerySingleAsync<long>("select sum(served) from rollup where grain = 'month' and kind = 'counter' and office = 'naegok'");
        Assert.Equal((await RowsAsync(connection, First, Last.AddMonths(1))).Served, counters);

        // Once: the second time nothing is written.
        Assert.Equal(0, await FillAsync(hub, source, "naegok"));
        Assert.Equal(year, await connection.QuerySingleAsync<long>("select visits from rollup where grain = 'year' and kind = 'office' and office = 'naegok'"));
    }

    [Fact]
    public async Task An_office_with_a_past_gives_numbers_and_is_rebuilt_after_a_lost_Redis_as_without_one()
    {
        await using var redis = await OwnRedis.StartAsync();
        await using var hub = await new HubFactory(engines).WithRedisAt(redis.ConnectionString).StartAsync();
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        Assert.True(await FillAsync(hub, source, "naegok") > 0);
        var before = await NumberAsync(hub);
        var queries = hub.Services.GetRequiredService<HistoryQueries>();
        await Eventually.TrueAsync(async () => await queries.FloorAsync("naegok") is { Ordinal: 1 }, "the first real ticket is in history, with the first ordinal");

        await redis.KillAsync();
        await redis.RestartAsync();

        var after = await NumberAsync(hub);
        Assert.True(after > before, $"{after} after {before}");
        await Eventually.TrueAsync(async () => await queries.FloorAsync("naegok") is { Ordinal: > 1 }, "history goes on");
    }

    // A hub with a Redis of others looks first whether anything was lost.
    private static async Task<int> NumberAsync(RunningHub hub)
    {
        var number = 0;
        await Eventually.TrueAsync(
            async () =>
            {
                using var client = hub.NewClient();
                try
                {
                    number = (await client.IssueAsync("resident", "naegok")).Number;
                    return true;
                }
                catch (Exception error) when (error is Xunit.Sdk.XunitException or HttpRequestException)
                {
                    return false;
                }
            },
            "numbers are given");
        return number;
    }

    private static Task<int> FillAsync(RunningHub hub, NpgsqlDataSource source, string office, DateOnly? first = null)
    {
        var offices = hub.Services.GetRequiredService<IOffices>();
        var past = new PastOffice(offices.Find(office)!, hub.Services.GetRequiredService<IOfficeFacts>(), offices.Form, seed: 1);
        var month = first ?? First;
        return new PastDaysWriter(source).WriteAsync(past, month, month.AddMonths(1).AddDays(-1), CancellationToken.None);
    }

    // From the rows alone, without any of what sums them up otherwise.
    private static Task<Sums> RowsAsync(NpgsqlConnection connection, DateOnly first, DateOnly last) => connection.QuerySingleAsync<Sums>(
        """
        with stop as (
          select stop from ticket cross join jsonb_array_elements(stops) stop where office = 'naegok' and business_date between @first and @last)
        select count(*) visits, (select count(*) from stop where stop ? 'called_at') called,
          (select sum(coalesce((stop->>'waiting_ms')::bigint, 0)) from stop where stop ? 'called_at')::bigint waitMs,
          (select count(*) from stop where stop->>'end' = 'served') served, (select count(*) from stop where stop->>'end' = 'absent') absent,
          count(form_template) forms, sum(pages) pages, count(rating) rated,
          (select sum(extract(epoch from until - since) * 1000) from counter_stretch
           where office = 'naegok' and state = 'open' and business_date between @first and @last)::bigint openMs
        from ticket where office = 'naegok' and business_date between @first and @last
        """,
        new { first, last });

    private sealed record Sums(long Visits, long Called, long WaitMs, long Served, long Absent, long Forms, long Pages, long Rated, long OpenMs);
}
