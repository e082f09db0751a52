using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>What a caller is told when Redis is away, slow, full or clustered: "unavailable" only when nothing was done for certain.</summary>
public class ConnectionTests(EngineFixture engines)
{
    [Fact]
    public async Task Without_Redis_a_command_is_refused_at_once_and_never_carried_out_later()
    {
        await using var redis = await OwnRedisOrSkipAsync("--appendonly", "yes");
        var office = new Office(redis.Connection);
        await office.OpenDayAsync();
        await redis.KillAsync();
        await Eventually.TrueAsync(() => !redis.Connection.IsConnected, "the connection is seen to be lost");

        Assert.Equal(ProblemCodes.Unavailable, (await office.Queue.IssueAsync(office.Citizen(), Office.Issue())).Code);

        await redis.RestartAsync();
        await Eventually.TrueAsync(() => redis.Connection.IsConnected, "connected again");
        Assert.Null((await office.Queue.ConfirmAsync(office.System(), new FoundOffice("epoch1", 1))).Code);
        Assert.Equal(1, (await office.IssuedAsync()).Number);
        Assert.Equal(2, (await OfficeTruth.HoldsAsync(office)).Count);
    }

    [Fact]
    public async Task A_command_without_an_answer_in_time_is_unknown_and_its_repetition_tells_what_became_of_it()
    {
        await using var redis = await OwnRedisOrSkipAsync();
        var office = new Office(redis.Connection);
        await office.OpenDayAsync();
        var (context, issue) = (office.Citizen(), Office.Issue());
        var hurried = ConfigurationOptions.Parse(redis.ConnectionString);
        hurried.AsyncTimeout = 1000;
        await using var connection = await ConnectionMultiplexer.ConnectAsync(hurried);

        redis.Freeze();
        var unanswered = await new RedisTicketQueue(connection, NullLogger<RedisTicketQueue>.Instance).IssueAsync(context, issue);
        redis.Thaw();
        Assert.Equal(ProblemCodes.Unknown, unanswered.Code);

        QueueReply repeated = unanswered;
        await Eventually.TrueAsync(async () => (repeated = await office.Queue.IssueAsync(context, issue)).Ok, "it answers again");
        Assert.True(repeated.Replayed);
        Assert.Equal(1, repeated.Ticket!.Number);
        Assert.Equal(2, (await OfficeTruth.HoldsAsync(office)).Count);
    }

    [Fact]
    public async Task A_connection_lost_after_the_command_was_sent_leaves_it_unknown()
    {
        await using var redis = await OwnRedisOrSkipAsync();
        var office = new Office(redis.Connection);
        await office.OpenDayAsync();

        redis.Freeze();
        var running = office.Queue.IssueAsync(office.Citizen(), Office.Issue());
        await redis.KillAsync();

        Assert.Equal(ProblemCodes.Unknown, (await running).Code);
    }

    [Theory]
    [InlineData("maxmemory", "1")]
    [InlineData("min-replicas-to-write", "1")]
    public async Task A_Redis_that_takes_no_writes_is_unavailable_and_nothing_is_half_done(string setting, string value)
    {
        await using var redis = await OwnRedisOrSkipAsync();
        // What only frees memory is done also where none is left.
        foreach (var script in Scenarios.Names.Where(script => setting != "maxmemory" || script != "discard_form"))
        {
            var office = new Office(redis.Connection);
            var command = await Scenarios.PrepareAsync(script, office);
            var before = await Snapshot.OfAsync(office);

            await redis.ExecuteAsync("CONFIG", "SET", setting, value);
            Assert.Equal(ProblemCodes.Unavailable, (await command()).Code);
            await before.UnchangedAsync(office);

            await redis.ExecuteAsync("CONFIG", "SET", setting, "0");
            Assert.Null((await command()).Code);
        }
    }

    [Fact]
    public async Task A_user_who_may_not_ring_the_bell_still_gets_the_command_done()
    {
        await using var redis = await OwnRedisOrSkipAsync();
        var office = new Office(redis.Connection);
        await office.OpenDayAsync();
        await redis.ExecuteAsync("ACL", "SETUSER", "default", "resetchannels");

        Assert.Equal(TicketState.Waiting, (await office.IssuedAsync()).State);

        await OfficeTruth.HoldsAsync(office);
    }

    [Fact]
    public async Task Redis_gets_the_text_of_a_script_once_and_again_after_it_has_forgotten_it()
    {
        await using var redis = await OwnRedisOrSkipAsync();
        var office = new Office(redis.Connection);
        await office.OpenDayAsync();
        for (var i = 0; i < 5; i++)
        {
            await office.IssuedAsync();
        }

        Assert.Equal((2, 4), (await TimesAsync(redis, "eval"), await TimesAsync(redis, "evalsha")));

        await redis.Connection.GetServers()[0].ScriptFlushAsync();
        Assert.Equal(6, (await office.IssuedAsync()).Number);
    }

    [Fact]
    public async Task Every_script_runs_on_a_cluster()
    {
        await using var redis = await OwnRedisOrSkipAsync("--cluster-enabled", "yes");
        await redis.ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
        var server = redis.Connection.GetServers()[0];
        await Eventually.TrueAsync(async () => (await server.ExecuteAsync("CLUSTER", "INFO")).ToString().Contains("cluster_state:ok", StringComparison.Ordinal), "all slots are served");
        foreach (var script in Scenarios.Names)
        {
            var office = new Office(redis.Connection);
            Assert.Null((await (await Scenarios.PrepareAsync(script, office))()).Code);
            await OfficeTruth.HoldsAsync(office);
        }
    }

    private Task<OwnRedis> OwnRedisOrSkipAsync(params string[] arguments)
    {
        _ = engines.Redis;
        return OwnRedis.StartAsync(arguments);
    }

    private static async Task<int> TimesAsync(OwnRedis redis, string command)
    {
        var statistics = await redis.Connection.GetServers()[0].InfoAsync("commandstats");
        var line = statistics[0].FirstOrDefault(entry => entry.Key == $"cmdstat_{command}").Value;
        return line is null ? 0 : int.Parse(line.Split(',')[0]["calls=".Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
