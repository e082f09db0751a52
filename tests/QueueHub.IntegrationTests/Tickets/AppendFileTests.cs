using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Engines;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Files;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>What was destroyed is gone from Redis's files, too, some time after closing.</summary>
public class AppendFileTests(EngineFixture engines)
{
    private const int Quickly = 50;
    private const string Name = "남궁비밀";

    // What docs/redis-keys.md asks for, without the right to have the file rewritten.
    private static readonly string[] Limited = ["+@read", "+@write", "+@scripting", "+@pubsub", "+@connection", "+time", "+info", "~qh:*", "&qh:*"];

    [Fact]
    public async Task After_closing_no_file_of_Redis_holds_a_form_any_more()
    {
        var database = await engines.CreateDatabaseAsync();
        await OfficeChanges.SeedOfficesAsync(database, OfficeChanges.ZoneAt(12));
        await using var hub = await new HubFactory(engines).WithPostgresAt(database).WithOpeningHours().WithTime(new ShiftedClock(pace: Quickly)).StartAsync();
        var redis = hub.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
        using var citizen = hub.NewClient();
        var (clerk, _) = await hub.SignInAsync("kim");
        using var _ = clerk;
        var door = new HttpDoor(clerk, Seocho.Office, "1");
        Assert.True((await door.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
        await citizen.IssueAsync(form: hub.FilledForm(Name));
        await citizen.IssueAsync(form: hub.FilledForm(Name));
        var (visited, waited) = (await CiphertextsAsync(redis, 1), await CiphertextsAsync(redis, 2));
        var visit = (await door.CallNext(Seocho.CallNext())).Ticket!.Value;
        Assert.True((await door.Start(Seocho.Request(visit))).Ok);
        Assert.True((await door.Complete(new CompleteRequest(Seocho.NewRequestId(), visit))).Ok);

        // Somebody's form at an office that is not closed, to show that what is looked for would be found.
        var kept = new Office(hub.Services.GetRequiredService<IConnectionMultiplexer>());
        await kept.OpenDayAsync();
        var form = Encoding.UTF8.GetBytes($"still needed {Guid.NewGuid():N}");
        await kept.IssuedAsync(form: new SealedForm(Office.Template, 1, 1, [new("name", form)], new Dictionary<string, int>()));
        await hub.EndDayAsync();

        Assert.All([.. visited, .. waited, form], bytes => Assert.True(IsInFiles(hub, bytes), "Redis has written it down"));
        Assert.Equal(1, (long)await redis.ScriptEvaluateAsync("return redis.call('PEXPIRE', KEYS[1], 1)", [RedisKeys.Submission(Seocho.Office, visit)]));
        await CloseEarlierAsync(redis, Seocho.Office, TimeSpan.FromMinutes(20));

        await Eventually.TrueAsync(() => redis.KeyExistsAsync(RedisKeys.Rewritten), "the file is rewritten");
        await Eventually.TrueAsync(() => visited.Concat(waited).All(bytes => !IsInFiles(hub, bytes)), "the files before it are gone");
        Assert.False(IsInFiles(hub, Encoding.UTF8.GetBytes(Name)));
        Assert.True(IsInFiles(hub, form));
    }

    [Fact]
    public async Task A_prepared_form_leaves_the_files_half_a_day_after_it_went_although_no_office_closes()
    {
        await using var redis = await OwnRedis.StartAsync("--appendonly", "yes");
        var office = new Office(redis.Connection);
        var (db, index) = (redis.Connection.GetDatabase(), RedisKeys.PreparedIndex(office.Slug));
        var (destroyed, kept) = ("prepared and destroyed"u8.ToArray(), "prepared and kept"u8.ToArray());
        foreach (var form in new[] { destroyed, kept })
        {
            var sealedForm = new SealedForm(Office.Template, 1, 1, [new("name", form)], new Dictionary<string, int>());
            Assert.Null((await office.Queue.PrepareFormAsync(office.By("citizen", day: ""), Encoding.UTF8.GetString(form), "register", sealedForm, present: false)).Code);
        }

        Assert.Null((await office.Queue.DiscardFormAsync(office.By("citizen", day: ""), Encoding.UTF8.GetString(destroyed))).Code);
        await using var nodes = new Rewriters(1, redis.ConnectionString, office.Document("Asia/Seoul"));
        await nodes.LookAgainAsync();
        Assert.Equal("0", await InfoAsync(redis, "aof_rewrites"));
        Assert.True(Holds(redis.DataFolder, destroyed));

        await db.SortedSetDecrementAsync(index, Encoding.UTF8.GetString(destroyed), TimeSpan.FromHours(12).TotalMilliseconds);

        // Its hash, which says nothing, is in the index for some days.
        byte[] ciphertext = [.. "1 "u8, .. destroyed];
        await Eventually.TrueAsync(() => db.KeyExistsAsync(RedisKeys.Rewritten), "it is rewritten");
        await Eventually.TrueAsync(() => !Holds(redis.DataFolder, ciphertext), "the form is gone from the files");
        Assert.True(Holds(redis.DataFolder, [.. "1 "u8, .. kept]));
        Assert.Empty(nodes.Warnings);
    }

    [Fact]
    public async Task Nodes_rewrite_the_file_once_for_all_offices_that_close_together()
    {
        await using var redis = await OwnRedis.StartAsync("--appendonly", "yes");
        var offices = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => ClosedAsync(redis.Connection)));
        await using var nodes = new Rewriters(3, redis.ConnectionString, offices);

        await Eventually.TrueAsync(() => redis.Connection.GetDatabase().KeyExistsAsync(RedisKeys.Rewritten), "it is rewritten");
        await nodes.LookAgainAsync();

        Assert.Equal("1", await InfoAsync(redis, "aof_rewrites"));
        Assert.Empty(nodes.Warnings);
    }

