using System.Globalization;
using QueueHub.Contracts.Forms;

namespace CounterClient;

/// <summary>Lengths of time and times of day as the desk writes them.</summary>
public static class Durations
{
    /// <summary>A running timer: <c>0:07</c>, <c>12:30</c>, <c>1:02:03</c>.</summary>
    public static string Timer(TimeSpan time) => time.TotalHours < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");

    /// <summary>The office's date, in words.</summary>
    public static string OfDate(DateTimeOffset at, int utcOffsetMinutes, string language) =>
        AnswerText.Date(DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromMinutes(utcOffsetMinutes)).DateTime), language);

    /// <summary>The office's date as it is written in addresses, <c>2026-11-25</c>.</summary>
    public static string OfDay(DateTimeOffset at, int utcOffsetMinutes) =>
        at.ToOffset(TimeSpan.FromMinutes(utcOffsetMinutes)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The office's time of day, <c>14:05</c>.</summary>
    public static string OfClock(DateTimeOffset at, int utcOffsetMinutes) =>
        at.ToOffset(TimeSpan.FromMinutes(utcOffsetMinutes)).ToString("HH:mm", CultureInfo.InvariantCulture);
}
