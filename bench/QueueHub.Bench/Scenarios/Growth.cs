using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using QueueHub.Bench.Load;
using QueueHub.Contracts.Boards;
using QueueHub.Live;
using QueueHub.Live.Boards;
using QueueHub.Live.Phones;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Bench.Scenarios;

/// <summary>What one command, one fold, one phone and one push cost as an office grows: nothing may cost more than the logarithm of what waits.</summary>
internal static class Growth
{
    private const int Rounds = 200;
    private const int Repeats = 21;
    private const string Counter = "1";
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(200);

    // Five thousand times as many may cost this many times as much: below what a logarithm would give, above what a busy machine makes of equal figures.
    private const double Allowed = 3;

    private static readonly int[] Waiting = [10, 1000, 10_000, 50_000];
    private static readonly int[] OfTheDay = [100, 10_000];
    private static readonly Uri PublicUrl = new("http://localhost:8080");

    public static async Task<IReadOnlyList<Row>> RunAsync(Workplace place)
    {
        await place.ClearAsync();

        // Redis and the compiler must be as warm for the first size as for the last.
        await WaitingAsync(place, "warm-up", [10, 1000, 5000]);
        await DayAsync(place, "warm-up-day", [100, 1000]);
        return [.. await WaitingAsync(place, "growth", Waiting), .. await DayAsync(place, "long-day", OfTheDay)];
    }

    private static async Task<IReadOnlyList<Row>> WaitingAsync(Workplace place, string slug, int[] sizes)
    {
        var office = new DrivenOffice(place.Redis, slug, 12);
        await office.OpenAsync();
        var (issue, issueScript, call, callScript) = (new Curve("ms"), new Curve("µs"), new Curve("ms"), new Curve("µs"));
        var (fold, phone) = (new Curve("µs"), new Curve("µs"));
        var waiting = 0;
        foreach (var size in sizes)
        {
            await office.FillAsync(size - waiting);
            waiting = size;
            var state = (await new OfficeLog(place.Redis).JoinAsync(office.Slug))!;
            var costs = new CommandCosts(place.Redis, office);
            await costs.MeasureAsync();
            issue.Add(size, costs.Issue.RoundTrip);
            issueScript.Add(size, costs.Issue.Script);
            call.Add(size, costs.CallNext.RoundTrip);
            callScript.Add(size, costs.CallNext.Script);
            fold.Add(size, Cost(() => _ = costs.Events.Aggregate(state, Fold.Apply), costs.Events.Count));
            phone.Add(size, PhoneCost(office, state));
        }

        return
        [
            Row("issue, by people waiting: within Redis", issueScript, $"the whole round trip, with its write to disk: {issue}"),
            Row("call next, by people waiting: within Redis", callScript, $"the whole round trip, with its write to disk: {call}"),
            Row("folding one event, by people waiting", fold),
            Row("one phone's update, by people waiting: place in line and JSON", phone),
        ];
    }

    private static async Task<IReadOnlyList<Row>> DayAsync(Workplace place, string slug, int[] sizes)
    {
        var office = new DrivenOffice(place.Redis, slug, 12);
        await office.OpenAsync();
        await office.FillAsync(40);
        var (board, desk) = (new Curve("µs"), new Curve("µs"));
        var issued = 40;
        foreach (var tickets in sizes)
        {
            await office.VisitAsync(tickets - issued);
            issued = tickets;
            var state = (await new OfficeLog(place.Redis).JoinAsync(office.Slug))!;
            var now = TimeProvider.System.GetUtcNow();
            board.Add(tickets, Cost(() => Json(BoardBuilder.Build(state, office.Document, Opening.Always, now, stale: false, PublicUrl))));
            desk.Add(tickets, Cost(() => Json(DeskBuilder.Build(state, office.Document, Opening.Always, new Dictionary<string, string>(), now, stale: false))));
        }

        return
        [
            Row("a push to the displays, by tickets of the day: board and JSON", board),
            Row("a push to the counters, by tickets of the day: desk and JSON", desk),
        ];
    }

