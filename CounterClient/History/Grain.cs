using System.Globalization;
using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>How finely a range is shown over time.</summary>
public enum Grain
{
    Hour,
    Day,
    Month,
    Year,
}

/// <summary>The parts of a range. Pure.</summary>
public static class Grains
{
    /// <summary>Hours of two days, days of three months, months of five years, years beyond.</summary>
    public static Grain Of(DayRange range) => range.Days switch
    {
        <= 2 => Grain.Hour,
        <= 93 => Grain.Day,
        <= (5 * 366) => Grain.Month,
        _ => Grain.Year,
    };

    /// <summary>One of <see cref="FiguresBy"/>.</summary>
    public static string By(this Grain grain) => grain switch
    {
        Grain.Hour => FiguresBy.Hour,
        Grain.Day => FiguresBy.Day,
        Grain.Month => FiguresBy.Month,
        _ => FiguresBy.Year,
    };

    /// <summary>Where each part of the range begins.</summary>
    /// <param name="hours">Of each day, when the parts are hours: the last one is left out.</param>
    public static IReadOnlyList<DateTime> Parts(this Grain grain, DayRange range, (int From, int To) hours)
    {
        var days = Enumerable.Range(0, range.Days).Select(range.From.AddDays);
        return grain switch
        {
            Grain.Hour => [.. days.SelectMany(day => Enumerable.Range(hours.From, hours.To - hours.From).Select(hour => day.ToDateTime(new TimeOnly(hour, 0))))],
            Grain.Day => [.. days.Select(day => day.ToDateTime(TimeOnly.MinValue))],
            Grain.Month => [.. days.Select(day => new DateTime(day.Year, day.Month, 1)).Distinct()],
            _ => [.. days.Select(day => new DateTime(day.Year, 1, 1)).Distinct()],
        };
    }

    /// <summary>The key of a part, as the server writes it.</summary>
    public static string Key(DateTime part) => part.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>The hours in which something happened on any of the days, and no less than a usual day has.</summary>
    public static (int From, int To) Hours(IEnumerable<FiguresRow> rows)
    {
        var (from, to) = (9, 18);
        foreach (var hour in rows.Where(row => row.Figures.Visits > 0 || row.Figures.Stops > 0).Select(row => int.Parse(row.Key.AsSpan(11, 2), CultureInfo.InvariantCulture)))
        {
            (from, to) = (Math.Min(from, hour), Math.Max(to, hour + 1));
        }

        return (from, to);
    }
}