    [Fact]
    public async Task What_a_killed_node_has_left_undone_is_done_by_another()
    {
        await using var redis = await OwnRedis.StartAsync("--appendonly", "yes");
        var office = await ClosedAsync(redis.Connection);
        var db = redis.Connection.GetDatabase();
        await db.StringSetAsync(RedisKeys.Rewriting, "killed", TimeSpan.FromMinutes(1));
        await using var nodes = new Rewriters(2, redis.ConnectionString, office);
        await nodes.LookAgainAsync();
        Assert.Equal("0", await InfoAsync(redis, "aof_rewrites"));

        // Its minute is over.
        await db.KeyDeleteAsync(RedisKeys.Rewriting);
        await Eventually.TrueAsync(() => db.KeyExistsAsync(RedisKeys.Rewritten), "it is rewritten");

        Assert.Equal("1", await InfoAsync(redis, "aof_rewrites"));
    }

    [Fact]
    public async Task A_form_whose_time_is_over_is_not_written_again()
    {
        await using var redis = await OwnRedis.StartAsync("--appendonly", "yes", "--enable-debug-command", "yes");
        await redis.ExecuteAsync("DEBUG", "SET-ACTIVE-EXPIRE", "0");
        var office = await ClosedAsync(redis.Connection);
        var (db, form) = (redis.Connection.GetDatabase(), RedisKeys.Submission(office.Slug, 1));
        await db.HashSetAsync(form, "field:name", "1 ciphertext");
        Assert.Equal(1, (long)await db.ScriptEvaluateAsync("return redis.call('PEXPIRE', KEYS[1], 1)", [form]));
        await using var nodes = new Rewriters(1, redis.ConnectionString, office);

        await Eventually.TrueAsync(() => db.KeyExistsAsync(RedisKeys.Rewritten), "it is rewritten");
        await Eventually.TrueAsync(() => !Holds(redis.DataFolder, "ciphertext"u8.ToArray()), "the form is gone from the files");
    }

