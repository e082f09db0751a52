using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>What an advice is worth, hour by hour. Pure.</summary>
public static class AdviceChanges
{
    /// <summary>Of so few days a weekday comes eight times: what is advised wants more than a week.</summary>
    public const int LeastDays = 56;

    private const int MostDays = 366;

    // Half a counter is a matter of rounding.
    private const double LeastDifference = 0.5;

    /// <summary>The days an advice is taken from: the page's, and as many before them as it needs.</summary>
    public static DayRange Days(DayRange range) => range with { From = range.To.AddDays(1 - Math.Clamp(range.Days, LeastDays, MostDays)) };

    /// <summary>The changes that are worth most: first those by which most people are called in time, then those that free most of a counter.</summary>
    public static IReadOnlyList<AdviceChange> Best(StaffingAdvice advice, int most = 3) =>
        [.. advice.Hours.Where(hour => hour.Needed is not null).Select(hour => Change(advice, hour)).OfType<AdviceChange>()
            .OrderByDescending(change => change.Needed > change.Open).ThenByDescending(change => change.MoreInTime).ThenByDescending(change => change.Open - change.Needed)
            .ThenBy(change => change.Hour).Take(most)];

    /// <summary>
    /// The hours that missed the target with as many counters as are needed: not their number is to be changed. Of one service this cannot be known: its
    /// counters serve others, too.
    /// </summary>
    public static IReadOnlyList<int> Missed(StaffingAdvice advice) => advice.Service is not null ? [] :
        [.. advice.Hours.Where(hour => hour.WithinNow * 100 < advice.TargetPercent && hour.Needed - hour.Open < LeastDifference).Select(hour => hour.Hour)];

    private static AdviceChange? Change(StaffingAdvice advice, AdviceHour hour)
    {
        var difference = hour.Needed!.Value - hour.Open;
        var now = hour.WithinNow ?? 1;
        var then = hour.SimulatedShare ?? hour.FormulaShare ?? 1;

        // An hour that keeps its target with fewer counters than were reckoned needs no more of them.
        return difference >= LeastDifference && now * 100 < advice.TargetPercent ? new(hour.Hour, hour.Open, hour.Needed.Value, Math.Max(0, then - now) * hour.Arrivals)
            : advice.Service is null && difference <= -1 && now * 100 >= advice.TargetPercent ? new(hour.Hour, hour.Open, hour.Needed.Value, 0)
            : null;
    }
}

/// <summary>One hour that should have other counters.</summary>
/// <param name="MoreInTime">So many more people a day would be called within the target.</param>
public sealed record AdviceChange(int Hour, double Open, int Needed, double MoreInTime);
