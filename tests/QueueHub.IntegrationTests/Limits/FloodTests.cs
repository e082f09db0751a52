using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Limits;

/// <summary>Ten times as many as the node takes on at once.</summary>
public class FloodTests(EngineFixture engines)
{
    private const int AtWork = 4;
    private const int Waiting = 4;
    private const int Flood = 10 * (AtWork + Waiting);
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastsAtMost = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Hangs = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Ten_times_the_load_is_answered_or_refused_politely_clerks_go_on_and_afterwards_all_is_well()
    {
        await using var founder = await new HubFactory(engines).StartAsync();
        await using var redis = new FaultProxy(ConfigurationOptions.Parse(founder.RedisConnectionString).EndPoints[0]) { Delay = TimeSpan.FromMilliseconds(5) };
        await using var hub = await new HubFactory(engines).WithRedisAt(redis.EndPoint.ToString()).WithPostgresAt(founder.PostgresConnectionString)
            .WithSetting("Limits:PerAddress", "1000000")
            .WithSetting("Limits:Requests", $"{AtWork}").WithSetting("Limits:RequestsWaiting", $"{Waiting}").StartAsync();
        var (kim, _) = await hub.SignInAsync("kim", founder);
        var counter = new HttpDoor(kim, Seocho.Office, "1");
        var answers = new ConcurrentBag<(HttpStatusCode Status, string? Code, bool RetryAfter)>();
        var (began, commands) = (Stopwatch.GetTimestamp(), 0);

        var citizens = Enumerable.Range(0, Flood).Select(async index =>
        {
            using var citizen = hub.NewClient();
            citizen.Timeout = Hangs;
            while (GoesOn())
            {
                using var answer = await (index % 4 == 0
                    ? citizen.GetAsync($"/api/offices/{Seocho.Office}/board")
                    : citizen.PostAsJsonAsync($"/api/offices/{Seocho.Office}/tickets", new IssueRequest(Seocho.NewRequestId(), Seocho.Service)));
                var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
                answers.Add((answer.StatusCode, answer.IsSuccessStatusCode ? null : body.GetProperty("code").GetString(), answer.Headers.RetryAfter is not null));
            }
        }).ToList();
        while (GoesOn())
        {
            Assert.Null((await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Problem);
            Assert.Null((await counter.Pause(new PauseCounterRequest(Seocho.NewRequestId(), null))).Problem);
            commands++;
        }

        await Task.WhenAll(citizens).WaitAsync(Hangs);

        var issued = answers.Count(answer => answer.Status == HttpStatusCode.Created);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{answers.Count} answers, {issued} numbers, {answers.Count(answer => answer.Code == ProblemCodes.Busy)} busy, {commands} rounds of the clerk");
        Assert.Contains(answers, answer => answer.Code == ProblemCodes.Busy);
        Assert.True(issued > 0 && commands > 0);
        Assert.All(answers, answer => Assert.True(answer is (HttpStatusCode.Created or HttpStatusCode.OK, null, _)
            or (HttpStatusCode.ServiceUnavailable, ProblemCodes.Busy, true) or (HttpStatusCode.TooManyRequests, ProblemCodes.RateLimited, true), $"{answer}"));

        // No number was given without an answer, and none was lost; who was refused can come now.
        using var late = founder.NewClient();
        await Eventually.TrueAsync(async () => (await late.BoardAsync())!.Services.Sum(service => service.Waiting) == issued, "exactly the numbers that were given");
        await Task.WhenAll(Enumerable.Range(0, AtWork).Select(async _ => await hub.NewClient().BoardAsync()));
        Assert.Equal(issued + 1, (await late.IssueAsync()).Number);
        kim.Dispose();

        // On a slow machine longer: until there has been an answer of every kind.
        bool GoesOn() => Stopwatch.GetElapsedTime(began) is var elapsed && (elapsed < Lasts || (elapsed < LastsAtMost
            && !(commands > 0 && answers.Any(answer => answer.Status == HttpStatusCode.Created) && answers.Any(answer => answer.Code == ProblemCodes.Busy))));
    }

    [Fact]
    public async Task A_browser_is_told_by_a_page_and_the_health_of_the_node_by_an_answer()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:RequestsPerAddress", "1").StartAsync();
        using var browser = hub.NewClient();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ko");
        var slow = new List<TcpClient>();

        // Either may come first: the one that takes its time holds the share only when it did.
        HttpResponseMessage? page = null;
        await Eventually.TrueAsync(
            async () =>
            {
                slow.Add(await BeginToOrderAsync(hub));
                return (page = await browser.GetAsync($"/{Seocho.Office}")).StatusCode == HttpStatusCode.ServiceUnavailable;
            },
            "the address has its share");

        Assert.NotNull(page!.Headers.RetryAfter);
        Assert.Contains("이용하시는 분이 많아", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/healthz")).StatusCode);
        slow.ForEach(client => client.Dispose());
    }

    private static async Task<TcpClient> BeginToOrderAsync(RunningHub hub)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, hub.Url.Port);
        await client.GetStream().WriteAsync(
            "POST /api/offices/seocho/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());
        return client;
    }
}
