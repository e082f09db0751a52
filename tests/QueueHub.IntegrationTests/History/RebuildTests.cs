using CsCheck;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.History;
using QueueHub.History.CommandLine;
using QueueHub.History.Rebuild;
using QueueHub.History.Retention;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Offices;
using QueueHub.Offices.Documents;
using QueueHub.Platform.Database;

namespace QueueHub.IntegrationTests.History;

/// <summary>What the writer has made bit by bit, a rebuild makes of the events alone: every row the same.</summary>
public sealed class RebuildTests(EngineFixture engines) : IAsyncLifetime
{
    private const string Rows =
        """
        select 'ticket', ticket::text from ticket where office = @Slug union all
        select 'stretch', counter_stretch::text from counter_stretch where office = @Slug union all
        select 'rollup', rollup::text from rollup where office = @Slug order by 1, 2
        """;

    private static readonly GenList<Told> Stories = Gen.Select(Deed.Any, Gen.Int[0, 9], (deed, luck) => new Told(deed, luck)).List;

    private NpgsqlDataSource _source = null!;

    private HistoryBatches Batches => new(_source, engines.Redis, new SeoulFacts());

    private HistoryRebuild Rebuild => new(_source, new SeoulFacts());

    public async ValueTask InitializeAsync()
    {
        _source = NpgsqlDataSource.Create(await engines.CreateDatabaseAsync());
        await Migrations.ApplyAsync(_source, NullLogger.Instance, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    [Fact]
    public async Task Any_days_written_in_any_batches_are_made_anew_exactly()
    {
        await Story.HoldsAsync(Stories[60, 250], 8, async story =>
        {
            var office = await LiveAsync(story);
            var written = await RowsAsync(office);
            Assert.Equal(["rollup", "stretch", "ticket"], written.Select(row => row.Table).Distinct());

            var check = await Rebuild.CheckAsync(office.Slug, CancellationToken.None);
            Assert.True(check.WasRight, string.Join('\n', check.Differences));
            await ExecuteAsync("delete from ticket where office = @Slug; delete from counter_stretch where office = @Slug; delete from rollup where office = @Slug", office);
            await Rebuild.RebuildAsync(office.Slug, CancellationToken.None);

            Assert.Equal(written, await RowsAsync(office));
        });
    }

    [Fact]
    public async Task Rows_and_sums_that_somebody_has_spoilt_are_found_and_restored_and_those_of_days_without_events_stay()
    {
        var office = await LiveAsync(Any(150));

        // A day that was brought here from elsewhere: it has rows, and no events.
        await ExecuteAsync(
            """
            select ensure_history_partitions('2026-02-27');
            insert into ticket select (jsonb_populate_record(ticket, '{"business_date": "2026-02-27"}')).* from ticket where office = @Slug;
            insert into rollup select (jsonb_populate_record(rollup, '{"start": "2026-02-27"}')).* from rollup where office = @Slug and grain = 'day' and start = '2026-03-02';
            insert into rollup select (jsonb_populate_record(rollup, '{"start": "2026-02-01"}')).* from rollup where office = @Slug and grain = 'month'
            """,
            office);
        await Rebuild.RebuildAsync(office.Slug, CancellationToken.None);
        var right = await RowsAsync(office);
        Assert.True((await Rebuild.CheckAsync(office.Slug, CancellationToken.None)).WasRight);

        await ExecuteAsync(
            """
            update ticket set waiting_ms = waiting_ms + 1, stops = '[]' where office = @Slug and business_date = '2026-03-02' and ordinal % 2 = 0;
            delete from ticket where office = @Slug and business_date = '2026-03-02' and ordinal % 3 = 0;
            insert into counter_stretch values (@Slug, '2026-03-02', '77', '2026-03-02 00:00Z', null, 'open', 'nobody');
            update rollup set served = served + 1 where office = @Slug and (grain = 'year' or start >= '2026-03-01');
            delete from rollup where office = @Slug and grain = 'day' and kind = 'service' and start >= '2026-03-01'
            """,
            office);
        var check = await Rebuild.CheckAsync(office.Slug, CancellationToken.None);
        Assert.All(check.Differences, difference => Assert.True(difference.Missing + difference.Wrong > 0, difference.Table));
        Assert.NotEqual(right, await RowsAsync(office));

        await Rebuild.RebuildAsync(office.Slug, CancellationToken.None);

        Assert.Equal(right, await RowsAsync(office));
        Assert.Contains(right, row => row.Table == "ticket" && row.Text.Contains("2026-02-27", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hours_that_are_no_longer_kept_are_not_missing_and_do_not_come_back()
    {
        var office = await LiveAsync(Any(60));
        await new OldSums(_source).DropAsync(new KeepingRule("hour", 1, nameof(HistoryOptions.KeepHoursYears)), new DateOnly(2026, 3, 3), CancellationToken.None);
        var kept = await RowsAsync(office);

        Assert.True((await Rebuild.CheckAsync(office.Slug, CancellationToken.None)).WasRight);
        await ExecuteAsync("delete from rollup where office = @Slug", office);
        await Rebuild.RebuildAsync(office.Slug, CancellationToken.None);

        Assert.Equal(kept, await RowsAsync(office));
    }

    [Fact]
    public async Task While_an_office_is_made_anew_its_writers_lose_nothing()
    {
        var office = new Office(engines.Redis);
        await office.OpenDayAsync();
        await office.OpenCounterAsync("1");
        var lived = Task.Run(async () =>
        {
            for (var visit = 0; visit < 150; visit++)
            {
                office.Now += 20_000;
                var ticket = await office.IssuedAsync();
                await office.ServingAsync("1", ticket.Ordinal);
                await office.Queue.CompleteAsync(office.Clerk("1"), "1", ticket.Ordinal, "issued");
            }
        });
        var writers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!lived.IsCompleted || await Batches.WriteAsync(office.Slug, CancellationToken.None) is not { Events.Count: 0 })
            {
                await Batches.WriteAsync(office.Slug, CancellationToken.None);
            }
        })).ToList();

        var rebuilds = 0;
        for (; !lived.IsCompleted; rebuilds++)
        {
            await Rebuild.RebuildAsync(office.Slug, CancellationToken.None);
        }

        await lived;
        await Task.WhenAll(writers);
        Assert.True(rebuilds > 0);
        await using var connection = await _source.OpenConnectionAsync();
        Assert.Equal(150, await connection.ExecuteScalarAsync<long>("select count(*) from ticket where office = @Slug and state = 'done'", new { office.Slug }));
        Assert.Equal(150, await connection.ExecuteScalarAsync<long>("select served from rollup where office = @Slug and grain = 'year' and kind = 'office'", new { office.Slug }));
        Assert.True((await Rebuild.CheckAsync(office.Slug, CancellationToken.None)).WasRight);
    }

    [Fact]
    public async Task Rows_of_older_rules_are_made_anew_once_by_the_hub_itself_and_then_history_goes_on()
    {
        var office = await LiveAsync(Any(100));
        var right = await RowsAsync(office);
        await ExecuteAsync(
            """
            update history_position set fold = 0;
            update ticket set stops = '[]', pages = 0, rating = null;
            delete from rollup;
            delete from counter_stretch
            """,
            office);
        Office.Done(await office.Queue.IssueAsync(office.By("citizen", Office.NextDay), Office.Issue()));
        Assert.Null(await Batches.WriteAsync(office.Slug, CancellationToken.None));

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(_source).AddSingleton<DatabaseStart>().AddSingleton<IOfficeFacts, SeoulFacts>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseStart>());
        builder.Services.AddSingleton<IOffices>(new QueueHub.Offices.Offices { Current = new Configuration([office.Document("Asia/Seoul")], []) });
        builder.Services.AddSingleton<HistoryRebuild>().AddHostedService<HistoryUpgrade>();
        using var node = builder.Build();
        await node.StartAsync();
        await Eventually.TrueAsync(async () => (await Rebuild.OutdatedAsync(CancellationToken.None)).Count == 0, "history is made anew");
        await node.StopAsync();

        Assert.Equal(right, await RowsAsync(office));
        Assert.Single((await Batches.WriteAsync(office.Slug, CancellationToken.None))!.Events);
        Assert.Null(await Rebuild.UpgradeAsync(office.Slug, CancellationToken.None));
        Assert.True((await Rebuild.CheckAsync(office.Slug, CancellationToken.None)).WasRight);
    }

