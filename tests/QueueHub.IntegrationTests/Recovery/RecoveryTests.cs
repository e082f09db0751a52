using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Tickets;
using QueueHub.IntegrationTests.Database;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Live;
using QueueHub.Tickets;

namespace QueueHub.IntegrationTests.Recovery;

/// <summary>Redis dies and comes back as it was, as it was some time ago, as a replica that lagged, or with nothing at all.</summary>
public sealed class RecoveryTests(EngineFixture engines) : IAsyncLifetime
{
    private OwnRedis _redis = null!;
    private string _postgres = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await OwnRedis.StartAsync("--appendonly", "yes", "--appendfsync", "always");
        _postgres = await engines.CreateDatabaseAsync();
    }

    public ValueTask DisposeAsync() => _redis.DisposeAsync();

    [Fact]
    public async Task A_Redis_that_comes_back_as_it_was_goes_on_under_the_same_epoch()
    {
        await using var one = await HubAsync();
        await using var two = await HubAsync();
        using var citizen = one.NewClient();
        var before = await citizen.IssueAsync();
        var epoch = one.State().Epoch;

        await _redis.KillAsync();
        await _redis.RestartAsync();
        var after = await two.IssuedAgainAsync();

        Assert.Equal((before.Number + 1, epoch), (after.Number, two.State().Epoch));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Redis_that_was_set_back_or_emptied_is_founded_anew_from_what_the_nodes_know(bool emptied)
    {
        await using var one = await HubAsync();
        await using var two = await HubAsync();
        using var citizen = one.NewClient();
        var (kim, _) = await one.SignInAsync("kim");
        var counter = new HttpDoor(kim, Seocho.Office, "1");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var first = await citizen.IssueAsync(form: one.FilledForm());
        var putBack = _redis.KeepFiles();
        var called = await counter.CallNext(Seocho.CallNext());
        var second = await citizen.IssueAsync(form: one.FilledForm());
        var third = await citizen.IssueAsync("passport");
        var known = one.State();
        await two.FollowsAsync(known);

        await _redis.KillAsync();
        (emptied ? _redis.LoseFiles : putBack)();
        await _redis.RestartAsync();
        var after = await two.IssuedAgainAsync();

        var state = two.State();
        KnownAgain(known, state);
        Assert.Equal((known.Counters["1"].Ticket, known.Counters["1"].Staff), (state.Counters["1"].Ticket, state.Counters["1"].Staff));
        Assert.True(after.Number > second.Number + 1, "the numbers that nobody may know of are not skipped");
        await one.FollowsAsync(state);
        Assert.Equal(!emptied, state.Tickets[first.Number].Form is not null);
        Assert.Null(state.ByTokenOf(second).Form);
        Assert.Equal(TicketState.Waiting, state.ByTokenOf(third).State);

        await counter.Start(Seocho.Request(called.Ticket!.Value));
        Assert.Null((await counter.Complete(new CompleteRequest(Seocho.NewRequestId(), called.Ticket.Value))).Problem);
        Assert.Equal(second.Number, (await counter.CallNext(Seocho.CallNext())).Number);
        kim.Dispose();
        await two.HistoryFollowsAsync();
    }

    [Fact]
    public async Task With_every_node_dead_and_Redis_emptied_the_office_comes_back_from_history()
    {
        OfficeState known;
        IssuedTicket ticket;
        await using (var one = await HubAsync())
        {
            using var citizen = one.NewClient();
            await citizen.IssueAsync();
            ticket = await citizen.IssueAsync();
            await one.HistoryFollowsAsync();
            known = one.State();
        }

        await _redis.KillAsync();
        _redis.LoseFiles();
        await _redis.RestartAsync();
        await using var two = await HubAsync();
        await two.IssuedAgainAsync();

        KnownAgain(known, two.State());
        using var phone = two.NewClient();
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync(ticket.Url)).StatusCode);
        await two.HistoryFollowsAsync();
    }

    [Fact]
    public async Task A_replica_that_lagged_and_is_promoted_is_founded_anew_and_no_number_comes_twice()
    {
        await using var replication = _redis.Link();
        await using var replica = await OwnRedis.StartAsync("--replicaof", "127.0.0.1", $"{replication.EndPoint.Port}");
        await using var address = _redis.Link();
        await using var one = await HubAsync(address);
        await using var two = await HubAsync(address);
        using var citizen = one.NewClient();
        await citizen.IssueAsync();
        await Eventually.TrueAsync(
            async () => (long)await replica.Connection.GetDatabase().HashGetAsync(RedisKeys.Meta(Seocho.Office), "version") == one.State().Version, "the replica has followed");

        // What is acknowledged from here on never reaches the replica.
        replication.Silence();
        await citizen.IssueAsync();
        var last = await citizen.IssueAsync();
        var known = one.State();
        await two.FollowsAsync(known);
        await _redis.KillAsync();
        replication.Cut();
        await replica.ExecuteAsync("REPLICAOF", "NO", "ONE");
        address.Target = new UnixDomainSocketEndPoint(replica.Socket);
        var after = await two.IssuedAgainAsync();

        KnownAgain(known, two.State());
        Assert.True(after.Number > last.Number, $"{after.Number} after {last.Number}");
        await one.FollowsAsync(two.State());
        await two.HistoryFollowsAsync();
    }

    [Fact]
    public async Task A_node_that_was_cut_off_while_the_others_decided_follows_them_and_keeps_nothing_of_its_own()
    {
        await using var link = _redis.Link();
        await using var lonely = await HubAsync(link);
        using var citizen = lonely.NewClient();
        await citizen.IssueAsync();
        var putBack = _redis.KeepFiles();
        await citizen.IssueAsync();
        await citizen.IssueAsync();
        var lost = lonely.State();

        // Who decides now knows nothing of the last tickets, nor does its history.
        link.Cut();
        await _redis.KillAsync();
        putBack();
        await _redis.RestartAsync();
        await using var late = await HubAsync(database: await engines.CreateDatabaseAsync());
        for (var ticket = 0; ticket < 5; ticket++)
        {
            await late.IssuedAgainAsync();
        }

        Assert.True(late.State().Version > lost.Version, "the office has overtaken what was lost");
        link.Restore();

        await lonely.FollowsAsync(late.State());
        Assert.Equal(
            late.State().Tickets.Values.OrderBy(row => row.Ordinal).Select(RecoveryScene.Row), lonely.State().Tickets.Values.OrderBy(row => row.Ordinal).Select(RecoveryScene.Row));
        Assert.Equal(late.State().Tickets.Values.MaxBy(row => row.Ordinal)!.Number + 1, (await lonely.IssuedAgainAsync()).Number);
    }

    [Fact]
    public async Task With_no_witness_and_no_history_nobody_trusts_Redis_and_numbers_are_skipped()
    {
        using var folder = new TestFolder();
        await using var postgres = new PostgresLink(_postgres);
        IssuedTicket lost;
        OfficeState kept;
        Action putBack;
        await using (var before = await HubAsync(database: postgres.ConnectionString, folder: folder["data"]))
        {
            using var citizen = before.NewClient();
            await citizen.IssueAsync();
            kept = before.State();
            putBack = _redis.KeepFiles();
            await citizen.IssueAsync();
            lost = await citizen.IssueAsync();
            await before.HistoryFollowsAsync();
        }

        await _redis.KillAsync();
        putBack();
        await _redis.RestartAsync();
        postgres.Cut();
        await using var after = await new HubFactory(engines).WithRedisAt(_redis.ConnectionString).WithPostgresAt(postgres.ConnectionString).WithDataFolder(folder["data"]).StartAsync();
        var next = await after.IssuedAgainAsync();

        KnownAgain(kept, after.State());
        Assert.True(next.Number > lost.Number, $"{next.Number} after {lost.Number}");
        postgres.Restore();
        await after.HistoryFollowsAsync();
    }

    [Fact]
    public async Task Until_it_is_compared_a_restarted_Redis_decides_nothing()
    {
        var office = new Office(_redis.Connection);
        await office.OpenDayAsync();
        await office.IssuedAsync();
        await _redis.KillAsync();
        await _redis.RestartAsync();

        QueueReply? reply = null;
        await Eventually.TrueAsync(
            async () => (reply = await office.Queue.IssueAsync(office.Citizen(), Office.Issue())).Code == Contracts.ProblemCodes.Unavailable && !await IsAwayAsync(), "Redis answers");

        Assert.Null(reply!.Event);
        Assert.Equal(2, await office.Database.StreamLengthAsync(RedisKeys.Events(office.Slug)));
    }

    private Task<RunningHub> HubAsync(FaultProxy? link = null, string? database = null, string? folder = null)
    {
        var factory = new HubFactory(engines).WithRedisAt(link?.ConnectionString() ?? _redis.ConnectionString).WithPostgresAt(database ?? _postgres);
        return (folder is null ? factory : factory.WithDataFolder(folder)).StartAsync().WorkingAsync();
    }

    private static void KnownAgain(OfficeState known, OfficeState state)
    {
        Assert.NotEqual(known.Epoch, state.Epoch);
        Assert.All(known.Tickets.Values, ticket => Assert.Equal(RecoveryScene.Row(ticket), RecoveryScene.Row(state.Tickets[ticket.Ordinal])));
    }

    private async Task<bool> IsAwayAsync()
    {
        try
        {
            await _redis.Connection.GetDatabase().PingAsync();
            return false;
        }
        catch (StackExchange.Redis.RedisException)
        {
            return true;
        }
    }
}
