using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>A week of arrivals as a table: weekdays down, hours across, from the first hour in which anybody came to the last. Pure.</summary>
public sealed record ArrivalsMap(IReadOnlyList<int> Hours, IReadOnlyList<ArrivalsDay> Days)
{
    /// <summary>How many shades there are besides none.</summary>
    public const int Shades = 5;

    /// <param name="totals">Counts of all days instead of means of those that had visitors.</param>
    public static ArrivalsMap Of(ArrivalsWeek week, bool totals)
    {
        var used = Enumerable.Range(0, 24).Where(hour => week.Hours.Any(day => day[hour] > 0)).ToList();
        if (used.Count == 0)
        {
            return new([], []);
        }

        List<int> hours = [.. Enumerable.Range(used[0], used[^1] - used[0] + 1)];
        var days = Enumerable.Range(0, 7).Where(day => week.Days[day] > 0 || week.Hours[day].Any(count => count > 0)).ToList();
        var most = days.Max(day => hours.Max(hour => Value(day, week.Hours[day][hour])));
        return new(hours, [.. days.Select(day => new ArrivalsDay(
            day, week.Days[day], Value(day, week.Hours[day].Sum()),
            [.. hours.Select(hour => Value(day, week.Hours[day][hour])).Select(value => new ArrivalsCell(value, Shade(value, most)))]))]);

        double Value(int day, long count) => totals ? count : count / (double)Math.Max(1, week.Days[day]);
    }

    // Nobody is no shade; the fullest hour has the darkest.
    private static int Shade(double value, double most) => value <= 0 ? 0 : Math.Clamp((int)Math.Ceiling(value / most * Shades), 1, Shades);
}

/// <summary>One weekday.</summary>
/// <param name="Weekday">0 is Monday.</param>
/// <param name="Count">How many of them had visitors.</param>
/// <param name="Sum">All hours together.</param>
public sealed record ArrivalsDay(int Weekday, int Count, double Sum, IReadOnlyList<ArrivalsCell> Cells);

/// <summary>One hour of it.</summary>
/// <param name="Shade">0 to <see cref="ArrivalsMap.Shades"/>.</param>
public readonly record struct ArrivalsCell(double Value, int Shade);
