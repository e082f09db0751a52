using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Platform;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Nodes;

/// <summary>A request that is repeated is one command: at another node, after a crash, after its answer was lost on the way.</summary>
public class RepeatedRequestTests(EngineFixture engines)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Another_node_gives_the_first_one_s_answer_also_after_that_node_and_Redis_were_killed()
    {
        _ = engines.Engines;
        await using var cluster = await Cluster.StartAsync();
        var (one, two) = (cluster.Nodes[0].Url!, cluster.Nodes[1].Url!);
        using var phone = Phone();
        using var clerk = await SignedInAsync(cluster, "kim");
        var (issue, open, callNext) = (new IssueRequest(Seocho.NewRequestId(), Seocho.Service), new OpenCounterRequest(Seocho.NewRequestId()), Seocho.CallNext());

        // On a shared Redis a new office is founded only when all nodes have had time to say what they know of it.
        var ticket = await Eventually.NotNullAsync(() => TryIssueAsync(phone, one, issue), "the office is founded", Limit);
        CommandReply opened, called;
        await using (var console = await clerk.ConsoleAsync(one))
        {
            opened = await new HubDoor(console).Open(open);
            called = await new HubDoor(console).CallNext(callNext);
        }

        Assert.Equal(ticket.Number, called.Number);
        await SameAnswersAsync();
        await cluster.Nodes[0].KillAsync();
        await SameAnswersAsync();
        await cluster.KillRedisAsync();
        await SameAnswersAsync();

        using var stranger = Phone();
        using var colleague = await SignedInAsync(cluster, "lee", two);
        Assert.Equal(ProblemCodes.RequestIdConflict, await RefusedAsync(stranger, two, issue));
        Assert.Equal(ProblemCodes.RequestIdConflict, (await colleague.Door(two).CallNext(callNext)).Problem?.Code);
        await using var redis = await cluster.RedisAsync();
        Assert.Equal(
            [EventType.DayOpened, EventType.TicketIssued, EventType.CounterOpened, EventType.TicketCalled],
            (await new OfficeLog(redis).AfterAsync(Seocho.Office, 0)).Select(@event => @event.Type));

        async Task SameAnswersAsync()
        {
            // Until Redis is compared after a restart, the answer is "unavailable".
            await Eventually.TrueAsync(async () => await TryIssueAsync(phone, two, issue) is not null, "node two answers", Limit);
            Assert.Equal(ticket, await IssuedAsync(phone, two, issue));
            Assert.Equal((opened, called), (await clerk.Door(two).Open(open), await clerk.Door(two).CallNext(callNext)));
            await using var console = await clerk.ConsoleAsync(two);
            Assert.Equal((opened, called), (await new HubDoor(console).Open(open), await new HubDoor(console).CallNext(callNext)));
        }
    }

    [Fact]
    public async Task An_answer_lost_between_the_caller_and_its_node_is_given_by_another_node()
    {
        await using var one = await new HubFactory(engines).StartAsync();
        await using var two = await new HubFactory(engines).Beside(one).StartAsync();
        await using var link = new FaultProxy(new IPEndPoint(IPAddress.Loopback, one.Url.Port));
        var far = new Uri($"http://localhost:{link.EndPoint.Port}/");
        using var phone = Phone();
        var (kim, cookies) = await one.SignInAsync("kim");
        using var clerk = new SignedInClerk(kim, cookies);
        Assert.True((await clerk.Door(one.Url).Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
        await using var console = await clerk.ConsoleAsync(far);

        var issue = new IssueRequest(Seocho.NewRequestId(), Seocho.Service);
        var issued = await LostAsync(two, link, () => IssuedAsync(phone, far, issue));
        await using var again = await clerk.ConsoleAsync(far);
        var callNext = Seocho.CallNext();
        var called = await LostAsync(two, link, () => new HubDoor(again).CallNext(callNext));

        var ticket = await IssuedAsync(phone, two.Url, issue);
        Assert.Equal((issued.Version, issued.Tickets![0].Number), (ticket.Version, ticket.Number));
        Assert.Equal(called.Version, (await clerk.Door(two.Url).CallNext(callNext)).Version);
        Assert.Equal(called.Version, await VersionAsync(two));
    }

    [Fact]
    public async Task An_answer_lost_between_a_node_and_Redis_is_given_by_that_node_or_another()
    {
        await using var two = await new HubFactory(engines).StartAsync();
        var options = ConfigurationOptions.Parse(two.RedisConnectionString);
        await using var link = new FaultProxy(options.EndPoints[0]);
        options.EndPoints.Clear();
        options.EndPoints.Add(link.EndPoint);
        await using var one = await new HubFactory(engines).WithRedisAt(options.ToString()).WithPostgresAt(two.PostgresConnectionString).StartAsync();
        using var phone = Phone();
        var (kim, cookies) = await two.SignInAsync("kim");
        using var clerk = new SignedInClerk(kim, cookies);
        Assert.True((await clerk.Door(one.Url).Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);

        var issue = new IssueRequest(Seocho.NewRequestId(), Seocho.Service);
        IssuedTicket? first = null;
        var issued = await LostAsync(two, link, async () => first = await TryIssueAsync(phone, one.Url, issue));
        var callNext = Seocho.CallNext();
        CommandReply? reply = null;
        await using var console = await clerk.ConsoleAsync(one.Url);

        // What is sent while the node has no connection is refused, not lost.
        await Eventually.TrueAsync(() => ReachesRedisAsync(one), "the node reaches Redis again", Limit);
        var called = await LostAsync(two, link, async () => reply = await new HubDoor(console).CallNext(callNext));

        var ticket = await IssuedAsync(phone, two.Url, issue);
        Assert.Equal((issued.Version, issued.Tickets![0].Number), (ticket.Version, ticket.Number));
        Assert.True(first is null || first == ticket, $"{first} was answered at first, {ticket} afterwards");
        Assert.Equal(called.Version, (await clerk.Door(two.Url).CallNext(callNext)).Version);
        Assert.True(reply!.Ok ? reply.Version == called.Version : reply.Problem!.Code is ProblemCodes.Unknown or ProblemCodes.Unavailable, $"{reply}");
        Assert.Equal(called.Version, await VersionAsync(two));
    }

    /// <summary>Sends over a link that loses the answer, until it has been carried out; then the link breaks, and is there again.</summary>
    private static async Task<OfficeEvent> LostAsync<T>(RunningHub other, FaultProxy link, Func<Task<T>> send)
    {
        var before = await VersionAsync(other);
        link.DropReplies = true;
        var sending = send();
        await Eventually.TrueAsync(async () => await VersionAsync(other) > before, "the command has been carried out", Limit);
        link.Cut();
        link.DropReplies = false;
        link.Restore();
        try
        {
            await sending.WaitAsync(Limit);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException or HubException or WebSocketException)
        {
            // No answer has arrived: that is the point.
        }

        return Assert.Single(await Log(other).AfterAsync(Seocho.Office, before));
    }

    private static async Task<bool> ReachesRedisAsync(RunningHub hub)
    {
        try
        {
            await hub.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase().PingAsync();
            return true;
        }
        catch (Exception away) when (away is RedisException or TimeoutException)
        {
            return false;
        }
    }

    private static OfficeLog Log(RunningHub hub) => hub.Services.GetRequiredService<OfficeLog>();

    // What Redis has, not what the node has already read.
    private static async Task<long> VersionAsync(RunningHub hub) => (await Log(hub).PositionsAsync([Seocho.Office]))[0].Version;

    // A phone of its own: its request ids are bound to its device cookie.
    private static HttpClient Phone()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, PooledConnectionLifetime = TimeSpan.Zero }) { Timeout = Limit };
        client.DefaultRequestHeaders.Add("Cookie", $"{DeviceCookie.Name}={Seocho.NewRequestId()}");
        return client;
    }

    private static async Task<IssuedTicket> IssuedAsync(HttpClient phone, Uri node, IssueRequest request) =>
        await TryIssueAsync(phone, node, request) ?? throw new InvalidOperationException("no ticket");

    private static async Task<IssuedTicket?> TryIssueAsync(HttpClient phone, Uri node, IssueRequest request)
    {
        using var response = await phone.PostAsJsonAsync(new Uri(node, $"/api/offices/{Seocho.Office}/tickets"), request);
        Assert.True(response.StatusCode is HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable, $"{response.StatusCode}");
        return response.StatusCode == HttpStatusCode.Created ? await response.Content.ReadFromJsonAsync<IssuedTicket>() : null;
    }

    private static async Task<string?> RefusedAsync(HttpClient phone, Uri node, IssueRequest request)
    {
        using var response = await phone.PostAsJsonAsync(new Uri(node, $"/api/offices/{Seocho.Office}/tickets"), request);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    private static Task<SignedInClerk> SignedInAsync(Cluster cluster, string name, Uri? node = null) =>
        SignedInClerk.AtAsync(node ?? cluster.Nodes[0].Url!, name, cluster.Password(name));
}
