using Npgsql;
using QueueHub.TestSupport;

namespace QueueHub.IntegrationTests.Engines;

public class EngineFixtureTests(EngineFixture engines)
{
    [Fact]
    public async Task Tests_share_a_real_Redis()
    {
        var database = engines.Redis.GetDatabase();
        var key = $"qh:{{{EngineFixture.NewOffice()}}}:meta";

        await database.HashSetAsync(key, "version", 1);

        Assert.Equal(1, await database.HashGetAsync(key, "version"));
    }

    [Fact]
    public async Task Each_test_may_have_an_empty_database_of_its_own()
    {
        await using var first = NpgsqlDataSource.Create(await engines.CreateDatabaseAsync());
        await using var second = NpgsqlDataSource.Create(await engines.CreateDatabaseAsync());

        await first.CreateCommand("CREATE TABLE only_here (id int)").ExecuteNonQueryAsync();

        Assert.NotEqual(DBNull.Value, await first.CreateCommand("SELECT to_regclass('only_here')::text").ExecuteScalarAsync());
        Assert.Equal(DBNull.Value, await second.CreateCommand("SELECT to_regclass('only_here')::text").ExecuteScalarAsync());
    }
}
