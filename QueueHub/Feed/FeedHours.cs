using System.Globalization;
using QueueHub.Offices;

namespace QueueHub.Feed;

/// <summary>Opening hours in the feed's words. Pure.</summary>
/// <param name="WeekdayOpen">HHmmss, on most weekdays; null: closed on weekdays.</param>
/// <param name="Night">On which weekdays it is open after six, in Korean; null: on none.</param>
/// <param name="Weekend">When it is open at weekends, in Korean; null: never.</param>
public sealed record FeedHours(string? WeekdayOpen, string? WeekdayClose, string? Night, string? Weekend)
{
    private static readonly TimeOnly Evening = new(18, 0);
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private static readonly DayOfWeek[] Weekends = [DayOfWeek.Saturday, DayOfWeek.Sunday];
    private static readonly string[] Names = ["일", "월", "화", "수", "목", "금", "토"];

    public static FeedHours Of(IReadOnlyList<OpeningHours> hours)
    {
        // An office that names no hours is always open.
        if (hours.Count == 0)
        {
            return new FeedHours("000000", "235959", "매일 24시간", "매일 24시간");
        }

        var weekdays = Days(hours, Weekdays);
        var usual = weekdays.GroupBy(day => (day.Open, day.Close)).OrderByDescending(same => same.Count()).FirstOrDefault()?.Key;
        return new FeedHours(
            usual is { } from ? Time(from.Open) : null, usual is { } to ? Time(to.Close) : null,
            Said(weekdays.Where(day => day.Close > Evening), day => $"{day.Close:HH:mm}까지"),
            Said(Days(hours, Weekends), day => $"{day.Open:HH:mm}~{day.Close:HH:mm}"));
    }

    // From the first opening to the last closing: the feed has no words for a noon break.
    private static List<(DayOfWeek Day, TimeOnly Open, TimeOnly Close)> Days(IReadOnlyList<OpeningHours> hours, DayOfWeek[] days) =>
    [
        .. from day in days
           let ranges = hours.Where(range => range.Days.Contains(day)).ToList()
           where ranges.Count > 0
           select (day, ranges.Min(range => range.Open), ranges.Max(range => range.Close)),
    ];

    private static string? Said(IEnumerable<(DayOfWeek Day, TimeOnly Open, TimeOnly Close)> days, Func<(DayOfWeek Day, TimeOnly Open, TimeOnly Close), string> when)
    {
        var parts = days.GroupBy(when).Select(same => $"{string.Join('·', same.Select(day => Names[(int)day.Day]))}요일 {same.Key}");
        return string.Join(", ", parts) is { Length: > 0 } said ? said : null;
    }

    private static string Time(TimeOnly time) => time.ToString("HHmmss", CultureInfo.InvariantCulture);
}
