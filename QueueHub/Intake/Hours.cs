using System.Globalization;
using QueueHub.Offices;

namespace QueueHub.Intake;

/// <summary>Opening hours in words: "월–금 09:00–18:00".</summary>
public static class Hours
{
    private static readonly string[] Korean = ["월", "화", "수", "목", "금", "토", "일"];
    private static readonly string[] English = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] Chinese = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
    private static readonly string[] Vietnamese = ["Thứ 2", "Thứ 3", "Thứ 4", "Thứ 5", "Thứ 6", "Thứ 7", "Chủ nhật"];
    private static readonly string[] Japanese = ["月", "火", "水", "木", "金", "土", "日"];

    public static string Read(OpeningHours hours, string language)
    {
        var names = language switch { "ko" => Korean, "zh" => Chinese, "vi" => Vietnamese, "ja" => Japanese, _ => English };
        var days = hours.Days.Select(day => ((int)day + 6) % 7).Order().ToList();
        return $"{string.Join(", ", Runs(days).Select(run => Name(run, names)))} {Time(hours.Open)}–{Time(hours.Close)}";
    }

    private static string Name((int From, int To) run, string[] names) =>
        run.From == run.To ? names[run.From] : $"{names[run.From]}–{names[run.To]}";

    private static IEnumerable<(int From, int To)> Runs(List<int> days)
    {
        for (var i = 0; i < days.Count; i++)
        {
            var from = i;
            while (i + 1 < days.Count && days[i + 1] == days[i] + 1)
            {
                i++;
            }

            yield return (days[from], days[i]);
        }
    }

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
