using System.Diagnostics;
using System.Globalization;
using QueueHub.Bench.Load;
using QueueHub.Bench.Servers;

namespace QueueHub.Bench.Scenarios;

/// <summary>What a node costs as it has more offices, up to as many as a whole country has, and whether one of them notices the others.</summary>
internal static class ManyOffices
{
    private const int Warming = 50;
    private const int Rounds = 50;
    private static readonly int[] Sizes = [1, 24, 3500];
    private static readonly TimeSpan Resting = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Row>> RunAsync(Workplace place)
    {
        var nodes = new List<Node>();
        foreach (var size in Sizes)
        {
            nodes.Add(await MeasureAsync(place, size));
            Console.WriteLine($"  {nodes[^1]}");
        }

        return
        [
            new Row("a node, by offices: from its start until it is ready", Curve(node => node.Start, "F1", "s")),
            new Row("the same, until every one is founded, its day open and written to history, and the node at rest", Curve(node => node.Rest, "F1", "s")),
            new Row("a node, by offices: resident memory", Curve(node => node.Memory, "F0", "MB")),
            new Row("a node, by offices: processor time when nothing happens", Curve(node => node.Idle, "F1", "ms in a second")),
            new Row(
                "call next → answer, by offices of the node", Curve(node => node.Call, "F2", "ms"), "", "flat: the last at most 1.5 × the least", nodes[^1].Call <= 1.5 * nodes.Min(node => node.Call)),
        ];

        string Curve(Func<Node, double> figure, string format, string unit) =>
            $"{string.Join(", ", nodes.Select(node => $"{node.Offices:N0}: {figure(node).ToString(format, CultureInfo.InvariantCulture)}"))} {unit}";
    }

    private static async Task<Node> MeasureAsync(Workplace place, int offices)
    {
        var documents = Enumerable.Range(1, offices).Select(number => BenchOffice.Document(string.Create(CultureInfo.InvariantCulture, $"office-{number:D4}"), 3)).ToList();
        await using var hub = await Hub.StartAsync(place, district: false, documents);
        var began = Stopwatch.GetTimestamp();
        await RestAsync(hub.Process);
        var rest = hub.Start + Stopwatch.GetElapsedTime(began) - Resting;
        began = Stopwatch.GetTimestamp();
        var before = hub.Process.Time();
        await Task.Delay(Idle);
        var idle = (hub.Process.Time() - before).TotalMilliseconds / Stopwatch.GetElapsedTime(began).TotalSeconds;
        var memory = hub.Process.Memory() / 1e6;
        return new Node(offices, hub.Start.TotalSeconds, rest.TotalSeconds, memory, idle, await CallAsync(hub, documents[0].Slug));
    }

    // A new office is founded, its day opened and written down after the node is ready for those that are: at rest is who takes little for a second.
    private static async Task RestAsync(ServerProcess process)
    {
        TimeSpan taken;
        do
        {
            var before = process.Time();
            await Task.Delay(Resting);
            taken = process.Time() - before;
        }
        while (taken > Resting / 5);
    }

    private static async Task<double> CallAsync(Hub hub, string office)
    {
        await hub.OpenAsync(office, 1);
        await hub.IssueAsync(office, Warming + Rounds);
        using var clerk = await hub.ClerkAsync();
        var times = new List<double>();
        for (var i = 0; i < Warming + Rounds; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var called = await Hub.CommandAsync(clerk, office, 1, "call-next");
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Hub.CommandAsync(clerk, office, 1, "no-show", called.Ticket);
        }

        return Report.Median(times.Skip(Warming));
    }

    private sealed record Node(int Offices, double Start, double Rest, double Memory, double Idle, double Call);
}
