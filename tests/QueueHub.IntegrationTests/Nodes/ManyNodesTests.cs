using System.Text.Json;
using QueueHub.Contracts.Boards;
using QueueHub.IntegrationTests.Crashes;

namespace QueueHub.IntegrationTests.Nodes;

/// <summary>Several nodes behind a plain balancer, no sticky sessions: any may be killed, stopped or join at any time.</summary>
public class ManyNodesTests(EngineFixture engines)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task While_nodes_come_and_go_nothing_is_lost_and_screens_of_all_nodes_show_the_same_order()
    {
        _ = engines.Engines;
        await using var cluster = await Cluster.StartAsync();
        var load = new Load(() => cluster.Balancer.Url, newConnections: true);
        await load.SignInAsync(cluster.Password("kim"));
        await using var lobby = new Wall(() => cluster.Balancer.Url).Start();
        await using var one = new Wall(() => cluster.Nodes[0].Url).Start();
        await using var two = new Wall(() => cluster.Nodes[1].Url).Start();
        using var stop = new CancellationTokenSource();
        Task[] people =
        [
            load.CitizenAsync(stop.Token), load.CitizenAsync(stop.Token), load.ClerkAsync("1", stop.Token), load.ConsoleAsync("2", stop.Token), load.ConsoleAsync("3", stop.Token),
        ];

        foreach (var turn in (Func<Task>[])[KillAsync, StopAsync, JoinAsync])
        {
            await GoesOnAsync(load, people);
            await turn();
        }

        await GoesOnAsync(load, people);
        await stop.CancelAsync();
        await Task.WhenAll(people).WaitAsync(Limit);
        var last = load.Done.Max(command => command.Version);
        foreach (var wall in new[] { lobby, one, two })
        {
            await Eventually.TrueAsync(() => wall.Shown?.Version >= last, "every display shows the last version", Limit);
        }

        await using var postgres = await cluster.PostgresAsync();
        await using var redis = await cluster.RedisAsync();
        await Reckoning.HoldsAsync([.. load.Done], postgres, redis);
        Assert.All([lobby, one, two], NeverGoesBack);
        SameBoards(one, two);
        Assert.True(lobby.Connections.Count > 1, "the lobby's display lost no node: the test proves nothing");
        Assert.Equal(new Uri(cluster.Balancer.Url, Seocho.Office).AbsoluteUri, lobby.Shown!.Office.QrUrl);

        async Task KillAsync()
        {
            await cluster.Nodes[0].KillAsync();
            await GoesOnAsync(load, people);
            await cluster.Nodes[0].StartAsync();
        }

        async Task StopAsync()
        {
            await cluster.Nodes[1].StopAsync();
            await GoesOnAsync(load, people);
            await cluster.Nodes[1].StartAsync();
        }

        async Task JoinAsync()
        {
            var third = await cluster.AddAsync();
            await GoesOnAsync(load, people);
            await third.KillAsync();
        }
    }

    private static async Task GoesOnAsync(Load load, Task[] people)
    {
        var enough = load.Done.Count + Random.Shared.Next(50, 200);
        await Eventually.TrueAsync(() => load.Done.Count >= enough || people.Any(person => person.IsFaulted), "work goes on", Limit);
        await Task.WhenAll(people.Where(person => person.IsFaulted));
    }

    private static void NeverGoesBack(Wall wall) => Assert.All(
        wall.Connections, pushed => Assert.Equal(pushed.Select(board => board.Version).Order(), pushed.Select(board => board.Version)));

    // Each node computes its boards itself: from the same log, in the same order.
    private static void SameBoards(Wall one, Wall two)
    {
        var others = two.Sent.ToLookup(board => (board.Epoch, board.Version));
        var both = one.Sent.Where(board => others.Contains((board.Epoch, board.Version))).ToList();
        Assert.True(both.DistinctBy(board => board.Version).Count() > 50, "both displays have seen too few boards in common: the test proves nothing");
        Assert.All(both, board => Assert.All(others[(board.Epoch, board.Version)], other => Assert.Equal(Timeless(board), Timeless(other))));
    }

    // Without what each node knows for itself: the time, whether it has lost Redis, and when a ticket was recalled, which no row keeps.
    private static string Timeless(Board board) => JsonSerializer.Serialize(
        board with { At = default, Stale = false, Calls = [.. board.Calls.Select(Timeless)], Recent = [.. board.Recent.Select(Timeless)] }, JsonSerializerOptions.Web);

    private static BoardCall Timeless(BoardCall call) => call with { At = default };
}
