using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Engines;
using QueueHub.History;
using QueueHub.History.CommandLine;
using QueueHub.History.Rebuild;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Platform;
using QueueHub.Platform.Database;

namespace QueueHub.IntegrationTests.History;

/// <summary>What was saved is there again on another machine, and goes on.</summary>
public sealed class BackupTests(EngineFixture engines) : IDisposable
{
    private const string Rows =
        """
        select event::text from event union all select ticket::text from ticket union all select rollup::text from rollup union all
        select counter_stretch::text from counter_stretch union all select history_position::text from history_position union all
        select data_protection_key::text from data_protection_key order by 1
        """;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_database_with_visits_is_saved_read_back_and_gone_on_with_by_a_hub()
    {
        var (old, @new) = (await engines.CreateDatabaseAsync(), await engines.CreateDatabaseAsync());
        await using var before = NpgsqlDataSource.Create(old);
        await Migrations.ApplyAsync(before, NullLogger.Instance, CancellationToken.None);
        var office = new Office(engines.Redis);
        await office.OpenDayAsync();
        await office.OpenCounterAsync("1");
        await VisitAsync(office, before);
        var file = _folder["hub.dump"];

        var programs = Programs.DefaultFolders;
        await new Backup(programs, old).WriteAsync(file, CancellationToken.None);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await Assert.ThrowsAsync<StartException>(() => new Backup(programs, old).WriteAsync(file, CancellationToken.None));
        await new Backup(programs, @new).ReadAsync(file, CancellationToken.None);

        await using var after = NpgsqlDataSource.Create(@new);
        Assert.Equal(await RowsAsync(before), await RowsAsync(after));
        await Assert.ThrowsAsync<StartException>(() => new Backup(programs, @new).ReadAsync(file, CancellationToken.None));

        await VisitAsync(office, after);
        var check = await new HistoryRebuild(after, new SeoulFacts()).CheckAsync(office.Slug, CancellationToken.None);
        Assert.True(check.WasRight, string.Join('\n', check.Differences));
        Assert.Equal((2L, 9L), (check.Tickets, check.Events));

        await using var hub = await new HubFactory(engines).WithPostgresAt(@new).StartAsync();
        using var browser = new HttpClient { BaseAddress = hub.Url };
        await Eventually.TrueAsync(async () => (await browser.GetAsync("/ready")).IsSuccessStatusCode, "the hub is ready on what was read back");
    }

    private async Task VisitAsync(Office office, NpgsqlDataSource source)
    {
        var ticket = await office.IssuedAsync();
        await office.ServingAsync("1", ticket.Ordinal);
        if (ticket.Ordinal == 1)
        {
            await office.Queue.CompleteAsync(office.Clerk("1"), "1", ticket.Ordinal, "issued");
        }

        await new HistoryBatches(source, engines.Redis, new SeoulFacts()).WriteAsync(office.Slug, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        return (await connection.QueryAsync<string>(Rows)).AsList();
    }
}
