using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QueueHub.TestSupport;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Engines;

public class HubFactoryTests(EngineFixture engines)
{
    [Fact]
    public async Task The_real_hub_serves_both_clients_from_a_port_of_its_own()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var client = hub.NewClient();

        Assert.Contains("_framework", await client.GetStringAsync("/counter/"));
        Assert.Contains("_framework", await client.GetStringAsync("/display/any-office"));
    }

    [Fact]
    public async Task Two_nodes_share_one_Redis_and_one_database()
    {
        await using var first = await new HubFactory(engines).StartAsync();
        await using var second = await new HubFactory(engines).Beside(first).StartAsync();

        await first.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase().StringSetAsync("shared", "yes");
        await first.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("CREATE TABLE shared (id int)").ExecuteNonQueryAsync();

        Assert.Equal("yes", await second.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase().StringGetAsync("shared"));
        Assert.Equal(0L, await second.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT count(*) FROM shared").ExecuteScalarAsync());
        Assert.NotEqual(first.Url, second.Url);
    }

    [Fact]
    public async Task A_cut_link_to_Redis_fails_commands_at_once_and_heals_when_restored()
    {
        await using var proxy = new FaultProxy(engines.Engines.RedisConfiguration.EndPoints[0]);
        await using var hub = await new HubFactory(engines).WithRedisAt($"127.0.0.1:{proxy.EndPoint.Port}").StartAsync();
        var redis = hub.Services.GetRequiredService<IConnectionMultiplexer>();
        var key = EngineFixture.NewOffice();
        await redis.GetDatabase().StringSetAsync(key, "before");

        proxy.Cut();
        await Eventually.TrueAsync(() => !redis.IsConnected, "the hub notices");
        await Assert.ThrowsAnyAsync<RedisException>(() => redis.GetDatabase().StringSetAsync(key, "lost"));

        proxy.Restore();
        await Eventually.TrueAsync(() => redis.IsConnected, "the hub reconnects", TimeSpan.FromSeconds(30));
        Assert.Equal("before", await redis.GetDatabase().StringGetAsync(key));
    }
}
