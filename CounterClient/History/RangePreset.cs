namespace CounterClient;

/// <summary>The ranges that can be chosen by name.</summary>
public enum RangePreset
{
    Today,
    Yesterday,
    Week,
    Month,
    ThisMonth,
    LastMonth,
    ThisYear,
    LastYear,
    Custom,
}

/// <summary>What a range is compared with.</summary>
public enum CompareWith
{
    Nothing,
    Before,
    YearBefore,
    Custom,
}

/// <summary>
/// What the named ranges are on a day. The last days are whole ones, and whole weeks: half a day, or a Monday beside a Saturday, cannot be compared. Pure.
/// </summary>
public static class RangePresets
{
    /// <param name="custom">Of <see cref="RangePreset.Custom"/>.</param>
    public static DayRange Of(RangePreset preset, DateOnly today, DayRange custom) => preset switch
    {
        RangePreset.Today => new(today, today),
        RangePreset.Yesterday => new(today.AddDays(-1), today.AddDays(-1)),
        RangePreset.Week => new(today.AddDays(-7), today.AddDays(-1)),
        RangePreset.Month => new(today.AddDays(-28), today.AddDays(-1)),
        RangePreset.ThisMonth => new(FirstOfMonth(today), today),
        RangePreset.LastMonth => new(FirstOfMonth(today).AddMonths(-1), FirstOfMonth(today).AddDays(-1)),
        RangePreset.ThisYear => new(new(today.Year, 1, 1), today),
        RangePreset.LastYear => new(new(today.Year - 1, 1, 1), new(today.Year - 1, 12, 31)),
        _ => custom,
    };

    /// <summary>The range before: of a month or a year that is not over, as many of its days.</summary>
    public static DayRange Before(RangePreset preset, DayRange range) => preset switch
    {
        RangePreset.ThisMonth => range.MonthsEarlier(1),
        RangePreset.ThisYear => range.MonthsEarlier(12),
        _ => range.Before,
    };

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
