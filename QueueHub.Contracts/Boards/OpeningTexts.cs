using System.Globalization;

namespace QueueHub.Contracts.Boards;

/// <summary>Opening hours in a sentence, the same on phone, lobby screen and counter. Names of days are here: a browser's .NET carries no culture data.</summary>
public static class OpeningTexts
{
    private static readonly string[] Days = ["일요일", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일"];

    /// <summary>"Opens Monday at 09:00".</summary>
    /// <param name="at">In the office's own time: its date decides what today is.</param>
    public static LocalText Opens(DateTimeOffset at, DateTimeOffset now)
    {
        var days = (at.Date - now.ToOffset(at.Offset).Date).Days;
        var day = Days[(int)at.DayOfWeek];
        return days switch
        {
            0 => new($"오늘 {Time(at)}에 엽니다", $"Opens today at {Time(at)}"),
            1 => new($"내일({day[..1]}) {Time(at)}에 엽니다", $"Opens tomorrow ({at.DayOfWeek}) at {Time(at)}"),
            < 7 => new($"{day} {Time(at)}에 엽니다", $"Opens {at.DayOfWeek} at {Time(at)}"),
            _ => new($"{at.Month}월 {at.Day}일({day[..1]}) {Time(at)}에 엽니다", $"Opens {at.ToString("dddd, d MMMM", CultureInfo.InvariantCulture)} at {Time(at)}"),
        };
    }

    /// <summary>"Closes at 18:00".</summary>
    public static LocalText Closes(DateTimeOffset at) => new($"{Time(at)}에 마감합니다", $"Closes at {Time(at)}");

    private static string Time(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}
