using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using QueueHub.Bench.Load;
using QueueHub.Bench.Servers;

namespace QueueHub.Bench.Scenarios;

/// <summary>
/// A clerk's work while ten thousand phones follow the same office, twenty commands a second, all of them there: how soon a call is on the screens; and
/// the same while all phones come back at once.
/// </summary>
internal static class CrowdedOffice
{
    private const int Calls = 400;
    private static readonly TimeSpan BetweenCommands = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan StormLength = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Row>> RunAsync(Workplace place)
    {
        await using var hub = await Hub.StartAsync(place, district: true, BenchOffice.Document(HeldPhones.Office, 12));
        var links = await HeldPhones.FillAsync(hub);
        using var crowd = new Crowd(new EventStream(), hub.Url);
        await crowd.JoinAsync(links);
        using var clerk = await hub.ClerkAsync();
        var line = new Line(clerk);

        var (screens, answers) = await CallsAsync(hub, crowd, line);
        var bare = await BareAsync(place);
        var (fifty, ninetyNine) = (Report.Median(screens), Report.Percentile(screens, 99));

        var quiet = await CommandsOfRedisAsync(place, line, () => Task.Delay(StormLength + StormLength));
        crowd.Drop();
        double[] served = [];
        var took = TimeSpan.Zero;
        var storm = await CommandsOfRedisAsync(place, line, async () =>
        {
            var began = Stopwatch.GetTimestamp();
            served = await crowd.JoinAsync(links, StormLength);
            took = Stopwatch.GetElapsedTime(began);
            await Task.Delay(took < StormLength * 2 ? (StormLength * 2) - took : TimeSpan.Zero);
        });
        var reads = (double)(storm.Redis - quiet.Redis) / links.Count;
        var slowest = Report.Percentile(storm.Answers, 99);
        return
        [
            new Row(
                "a call is at display, console and the called phone, 10,000 phones connected, 20 commands/s at their office",
                $"p50 {fifty:F1} ms, p99 {ninetyNine:F1} ms",
                $"a write to Redis and one to a socket: p50 {bare:F2} ms, {fifty / bare:F1} ×; the clerk's own answer: p50 {Report.Median(answers):F1} ms",
                "p50 ≤ 10 ms, p99 ≤ 50 ms", fifty <= 10 && ninetyNine <= 50),
            new Row(
                $"reconnect storm: {links.Count:N0} phones return within {StormLength.TotalSeconds:F0} s",
                $"all served {took.TotalSeconds:F1} s after the first; a phone p50 {Report.Median(served):F1} ms, p99 {Report.Percentile(served, 99):F0} ms; commands meanwhile p99 {slowest:F0} ms; {reads:F3} Redis commands a phone",
                $"commands without the storm: p99 {Report.Percentile(quiet.Answers, 99):F0} ms",
                "10 s, p99 ≤ 200 ms, no Redis reads per phone", took <= StormLength * 2 && slowest <= 200 && reads < 0.01),
        ];
    }

    // From the clerk's request until the last of the three has it, in milliseconds; and until the clerk has the answer.
    private static async Task<(List<double> Screens, List<double> Answers)> CallsAsync(Hub hub, Crowd crowd, Line line)
    {
        await using var display = await Screen.DisplayAsync(hub, HeldPhones.Office);
        await using var console = await Screen.ConsoleAsync(hub, HeldPhones.Office, 1);
        var (screens, answers) = (new List<double>(), new List<double>());
        for (var i = 0; i < Calls; i++)
        {
            await Task.Delay(BetweenCommands);

            // Nobody else calls, so the next one is known, and so is the version.
            var phone = crowd.HearsAsync(line.Next, "\"state\":\"called\""u8.ToArray());
            var seen = new[] { phone, display.SeesAsync(line.Version + 1), console.SeesAsync(line.Version + 1) };
            var began = Stopwatch.GetTimestamp();
            await line.CallAsync();
            answers.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            var moments = await Task.WhenAll(seen).WaitAsync(Patience);
            screens.Add(Stopwatch.GetElapsedTime(began, moments.Max()).TotalMilliseconds);
            await Task.Delay(BetweenCommands);
            await line.NoShowAsync();
        }

        return (screens, answers);
    }

    // What the parts need at least: an acknowledged write, and some bytes that arrive at another socket.
    private static async Task<double> BareAsync(Workplace place)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var peer = await listener.AcceptTcpClientAsync();
        var message = new byte[250];
        var times = new List<double>();
        for (var i = 0; i < Calls; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
            var began = Stopwatch.GetTimestamp();
            await place.Redis.GetDatabase().StringSetAsync("bench", i);
            await client.GetStream().WriteAsync(message);
            await peer.GetStream().ReadExactlyAsync(message);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return Report.Median(times);
    }

    // Works at the usual pace while something goes on; how many commands Redis has carried out meanwhile, and how long each answer took.
    private static async Task<(long Redis, List<double> Answers)> CommandsOfRedisAsync(Workplace place, Line line, Func<Task> meanwhile)
    {
        var before = await CountAsync(place);
        var goesOn = meanwhile();
        var answers = new List<double>();
        while (!goesOn.IsCompleted)
        {
            foreach (var command in new[] { line.CallAsync, (Func<Task>)line.NoShowAsync })
            {
                await Task.Delay(BetweenCommands);
                var began = Stopwatch.GetTimestamp();
                await command();
                answers.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        await goesOn;
        return (await CountAsync(place) - before, answers);
    }

    private static async Task<long> CountAsync(Workplace place)
    {
        var stats = await place.Redis.GetServers()[0].InfoAsync("stats");
        return long.Parse(stats[0].First(entry => entry.Key == "total_commands_processed").Value, CultureInfo.InvariantCulture);
    }

    // The line of the office as its only clerk knows it.
    private sealed class Line(HttpCaller clerk)
    {
        private long? _ticket;

        /// <summary>The phone of whoever is called next.</summary>
        public int Next { get; private set; }

        /// <summary>Of the office after the last command.</summary>
        public long Version { get; private set; }

        public async Task CallAsync()
        {
            var called = await Hub.CommandAsync(clerk, HeldPhones.Office, 1, "call-next");
            (_ticket, Version) = (called.Ticket, called.Version);
            Next++;
        }

        public async Task NoShowAsync() => Version = (await Hub.CommandAsync(clerk, HeldPhones.Office, 1, "no-show", _ticket)).Version;
    }
}
