using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Platform.Limits;

namespace QueueHub.IntegrationTests.Limits;

/// <summary>Who wants to follow beyond a limit is told so before anything is held open for him, and gets in when another leaves.</summary>
public class StayingConnectionsTests(EngineFixture engines)
{
    [Fact]
    public async Task Phones_are_limited_in_all_and_by_ticket_and_get_in_when_another_leaves()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:Phones", "3").WithSetting("Limits:PhonesPerTicket", "2").StartAsync();
        using var citizen = hub.NewClient();
        var (first, second) = (await citizen.IssueAsync(), await citizen.IssueAsync());
        using var one = await EventsAsync(citizen, first.Url);
        using var two = await EventsAsync(citizen, first.Url);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (one.StatusCode, two.StatusCode));

        await RefusedAsync(citizen, $"{first.Url}/events");
        using var other = await EventsAsync(citizen, second.Url);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        await RefusedAsync(citizen, $"{second.Url}/events");

        one.Dispose();
        await InAgainAsync(citizen, $"{second.Url}/events");
        await Eventually.TrueAsync(() => hub.Services.GetRequiredService<StayingConnections>().Count(Follower.Phone) == 2, "the one that only tried has left");
    }

    [Fact]
    public async Task One_address_cannot_take_all_phones_connections()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:PhonesPerAddress", "1").StartAsync();
        using var citizen = hub.NewClient();
        var ticket = await citizen.IssueAsync();
        using var one = await EventsAsync(citizen, ticket.Url);

        await RefusedAsync(citizen, $"{ticket.Url}/events");
    }

    [Fact]
    public async Task The_district_page_has_its_own_limit()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:DistrictPages", "1").StartAsync();
        using var citizen = hub.NewClient();
        using var one = await citizen.GetAsync("/district/events", HttpCompletionOption.ResponseHeadersRead);

        await RefusedAsync(citizen, "/district/events");
        using var phone = await EventsAsync(citizen, (await citizen.IssueAsync()).Url);
        Assert.Equal(HttpStatusCode.OK, phone.StatusCode);

        one.Dispose();
        await InAgainAsync(citizen, "/district/events");
    }

    [Fact]
    public async Task Displays_and_consoles_are_limited_apart_from_each_other_before_their_socket_is_accepted()
    {
        await using var hub = await new HubFactory(engines).With(Idler.MayStaySilent).WithSetting("Limits:Displays", "1").WithSetting("Limits:Consoles", "1").StartAsync();
        var (kim, cookies) = await hub.SignInAsync("kim");
        using var display = await Idler.DisplayAsync(hub);
        using var console = await Idler.ConsoleAsync(hub, cookies, "1");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ConnectAsync(hub, Routes.DisplayHub, cookies));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ConnectAsync(hub, Routes.CounterHub, cookies));

        display.Abort();
        await Eventually.TrueAsync(async () => await ConnectAsync(hub, Routes.DisplayHub, cookies) == HttpStatusCode.SwitchingProtocols, "a display gets in");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ConnectAsync(hub, Routes.CounterHub, cookies));
        kim.Dispose();
    }

    private static Task<HttpResponseMessage> EventsAsync(HttpClient client, string ticket) =>
        client.GetAsync($"{ticket}/events", HttpCompletionOption.ResponseHeadersRead);

    private static async Task RefusedAsync(HttpClient client, string address)
    {
        using var refused = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(ProblemCodes.Busy, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private static Task InAgainAsync(HttpClient client, string address) => Eventually.TrueAsync(async () =>
    {
        using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode == HttpStatusCode.OK;
    }, "a place became free");

    private static async Task<HttpStatusCode> ConnectAsync(RunningHub hub, string route, CookieContainer cookies)
    {
        using var socket = new ClientWebSocket { Options = { Cookies = cookies, CollectHttpResponseDetails = true } };
        try
        {
            await socket.ConnectAsync(new UriBuilder(new Uri(hub.Url, route)) { Scheme = "ws" }.Uri, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // Refused: the status says how.
        }

        return socket.HttpStatusCode;
    }
}
