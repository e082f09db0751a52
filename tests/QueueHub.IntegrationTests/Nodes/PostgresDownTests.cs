using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;
using QueueHub.IntegrationTests.Crashes;
using QueueHub.Live;
using QueueHub.Platform;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Nodes;

/// <summary>Nothing in a lobby waits for a report: Postgres may be unreachable, or silent, which is worse.</summary>
public partial class PostgresDownTests(EngineFixture engines)
{
    // Far below any time-out: whoever waits for Postgres at all is found. A machine that stands still for a moment does not do so at each of several tries.
    private const int Tries = 3;
    private static readonly TimeSpan UsualPace = TimeSpan.FromSeconds(3);

    // The clerk's browser gives up after ten seconds.
    private static readonly TimeSpan AnsweredWithin = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LeavesWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_Postgres_everything_in_the_lobby_goes_on_also_at_a_node_that_starts_meanwhile_and_history_catches_up(bool silent)
    {
        _ = engines.Engines;
        await using var cluster = await Cluster.StartAsync();
        var (one, two) = (cluster.Nodes[0], cluster.Nodes[1]);
        using var phone = Browser();
        using var clerk = await SignedInClerk.AtAsync(one.Url!, "kim", cluster.Password("kim"));
        using var leaving = await SignedInClerk.AtAsync(one.Url!, "park", cluster.Password("park"));
        var load = new Load(() => cluster.Balancer.Url, newConnections: true);
        await load.SignInAsync(cluster.Password("kim"));
        var page = await phone.GetStringAsync(new Uri(two.Url!, $"/{Seocho.Office}/s/{Seocho.Service}"));
        var form = await CalledWithFormAsync(clerk, phone, one.Url!, load);
        using var stop = new CancellationTokenSource();
        Task[] people = [load.CitizenAsync(stop.Token), load.ClerkAsync("2", stop.Token), load.ConsoleAsync("3", stop.Token)];
        await GoesOnAsync(load, people);

        Break(cluster.PostgresLink, silent);
        await PaceAsync(phone, one.Url!);
        await RefusedSignInAsync(one.Url!, cluster.Password("lee"));
        Assert.InRange(await leaving.SignOutAsync(one.Url!), TimeSpan.Zero, LeavesWithin);
        await two.KillAsync();
        var began = Stopwatch.GetTimestamp();
        await two.StartAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, StartsWithin);
        await Eventually.TrueAsync(async () => await TryBoardAsync(phone, two.Url!), "the node has read its offices", Limit);
        await PaceAsync(phone, two.Url!);
        await RefusedSignInAsync(two.Url!, cluster.Password("lee"));
        Assert.Equal(HttpStatusCode.OK, await clerk.StatusAsync(new Uri(one.Url!, $"/api/offices/{Seocho.Office}/desk")));
        Assert.Equal(HttpStatusCode.OK, await clerk.StatusAsync(new Uri(two.Url!, $"/api/offices/{Seocho.Office}/desk")));
        Assert.Equal("홍길동", await NameOnFormAsync(clerk, two.Url!, form));
        await using var redis = await cluster.RedisAsync();
        load.Done.Add(await SentAsync(phone, two.Url!, page, redis));
        await GoesOnAsync(load, people);

