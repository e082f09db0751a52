namespace QueueHub.Demo.PastDays;

/// <summary>How busy a date is beside its weekday, and how much of it was digital: the shape of the years. Assumptions. Pure.</summary>
public static class Seasons
{
    // What the counters are staffed for.
    private static readonly DateOnly Level = new(2026, 1, 1);
    private const double GrowthAYear = 0.02;
    private const double LeastDigital = 0.15;
    private const double DigitalAYear = 0.09;

    // January brings the new year's certificates, March the moves and schools, August the holidays.
    private static readonly IReadOnlyList<double> Months = [1.05, 1.00, 1.08, 1.00, 0.98, 0.97, 0.96, 0.93, 1.00, 0.99, 1.00, 1.04];

    private static readonly IReadOnlyList<(int Month, int Day)> Holidays = [(1, 1), (3, 1), (5, 5), (6, 6), (8, 15), (10, 3), (10, 9), (12, 25)];

    /// <summary>True on a public holiday of a fixed date; those of the lunar calendar are worked through.</summary>
    public static bool IsHoliday(DateOnly date) => Holidays.Contains((date.Month, date.Day));

    /// <summary>How many come, relative to what the office is staffed for; the weekday is not in it.</summary>
    public static double Busy(DateOnly date) => Months[date.Month - 1] * EndOfMonth(date) * Math.Max(0.5, 1 + (GrowthAYear * Years(date)));

    /// <summary>Which part of those who would write their form on a phone did so by then.</summary>
    public static double Digital(DateOnly date) => Math.Clamp(1 + (DigitalAYear * Years(date)), LeastDigital, 1);

    private static double EndOfMonth(DateOnly date) => date.AddDays(3).Month != date.Month ? 1.12 : 0.985;

    private static double Years(DateOnly date) => (date.DayNumber - Level.DayNumber) / 365.25;
}