    [Fact]
    public async Task An_office_that_the_configuration_does_not_have_is_not_made_anew_by_another_time_zone()
    {
        var (office, other) = (await LiveAsync(Any(60)), await LiveAsync(Any(60)));
        var (right, others) = (await RowsAsync(office), await RowsAsync(other));
        await ExecuteAsync("update history_position set fold = 0", office);
        var offices = new QueueHub.Offices.Offices { Current = new Configuration([other.Document("Asia/Seoul")], []) };
        using var upgrade = new HistoryUpgrade(Rebuild, null!, offices, TimeProvider.System, NullLogger<HistoryUpgrade>.Instance);

        Assert.False(await upgrade.UpgradeAsync(CancellationToken.None));

        Assert.Equal([office.Slug], await Rebuild.OutdatedAsync(CancellationToken.None));
        Assert.Equal(right, await RowsAsync(office));
        Assert.Equal(others, await RowsAsync(other));
        var said = new StringWriter();
        foreach (var verb in new[] { "check", "rebuild" })
        {
            Assert.Equal(1, await HistoryCommand.RunAsync(HistoryCommandOptions.Parse([verb, "--office", office.Slug]), _source, said, CancellationToken.None));
        }

        Assert.Contains($"{office.Slug}: left alone.", $"{said}", StringComparison.Ordinal);
        Assert.Equal(right, await RowsAsync(office));
    }

