namespace Simulator.Plan;

/// <summary>When citizens come: two humps, 10 to 11 and 14 to 15 o'clock, quiet at noon and towards the end; Mondays are the busiest. Assumptions.</summary>
internal static class Arrivals
{
    /// <summary>The clock time at which the simulated day begins.</summary>
    public static readonly TimeSpan Opening = TimeSpan.FromHours(9);

    /// <summary>After so long nobody comes in any more.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(9);

    /// <summary>Each hour from nine, relative to the average one.</summary>
    public static readonly IReadOnlyList<double> Hours = [0.95, 1.35, 1.15, 0.75, 0.95, 1.30, 1.15, 0.90, 0.50];

    /// <summary>How busy a weekday is, relative to the average one.</summary>
    public static double Of(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => 1.2,
        DayOfWeek.Wednesday or DayOfWeek.Thursday => 0.92,
        _ => 1,
    };

    /// <summary>A time after opening, drawn from the shape of the day.</summary>
    public static TimeSpan Draw(Chance chance)
    {
        var left = chance.Part() * Hours.Sum();
        var hour = 0;
        while (left >= Hours[hour] && hour < Hours.Count - 1)
        {
            left -= Hours[hour++];
        }

        return TimeSpan.FromHours(hour + Math.Min(0.999, left / Hours[hour]));
    }
}
