using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using QueueHub.History;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Offices;
using QueueHub.Platform.Limits;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.History;

public class LogWatchTests(EngineFixture engines)
{
    private readonly FakeTimeProvider _time = new();
    private readonly Heard<LogWatch> _heard = new();

    [Fact]
    public async Task A_log_that_grows_is_warned_of_now_and_then_until_it_is_short_again()
    {
        await using var redis = await OwnRedisOrSkipAsync();
        var db = redis.Connection.GetDatabase();
        using var watch = Watch(redis, new LimitOptions { LogEvents = 20, RedisMemoryPercent = 100 });
        await AddAsync(db, "one", 10);
        await AddAsync(db, "two", 9);

        await watch.LookAsync();
        Assert.Empty(_heard.Take());

        await AddAsync(db, "two", 1);
        await watch.LookAsync();
        Assert.Contains("20 events", Assert.Single(_heard.Take(LogLevel.Warning)), StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromSeconds(30));
        await watch.LookAsync();
        Assert.Empty(_heard.Take());

        _time.Advance(LogWatch.AtMostEvery);
        await watch.LookAsync();
        Assert.Single(_heard.Take(LogLevel.Warning));

        await db.StreamTrimAsync(RedisKeys.Events("one"), 0);
        await watch.LookAsync();
        Assert.Contains("room again", Assert.Single(_heard.Take(LogLevel.Information)), StringComparison.Ordinal);
        await watch.LookAsync();
        Assert.Empty(_heard.Take());
    }

    [Fact]
    public async Task A_Redis_that_fills_is_warned_of_before_it_refuses_anything()
    {
        await using var redis = await OwnRedisOrSkipAsync("--maxmemory", "40mb", "--maxmemory-policy", "noeviction");
        using var watch = Watch(redis, new LimitOptions());
        await watch.LookAsync();
        Assert.Empty(_heard.Take());

        for (var i = 0; i < 26; i++)
        {
            await redis.Connection.GetDatabase().StringSetAsync($"ballast{i}", new byte[1024 * 1024]);
        }

        await watch.LookAsync();
        Assert.Contains("of its memory (from 60 %)", Assert.Single(_heard.Take(LogLevel.Warning)), StringComparison.Ordinal);
        await AddAsync(redis.Connection.GetDatabase(), "one", 1);
    }

    [Fact]
    public async Task Where_nobody_may_ask_for_memory_the_length_is_watched_all_the_same()
    {
        await using var redis = await OwnRedisOrSkipAsync();
        await redis.ExecuteAsync("ACL", "SETUSER", "default", "-info");
        using var watch = Watch(redis, new LimitOptions { LogEvents = 1 });
        await AddAsync(redis.Connection.GetDatabase(), "two", 1);

        await watch.LookAsync();

        Assert.Contains("an unknown part of its memory", Assert.Single(_heard.Take(LogLevel.Warning)), StringComparison.Ordinal);
    }

    private LogWatch Watch(OwnRedis redis, LimitOptions limits) =>
        new(redis.Connection, new TwoOffices(), Options.Create(limits), _time, _heard);

    private static async Task AddAsync(IDatabase db, string office, int events)
    {
        for (var i = 0; i < events; i++)
        {
            await db.StreamAddAsync(RedisKeys.Events(office), "event", "{}");
        }
    }

    private Task<OwnRedis> OwnRedisOrSkipAsync(params string[] arguments)
    {
        _ = engines.Redis;
        return OwnRedis.StartAsync(arguments);
    }

    private sealed class TwoOffices : IOffices
    {
        public event Action? Changed
        {
            add { }
            remove { }
        }

        public IReadOnlyList<OfficeDocument> All { get; } = [Office("one"), Office("two")];

        public OfficeDocument? Find(string slug) => All.FirstOrDefault(office => office.Slug == slug);

        public Contracts.Forms.FormTemplate? Form(string id) => null;

        public Contracts.Forms.FormTemplate? Form(string id, int version) => null;

        private static OfficeDocument Office(string slug) => new(slug, new("", ""), new("", ""), "Asia/Seoul", [], [], [], [], new QueueRules());
    }
}
