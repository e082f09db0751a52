using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Contracts.Forms;
using QueueHub.History;
using QueueHub.IntegrationTests.Database;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Platform.Database;
using QueueHub.Tickets;

namespace QueueHub.IntegrationTests.History;

/// <summary>The writers as they run on nodes: woken by the log, going on through outages, one office never holding up another.</summary>
public sealed class HistoryWriterTests(EngineFixture engines) : IAsyncLifetime
{
    private string _database = null!;
    private NpgsqlDataSource _source = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await engines.CreateDatabaseAsync();
        _source = NpgsqlDataSource.Create(_database);
        await Migrations.ApplyAsync(_source, NullLogger.Instance, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    [Fact]
    public async Task While_Postgres_is_away_tickets_are_issued_and_history_catches_up_afterwards()
    {
        await using var link = new PostgresLink(_database);
        var office = new Office(engines.Redis);
        await office.OpenDayAsync();
        await using var writer = await Writer.StartAsync(engines, link.ConnectionString, office.Slug);
        await office.IssuedAsync();
        await writer.ReachesAsync(office, _source);

        link.Cut();
        for (var ticket = 0; ticket < 50; ticket++)
        {
            await office.IssuedAsync();
        }

        link.Restore();

        await writer.ReachesAsync(office, _source);
        Assert.Equal(51, await CountAsync("select count(*) from ticket where office = @Slug", office));
    }

    [Fact]
    public async Task Writers_of_many_nodes_whose_connections_are_killed_write_every_event_once()
    {
        const int Tickets = 600;
        var office = new Office(engines.Redis);
        await office.OpenDayAsync();
        var writers = new List<Writer>();
        for (var node = 0; node < 4; node++)
        {
            writers.Add(await Writer.StartAsync(engines, _database, office.Slug));
        }

        var issuing = Task.Run(async () =>
        {
            for (var ticket = 0; ticket < Tickets; ticket++)
            {
                await office.IssuedAsync();
            }
        });
        while (!issuing.IsCompleted)
        {
            await ExecuteAsync(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and random() < 0.3");
        }

        await issuing;
        await writers[0].ReachesAsync(office, _source);
        Assert.Equal(
            Enumerable.Range(1, Tickets + 1).Select(version => (long)version),
            await QueryAsync("select version from event where office = @Slug order by version", office));
        Assert.Equal(Tickets, await CountAsync("select count(*) from ticket where office = @Slug", office));
        foreach (var writer in writers)
        {
            await writer.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_entry_that_cannot_be_stored_stops_its_own_office_only()
    {
        var (broken, sound) = (new Office(engines.Redis), new Office(engines.Redis));
        await broken.OpenDayAsync();
        await sound.OpenDayAsync();
        await broken.Database.StreamAddAsync(RedisKeys.Events(broken.Slug), "event", "{\"version\":", "2-0");
        await using var writer = await Writer.StartAsync(engines, _database, broken.Slug, sound.Slug);
        await sound.IssuedAsync();

        await writer.ReachesAsync(sound, _source);

        Assert.Equal(0, await CountAsync("select count(*) from event where office = @Slug", broken));
    }

    [Fact]
    public async Task A_note_with_a_character_that_Postgres_refuses_does_not_stop_the_history()
    {
        var office = new Office(engines.Redis);
        await office.OpenDayAsync();
        await office.OpenCounterAsync("1");
        var ticket = await office.IssuedAsync();
        await office.CalledAsync("1", ticket.Ordinal);
        Office.Done(await office.Queue.ParkAsync(office.Clerk("1"), "1", ticket.Ordinal, "a\0b \\u0000 ' \" 서초"));
        await using var writer = await Writer.StartAsync(engines, _database, office.Slug);

        await writer.ReachesAsync(office, _source);

        var parked = (await new HistoryQueries(_source).EventsAsync(office.Slug, Office.Day, ticket.Ordinal))[^1];
        Assert.Equal("a\ufffdb \\u0000 ' \" 서초", parked.Event.Tickets![0].Note);
        Assert.Equal([ticket.Ordinal], (await new HistoryQueries(_source).DayAsync(office.Slug, Office.Day)).Select(row => row.Ordinal));
    }

    [Fact]
    public async Task A_database_without_tables_knows_no_floor()
    {
        await using var empty = NpgsqlDataSource.Create(await engines.CreateDatabaseAsync());

        Assert.Null(await new HistoryQueries(empty).FloorAsync("seocho"));
        Assert.Equal(new HistoryFloor(0, 0), await new HistoryQueries(_source).FloorAsync("seocho"));
    }

    private async Task<long> CountAsync(string sql, Office office) => (await QueryAsync(sql, office)).Single();

    private async Task<List<long>> QueryAsync(string sql, Office office)
    {
        // The pool may still hold connections that were killed.
        NpgsqlConnection.ClearAllPools();
        await using var connection = await _source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<long>(sql, new { office.Slug })];
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }

    /// <summary>One node's writer, following given offices.</summary>
    private sealed class Writer(IHost host) : IAsyncDisposable
    {
        public static async Task<Writer> StartAsync(EngineFixture engines, string database, params string[] offices)
        {
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddSingleton(engines.Redis);
            builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(database));
            builder.Services.AddSingleton<DatabaseStart>();
            builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseStart>());
            builder.Services.AddSingleton<IOffices>(new Named(offices));
            builder.Services.AddSingleton<OfficeLog>();
            builder.Services.AddSingleton<OfficeFollowers>();
            builder.Services.AddSingleton<IOfficeStates>(services => services.GetRequiredService<OfficeFollowers>());
            builder.Services.AddHostedService(services => services.GetRequiredService<OfficeFollowers>());
            builder.Services.AddSingleton<HistoryBatches>();
            builder.Services.AddSingleton<IOfficeFacts, SeoulFacts>();
            builder.Services.AddSingleton<LogTrimmer>();
            builder.Services.AddHostedService<HistoryWriter>();
            var host = builder.Build();
            await host.StartAsync();
            return new Writer(host);
        }

        /// <summary>Waits until history knows everything the office has done.</summary>
        public Task ReachesAsync(Office office, NpgsqlDataSource source) => Eventually.TrueAsync(
            async () =>
            {
                var version = (long)await office.Database.HashGetAsync(RedisKeys.Meta(office.Slug), "version");
                return await new HistoryQueries(source).FloorAsync(office.Slug) is { } floor && floor.Version == version;
            },
            "history has everything",
            TimeSpan.FromSeconds(60));

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    private sealed class Named(IReadOnlyList<string> slugs) : IOffices
    {
        public IReadOnlyList<OfficeDocument> All { get; } =
            [.. slugs.Select(slug => new OfficeDocument(slug, new("", ""), new("", ""), "Asia/Seoul", [], [], [], [], new QueueRules()))];

        public event Action? Changed
        {
            add { }
            remove { }
        }

        public OfficeDocument? Find(string slug) => All.FirstOrDefault(office => office.Slug == slug);
        public FormTemplate? Form(string id) => null;
        public FormTemplate? Form(string id, int version) => null;
    }
}
