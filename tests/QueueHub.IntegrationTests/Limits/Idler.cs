using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Counters;
using QueueHub.Live.Displays;
using QueueHub.Live.Panels;

namespace QueueHub.IntegrationTests.Limits;

/// <summary>Clients that ask and then read nothing, with hardly any room of their own: what the hub sends them piles up on its side at once.</summary>
internal static class Idler
{
    private const int Room = 2048;
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);
    private const string Handshake = "{\"protocol\":\"json\",\"version\":1}\u001e";

    /// <summary>Lets a hub keep screens that never say that they are there: they are dropped for what they do not read, or not at all.</summary>
    public static void MayStaySilent(IServiceCollection services) => services
        .Configure<HubOptions<DisplayHub>>(hub => hub.ClientTimeoutInterval = Silence)
        .Configure<HubOptions<CounterHub>>(hub => hub.ClientTimeoutInterval = Silence)
        .Configure<HubOptions<PanelHub>>(hub => hub.ClientTimeoutInterval = Silence);

    /// <summary>A browser whose connections have hardly any room.</summary>
    public static HttpClient Browser(Uri hub, CookieContainer? cookies = null) => new(Handler(cookies), disposeHandler: true) { BaseAddress = hub };

    /// <summary>A phone that follows its ticket and never looks.</summary>
    public static async Task<HttpResponseMessage> PhoneAsync(HttpClient browser, IssuedTicket ticket)
    {
        var response = await browser.GetAsync($"{ticket.Url}/events", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response;
    }

    /// <summary>A display that was given its first board and never looks again.</summary>
    public static async Task<ClientWebSocket> DisplayAsync(RunningHub hub) =>
        await ConnectAsync(hub, Routes.DisplayHub, new CookieContainer(), $"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Watch\",\"arguments\":[\"{Seocho.Office}\"]}}\u001e");

    /// <summary>A console at a counter that never looks again.</summary>
    public static async Task<ClientWebSocket> ConsoleAsync(RunningHub hub, CookieContainer cookies, string counter) => await ConnectAsync(
        hub, Routes.CounterHub, cookies, $"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Attach\",\"arguments\":[\"{Seocho.Office}\",\"{counter}\",\"ko\"]}}\u001e");

    /// <summary>A socket to a hub, after its handshake and one invocation.</summary>
    public static async Task<ClientWebSocket> ConnectAsync(RunningHub hub, string route, CookieContainer cookies, string invocation)
    {
        var socket = new ClientWebSocket();
        using var invoker = new HttpMessageInvoker(Handler(cookies));
        await socket.ConnectAsync(new UriBuilder(new Uri(hub.Url, route)) { Scheme = "ws" }.Uri, invoker, CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes(Handshake), WebSocketMessageType.Text, true, CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes(invocation), WebSocketMessageType.Text, true, CancellationToken.None);
        return socket;
    }

    private static SocketsHttpHandler Handler(CookieContainer? cookies) => new()
    {
        CookieContainer = cookies ?? new CookieContainer(),
        UseCookies = true,
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = Room, NoDelay = true };
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}
