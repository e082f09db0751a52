using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Engines;
using QueueHub.IntegrationTests.Tickets;

namespace QueueHub.IntegrationTests.Engines;

public sealed class RedisSettingsCheckTests(EngineFixture engines) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_existing_Redis_that_loses_what_was_acknowledged_is_warned_of_at_start()
    {
        await using var redis = await OwnRedisOrSkipAsync("--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "allkeys-lru");

        Assert.Collection(
            await WarningsAsync(redis.ConnectionString),
            warning => Assert.Contains("appendfsync everysec", warning, StringComparison.Ordinal),
            warning => Assert.Contains("maxmemory-policy allkeys-lru", warning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_keeps_everything_is_not_spoken_of()
    {
        await using var redis = await OwnRedisOrSkipAsync("--appendonly", "yes", "--appendfsync", "always");

        Assert.Empty(await WarningsAsync(redis.ConnectionString));
    }

    [Fact]
    public async Task What_may_not_be_asked_is_said_not_to_be_checked()
    {
        await using var redis = await OwnRedisOrSkipAsync("--appendonly", "yes");
        await redis.ExecuteAsync("ACL", "SETUSER", "default", "-config");

        var warning = Assert.Single(await WarningsAsync(redis.ConnectionString));
        Assert.Contains("could not be checked whether Redis has appendfsync always", warning, StringComparison.Ordinal);
    }

    private async Task<List<string>> WarningsAsync(string redis)
    {
        await using var set = await EngineSet.StartAsync(
            EngineFixture.Options(_folder["data"]) with { Redis = redis, Postgres = engines.Engines.PostgresConnectionString }, NullLoggerFactory.Instance, CancellationToken.None);
        var heard = new Heard<RedisSettingsCheck>();
        using var check = new RedisSettingsCheck(set, heard);
        await check.StartAsync(CancellationToken.None);
        await check.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(20));
        return heard.Take(LogLevel.Warning);
    }

    private Task<OwnRedis> OwnRedisOrSkipAsync(params string[] arguments)
    {
        _ = engines.Redis;
        return OwnRedis.StartAsync(arguments);
    }
}
