using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Tickets;
using QueueHub.History;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Live;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Recovery;

/// <summary>Redis dies and comes back as it was, as it was some time ago, or with nothing at all.</summary>
public sealed class RecoveryTests(EngineFixture engines) : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
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
        var epoch = State(one).Epoch;

        await _redis.KillAsync();
        await _redis.RestartAsync();
        var after = await IssuedAgainAsync(two);

        Assert.Equal((before.Number + 1, epoch), (after.Number, State(two).Epoch));
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
        var called = await counter.CallNext(Seocho.Request());
        var second = await citizen.IssueAsync(form: one.FilledForm());
        var third = await citizen.IssueAsync("passport");
        var known = State(one);
        await SameAsync(two, known);

        await _redis.KillAsync();
        (emptied ? _redis.LoseFiles : putBack)();
        await _redis.RestartAsync();
        var after = await IssuedAgainAsync(two);

        var state = State(two);
        Assert.NotEqual(known.Epoch, state.Epoch);
        Assert.All(known.Tickets.Values, ticket => Assert.Equal(Row(ticket), Row(state.Tickets[ticket.Ordinal])));
        Assert.Equal((known.Counters["1"].Ticket, known.Counters["1"].Staff), (state.Counters["1"].Ticket, state.Counters["1"].Staff));
        Assert.True(after.Number > second.Number + 1, "the numbers that nobody may know of are not skipped");
        await SameAsync(one, state);
        Assert.Equal(!emptied, state.Tickets[first.Number].Form is not null);
        Assert.Null(state.ByTokenOf(second).Form);
        Assert.Equal(TicketState.Waiting, state.ByTokenOf(third).State);

        await counter.Start(Seocho.Request(called.Ticket!.Value));
        Assert.Null((await counter.Complete(new CompleteRequest(Seocho.NewRequestId(), called.Ticket.Value))).Problem);
        Assert.Equal(second.Number, (await counter.CallNext(Seocho.Request())).Number);
        kim.Dispose();
        await HistoryFollowsAsync(two);
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
            await HistoryFollowsAsync(one);
            known = State(one);
        }

        await _redis.KillAsync();
        _redis.LoseFiles();
        await _redis.RestartAsync();
        await using var two = await HubAsync();
        await IssuedAgainAsync(two);

        Assert.All(known.Tickets.Values, row => Assert.Equal(Row(row), Row(State(two).Tickets[row.Ordinal])));
        using var phone = two.NewClient();
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync(ticket.Url)).StatusCode);
        await HistoryFollowsAsync(two);
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

    private Task<RunningHub> HubAsync() => new HubFactory(engines).WithRedisAt(_redis.ConnectionString).WithPostgresAt(_postgres).StartAsync();

    // A form whose contents are lost is another matter.
    private static string Row(TicketRow ticket) => JsonSerializer.Serialize(ticket with { Form = null }, RowJson.Default.TicketRow);

    private static OfficeState State(RunningHub hub) => hub.Services.GetRequiredService<IOfficeStates>().Current(Seocho.Office)!;

    // A citizen who presses again until there is a number.
    private static async Task<IssuedTicket> IssuedAgainAsync(RunningHub hub)
    {
        using var citizen = hub.NewClient();
        var request = new IssueRequest(Seocho.NewRequestId(), Seocho.Service);
        IssuedTicket? issued = null;
        await Eventually.TrueAsync(
            async () =>
            {
                using var response = await citizen.PostAsJsonAsync($"/api/offices/{Seocho.Office}/tickets", request);
                Assert.True(response.StatusCode is HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable, $"{response.StatusCode}");
                issued = response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<IssuedTicket>() : null;
                return issued is not null;
            },
            "the office works again", Limit);
        return issued!;
    }

    private static Task SameAsync(RunningHub hub, OfficeState state) => Eventually.TrueAsync(
        () => (State(hub).Epoch, State(hub).Version) == (state.Epoch, state.Version), "the other node has followed", Limit);

    private static Task HistoryFollowsAsync(RunningHub hub) => Eventually.TrueAsync(
        async () => await hub.Services.GetRequiredService<IHistoryFloors>().FloorAsync(Seocho.Office) is { } floor && floor.Version == State(hub).Version,
        "history has everything", Limit);

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

internal static class OfficeStates
{
    /// <summary>The ticket behind a link.</summary>
    public static TicketRow ByTokenOf(this OfficeState state, IssuedTicket ticket) => state.ByToken(TicketToken.Hash(ticket.Url.Split('/')[^1]))!;
}
