using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using QueueHub.Contracts.Tickets;
using QueueHub.History;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Platform.Database;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.History;

/// <summary>Every event once, in order, whoever writes and whatever breaks.</summary>
public sealed class HistoryBatchesTests(EngineFixture engines) : IAsyncLifetime
{
    private NpgsqlDataSource _source = null!;
    private Office _office = null!;

    public async ValueTask InitializeAsync()
    {
        _source = NpgsqlDataSource.Create(await engines.CreateDatabaseAsync());
        await Migrations.ApplyAsync(_source, NullLogger.Instance, CancellationToken.None);
        _office = new Office(engines.Redis);
        await _office.OpenDayAsync();
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    [Fact]
    public async Task A_visit_becomes_its_events_and_one_row_with_the_time_in_each_state()
    {
        await _office.OpenCounterAsync("1");
        var ticket = await _office.IssuedAsync(form: Office.Form());
        _office.Now += 5 * Office.Minute;
        await _office.CalledAsync("1", ticket.Ordinal);
        _office.Now += 1 * Office.Minute;
        await _office.Queue.StartAsync(_office.Clerk("1"), "1", ticket.Ordinal);
        _office.Now += 7 * Office.Minute;
        await _office.Queue.CompleteAsync(_office.Clerk("1"), "1", ticket.Ordinal, "issued");

        await Batches().WriteAsync(_office.Slug, CancellationToken.None);

        var queries = new HistoryQueries(_source);
        var row = await queries.TicketAsync(_office.Slug, Office.Day, ticket.Ordinal);
        Assert.NotNull(row);
        Assert.Equal((TicketState.Done, "1", "clerk1", "issued"), (row.State, row.Counter, row.Staff, row.Result));
        Assert.Equal((5 * Office.Minute, Office.Minute, 7 * Office.Minute), (row.WaitingMs, row.CalledMs, row.ServingMs));
        Assert.Equal(("register-extract", 7), (row.FormTemplate, row.FormFields));
        Assert.Equal(
            [EventType.TicketIssued, EventType.TicketCalled, EventType.ServiceStarted, EventType.TicketCompleted],
            (await queries.EventsAsync(_office.Slug, Office.Day, ticket.Ordinal)).Select(entry => entry.Event.Type));
        Assert.Equal(new HistoryFloor(row.Version, ticket.Ordinal), await queries.FloorAsync(_office.Slug));
    }

    [Fact]
    public async Task A_row_written_in_many_small_batches_equals_one_written_at_once()
    {
        await _office.OpenCounterAsync("1");
        var ticket = await _office.IssuedAsync();
        await Batches().WriteAsync(_office.Slug, CancellationToken.None);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            _office.Now += Office.Minute;
            await _office.CalledAsync("1", ticket.Ordinal);
            await Batches().WriteAsync(_office.Slug, CancellationToken.None);
            _office.Now += Office.Minute;
            await _office.Queue.ParkAsync(_office.Clerk("1"), "1", ticket.Ordinal, null);
            await Batches().WriteAsync(_office.Slug, CancellationToken.None);
        }

        var row = await new HistoryQueries(_source).TicketAsync(_office.Slug, Office.Day, ticket.Ordinal);

        Assert.Equal((Office.Minute, 3 * Office.Minute, 2 * Office.Minute, 3), (row!.WaitingMs, row.CalledMs, row.ParkedMs, row.Calls));
    }

