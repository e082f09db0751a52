using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Limits;

/// <summary>What is too large, too slow or too much for the server itself ends alone.</summary>
public class ServerLimitsTests(EngineFixture engines)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_as_a_problem_to_programs_and_as_a_page_to_browsers()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var client = hub.NewClient();
        var body = new string('가', 64 * 1024);

        using var problem = await client.PostAsJsonAsync($"/api/offices/{Seocho.Office}/tickets", new IssueRequest(Seocho.NewRequestId(), body));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, problem.StatusCode);
        Assert.Equal(ProblemCodes.TooLarge, (await problem.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());

        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("f.name", body)]);
        using var page = await client.PostAsync($"/{Seocho.Office}/s/{Seocho.Service}/form", form);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.StatusCode);
        Assert.Contains("too large", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n")]
    [InlineData("POST /api/offices/seocho/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")]
    [InlineData("")]
    public async Task A_request_that_never_becomes_whole_is_ended(string begun)
    {
        // A connection whose request is on its way must not be taken for one without.
        await using var hub = await new HubFactory(engines).WithSetting("Limits:Headers", "00:00:01")
            .WithSetting("Limits:Idle", begun.Length == 0 ? "00:00:01" : "00:10:00").WithSetting("Limits:Grace", "00:00:02").StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, hub.Url.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(begun));

        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync().WaitAsync(Limit);

        Assert.Equal(begun.Length == 0 ? "" : "HTTP/1.1 408 Request Timeout", answer.Split("\r\n")[0]);
    }

    [Fact]
    public async Task A_message_to_a_hub_that_is_too_large_ends_that_connection_alone()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await using var neighbour = hub.DisplayConnection();
        await neighbour.StartAsync();
        using var greedy = await Idler.ConnectAsync(hub, Routes.DisplayHub, new CookieContainer(), "{\"type\":6}\u001e");
        var open = $"{{\"type\":1,\"target\":\"Watch\",\"arguments\":[\"{new string('x', 40 * 1024)}";

        await greedy.SendAsync(Encoding.UTF8.GetBytes(open), WebSocketMessageType.Text, false, CancellationToken.None);

        var buffer = new byte[4096];
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                return (await greedy.ReceiveAsync(buffer, CancellationToken.None)).MessageType == WebSocketMessageType.Close;
            }
            catch (WebSocketException)
            {
                return true;
            }
        }, "the connection is closed");
        Assert.NotNull(await neighbour.InvokeAsync<Board?>(nameof(IDisplayHub.Watch), Seocho.Office));
    }

    [Fact]
    public async Task Above_the_last_wall_a_connection_is_closed_and_the_others_are_served()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:Connections", "3").StartAsync();
        var held = new List<TcpClient>();
        for (var i = 0; i < 3; i++)
        {
            held.Add(await AskAsync(hub));
            Assert.StartsWith("HTTP/1.1 200", await FirstLineAsync(held[i]), StringComparison.Ordinal);
        }

        using (var further = await AskAsync(hub))
        {
            Assert.Equal("", await FirstLineAsync(further));
        }

        held[0].Dispose();
        await Eventually.TrueAsync(async () =>
        {
            using var next = await AskAsync(hub);
            return (await FirstLineAsync(next)).StartsWith("HTTP/1.1 200", StringComparison.Ordinal);
        }, "a place became free");
        held.ForEach(client => client.Dispose());
    }

    private static async Task<TcpClient> AskAsync(RunningHub hub)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, hub.Url.Port);
        try
        {
            await client.GetStream().WriteAsync("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        }
        catch (IOException)
        {
            // Closed already: what is read next says so.
        }

        return client;
    }

    private static async Task<string> FirstLineAsync(TcpClient client)
    {
        var buffer = new byte[256];
        try
        {
            var count = await client.GetStream().ReadAsync(buffer).AsTask().WaitAsync(Limit);
            return Encoding.ASCII.GetString(buffer, 0, count).Split("\r\n")[0];
        }
        catch (IOException)
        {
            return "";
        }
    }
}
