using System.Diagnostics;
using QueueHub.Bench.Load;
using QueueHub.Bench.Servers;

namespace QueueHub.Bench.Scenarios;

/// <summary>Ten thousand phones on one office: what each of them costs the server, and how long a change takes to reach them all.</summary>
internal static class HeldPhones
{
    public const int Phones = 10_000;
    public const string Office = "crowd";
    private const int Rounds = 7;

    // As many people as one office has numbers for, less some; a few phones share a ticket, as in a family.
    private const int Tickets = 9_500;

    // What stands around a message besides its text, in an event stream.
    private const int Framing = 32;

    // Phones far from the front are told at most every five seconds.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5.5);
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<Row>> RunAsync(Workplace place)
    {
        Measured hub, node, kestrel;
        await using (var server = await Hub.StartAsync(place, district: false, BenchOffice.Document(Office, 12)))
        {
            var links = await FillAsync(server);

            // A process that has given out thousands of numbers has room in its heap, which the peers have not.
            await server.RestartAsync(place);
            using var clerk = await server.ClerkAsync();
            long? called = null;
            hub = await MeasureAsync(
                server.Process, new EventStream(), links,
                async _ => called = (await Hub.CommandAsync(clerk, Office, 1, "call-next")).Ticket,
                async () => await PutBackAsync(clerk, called));
        }

        await using (var server = await Peers.StartNodeAsync(place))
        {
            node = await MeasureAsync(server, new SocketIo(), Numbers(), caller => Peers.BroadcastAsync(caller, hub.Bytes - Framing));
        }

        await using (var server = await Peers.StartKestrelAsync(place))
        {
            kestrel = await MeasureAsync(server, new EventStream(), Numbers(), caller => Peers.BroadcastAsync(caller, hub.Bytes - Framing));
        }

        return
        [
            new Row(
                $"phones held: memory of the process for each of {Phones:N0}", $"{hub.Memory:F1} KB", $"socket.io {node.Memory:F1} KB, bare Kestrel {kestrel.Memory:F1} KB",
                "≤ 14 KB, below socket.io", hub.Memory <= 14 && hub.Memory < node.Memory),
            new Row(
                $"a change reaches {Phones:N0} phones ({hub.Bytes} bytes each, each its own)", $"{hub.Time:F0} ms",
                $"socket.io {node.Time:F0} ms (one message for all): {node.Time / hub.Time:F2} × as fast; bare Kestrel {kestrel.Time:F0} ms: {kestrel.Time / hub.Time:F2} ×",
                "1.2 × socket.io, 0.75 × bare Kestrel", node.Time / hub.Time >= 1.2 && kestrel.Time / hub.Time >= 0.75),
        ];
    }

    /// <summary>Opens the counters and gives everybody a ticket; a link for each phone, in the order of the line.</summary>
    public static async Task<IReadOnlyList<string>> FillAsync(Hub hub)
    {
        await hub.OpenAsync(Office, 12);
        var tickets = await hub.IssueAsync(Office, Tickets);
        return [.. Enumerable.Range(0, Phones).Select(phone => tickets[phone % Tickets].Url + "/events")];
    }

    // At the end of the line again: the next call is to move everybody, too.
    private static async Task PutBackAsync(HttpCaller clerk, long? ticket)
    {
        await Hub.CommandAsync(clerk, Office, 1, "no-show", ticket);
        await Hub.CommandAsync(clerk, Office, 1, "reinstate", ticket);
    }

    private static List<string> Numbers() => [.. Enumerable.Range(1, Phones).Select(number => $"/{number}")];

    private static async Task<Measured> MeasureAsync(
        ServerProcess server, Protocol protocol, IReadOnlyList<string> paths, Func<HttpCaller, Task> change, Func<Task>? after = null)
    {
        await Task.Delay(Settle);
        var before = server.Memory();
        using var crowd = new Crowd(protocol, server.Url);
        await crowd.JoinAsync(paths);
        await Task.Delay(Settle);
        var memory = (server.Memory() - before) / 1024.0 / paths.Count;
        var times = new List<double>();
        var bytes = 0;
        for (var i = 0; i < Rounds; i++)
        {
            await Task.Delay(after is null ? Breath : Rest);

            // Node closes a connection that has been idle for five seconds.
            using var caller = await HttpCaller.ConnectAsync(server.Url);
            var round = crowd.Begin();
            var began = Stopwatch.GetTimestamp();
            await change(caller);
            times.Add(Stopwatch.GetElapsedTime(began, await crowd.AllToldAsync(round)).TotalMilliseconds);
            bytes = round.Bytes;
            await (after?.Invoke() ?? Task.CompletedTask);
        }

        Console.WriteLine($"  {server.Url}: {memory:F1} KB a phone; {string.Join(' ', times.Select(time => $"{time:F0}"))} ms; {bytes} bytes; {crowd.Lost} lost");

        // The first ones warm up.
        return new Measured(memory, Report.Median(times.Skip(2)), bytes);
    }

    private sealed record Measured(double Memory, double Time, int Bytes);
}
