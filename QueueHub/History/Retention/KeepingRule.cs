namespace QueueHub.History.Retention;

/// <summary>What is kept how long. Whole months go, once their last day is old enough. Pure.</summary>
/// <param name="What">A table that is partitioned by months, or a grain of the rollups.</param>
/// <param name="Setting">The name of the setting, for the record.</param>
internal sealed record KeepingRule(string What, int Years, string Setting)
{
    /// <summary>The rule as it is written down.</summary>
    public string Text => $"{HistoryOptions.Section}:{Setting}={Years}";

    /// <summary>The first day that stays.</summary>
    public DateOnly Before(DateTimeOffset now)
    {
        // Where an office is, it may still be yesterday.
        var today = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        var oldest = today.AddYears(-Years);
        return new DateOnly(oldest.Year, oldest.Month, 1);
    }

    /// <summary>Of the tables that are partitioned by months. Events first: what they have become is never kept shorter.</summary>
    public static IReadOnlyList<KeepingRule> OfMonths(HistoryOptions options) =>
    [
        new("event", options.KeepEventsYears ?? options.KeepYears, options.KeepEventsYears is null ? nameof(options.KeepYears) : nameof(options.KeepEventsYears)),
        new("ticket", options.KeepYears, nameof(options.KeepYears)),
        new("counter_stretch", options.KeepYears, nameof(options.KeepYears)),
    ];

    /// <summary>Of the sums.</summary>
    public static IReadOnlyList<KeepingRule> OfSums(HistoryOptions options) =>
    [
        new("hour", options.KeepHoursYears ?? options.KeepYears, options.KeepHoursYears is null ? nameof(options.KeepYears) : nameof(options.KeepHoursYears)),
        new("day", options.KeepYears, nameof(options.KeepYears)),
        new("month", options.KeepYears, nameof(options.KeepYears)),
    ];
}
