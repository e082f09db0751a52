namespace QueueHub.History.Rollups;

/// <summary>Which rollups make up a range of days: whole years, months at their ends, days at theirs. Pure.</summary>
public static class Periods
{
    /// <summary>Their starts, from and to, in order and without a gap; each day of the range is in exactly one.</summary>
    /// <param name="last">The last day of the range.</param>
    /// <param name="largest">Nothing larger than this; <see cref="Grain.Hour"/>: hours alone.</param>
    public static IReadOnlyList<Period> Cover(DateOnly first, DateOnly last, Grain largest = Grain.Year)
    {
        if (last < first)
        {
            return [];
        }

        if (largest == Grain.Hour)
        {
            return [new Period(Grain.Hour, Midnight(first), Midnight(last).AddHours(23))];
        }

        return [.. Cover(largest, Midnight(first), Midnight(last).AddDays(1))];
    }

    // What of this grain lies wholly within goes as it is; before and after it goes what is smaller.
    private static IEnumerable<Period> Cover(Grain grain, DateTime from, DateTime until)
    {
        if (from >= until)
        {
            return [];
        }

        if (grain == Grain.Day)
        {
            return [new Period(Grain.Day, from, until.AddDays(-1))];
        }

        var first = Hours.Start(grain, from) == from ? from : Next(grain, from);
        var end = Hours.Start(grain, until);
        return first >= end
            ? Cover(grain - 1, from, until)
            : [.. Cover(grain - 1, from, first), new Period(grain, first, Hours.Start(grain, end.AddDays(-1))), .. Cover(grain - 1, end, until)];
    }

    private static DateTime Next(Grain grain, DateTime at) => grain == Grain.Year ? Hours.Start(grain, at).AddYears(1) : Hours.Start(grain, at).AddMonths(1);

    private static DateTime Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);
}

/// <summary>All rollups of one grain that start between these, both included.</summary>
public readonly record struct Period(Grain Grain, DateTime From, DateTime To);
