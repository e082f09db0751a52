using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using QueueHub.Bench.Servers;
using QueueHub.Contracts.Offices;

namespace QueueHub.Bench.Scenarios;

/// <summary>How long a lobby waits for a hub: ./run on a machine that has run it before, and one more node beside a hub at work.</summary>
internal static class Starts
{
    private const int Rounds = 5;
    private const string Busy = "busy";
    private const int Tickets = 2_000;

    public static async Task<IReadOnlyList<Row>> RunAsync(Workplace place)
    {
        var (run, hub) = await AloneAsync(place);
        var (node, offices) = await BesideAsync(place);
        return
        [
            new Row("./run, built before, to its first answers (page and /ready)", $"{run:F2} s", $"the hub without the script: {hub:F2} s", "≤ 5 s", run <= 5),
            new Row($"a second node, {offices} open offices, {Tickets:N0} tickets in one, until /ready", $"{node:F2} s", "", "≤ 2 s", node <= 2),
        ];
    }

    /// <summary>./run with engines of its own; and the same hub without the script before it.</summary>
    private static async Task<(double Run, double Hub)> AloneAsync(Workplace place)
    {
        var script = Path.Combine(place.Root, "run");
        await BuildAsync(script);
        string[] options = [$"--port={FreePort()}", $"--data={place.NewFolder("run")}", "--always-open", "--Logging:LogLevel:Default=Warning"];

        Task<double> RunAsync() => MeasureAsync(() => ServerProcess.StartAsync(script, options), "/");
        Task<double> HubAsync() => MeasureAsync(() => ServerProcess.StartAsync("dotnet", [place.Hub, .. options]), "/");

        // The first start of all makes the databases.
        await RunAsync();
        var times = await MedianAsync(("./run", RunAsync), ("hub alone", HubAsync));
        return (times[0], times[1]);
    }

    private static async Task<(double Node, int Offices)> BesideAsync(Workplace place)
    {
        await using var hub = await Hub.StartAsync(place, district: true, BenchOffice.Document(Busy, 4));
        var offices = await OpenAllAsync(hub);
        await hub.IssueAsync(Busy, Tickets);
        var data = place.NewFolder("node");
        Task<double> NodeAsync() => MeasureAsync(() => Hub.StartAsync(place, hub.Postgres, data));

        // Its data folder exists, too, from the first time on.
        await NodeAsync();
        return ((await MedianAsync(("second node", NodeAsync)))[0], offices);
    }

    // An office begins with its first counter or ticket.
    private static async Task<int> OpenAllAsync(Hub hub)
    {
        using var client = new HttpClient { BaseAddress = hub.Url };
        var offices = await client.GetFromJsonAsync<IReadOnlyList<OfficeInfo>>("/api/offices") ?? [];
        foreach (var office in offices)
        {
            await hub.OpenAsync(office.Slug, 1);
        }

        return offices.Count;
    }

    // Publishes when this version has not been, and says what the options are.
    private static async Task BuildAsync(string script)
    {
        using var help = Process.Start(new ProcessStartInfo(script, ["--help"]) { RedirectStandardOutput = true })!;
        await help.StandardOutput.ReadToEndAsync();
        await help.WaitForExitAsync();
    }

    /// <summary>Medians of several starts each, taken in turn: whatever else the machine does meets them all.</summary>
    private static async Task<double[]> MedianAsync(params (string What, Func<Task<double>> Measure)[] starts)
    {
        var times = starts.Select(_ => new List<double>()).ToArray();
        for (var i = 0; i < Rounds * starts.Length; i++)
        {
            times[i % starts.Length].Add(await starts[i % starts.Length].Measure());
        }

        foreach (var (what, taken) in starts.Zip(times, (start, taken) => (start.What, taken)))
        {
            Console.WriteLine($"  {what}: {string.Join(' ', taken.Select(time => time.ToString("F2", CultureInfo.InvariantCulture)))} s");
        }

        return [.. times.Select(Report.Median)];
    }

    /// <summary>Seconds until a node that is started is ready and has answered these pages; it is stopped, and gone, when this returns.</summary>
    private static async Task<double> MeasureAsync(Func<Task<ServerProcess>> start, params IEnumerable<string> pages)
    {
        var began = Stopwatch.GetTimestamp();
        await using var node = await start();
        await Hub.ReadyAsync(node);
        using var client = new HttpClient { BaseAddress = node.Url };
        foreach (var page in pages)
        {
            using var answer = await client.GetAsync(page);
            answer.EnsureSuccessStatusCode();
        }

        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
