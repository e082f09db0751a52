using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Panels;

/// <summary>Kim serves somebody with a complete form at counter 1, whose panel may be at another node.</summary>
internal sealed class CounterScene : IAsyncDisposable
{
    private readonly HttpClient _kim;
    private readonly HubConnection _console;

    private CounterScene(HttpClient kim, HubConnection console, PanelSide panel, IssuedTicket issued, long ticket)
    {
        (_kim, _console, Panel, Issued, Ticket) = (kim, console, panel, issued, ticket);
        Clerk = new HubDoor(console);
    }

    public HubDoor Clerk { get; }
    public PanelSide Panel { get; }
    public IssuedTicket Issued { get; }
    public long Ticket { get; }

    /// <summary>What the console was told of the form.</summary>
    public ConcurrentQueue<Dictionary<string, int>> Rung { get; } = [];

    /// <summary>Where the console was told that the citizen is.</summary>
    public ConcurrentQueue<(long Ticket, string? Field)> Others { get; } = [];

    public static async Task<CounterScene> StartAsync(RunningHub hub, RunningHub? node = null, FormAnswers? form = null)
    {
        using var citizen = hub.NewClient();
        var issued = await citizen.IssueAsync(form: form ?? hub.FilledForm());
        var (kim, cookies) = await hub.SignInAsync("kim");
        var console = hub.CounterConnection(cookies);
        var panel = await PanelSide.StartAsync(hub, "1", node);
        await console.StartAsync();
        var door = new HubDoor(console);
        await door.Attach(Seocho.Office, "1", "ko");
        await door.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var ticket = (await door.CallNext(Seocho.CallNext())).Ticket!.Value;
        Assert.True((await door.Start(Seocho.Request(ticket))).Ok);
        var scene = new CounterScene(kim, console, panel, issued, ticket);
        console.On<long, Dictionary<string, int>>(nameof(ICounterClient.FormChanged), (_, fields) => scene.Rung.Enqueue(fields));
        console.On<long, string?>(nameof(ICounterClient.OtherAt), (of, field) => scene.Others.Enqueue((of, field)));
        await Eventually.TrueAsync(() => panel.Boards.Any(board => board.Ticket is { State: TicketState.Serving }), "the panel shows the visit");
        await Eventually.TrueAsync(async () => await door.Submission(ticket) is not null, "the clerk has the form");
        return scene;
    }

    /// <summary>The console is switched off.</summary>
    public Task HangUpAsync() => _console.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _console.DisposeAsync();
        await Panel.DisposeAsync();
        _kim.Dispose();
    }
}
