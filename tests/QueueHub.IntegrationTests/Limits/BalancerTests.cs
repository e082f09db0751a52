using System.Net;
using System.Net.Http.Json;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Limits;

/// <summary>Behind a proxy that was named, a request is the citizen's; from anywhere else, what it says of itself is not read.</summary>
public class BalancerTests(EngineFixture engines)
{
    private static readonly Uri Public = new("https://queue.example.kr");
    private static readonly IPNetwork Here = IPNetwork.Parse("127.0.0.0/8");
    private static readonly IPNetwork Elsewhere = IPNetwork.Parse("203.0.113.0/24");

    [Fact]
    public async Task QR_codes_and_posters_lead_to_the_public_address()
    {
        await using var hub = await new HubFactory(engines).BehindProxy(Public, Here).StartAsync();
        using var client = hub.NewClient();

        Assert.Contains("https://queue.example.kr/seocho", await client.GetStringAsync("/seocho/poster"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rates_are_counted_by_the_citizens_own_address()
    {
        await using var hub = await new HubFactory(engines).BehindProxy(Public, Here).WithSetting("Limits:PerAddress", "1").StartAsync();
        using var client = hub.NewClient();

        Assert.Equal(HttpStatusCode.Created, await IssueAsync(client, "198.51.100.1"));
        await RefusedAsync(client, () => "198.51.100.1");
        Assert.Equal(HttpStatusCode.Created, await IssueAsync(client, "198.51.100.2"));

        // What the citizen put before the proxy's own word is only a story.
        await RefusedAsync(client, () => $"{Stranger()}, 198.51.100.2");
    }

    [Fact]
    public async Task From_elsewhere_the_same_headers_change_nothing()
    {
        await using var hub = await new HubFactory(engines).BehindProxy(Public, Elsewhere).WithSetting("Limits:PerAddress", "1").StartAsync();
        using var client = hub.NewClient();

        Assert.Equal(HttpStatusCode.Created, await IssueAsync(client, "198.51.100.1"));
        await RefusedAsync(client, Stranger);
        Assert.DoesNotContain("secure", await CookieAsync(client), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Forbidden, await IssueAsync(client, "198.51.100.1", origin: "https://queue.example.kr"));
    }

    [Fact]
    public async Task Behind_TLS_that_the_proxy_ends_cookies_are_Secure_and_only_its_own_pages_may_command()
    {
        await using var hub = await new HubFactory(engines).BehindProxy(Public, Here).StartAsync();
        using var client = hub.NewClient();

        Assert.Contains("secure", await CookieAsync(client), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Created, await IssueAsync(client, "198.51.100.1", origin: "https://queue.example.kr"));
        Assert.Equal(HttpStatusCode.Forbidden, await IssueAsync(client, "198.51.100.1", origin: "https://evil.example"));
    }

    // Each time another one: whoever is counted by it is never refused.
    private static string Stranger() => $"{new IPAddress(Random.Shared.NextInt64(1L << 32))}";

    private static Task RefusedAsync(HttpClient client, Func<string> address) => Eventually.TrueAsync(
        async () => await IssueAsync(client, address()) == HttpStatusCode.TooManyRequests, "the minute's one number is given");

    private static async Task<HttpStatusCode> IssueAsync(HttpClient client, string address, string? origin = null)
    {
        using var request = Forwarded(HttpMethod.Post, "/api/offices/seocho/tickets", address);
        request.Content = JsonContent.Create(new IssueRequest(Seocho.NewRequestId(), Seocho.Service));
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<string> CookieAsync(HttpClient client)
    {
        using var request = Forwarded(HttpMethod.Get, "/seocho", "198.51.100.1");
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await client.SendAsync(request);
        return response.Headers.GetValues("Set-Cookie").First(cookie => cookie.StartsWith("qh.device=", StringComparison.Ordinal));
    }

    private static HttpRequestMessage Forwarded(HttpMethod method, string path, string address)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Forwarded-For", address);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "queue.example.kr");
        return request;
    }
}
