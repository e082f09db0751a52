using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Platform.Database;
using QueueHub.TestSupport;

namespace QueueHub.IntegrationTests.Database;

public class MigrationTests(EngineFixture engines)
{
    [Fact]
    public async Task An_empty_database_gets_all_tables_and_a_second_run_changes_nothing()
    {
        await using var source = NpgsqlDataSource.Create(await engines.CreateDatabaseAsync());

        await Migrations.ApplyAsync(source, NullLogger.Instance, default);
        var first = await TablesAsync(source);
        await Migrations.ApplyAsync(source, NullLogger.Instance, default);

        Assert.Superset(
            new HashSet<string> { "office", "form_template", "staff", "staff_office", "staff_session", "data_protection_key", "history_position", "event", "ticket", "form_access", "form_access_chain", "incident", "incident_chain", "recovery_booking" },
            first.ToHashSet());
        Assert.Equal(first, await TablesAsync(source));
    }

    [Fact]
    public async Task Nodes_that_start_together_apply_each_script_once()
    {
        var connectionString = await engines.CreateDatabaseAsync();
        var sources = Enumerable.Range(0, 6).Select(_ => NpgsqlDataSource.Create(connectionString)).ToList();

        await Task.WhenAll(sources.Select(source => Migrations.ApplyAsync(source, NullLogger.Instance, default)));

        await using var connection = await sources[0].OpenConnectionAsync();
        var applied = (await connection.QueryAsync<string>("select scriptname from schemaversions")).ToList();
        Assert.Equal(applied.Distinct().Count(), applied.Count);
        Assert.Contains("migrations/0001_offices.sql", applied);
        foreach (var source in sources)
        {
            await source.DisposeAsync();
        }
    }

    [Fact]
    public async Task Months_of_history_are_made_on_demand_by_many_writers_at_once_without_deadlock()
    {
        var connectionString = await engines.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(connectionString);
        await Migrations.ApplyAsync(source, NullLogger.Instance, default);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            await using var connection = await source.OpenConnectionAsync();
            for (var month = 1; month <= 12; month++)
            {
                var day = new DateOnly(2027, month, 28);
                await connection.ExecuteAsync("select ensure_history_partitions(@day)", new { day });
            }
        }));

        // On fresh connections: one that looked at the table while a month was being attached may remember it without that month,
        // which is why a writer that finds no partition drops its connections.
        source.Clear();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            await using var connection = await source.OpenConnectionAsync();
            for (var month = 1; month <= 12; month++)
            {
                var day = new DateOnly(2027, month, 28);
                await connection.ExecuteAsync(
                    """
                    insert into event (office, business_date, version, epoch, at, type, actor, tickets, counters, payload)
                    values (@office, @day, 1, 'e', now(), 'dayOpened', 'system', '{}', '{}', '{}')
                    """,
                    new { office = $"office-{writer}", day });
            }
        }));

        await using var check = await source.OpenConnectionAsync();
        Assert.Equal(12 * 8, await check.QuerySingleAsync<int>("select count(*)::int from event"));
        Assert.Equal(
            "event_2027_02", await check.QueryFirstAsync<string>("select tableoid::regclass::text from event where business_date = '2027-02-28' limit 1"));
    }

    private static async Task<List<string>> TablesAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<string>("select tablename from pg_tables where schemaname = 'public' order by 1")];
    }
}