    [Fact]
    public async Task A_configuration_that_is_not_sound_makes_no_history_anew()
    {
        await new ConfigurationStore(_source).SeedAsync(CancellationToken.None);
        await using var connection = await _source.OpenConnectionAsync();
        await connection.ExecuteAsync("update office set document = jsonb_set(document, '{timeZone}', '\"Nowhere/Land\"') where slug = 'jamwon'");

        var refused = await Assert.ThrowsAsync<QueueHub.Platform.StartException>(
            () => HistoryCommand.RunAsync(HistoryCommandOptions.Parse(["rebuild"]), _source, TextWriter.Null, CancellationToken.None));

        Assert.Contains("Office jamwon", refused.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Told> Any(int deeds)
    {
        IReadOnlyList<Told> any = [];
        Stories[deeds].Sample(story => { any = story; }, iter: 1, threads: 1);
        return any;
    }

    private async Task<Office> LiveAsync(IReadOnlyList<Told> story)
    {
        var office = new Office(engines.Redis);
        await office.OpenDayAsync();
        foreach (var told in story)
        {
            await (await told.Deed.CommandAsync(office))(office.Queue);
            if (told.Luck == 0)
            {
                await Batches.WriteAsync(office.Slug, CancellationToken.None);
            }
        }

        // Redis is lost in the middle of the day, and the office founded anew; then the next day begins.
        await Batches.WriteAsync(office.Slug, CancellationToken.None);
        await Scenarios.RebuiltAsync(office);
        await Scenarios.CloseDayAsync(office);
        await Batches.WriteAsync(office.Slug, CancellationToken.None);
        office.Now += 15 * 60 * Office.Minute;
        await office.OpenDayAsync(Office.NextDay);
        var clerk = office.By("staff:clerk1", Office.NextDay);
        Assert.Null((await office.Queue.OpenCounterAsync(clerk, "1", ["register"], [])).Code);
        for (var visit = 0; visit < 3; visit++)
        {
            Office.Done(await office.Queue.IssueAsync(office.By("citizen", Office.NextDay), Office.Issue()));
            office.Now += 5 * Office.Minute;
            await Batches.WriteAsync(office.Slug, CancellationToken.None);
            Assert.Null((await office.Queue.CallNextAsync(office.By("staff:clerk1", Office.NextDay), "1")).Code);
            await office.Queue.NoShowAsync(office.By("staff:clerk1", Office.NextDay), "1", (await office.CounterAsync("1")).Ticket!.Value);
        }

        await Batches.WriteAsync(office.Slug, CancellationToken.None);
        return office;
    }

    private async Task<IReadOnlyList<(string Table, string Text)>> RowsAsync(Office office)
    {
        await using var connection = await _source.OpenConnectionAsync();
        return (await connection.QueryAsync<(string, string)>(Rows, new { office.Slug })).AsList();
    }

    private async Task ExecuteAsync(string sql, Office office)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, new { office.Slug });
    }

    /// <summary>A deed, and whether what has happened so far is written after it.</summary>
    private sealed record Told(Deed Deed, int Luck);
}
