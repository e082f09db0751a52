namespace QueueHub.History.Advice;

/// <summary>
/// Some days as the demand would bring them, drawn once: when each person comes and how long each visit takes. Every plan is tried on the same people, so two
/// plans differ by their counters alone, and one more counter never makes anybody wait longer. Pure; the same demand gives the same days.
/// </summary>
public sealed class SampleDays
{
    // Enough that a share is right to about one per cent, and few enough for a second's answer.
    private const int People = 40_000;
    private const int Fewest = 50;
    private const int Most = 500;
    private const int Seed = 9;

    private readonly (double At, double Takes)[][] _days;
    private readonly int _lastHour;

    private SampleDays((double At, double Takes)[][] days, int lastHour) => (_days, _lastHour) = (days, lastHour);

    /// <summary>How many days were drawn.</summary>
    public int Count => _days.Length;

    public static SampleDays Of(DayDemand demand)
    {
        var random = new Random(Seed);
        var days = (int)Math.Clamp(People / Math.Max(1, demand.Arrivals.Sum()), Fewest, Most);
        return new SampleDays(
            [.. Enumerable.Range(0, days).Select(_ => Day(demand, random))],
            Enumerable.Range(0, DayDemand.Hours).LastOrDefault(hour => demand.Arrivals[hour] > 0));
    }

    /// <summary>Of those who came in each hour, the share that waited no longer; null of an hour in which nobody came.</summary>
    /// <param name="counters">How many are open in each hour. Those of the last hour with arrivals, at least one, stay until nobody waits any more.</param>
    public IReadOnlyList<double?> Within(IReadOnlyList<int> counters, double minutes)
    {
        var (came, within) = (new int[DayDemand.Hours], new int[DayDemand.Hours]);
        var busy = new PriorityQueue<double, double>();
        foreach (var day in _days)
        {
            busy.Clear();
            var turn = 0.0;
            foreach (var (at, takes) in day)
            {
                turn = Turn(Math.Max(turn, at), busy, counters);
                busy.Enqueue(turn + takes, turn + takes);
                var hour = (int)(at / 60);
                came[hour]++;
                within[hour] += turn - at <= minutes ? 1 : 0;
            }
        }

        return [.. came.Zip(within, (all, some) => all == 0 ? (double?)null : (double)some / all)];
    }

    // When whoever is next is called, not before this. Who closes a counter finishes the visit first, so more may be busy than are open.
    private double Turn(double at, PriorityQueue<double, double> busy, IReadOnlyList<int> counters)
    {
        while (true)
        {
            while (busy.TryPeek(out var ended, out _) && ended <= at)
            {
                busy.Dequeue();
            }

            var hour = Math.Min((int)(at / 60), _lastHour);
            if (busy.Count < (hour == _lastHour ? Math.Max(1, counters[hour]) : counters[hour]))
            {
                return at;
            }

            var change = hour < _lastHour ? (hour + 1) * 60.0 : double.PositiveInfinity;
            at = busy.TryPeek(out var next, out _) ? Math.Min(next, change) : change;
        }
    }

    private static (double, double)[] Day(DayDemand demand, Random random)
    {
        // Log-normal: never negative, most visits short, a few long.
        var variance = Math.Log(1 + demand.Variability);
        var people = new List<(double, double)>();
        for (var hour = 0; hour < DayDemand.Hours; hour++)
        {
            var rate = demand.Arrivals[hour] / 60;
            for (var at = hour * 60 + Gap(rate, random); at < (hour + 1) * 60; at += Gap(rate, random))
            {
                people.Add((at, demand.VisitMinutes * Math.Exp((Math.Sqrt(variance) * Normal(random)) - (variance / 2))));
            }
        }

        return [.. people];
    }

    private static double Gap(double rate, Random random) => rate <= 0 ? double.PositiveInfinity : -Math.Log(1 - random.NextDouble()) / rate;

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