    [Fact]
    public async Task A_rewriting_that_ended_with_the_process_of_Redis_is_not_taken_for_done()
    {
        await using var redis = await OwnRedis.StartAsync("--appendonly", "yes", "--appendfsync", "always");
        await redis.Connection.GetDatabase().StringSetAsync("something", "to write");
        await redis.ExecuteAsync("CONFIG", "SET", "rdb-key-save-delay", "600000000");
        var file = new AppendFile(redis.Connection.GetServers()[0], new ShiftedClock(pace: Quickly));

        var reason = await file.RewriteAsync(
            async () =>
            {
                using var writer = Process.GetProcessById(await ChildAsync(redis));
                await redis.KillAsync();

                // Its child would go on for as long as it was told to take.
                writer.Kill();
                await redis.RestartAsync();
                await Eventually.TrueAsync(() => AnswersAsync(redis), "Redis is back", TimeSpan.FromMinutes(2));
            },
            CancellationToken.None);

        Assert.Equal("Redis was restarted while it was rewriting", reason);
        Assert.Equal("0", await InfoAsync(redis, "aof_rewrites"));
    }

    [Theory]
    [InlineData("may not", "NOPERM")]
    [InlineData("does not know it", "unknown command")]
    [InlineData("keeps no file", "appendonly no")]
    public async Task A_Redis_that_does_not_rewrite_is_told_of_once_a_day(string which, string reason)
    {
        await using var redis = await OwnRedis.StartAsync(which switch
        {
            "may not" => ["--appendonly", "yes"],
            "does not know it" => ["--appendonly", "yes", "--rename-command", "BGREWRITEAOF", ""],
            _ => ["--appendonly", "no"],
        });
        var office = await ClosedAsync(redis.Connection);
        await redis.ExecuteAsync("ACL", ["SETUSER", "hub", "on", ">secret", .. Limited, .. which == "may not" ? Array.Empty<string>() : ["+bgrewriteaof"]]);
        await using var nodes = new Rewriters(1, $"{redis.ConnectionString},user=hub,password=secret", office);
        for (var round = 0; round < 3; round++)
        {
            await Eventually.TrueAsync(() => redis.Connection.GetDatabase().KeyExistsAsync(RedisKeys.Rewriting), "it is tried");
            await nodes.LookAgainAsync();
            await redis.Connection.GetDatabase().KeyDeleteAsync(RedisKeys.Rewriting);
        }

        var warning = Assert.Single(nodes.Warnings);
        Assert.Contains(reason, warning, StringComparison.Ordinal);
        Assert.Contains("+bgrewriteaof", warning, StringComparison.Ordinal);
        Assert.False(await redis.Connection.GetDatabase().KeyExistsAsync(RedisKeys.Rewritten));
    }

    [Fact]
    public async Task The_rights_that_the_documentation_asks_for_are_enough()
    {
        await using var redis = await OwnRedis.StartAsync("--appendonly", "yes");
        await redis.ExecuteAsync("ACL", ["SETUSER", "hub", "on", ">secret", .. Limited, "+bgrewriteaof"]);
        await using var nodes = new Rewriters(1, $"{redis.ConnectionString},user=hub,password=secret", await ClosedAsync(redis.Connection));

        await Eventually.TrueAsync(() => redis.Connection.GetDatabase().KeyExistsAsync(RedisKeys.Rewritten), "it is rewritten");
        Assert.Empty(nodes.Warnings);
    }

    // An office whose day was closed longer ago than its last forms may live.
    private static async Task<OfficeDocument> ClosedAsync(IConnectionMultiplexer redis)
    {
        var office = new Office(redis);
        await office.OpenDayAsync();
        Assert.True((await office.Queue.CloseDayAsync(office.System())).Ok);
        await CloseEarlierAsync(office.Database, office.Slug, TimeSpan.FromMinutes(2));
        return office.Document("Asia/Seoul");
    }

