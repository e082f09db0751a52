namespace QueueHub.History.Rollups;

/// <summary>The hours that rollups are made of, by the office's time.</summary>
internal static class Hours
{
    /// <summary>When the hour began in which this happened.</summary>
    public static DateTime Of(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        return local.Date.AddHours(local.Hour);
    }

    /// <inheritdoc cref="Of(DateTimeOffset, TimeZoneInfo)"/>
    public static DateTime Of(long milliseconds, TimeZoneInfo zone) => Of(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), zone);

    /// <summary>The milliseconds of each hour that lie between two times.</summary>
    public static IEnumerable<(DateTime Hour, long Milliseconds)> Between(DateTimeOffset from, DateTimeOffset until, TimeZoneInfo zone)
    {
        while (from < until)
        {
            var into = TimeZoneInfo.ConvertTime(from, zone).TimeOfDay.Ticks % TimeSpan.TicksPerHour;
            var next = from.AddTicks(TimeSpan.TicksPerHour - into);
            var end = next < until ? next : until;
            yield return (Of(from, zone), (long)(end - from).TotalMilliseconds);
            from = end;
        }
    }

    /// <summary>When a day ends.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    /// <summary>When the day, month or year began that an hour belongs to.</summary>
    public static DateTime Start(Grain grain, DateTime hour) => grain switch
    {
        Grain.Hour => hour,
        Grain.Day => hour.Date,
        Grain.Month => new DateTime(hour.Year, hour.Month, 1),
        _ => new DateTime(hour.Year, 1, 1),
    };
}
