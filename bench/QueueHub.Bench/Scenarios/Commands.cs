using System.Diagnostics;
using System.Text.Json;
using QueueHub.Bench.Load;
using QueueHub.Bench.Servers;

namespace QueueHub.Bench.Scenarios;

/// <summary>Commands a second over HTTP at one node, from 64 connections, beside a plain queue in Node, and the same scripts run by redis-benchmark.</summary>
internal static class Commands
{
    private const int Connections = 64;
    private const int Waiting = 1_000;
    private const int Issues = 5_000;
    private const int Calls = 4_000;
    private const string Office = "rush";

    public static async Task<IReadOnlyList<Row>> RunAsync(Workplace place)
    {
        Rates hub, node;
        await using (var server = await Hub.StartAsync(place, district: false, BenchOffice.Document(Office, Connections)))
        {
            await server.OpenAsync(Office, Connections);
            hub = await MeasureAsync(
                server.CitizenAsync, server.ClerkAsync,
                citizen => Hub.IssueAsync(citizen, Office),
                async (clerk, counter) =>
                {
                    var called = await Hub.CommandAsync(clerk, Office, counter, "call-next");
                    await Hub.CommandAsync(clerk, Office, counter, "no-show", called.Ticket);
                });
            Console.WriteLine($"  hub: {server.Process.Time().TotalSeconds:F1} s of processor time");
        }

        await using (var server = await Peers.StartNodeAsync(place))
        {
            Task<HttpCaller> ConnectAsync() => HttpCaller.ConnectAsync(server.Url);
            node = await MeasureAsync(
                ConnectAsync, ConnectAsync,
                citizen => citizen.MustAsync("/tickets", $$"""{"service":"{{BenchOffice.Service}}"}"""),
                async (clerk, counter) =>
                {
                    using var called = JsonDocument.Parse(await clerk.MustAsync($"/counters/{counter}/call-next", $$"""{"service":"{{BenchOffice.Service}}"}"""));
                    await clerk.MustAsync($"/counters/{counter}/complete", $$"""{"ticket":{{called.RootElement.GetProperty("id").GetString()}}}""");
                });
        }

        await place.ClearAsync();
        var limit = await ScriptLimit.MeasureAsync(place, Connections);
        return
        [
            Row("numbers issued", hub.Issues, node.Issues, limit.Issues),
            Row("call next, and the next command that frees the counter", hub.Calls, node.Calls, limit.Calls),
        ];
    }

    private static Row Row(string what, double hub, double node, double limit) => new(
        $"{what}, over HTTP, {Connections} connections", $"{hub:N0}/s",
        $"Node {node:N0}/s: {hub / node:F1} ×; the script alone by redis-benchmark {limit:N0}/s: {hub / limit:F2} ×", "4 × Node", hub / node >= 4);

    private static async Task<Rates> MeasureAsync(
        Func<Task<HttpCaller>> citizen, Func<Task<HttpCaller>> clerk, Func<HttpCaller, Task> issue, Func<HttpCaller, int, Task> serve)
    {
        // The first thousand warm up, and wait.
        await Hub.LoadAsync(Connections, Waiting, citizen, (caller, _) => issue(caller));
        var issues = await RateAsync(Issues, () => Hub.LoadAsync(Connections, Issues, citizen, (caller, _) => issue(caller)));
        await Hub.LoadAsync(Connections, Waiting, clerk, serve);
        var calls = await RateAsync(2 * Calls, () => Hub.LoadAsync(Connections, Calls, clerk, serve));
        return new Rates(issues, calls);
    }

    private static async Task<double> RateAsync(int commands, Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return commands / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private sealed record Rates(double Issues, double Calls);
}
