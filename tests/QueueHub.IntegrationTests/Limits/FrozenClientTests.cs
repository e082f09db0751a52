using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Live.Boards;
using QueueHub.Live.Phones;
using QueueHub.Offices;
using QueueHub.Platform.Limits;

namespace QueueHub.IntegrationTests.Limits;

/// <summary>A phone or screen that stops reading costs the others nothing and the node little, is dropped, and sees the newest when it is back.</summary>
public sealed class FrozenClientTests(EngineFixture engines) : IDisposable
{
    private const int Tickets = 50;
    private const int PhonesOfEach = 20;
    private const int Idle = 10;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Among_a_thousand_some_that_do_not_read_change_nothing_for_the_others_and_are_dropped()
    {
        await using var hub = await new HubFactory(engines).With(Idler.MayStaySilent)
            .WithSetting("Limits:SendBuffer", "4096").WithSetting("Limits:Unread", "00:00:01").WithSetting("Limits:PhonesPerTicket", "100").StartAsync();
        var open = hub.Services.GetRequiredService<StayingConnections>();
        using var citizen = hub.NewClient();
        using var idler = Idler.Browser(hub.Url);
        var (kim, cookies) = await hub.SignInAsync("kim");
        var counter = new HttpDoor(kim, Seocho.Office, "1");
        var tickets = new List<IssuedTicket>();
        for (var i = 0; i < Tickets; i++)
        {
            tickets.Add(await citizen.IssueAsync());
        }

        var shown = new ConcurrentDictionary<int, PhoneTicket>();
        using var leave = new CancellationTokenSource();
        var reading = Enumerable.Range(0, Tickets * PhonesOfEach).Select(phone => ReadAsync(citizen, tickets[phone % Tickets], ticket => shown[phone] = ticket, leave.Token)).ToList();
        await using var display = hub.DisplayConnection();
        Board? board = null;
        display.On<Board>(nameof(IDisplayClient.ShowBoard), newer => board = newer);
        await display.StartAsync();
        await display.InvokeAsync<Board?>(nameof(IDisplayHub.Watch), Seocho.Office);
        await Eventually.TrueAsync(() => shown.Count == Tickets * PhonesOfEach, "every phone shows its ticket", Limit);

        var idle = new List<IDisposable>();
        for (var i = 0; i < Idle; i++)
        {
            idle.Add(await Idler.PhoneAsync(idler, tickets[i]));
            idle.Add(await Idler.DisplayAsync(hub));
        }

        using var stopped = await StoppedDisplay.StartAsync(hub, _folder);
        idle.Add(await Idler.ConsoleAsync(hub, cookies, "1"));
        await Eventually.TrueAsync(() => open is var now && now.Count(Follower.Display) == Idle + 2 && now.Count(Follower.Console) == 1, "all are connected");
        Assert.Equal((Tickets * PhonesOfEach) + Idle, open.Count(Follower.Phone));
        await stopped.SignalAsync("STOP");

        // Every phone and screen is told of each of these changes, or of the newest of several.
        var began = Stopwatch.GetTimestamp();
        while ((open.Count(Follower.Phone), open.Count(Follower.Display), open.Count(Follower.Console)) != (Tickets * PhonesOfEach, 1, 0))
        {
            await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
            await counter.Pause(new PauseCounterRequest(Seocho.NewRequestId(), null));
            Assert.True(
                Stopwatch.GetElapsedTime(began) < Limit,
                $"still there: {open.Count(Follower.Phone)} phones, {open.Count(Follower.Display)} displays, {open.Count(Follower.Console)} consoles");
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"dropped after {Stopwatch.GetElapsedTime(began)}");
        Assert.Equal(Tickets * PhonesOfEach, hub.Services.GetRequiredService<PhoneSweep>().Count);
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var called = await counter.CallNext(Seocho.CallNext());
        var state = (await hub.Services.GetRequiredService<IOfficeStates>().AtLeastAsync(Seocho.Office, called.Version, Limit, CancellationToken.None))!;
        await Eventually.TrueAsync(() => shown.All(phone => phone.Value == Now(hub, state, tickets[phone.Key % Tickets])), "every phone shows the final state", Limit);
        await Eventually.TrueAsync(() => board?.Version == state.Version, "the display shows the final state");
        Assert.Equal(TicketState.Called, shown[0].State);

        // What was frozen sees at once how things are now, not how they were.
        await stopped.SignalAsync("CONT");
        await Eventually.TrueAsync(() => stopped.SawAfterwards().Contains($"\"version\":{state.Version},", StringComparison.Ordinal), "the thawed display shows the final state");
        await using var back = await PhoneAsync(citizen, tickets[0], CancellationToken.None);
        Assert.True(await back.MoveNextAsync());
        Assert.Equal(Now(hub, state, tickets[0]), Parse(back.Current));

        await leave.CancelAsync();
        await Task.WhenAll(reading);
        idle.ForEach(one => one.Dispose());
        kim.Dispose();
    }

