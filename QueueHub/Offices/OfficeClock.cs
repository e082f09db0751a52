namespace QueueHub.Offices;

/// <summary>The local time of an office.</summary>
public static class OfficeClock
{
    /// <summary>Offset from UTC at <paramref name="now"/>, in minutes.</summary>
    public static int OffsetMinutes(OfficeDocument office, DateTimeOffset now) =>
        (int)TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone).GetUtcOffset(now).TotalMinutes;

    /// <summary>The office's local date at <paramref name="now"/>, yyyy-MM-dd: the business day.</summary>
    public static string Day(OfficeDocument office, DateTimeOffset now) =>
        now.ToOffset(TimeSpan.FromMinutes(OffsetMinutes(office, now))).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
