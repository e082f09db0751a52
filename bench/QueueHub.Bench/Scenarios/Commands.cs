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
    private const int Issues = 7_000;
    private const int Calls = 6_000;

    // Whole visits, until everything that is compiled while it runs has been compiled: of a server that is up all day this is no part.
    private const int WarmUp = 8_000;
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
                },
                async (clerk, counter) =>
                {
                    var called = await Hub.CommandAsync(clerk, Office, counter, "call-next");
                    await Hub.CommandAsync(clerk, Office, counter, "start", called.Ticket);
                    await Hub.CommandAsync(clerk, Office, counter, "complete", called.Ticket);
                },
                server.Process);
        }

        await using (var server = await Peers.StartNodeAsync(place))
        {
            Task<HttpCaller> ConnectAsync() => HttpCaller.ConnectAsync(server.Url);
            async Task ServeAsync(HttpCaller clerk, int counter)
            {
                using var called = JsonDocument.Parse(await clerk.MustAsync($"/counters/{counter}/call-next", $$"""{"service":"{{BenchOffice.Service}}"}"""));
                await clerk.MustAsync($"/counters/{counter}/complete", $$"""{"ticket":{{called.RootElement.GetProperty("id").GetString()}}}""");
            }

            node = await MeasureAsync(
                ConnectAsync, ConnectAsync, citizen => citizen.MustAsync("/tickets", $$"""{"service":"{{BenchOffice.Service}}"}"""), ServeAsync, ServeAsync, server);
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
        Func<Task<HttpCaller>> citizen, Func<Task<HttpCaller>> clerk, Func<HttpCaller, Task> issue, Func<HttpCaller, int, Task> serve,
        Func<HttpCaller, int, Task> finish, ServerProcess server)
    {
        await Hub.LoadAsync(Connections, WarmUp, clerk, async (caller, counter) =>
        {
            await issue(caller);
            await finish(caller, counter);
        });
        await Hub.LoadAsync(Connections, Waiting, citizen, (caller, _) => issue(caller));
        var issues = await RateAsync(Issues, server, () => Hub.LoadAsync(Connections, Issues, citizen, (caller, _) => issue(caller)));
        return new Rates(issues, await RateAsync(2 * Calls, server, () => Hub.LoadAsync(Connections, Calls, clerk, serve)));
    }

    private static async Task<double> RateAsync(int commands, ServerProcess server, Func<Task> work)
    {
        var (began, time) = (Stopwatch.GetTimestamp(), server.Time());
        var own = Process.GetCurrentProcess().TotalProcessorTime;
        await work();
        var took = Stopwatch.GetElapsedTime(began);
        Console.WriteLine(
            $"  {commands / took.TotalSeconds:N0}/s; processor time for each: server {(server.Time() - time).TotalMicroseconds / commands:F0} µs, "
            + $"generator {(Process.GetCurrentProcess().TotalProcessorTime - own).TotalMicroseconds / commands:F0} µs");
        return commands / took.TotalSeconds;
    }

    private sealed record Rates(double Issues, double Calls);
}