    [Fact]
    public async Task Four_writers_that_are_cut_off_at_random_write_every_event_once_and_in_order()
    {
        const int Events = 20_000;
        await AppendAsync(Events);
        var rolledBack = 0;
        var batches = Batches();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            // From a moment too short for any batch to one long enough, whatever the machine.
            var random = new Random(writer);
            var patience = 4;
            while ((await new HistoryQueries(_source).FloorAsync(_office.Slug))!.Value.Version < Events)
            {
                using var cut = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(1, patience)));
                try
                {
                    if (await batches.WriteAsync(_office.Slug, cut.Token) is { Events.Count: > 0 })
                    {
                        patience = Math.Max(4, patience / 2);
                    }
                }
                catch (Exception error) when (error is OperationCanceledException or NpgsqlException)
                {
                    Interlocked.Increment(ref rolledBack);
                    patience = Math.Min(patience * 2, 60_000);
                }
            }
        })));

        Assert.True(rolledBack > 0, "nothing was cut off: the test proves nothing");
        await using var connection = await _source.OpenConnectionAsync();
        var versions = (await connection.QueryAsync<long>("select version from event where office = @Slug order by ctid", new { _office.Slug })).ToList();
        Assert.Equal(Enumerable.Range(1, Events).Select(version => (long)version), versions.Order());
        Assert.Equal(Events - 1, await connection.ExecuteScalarAsync<long>("select count(*) from ticket where office = @Slug", new { _office.Slug }));
    }

    [Fact]
    public async Task A_hole_in_the_log_stops_the_history_instead_of_hiding_in_it()
    {
        await AppendAsync(5);
        await _office.Database.StreamDeleteAsync(RedisKeys.Events(_office.Slug), ["3-0"]);

        await Assert.ThrowsAsync<HistoryGapException>(() => Batches().WriteAsync(_office.Slug, CancellationToken.None));

        Assert.Equal(0, (await new HistoryQueries(_source).FloorAsync(_office.Slug))!.Value.Version);
    }

    [Fact]
    public async Task A_new_epoch_may_begin_higher_than_the_next_version()
    {
        await AppendAsync(5);
        await Batches().WriteAsync(_office.Slug, CancellationToken.None);
        await _office.Database.StreamAddAsync(RedisKeys.Events(_office.Slug), "event", Payload(1005, "epoch2"), "1005-0");

        var batch = await Batches().WriteAsync(_office.Slug, CancellationToken.None);

        Assert.Equal(("epoch2", 1005L), (batch!.Position.Epoch, batch.Position.Version));
    }

    [Fact]
    public async Task Days_of_different_months_and_years_find_their_partitions()
    {
        await _office.Database.StreamAddAsync(RedisKeys.Events(_office.Slug), "event", Payload(2, "epoch1", "2026-12-31"), "2-0");
        await _office.Database.StreamAddAsync(RedisKeys.Events(_office.Slug), "event", Payload(3, "epoch1", "2027-01-01"), "3-0");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Batches().WriteAsync(_office.Slug, CancellationToken.None)));

        await using var connection = await _source.OpenConnectionAsync();
        Assert.Equal(
            ["event_2026_03", "event_2026_12", "event_2027_01"],
            await connection.QueryAsync<string>("select tableoid::regclass::text from event where office = @Slug order by version", new { _office.Slug }));
    }

    [Fact]
    public async Task The_month_after_has_its_partitions_before_its_first_event()
    {
        await _office.Database.StreamAddAsync(RedisKeys.Events(_office.Slug), "event", Payload(2, "epoch1", "2026-11-30"), "2-0");

        await Batches().WriteAsync(_office.Slug, CancellationToken.None);

        await using var connection = await _source.OpenConnectionAsync();
        Assert.Equal(
            ["counter_stretch_2026_12", "event_2026_12", "ticket_2026_12"],
            await connection.QueryAsync<string>("select relname::text from pg_class where relkind = 'r' and right(relname, 8) = '_2026_12' order by relname"));
    }

    [Fact]
    public async Task Written_events_stay_some_minutes_for_followers_and_are_then_trimmed()
    {
        var time = new FakeTimeProvider();
        var trimmer = new LogTrimmer(engines.Redis, time);
        await AppendAsync(5000);
        trimmer.Written(_office.Slug, 4000);
        await trimmer.TrimAsync(_office.Slug);
        Assert.Equal(5000, await _office.Database.StreamLengthAsync(RedisKeys.Events(_office.Slug)));

        time.Advance(LogTrimmer.Kept);
        await trimmer.TrimAsync(_office.Slug);

        var left = await _office.Database.StreamLengthAsync(RedisKeys.Events(_office.Slug));
        Assert.InRange(left, 1000, 1000 + 200);
        Assert.Equal("5000-0", (await _office.Database.StreamRangeAsync(RedisKeys.Events(_office.Slug), count: 1, messageOrder: Order.Descending))[0].Id);
    }

    private HistoryBatches Batches() => new(_source, engines.Redis, new SeoulFacts());

    // Straight into the log: this is about writing it down, not about how it came to be. The first event is the opened day.
    private async Task AppendAsync(int last)
    {
        var writes = Enumerable.Range(2, last - 1).Select(version =>
            _office.Database.StreamAddAsync(RedisKeys.Events(_office.Slug), "event", Payload(version, "epoch1"), $"{version}-0"));
        await Task.WhenAll(writes);
    }

    private static string Payload(long version, string epoch, string day = Office.Day) =>
        $$"""
        {"version":{{version}},"epoch":"{{epoch}}","at":1772410000000,"day":"{{day}}","type":"ticketIssued","by":"citizen","tickets":[
        {"ordinal":{{version}},"number":{{version}},"service":"register","journey":["register"],"leg":0,"class":"standard","credit":0,"channel":"phone",
        "language":"ko","day":"{{day}}","state":"waiting","score":1772410000000,"issued":1772410000000,"joined":1772410000000,"waited":0,
        "since":1772410000000,"tokenHash":"{{version}}"}]}
        """;
}
