using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;

namespace QueueHub.IntegrationTests.Doors;

public class SecurityTests(EngineFixture engines)
{
    [Fact]
    public async Task Without_a_sign_in_no_command_of_a_clerk_is_done_and_no_desk_is_shown()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var stranger = hub.NewClient();
        foreach (var verb in new[] { "open", "pause", "close", "call-next", "call", "recall", "start", "complete", "no-show", "reinstate", "park", "resume", "transfer", "requeue", "cancel", "attach-form" })
        {
            using var response = await stranger.PostAsJsonAsync($"/api/offices/{Seocho.Office}/counters/1/{verb}", Seocho.Request(1));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal(ProblemCodes.SignInRequired, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        }

        await using var connection = hub.CounterConnection(new CookieContainer());
        await Assert.ThrowsAnyAsync<Exception>(() => connection.StartAsync());
        Assert.NotEqual(HubConnectionState.Connected, connection.State);
    }

    [Fact]
    public async Task Another_sites_page_cannot_use_a_clerks_cookie_by_socket_or_by_post()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var (kim, cookies) = await hub.SignInAsync("kim");
        using var socket = new ClientWebSocket { Options = { Cookies = cookies } };
        socket.Options.SetRequestHeader("Origin", "https://evil.example");
        var address = new UriBuilder(new Uri(hub.Url, Routes.CounterHub)) { Scheme = "ws" }.Uri;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, CancellationToken.None));
        Assert.NotEqual(WebSocketState.Open, socket.State);

        using var own = new ClientWebSocket { Options = { Cookies = cookies } };
        own.Options.SetRequestHeader("Origin", hub.Url.GetLeftPart(UriPartial.Authority));
        await own.ConnectAsync(address, CancellationToken.None);
        Assert.Equal(WebSocketState.Open, own.State);

        using var post = new HttpRequestMessage(HttpMethod.Post, $"/api/offices/{Seocho.Office}/counters/1/open") { Content = JsonContent.Create(Seocho.Request()) };
        post.Headers.Add("Origin", "https://evil.example");
        using var response = await kim.SendAsync(post);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        kim.Dispose();
    }

    [Fact]
    public async Task Signing_out_closes_the_open_console_and_its_cookie_is_worth_nothing()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var (kim, cookies) = await hub.SignInAsync("kim");
        var before = new CookieContainer();
        before.Add(cookies.GetAllCookies());
        await using var connection = hub.CounterConnection(cookies);
        var closed = new TaskCompletionSource();
        var told = new TaskCompletionSource();
        connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        connection.On(nameof(ICounterClient.SignedOut), () => told.TrySetResult());
        await connection.StartAsync();
        await connection.InvokeAsync<DeskBoard?>("Attach", Seocho.Office, "1", "ko");

        (await kim.PostAsync(Routes.SignOut, null)).EnsureSuccessStatusCode();

        await told.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(60));
        using var replay = new HttpClient(new SocketsHttpHandler { CookieContainer = before }) { BaseAddress = hub.Url };
        Assert.Equal(HttpStatusCode.Unauthorized, (await replay.GetAsync(Routes.WhoAmI)).StatusCode);
        kim.Dispose();
    }

    [Fact]
    public async Task A_form_is_shown_only_to_the_clerk_whose_counter_has_its_ticket_and_is_destroyed_after_the_visit()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var (kim, kimCookies) = await hub.SignInAsync("kim");
        var (lee, leeCookies) = await hub.SignInAsync("lee");
        await using var kimConnection = hub.CounterConnection(kimCookies);
        await using var leeConnection = hub.CounterConnection(leeCookies);
        await kimConnection.StartAsync();
        await leeConnection.StartAsync();
        var (first, second) = (new HubDoor(kimConnection), new HubDoor(leeConnection));
        await first.Attach(Seocho.Office, "1", "ko");
        await second.Attach(Seocho.Office, "2", "ko");
        await first.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        await second.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var answers = FormFiller.Fill(hub.Services.GetRequiredService<IOffices>().Form("resident-register")!);
        using var issued = await citizen.PostAsJsonAsync(
            $"/api/offices/{Seocho.Office}/tickets", new IssueRequest(Seocho.NewRequestId(), Seocho.Service, Form: answers));
        Assert.Equal(HttpStatusCode.Created, issued.StatusCode);

        var called = await first.CallNext(Seocho.CallNext());
        var ticket = called.Ticket!.Value;
        SubmissionView? shown = null;
        await Eventually.TrueAsync(async () => (shown = await first.Submission(ticket)) is not null, "the clerk sees the form");
        Assert.Equal(answers.Values["name"], shown!.Answers.Values["name"]);
        Assert.Null(await second.Submission(ticket));

        await first.Start(Seocho.Request(ticket));
        await first.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket));
        await Eventually.TrueAsync(async () => await first.Submission(ticket) is null, "the form is the citizen's again");
        kim.Dispose();
        lee.Dispose();
    }
}
