using System.Globalization;

namespace QueueHub.Offices;

/// <summary>The local time of an office.</summary>
public static class OfficeClock
{
    /// <summary>Offset from UTC at <paramref name="now"/>, in minutes.</summary>
    public static int OffsetMinutes(OfficeDocument office, DateTimeOffset now) =>
        (int)TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone).GetUtcOffset(now).TotalMinutes;

    /// <summary>The office's local time at <paramref name="now"/>.</summary>
    public static DateTimeOffset Local(OfficeDocument office, DateTimeOffset now) => now.ToOffset(TimeSpan.FromMinutes(OffsetMinutes(office, now)));

    /// <summary>The office's local date at <paramref name="now"/>.</summary>
    public static DateOnly Date(OfficeDocument office, DateTimeOffset now) =>
        DateOnly.FromDateTime(Local(office, now).DateTime);

    /// <summary>The business day at <paramref name="now"/>: the local date as yyyy-MM-dd.</summary>
    public static string Day(OfficeDocument office, DateTimeOffset now) =>
        Date(office, now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
