using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;
using QueueHub.IntegrationTests.Tickets;

namespace QueueHub.IntegrationTests.Recovery;

/// <summary>Pub/sub promises nothing: with every doorbell lost, the poll alone keeps every screen right, a second later.</summary>
public sealed class LostBellTests(EngineFixture engines) : IAsyncLifetime
{
    private OwnRedis _redis = null!;

    public async ValueTask InitializeAsync()
    {
        _ = engines.Redis;
        _redis = await OwnRedis.StartAsync();
    }

    public ValueTask DisposeAsync() => _redis.DisposeAsync();

    [Fact]
    public async Task Without_a_single_bell_the_other_nodes_screens_and_forms_are_right_all_the_same()
    {
        var database = await engines.CreateDatabaseAsync();
        await using var one = await new HubFactory(engines).WithRedisAt(_redis.ConnectionString).WithPostgresAt(database).StartAsync().WorkingAsync();
        await using var two = await new HubFactory(engines).Beside(one).StartAsync().WorkingAsync();
        var (kim, cookies) = await one.SignInAsync("kim");
        await using var console = two.CounterConnection(cookies);
        await using var display = two.DisplayConnection();
        var boards = new List<Board>();
        var formChanged = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        display.On<Board>(nameof(IDisplayClient.ShowBoard), board => { lock (boards) { boards.Add(board); } });
        console.On<long, IReadOnlyDictionary<string, int>>(nameof(ICounterClient.FormChanged), (ticket, _) => formChanged.TrySetResult(ticket));
        await display.StartAsync();
        await display.InvokeAsync<Board?>(nameof(IDisplayHub.Watch), Seocho.Office);
        await console.StartAsync();
        await new HubDoor(console).Attach(Seocho.Office, "1", "ko");

        // Nobody may ring any more, nor listen.
        await _redis.ExecuteAsync("ACL", "SETUSER", "default", "resetchannels");
        using var citizen = one.NewClient();
        var counter = new HttpDoor(kim, Seocho.Office, "1");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var ticket = await citizen.IssueAsync();
        var called = await counter.CallNext(Seocho.CallNext());

        await Eventually.TrueAsync(() => { lock (boards) { return boards.Any(board => board.Calls.Any(call => call.Number == ticket.Number)); } }, "the other node's display shows the call");
        Assert.Null((await counter.EditForm(new EditFormRequest(called.Ticket!.Value, [new FieldChange("name", 0, ["홍길동"])]))).Problem);
        Assert.Equal(called.Ticket, await formChanged.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        kim.Dispose();
    }
}
