using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using QueueHub.History;
using QueueHub.History.Retention;
using QueueHub.Platform.Database;

namespace QueueHub.IntegrationTests.History;

/// <summary>What was kept long enough goes by whole months, and leaves a record; nothing newer goes with it.</summary>
public sealed class RetentionTests(EngineFixture engines) : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero));
    private NpgsqlDataSource _source = null!;

    public async ValueTask InitializeAsync()
    {
        _source = NpgsqlDataSource.Create(await engines.CreateDatabaseAsync());
        await Migrations.ApplyAsync(_source, NullLogger.Instance, CancellationToken.None);
        await ExecuteAsync(
            """
            insert into history_position (office, fold) values ('seocho', 1);
            select ensure_history_partitions(day::date) from generate_series(date '2023-11-01', date '2026-03-01', '1 month') as day;
            insert into event (office, business_date, version, epoch, at, type, actor, tickets, counters, payload)
              select 'seocho', day, row_number() over (order by day), 'e', day, 'dayOpened', 'system', '{}', '{}', '{}'
              from generate_series(date '2023-11-15', date '2026-02-15', '1 month') as day;
            insert into ticket (office, business_date, ordinal, version, number, service, journey, leg, class, channel, language, state, since, issued_at)
              select 'seocho', day, row_number() over (order by day), 1, 1, 'tax', '{tax}', 0, 'standard', 'phone', 'ko', 'done', day, day
              from generate_series(date '2023-11-15', date '2026-02-15', '1 month') as day;
            insert into rollup (grain, kind, office, start, key, visits)
              select grain, 'office', 'seocho', date_trunc(grain, day), '', count(*)
              from generate_series(timestamp '2023-11-15', timestamp '2026-02-15', '1 month') as day, unnest(array['hour', 'day', 'month', 'year']) as grain
              group by grain, date_trunc(grain, day)
            """);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    [Fact]
    public async Task After_two_years_months_go_events_and_hours_after_one_and_each_leaves_a_record()
    {
        await Retention(new HistoryOptions { KeepYears = 2, KeepEventsYears = 1, KeepHoursYears = 1 }).PurgeAsync(CancellationToken.None);

        Assert.Equal("2025-03-15", await FirstAsync("select min(business_date) from event"));
        Assert.Equal("2024-03-15", await FirstAsync("select min(business_date) from ticket"));
        Assert.Equal("2025-03-15", await FirstAsync("select min(start) from rollup where grain = 'hour'"));
        Assert.Equal("2024-03-15", await FirstAsync("select min(start) from rollup where grain = 'day'"));
        Assert.Equal("2024-03-01", await FirstAsync("select min(start) from rollup where grain = 'month'"));

        // The year that has lost months is the sum of those that are left.
        await using var connection = await _source.OpenConnectionAsync();
        Assert.Equal(
            [(2024, 10), (2025, 12), (2026, 2)],
            await connection.QueryAsync<(int, int)>("select extract(year from start)::int, visits from rollup where grain = 'year' order by start"));

        var records = await new Destructions(_source).PageAsync(null, CancellationToken.None);
        var oldest = records.Last(record => record.What == "event");
        Assert.Equal(("2023-11-01", "2023-12-01", 1L, "History:KeepEventsYears=1"), (oldest.First, oldest.Before, oldest.Rows, oldest.Rule));
        Assert.Equal((16, 4, 4), (records.Count(one => one.What == "event"), records.Count(one => one.What == "ticket"), records.Count(one => one.What == "counter_stretch")));
        Assert.Equal(16, records.Single(one => one.What == "rollup hour seocho").Rows);
    }

    [Fact]
    public async Task A_second_time_nothing_goes_and_what_is_written_down_cannot_be_changed()
    {
        await Retention(new HistoryOptions { KeepYears = 2 }).PurgeAsync(CancellationToken.None);

        Assert.Equal(0, await Retention(new HistoryOptions { KeepYears = 2 }).PurgeAsync(CancellationToken.None));
        Assert.NotEmpty(await new Destructions(_source).PageAsync(null, CancellationToken.None));
        foreach (var change in new[] { "update destruction set row_count = 0", "delete from destruction", "truncate destruction" })
        {
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(change))).SqlState);
        }
    }

    [Fact]
    public async Task A_month_that_reaches_into_what_is_kept_stays()
    {
        await ExecuteAsync("create table event_wide (like event including all); alter table event attach partition event_wide for values from ('2020-01-01') to ('2023-11-01')");
        await Retention(new HistoryOptions { KeepYears = 5 }).PurgeAsync(CancellationToken.None);

        Assert.Equal("event_wide", await FirstAsync("select max(relname) from pg_class where relname = 'event_wide'"));
        Assert.Empty(await new Destructions(_source).PageAsync(null, CancellationToken.None));
    }

    [Fact]
    public async Task When_a_record_cannot_be_written_nothing_goes()
    {
        await ExecuteAsync("alter table destruction add constraint never check (what <> 'ticket')");

        await Assert.ThrowsAsync<PostgresException>(() => Retention(new HistoryOptions { KeepYears = 1 }).PurgeAsync(CancellationToken.None));

        Assert.Equal("2023-11-15", await FirstAsync("select min(business_date) from ticket"));
        Assert.Equal("2025-03-15", await FirstAsync("select min(business_date) from event"));
    }

    [Fact]
    public async Task Who_reads_an_old_month_is_waited_for_in_moments_and_the_writer_goes_on_meanwhile()
    {
        await using var reader = await _source.OpenConnectionAsync();
        var transaction = await reader.BeginTransactionAsync();
        await reader.ExecuteAsync("select count(*) from event where business_date < '2023-12-01'");

        var purge = Retention(new HistoryOptions { KeepYears = 1 }).PurgeAsync(CancellationToken.None);
        for (var version = 100; version < 110; version++)
        {
            await ExecuteAsync(
                $"""
                insert into event (office, business_date, version, epoch, at, type, actor, tickets, counters, payload)
                values ('seocho', '2026-03-02', {version}, 'e', now(), 'dayOpened', 'system', '{"{}"}', '{"{}"}', '{"{}"}')
                """);
        }

        Assert.False(purge.IsCompleted);
        await transaction.RollbackAsync();
        Assert.True(await purge > 0);
        Assert.Equal("2025-03-15", await FirstAsync("select min(business_date) from event"));
    }

    [Fact]
    public async Task Who_reads_for_long_keeps_what_is_read_and_all_that_goes_after_it_until_the_next_day()
    {
        await using var reader = await _source.OpenConnectionAsync();
        var transaction = await reader.BeginTransactionAsync();
        await reader.ExecuteAsync("select count(*) from event");

        Assert.Equal(0, await Retention(new HistoryOptions { KeepYears = 1 }).PurgeAsync(CancellationToken.None));
        Assert.Equal("2023-11-15", await FirstAsync("select min(business_date) from ticket"));

        await transaction.RollbackAsync();
        Assert.True(await Retention(new HistoryOptions { KeepYears = 1 }).PurgeAsync(CancellationToken.None) > 0);
        Assert.Equal("2025-03-15", await FirstAsync("select min(business_date) from ticket"));
    }

    [Fact]
    public async Task Messages_that_nobody_takes_go_after_a_month_and_leave_a_record()
    {
        await ExecuteAsync(
            """
            insert into webhook (id, url, host, types, sealed, created_by, created_at) values ('6f0d3b56-2f6b-4f0e-9c3e-0d8b2f3a4c5d', 'https://a.example/', 'a.example', '{}', '', 'boss', now());
            insert into webhook_delivery (webhook, office, ordinal, message, body, next_at, dead, queued_at)
              select '6f0d3b56-2f6b-4f0e-9c3e-0d8b2f3a4c5d', 'seocho', n, n::text, '{}', now(), true, timestamptz '2026-03-02 03:00Z' - n * interval '1 day' from generate_series(28, 33) as n
            """);

        Assert.Equal(3, await Retention(new HistoryOptions()).PurgeAsync(CancellationToken.None));

        Assert.Equal("30", await FirstAsync("select max(message) from webhook_delivery"));
        var record = Assert.Single(await new Destructions(_source).PageAsync(null, CancellationToken.None));
        Assert.Equal(
            ("webhook_delivery", "2026-01-28", "2026-01-31", 3L, "History:KeepMessagesDays=30"),
            (record.What, record.First, record.Before, record.Rows, record.Rule));
    }

    private Retention Retention(HistoryOptions options) =>
        new(_source, Options.Create(options), null!, _time, NullLogger<Retention>.Instance);

    private async Task<string> FirstAsync(string sql)
    {
        await using var connection = await _source.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<string>($"select left(({sql})::text, 10)"))!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }
}