    private static Task<long> CloseEarlierAsync(IDatabase redis, string office, TimeSpan by) =>
        redis.HashDecrementAsync(RedisKeys.Meta(office), "closed", (long)by.TotalMilliseconds);

    private static async Task<List<byte[]>> CiphertextsAsync(IDatabase redis, long ticket)
    {
        var fields = (await redis.HashGetAllAsync(RedisKeys.Submission(Seocho.Office, ticket)))
            .Where(entry => entry.Name.StartsWith("field:"u8.ToArray())).Select(entry => ((byte[])entry.Value!)[2..]).ToList();
        Assert.NotEmpty(fields);
        return fields;
    }

    private static bool IsInFiles(RunningHub hub, byte[] bytes) => Holds(Path.Combine(hub.DataFolder, "redis"), bytes);

    private static bool Holds(string folder, byte[] bytes) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".sock", StringComparison.Ordinal))
            .Any(file => Read(file).AsSpan().IndexOf(bytes) >= 0);

    // Redis removes the old files while they are looked through.
    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    private static async Task<bool> AnswersAsync(OwnRedis redis)
    {
        try
        {
            await redis.Connection.GetDatabase().PingAsync();
            return true;
        }
        catch (Exception error) when (RedisFaults.IsFault(error))
        {
            return false;
        }
    }

    // The process in which it rewrites.
    private static async Task<int> ChildAsync(OwnRedis redis)
    {
        var id = await InfoAsync(redis, "process_id", "server");
        return int.Parse(await File.ReadAllTextAsync($"/proc/{id}/task/{id}/children"), CultureInfo.InvariantCulture);
    }

    private static async Task<string?> InfoAsync(OwnRedis redis, string name, string section = "persistence")
    {
        var info = await redis.Connection.GetServers()[0].InfoAsync(section);
        return info.SelectMany(entries => entries).FirstOrDefault(entry => entry.Key == name).Value;
    }

    /// <summary>What nodes do about the file, quickly.</summary>
    private sealed class Rewriters : IOffices, ILogger<AppendFileRewriter>, IAsyncDisposable
    {
        private readonly ConcurrentQueue<string> _warnings = [];
        private readonly List<AppendFileRewriter> _nodes;
        private readonly OfficeDocument[] _offices;
        private readonly ConnectionMultiplexer _redis;
        private int _looks;

        public Rewriters(int count, string redis, params OfficeDocument[] offices)
        {
            _offices = offices;
            var options = RedisClient.Prudent(ConfigurationOptions.Parse(redis), TimeSpan.FromSeconds(30));
            _redis = ConnectionMultiplexer.Connect(options);
            _nodes = [.. Enumerable.Range(0, count).Select(_ => new AppendFileRewriter(_redis, options, this, new ShiftedClock(pace: Quickly), this))];
            _nodes.ForEach(node => _ = node.StartAsync(CancellationToken.None));
        }

        public IReadOnlyCollection<string> Warnings => _warnings;

        public IReadOnlyList<OfficeDocument> All
        {
            get
            {
                Interlocked.Increment(ref _looks);
                return _offices;
            }
        }

        /// <summary>Returns when each has looked once more, from beginning to end.</summary>
        public Task LookAgainAsync()
        {
            var enough = Volatile.Read(ref _looks) + (3 * _nodes.Count);
            return Eventually.TrueAsync(() => Volatile.Read(ref _looks) >= enough, "they have looked again");
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var node in _nodes)
            {
                await node.StopAsync(CancellationToken.None);
                node.Dispose();
            }

            await _redis.DisposeAsync();
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Warning)
            {
                _warnings.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{formatter(state, exception)} {exception}"));
            }
        }

        public bool IsEnabled(LogLevel logLevel) => true;
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public event Action? Changed
        {
            add { }
            remove { }
        }

        public OfficeDocument? Find(string slug) => null;
        public FormTemplate? Form(string id) => null;
        public FormTemplate? Form(string id, int version) => null;
    }
}