    [Fact]
    public async Task A_console_that_does_not_read_keeps_no_other_from_hearing_of_its_form_and_is_closed_when_its_session_ends()
    {
        await using var hub = await new HubFactory(engines).With(Idler.MayStaySilent).WithSetting("Limits:SendBuffer", "4096")
            .WithSetting("Limits:Unread", "00:05:00").WithSetting("Limits:MessageUnread", "00:05:00").StartAsync();
        var open = hub.Services.GetRequiredService<StayingConnections>();
        using var citizen = hub.NewClient();
        await citizen.IssueAsync();
        var (kim, cookies) = await hub.SignInAsync("kim");
        using var frozen = await Idler.ConsoleAsync(hub, cookies, "1");
        await using var console = hub.CounterConnection(cookies);
        var changed = new TaskCompletionSource<long>();
        var signedOut = new TaskCompletionSource();
        console.On<long, Dictionary<string, int>>(nameof(ICounterClient.FormChanged), (ticket, _) => changed.TrySetResult(ticket));
        console.On(nameof(ICounterClient.SignedOut), signedOut.SetResult);
        await console.StartAsync();
        var door = new HubDoor(console);
        await door.Attach(Seocho.Office, "1", "ko");
        await door.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var ticket = (await door.CallNext(Seocho.CallNext())).Ticket!.Value;
        for (var i = 0; i < 60; i++)
        {
            var reply = i % 2 == 0
                ? await door.Pause(new PauseCounterRequest(Seocho.NewRequestId())) : await door.Open(new OpenCounterRequest(Seocho.NewRequestId()));
            Assert.Null(reply.Problem);
        }

        var edit = await door.EditForm(new EditFormRequest(ticket, [new FieldChange("name", 0, ["홍길동"])]));
        Assert.Null(edit.Problem);
        Assert.Equal(ticket, await changed.Task.WaitAsync(Limit));
        Assert.Equal(2, open.Count(Follower.Console));

        (await kim.PostAsync(Routes.SignOut, null)).EnsureSuccessStatusCode();
        await signedOut.Task.WaitAsync(Limit);
        await Eventually.TrueAsync(() => open.Count(Follower.Console) == 0, "both consoles are closed");
        kim.Dispose();
    }

    private static PhoneTicket Now(RunningHub hub, OfficeState state, IssuedTicket ticket) => PhoneTickets.Of(
        state, hub.Services.GetRequiredService<IOffices>().Find(Seocho.Office)!, state.Tickets.Values.Single(row => row.Number == ticket.Number), stale: false,
        hub.Services.GetRequiredService<IOfficeStates>().Life(Seocho.Office), DateTimeOffset.UtcNow);

    private static async Task ReadAsync(HttpClient client, IssuedTicket ticket, Action<PhoneTicket> show, CancellationToken leave)
    {
        try
        {
            await using var events = await PhoneAsync(client, ticket, leave);
            while (await events.MoveNextAsync())
            {
                show(Parse(events.Current));
            }
        }
        catch (OperationCanceledException)
        {
            // The phone was put away.
        }
    }

    private static async Task<IAsyncEnumerator<SseItem<string>>> PhoneAsync(HttpClient client, IssuedTicket ticket, CancellationToken leave) =>
        SseParser.Create(await client.GetStreamAsync($"{ticket.Url}/events", leave)).EnumerateAsync(leave).GetAsyncEnumerator(leave);

    private static PhoneTicket Parse(SseItem<string> message) => JsonSerializer.Deserialize<PhoneTicket>(message.Data, JsonSerializerOptions.Web)!;
}
