using System.Globalization;

namespace QueueHub.Contracts.Boards;

/// <summary>Opening hours in a sentence, the same on phone, lobby screen and counter. Names of days are here: a browser's .NET carries no culture data.</summary>
public static class OpeningTexts
{
    private static readonly string[] Korean = ["일요일", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일"];
    private static readonly string[] Chinese = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];
    private static readonly string[] Vietnamese = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
    private static readonly string[] Japanese = ["日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日"];

    /// <summary>"Opens Monday at 09:00".</summary>
    /// <param name="at">In the office's own time: its date decides what today is.</param>
    public static LocalText Opens(DateTimeOffset at, DateTimeOffset now)
    {
        var days = (at.Date - now.ToOffset(at.Offset).Date).Days;
        var (ko, zh, vi, ja) = (Korean[(int)at.DayOfWeek], Chinese[(int)at.DayOfWeek], Vietnamese[(int)at.DayOfWeek], Japanese[(int)at.DayOfWeek]);
        var time = Time(at);
        return days switch
        {
            0 => new($"오늘 {time}에 엽니다", $"Opens today at {time}", $"今天{time}开门", $"Mở cửa hôm nay lúc {time}", $"本日{time}に開きます"),
            1 => new(
                $"내일({ko[..1]}) {time}에 엽니다",
                $"Opens tomorrow ({at.DayOfWeek}) at {time}",
                $"明天（{zh}）{time}开门",
                $"Mở cửa ngày mai ({vi}) lúc {time}",
                $"明日（{ja[..1]}）{time}に開きます"),
            < 7 => new($"{ko} {time}에 엽니다", $"Opens {at.DayOfWeek} at {time}", $"{zh}{time}开门", $"Mở cửa {vi} lúc {time}", $"{ja}{time}に開きます"),
            _ => new(
                $"{at.Month}월 {at.Day}일({ko[..1]}) {time}에 엽니다",
                $"Opens {at.ToString("dddd, d MMMM", CultureInfo.InvariantCulture)} at {time}",
                $"{at.Month}月{at.Day}日（{zh}）{time}开门",
                $"Mở cửa {vi}, {at.Day}/{at.Month} lúc {time}",
                $"{at.Month}月{at.Day}日（{ja[..1]}）{time}に開きます"),
        };
    }

    /// <summary>"Closes at 18:00".</summary>
    public static LocalText Closes(DateTimeOffset at) => new(
        $"{Time(at)}에 마감합니다", $"Closes at {Time(at)}", $"{Time(at)}停止受理", $"Đóng cửa lúc {Time(at)}", $"{Time(at)}に受付を終了します");

    private static string Time(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}
