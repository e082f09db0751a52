using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using Xunit;

namespace QueueHub.TestSupport;

/// <summary>A display or panel that was paired as a real one is: it asked for a code, a supervisor confirmed it, it fetched its token.</summary>
public sealed class PairedScreen : IDisposable
{
    private PairedScreen(ScreenPlace place, HttpClient browser, CookieContainer cookies) => (Place, Browser, Cookies) = (place, browser, cookies);

    /// <summary>Where it stands, as the hub has told it.</summary>
    public ScreenPlace Place { get; }

    /// <summary>Its browser.</summary>
    public HttpClient Browser { get; }

    /// <summary>What its browser keeps.</summary>
    public CookieContainer Cookies { get; }

    /// <summary>The cookie with its token, for another browser to carry.</summary>
    public Cookie Cookie => Cookies.GetAllCookies().Single(cookie => cookie.Name == $"qh.{(Place.Kind == ScreenKind.Panel ? "panel" : "display")}");

    /// <summary>The panel of a counter.</summary>
    /// <param name="supervisor">Who confirms it.</param>
    public static Task<PairedScreen> PanelAsync(RunningHub hub, string counter, string supervisor = "choi", string office = Seocho.Office) =>
        PairAsync(hub, ScreenKind.Panel, counter, supervisor, office);

    /// <summary>A display of the office.</summary>
    public static Task<PairedScreen> DisplayAsync(RunningHub hub, string name, string supervisor = "choi", string office = Seocho.Office) =>
        PairAsync(hub, ScreenKind.Display, name, supervisor, office);

    /// <summary>A connection of this screen to the hub at this path.</summary>
    /// <param name="node">Where it connects: it is paired on every node.</param>
    public HubConnection Connection(RunningHub node, string path) => new HubConnectionBuilder()
        .WithUrl(new Uri(node.Url, path), options =>
        {
            options.Cookies = Carried(node);
            options.SkipNegotiation = true;
            options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
        })
        .WithKeepAliveInterval(TimeSpan.FromSeconds(2))
        .Build();

    /// <summary>Its browser, pointed at another node.</summary>
    public HttpClient At(RunningHub node) =>
        new(new SocketsHttpHandler { CookieContainer = Carried(node), AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = node.Url };

    public void Dispose() => Browser.Dispose();

    private static async Task<PairedScreen> PairAsync(RunningHub hub, ScreenKind kind, string place, string supervisor, string office)
    {
        var cookies = new CookieContainer();
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = hub.Url };
        var code = await AskAsync(browser, kind);
        var (client, _) = await hub.SignInAsync(supervisor);
        using (client)
        {
            using var confirmed = await client.PostAsJsonAsync(
                $"/api/offices/{office}/room/screens",
                kind == ScreenKind.Panel ? new ConfirmPairingRequest(code.UserCode, place, null) : new ConfirmPairingRequest(code.UserCode, null, place));
            Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        }

        var answer = await PollAsync(browser, code.DeviceCode);
        Assert.Equal(PairingState.Paired, answer.State);
        return new PairedScreen(answer.Place!, browser, cookies);
    }

    /// <summary>A screen asks to be paired.</summary>
    public static async Task<PairingCode> AskAsync(HttpClient browser, ScreenKind kind)
    {
        using var answer = await browser.PostAsJsonAsync(Routes.Pairings, new PairingRequest(kind, "test"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<PairingCode>())!;
    }

    /// <summary>And asks whether it has been.</summary>
    public static async Task<PairingAnswer> PollAsync(HttpClient browser, string deviceCode)
    {
        using var answer = await browser.PostAsJsonAsync(Routes.PairingPoll, new PairingQuestion(deviceCode));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<PairingAnswer>())!;
    }

    // Of the host that the node has: cookies know nothing of ports, and a test's nodes are all on this machine.
    private CookieContainer Carried(RunningHub node)
    {
        var carried = new CookieContainer();
        carried.Add(node.Url, new Cookie(Cookie.Name, Cookie.Value));
        return carried;
    }
}
