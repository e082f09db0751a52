using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Engines;
using QueueHub.History;
using QueueHub.IntegrationTests.Database;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Platform.Database;

namespace QueueHub.IntegrationTests.History;

/// <summary>A node that freezes while it writes history holds the office's row: the others must not wait for it for ever.</summary>
public sealed class FrozenWriterTests(EngineFixture engines)
{
    private const string Patient = "Timeout=60;Command Timeout=60";

    [Fact]
    public async Task What_a_frozen_node_has_locked_another_one_writes_within_seconds()
    {
        var database = await engines.CreateDatabaseAsync();
        await using var source = PostgresClient.Prudent($"{database};{Patient}").Build();
        await Migrations.ApplyAsync(source, NullLogger.Instance, CancellationToken.None);
        var office = new Office(engines.Redis);
        await office.OpenDayAsync();
        var batches = new HistoryBatches(source, engines.Redis, new SeoulFacts());
        Assert.NotNull(await batches.WriteAsync(office.Slug, CancellationToken.None));
        await office.IssuedAsync();

        await using var link = new PostgresLink(database);
        await using var frozen = PostgresClient.Prudent($"{link.ConnectionString};{Patient}").Build();
        var connection = await frozen.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("select version from history_position where office = @Slug for update", new { office.Slug }, transaction);
        link.Silence();

        await Eventually.TrueAsync(async () => await batches.WriteAsync(office.Slug, CancellationToken.None) is { Events.Count: 1 }, "the other node writes", TimeSpan.FromMinutes(2));

        // Its session is over, and not a moment before was anything written.
        link.Restore();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => connection.ExecuteAsync("select 1", transaction: transaction));
    }
}