    private static double PhoneCost(DrivenOffice office, OfficeState state)
    {
        var random = new Random(1);
        var line = state.Line(office.Document.ServiceIds[0]);
        var tickets = Enumerable.Range(0, Rounds).Select(_ => state.Tickets[line[random.Next(line.Count)].Ordinal]).ToList();
        using var messages = new PhoneMessages();
        var output = new ArrayBufferWriter<byte>();
        return Cost(
            () =>
            {
                // As one sweep does it: what is the same for all phones is computed once.
                var moment = PhoneTickets.Moment(DateTimeOffset.FromUnixTimeMilliseconds(state.At));
                var shown = new PhoneTickets(state, office.Document, stale: false, "bench.01234567", moment);
                foreach (var ticket in tickets)
                {
                    output.ResetWrittenCount();
                    messages.Write(output, shown.Of(ticket.Ordinal)!);
                }
            },
            Rounds);
    }

    private static byte[] Json<T>(T message) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message, JsonSerializerOptions.Web));

    // Median of some repeats, in microseconds for one of the things done in each.
    private static double Cost(Action act, int times = 1)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < WarmUp;)
        {
            act();
        }

        return Report.Median(Enumerable.Range(0, Repeats).Select(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            act();
            return Stopwatch.GetElapsedTime(began).TotalMicroseconds / times;
        }));
    }

    private static Row Row(string what, Curve curve, string against = "") =>
        new(what, curve.ToString(), against, $"flat or logarithmic: the last at most {Allowed} × the first", curve.Rise <= Allowed);

    /// <summary>The cost at each size.</summary>
    private sealed class Curve(string unit)
    {
        private readonly List<(int Size, double Cost)> _points = [];

        public double Rise => _points[^1].Cost / _points[0].Cost;

        public void Add(int size, double cost) => _points.Add((size, cost));

        public override string ToString() => $"{string.Join(", ", _points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Size:N0}: {point.Cost:G3}")))} {unit}";
    }

    /// <summary>Issues, calls and serves one ticket after another, so that as many wait afterwards as before.</summary>
    private sealed class CommandCosts(IConnectionMultiplexer redis, DrivenOffice office)
    {
        private readonly IServer _server = redis.GetServers()[0];

        public List<OfficeEvent> Events { get; } = [];
        public (double RoundTrip, double Script) Issue { get; private set; }
        public (double RoundTrip, double Script) CallNext { get; private set; }

        public async Task MeasureAsync()
        {
            var (issues, calls) = (new List<(double RoundTrip, double Script)>(), new List<(double RoundTrip, double Script)>());
            for (var i = 0; i < Rounds; i++)
            {
                issues.Add(await TimeAsync(office.IssueAsync));
                calls.Add(await TimeAsync(() => office.CallNextAsync(Counter)));
                Events.AddRange(await office.ServeAsync(Counter, Events[^1].Tickets![0].Ordinal));
            }

            (Issue, CallNext) = (Median(issues), Median(calls));
        }

        // Milliseconds until the answer is here, and microseconds that Redis itself says the script took.
        private async Task<(double RoundTrip, double Script)> TimeAsync(Func<Task<OfficeEvent>> command)
        {
            var before = await ScriptTimeAsync();
            var began = Stopwatch.GetTimestamp();
            Events.Add(await command());
            var roundTrip = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            return (roundTrip, await ScriptTimeAsync() - before);
        }

        private async Task<double> ScriptTimeAsync() => (await _server.InfoAsync("commandstats")).SelectMany(section => section)
            .Where(entry => entry.Key is "cmdstat_evalsha" or "cmdstat_eval")
            .Sum(entry => double.Parse(entry.Value.Split("usec=")[1].Split(',')[0], CultureInfo.InvariantCulture));

        private static (double RoundTrip, double Script) Median(List<(double RoundTrip, double Script)> costs) =>
            (Report.Median(costs.Select(cost => cost.RoundTrip)), Report.Median(costs.Select(cost => cost.Script)));
    }
}