        // The node that has started without Postgres brings everything there, alone.
        await one.KillAsync();
        cluster.PostgresLink.Restore();
        await GoesOnAsync(load, people);
        await stop.CancelAsync();
        await Task.WhenAll(people).WaitAsync(Limit);
        await using var postgres = await cluster.PostgresAsync();
        await Reckoning.HoldsAsync([.. load.Done], postgres, redis);
        using var colleague = await SignedInClerk.AtAsync(two.Url!, "lee", cluster.Password("lee"));
    }

    private static void Break(PostgresLink link, bool silent)
    {
        if (silent)
        {
            link.Silence();
        }
        else
        {
            link.Cut();
        }
    }

    private static async Task GoesOnAsync(Load load, Task[] people)
    {
        var enough = load.Done.Count + 30;
        await Eventually.TrueAsync(() => load.Done.Count >= enough || people.Any(person => person.IsFaulted), "work goes on", Limit);
        await Task.WhenAll(people.Where(person => person.IsFaulted));
    }

    // What people look at and press, each within the usual time.
    private static async Task PaceAsync(HttpClient phone, Uri node)
    {
        foreach (var path in new[] { "", $"{Seocho.Office}", $"{Seocho.Office}/s/{Seocho.Service}", $"{Seocho.Office}/s/{Seocho.Service}/form", $"api/offices/{Seocho.Office}/board" })
        {
            await QuicklyAsync(UsualPace, $"/{path}", async () =>
            {
                using var response = await phone.GetAsync(new Uri(node, path));
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            });
        }
    }

    private static async Task QuicklyAsync(TimeSpan within, string what, Func<Task> ask)
    {
        var quickest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < Tries && quickest >= within; attempt++)
        {
            var began = Stopwatch.GetTimestamp();
            await ask();
            var took = Stopwatch.GetElapsedTime(began);
            quickest = took < quickest ? took : quickest;
        }

        Assert.True(quickest < within, $"{what} took {quickest} at the quickest");
    }

    private static async Task RefusedSignInAsync(Uri node, string password)
    {
        using var browser = Browser();
        await QuicklyAsync(AnsweredWithin, "the refusal", async () =>
        {
            using var response = await browser.PostAsJsonAsync(new Uri(node, Routes.SignIn), new SignInRequest("lee", password));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((ProblemCodes.Unavailable, ProblemTexts.In(ProblemCodes.Unavailable, "ko")), (problem.GetProperty("code").GetString(), problem.GetProperty("title").GetString()));
        });
    }

    // A citizen with a form stands called at the clerk's counter; gives the ticket.
    private static async Task<long> CalledWithFormAsync(SignedInClerk clerk, HttpClient phone, Uri node, Load load)
    {
        var template = await phone.GetFromJsonAsync<Contracts.Forms.FormTemplate>(new Uri(node, "/api/forms/resident-register"), JsonSerializerOptions.Web);
        using var response = await phone.PostAsJsonAsync(
            new Uri(node, $"/api/offices/{Seocho.Office}/tickets"), new IssueRequest(Seocho.NewRequestId(), Seocho.Service, Form: FormFiller.Fill(template!, "홍길동")));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var ticket = (await response.Content.ReadFromJsonAsync<IssuedTicket>())!;
        var opened = await clerk.Door(node).Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var called = await clerk.Door(node).CallNext(Seocho.CallNext());
        load.Done.Add(new Acknowledged(EventType.TicketIssued, ticket.Version, ticket.Number));
        load.Done.Add(new Acknowledged(EventType.CounterOpened, opened.Version, null));
        load.Done.Add(new Acknowledged(EventType.TicketCalled, called.Version, ticket.Number));
        return called.Ticket!.Value;
    }

    private static async Task<string?> NameOnFormAsync(SignedInClerk clerk, Uri node, long ticket)
    {
        await using var console = await clerk.ConsoleAsync(node);
        return (await new HubDoor(console).Submission(ticket))?.Answers.Values["name"][0];
    }

    // A page read before the outage is sent after it, to another process: its keys are still good.
    private static async Task<Acknowledged> SentAsync(HttpClient phone, Uri node, string page, IConnectionMultiplexer redis)
    {
        var before = (await new OfficeLog(redis).JoinAsync(Seocho.Office))!.Version;
        var keys = HiddenInput().Matches(page).Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)));

        // This phone's first number stands at a counter: another one is for somebody else.
        using var response = await TakesNumberAsync(
            phone, new Uri(node, $"/{Seocho.Office}/s/{Seocho.Service}/ticket"), [.. keys, KeyValuePair.Create("companion", "yes")]);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var hash = TicketToken.Hash(response.Headers.Location!.OriginalString.Split('/')[^1]);
        for (var after = before; ;)
        {
            var events = await new OfficeLog(redis).AfterAsync(Seocho.Office, after);
            Assert.NotEmpty(events);
            if (events.FirstOrDefault(@event => @event.Type == EventType.TicketIssued && @event.Tickets![0].TokenHash == hash) is { } issued)
            {
                return new Acknowledged(EventType.TicketIssued, issued.Version, issued.Tickets![0].Number);
            }

            after = events[^1].Version;
        }
    }

    // The load takes numbers as fast as it can: when all are out, a clerk has to end a visit first.
    private static async Task<HttpResponseMessage> TakesNumberAsync(HttpClient phone, Uri address, IReadOnlyList<KeyValuePair<string, string>> keys)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            using var content = new FormUrlEncodedContent(keys);
            var response = await phone.PostAsync(address, content);
            if (response.StatusCode != HttpStatusCode.Conflict || Stopwatch.GetElapsedTime(began) > Limit)
            {
                return response;
            }

            Assert.Contains(ProblemTexts.In(ProblemCodes.NumbersExhausted, "ko"), WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
            response.Dispose();
        }
    }

    private static async Task<bool> TryBoardAsync(HttpClient phone, Uri node)
    {
        using var response = await phone.GetAsync(new Uri(node, $"/api/offices/{Seocho.Office}/board"));
        return response.IsSuccessStatusCode;
    }

    private static HttpClient Browser()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), PooledConnectionLifetime = TimeSpan.Zero });
        client.DefaultRequestHeaders.Add("Accept", "text/html, application/json");
        client.DefaultRequestHeaders.Add("Accept-Language", "ko");
        return client;
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)""")]
    private static partial Regex HiddenInput();
}
