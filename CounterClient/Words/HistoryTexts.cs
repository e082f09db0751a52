using System.Globalization;

namespace CounterClient;

/// <summary>Every word of the statistics page in one language.</summary>
public sealed partial record HistoryTexts
{
    /// <summary>The texts of a two-letter code; Korean when there are none.</summary>
    public static HistoryTexts Of(string? language) => language == English.Language ? English : Korean;

    public required string Language { get; init; }
    public required string Statistics { get; init; }
    public required string AllOffices { get; init; }

    /// <summary>Of a person who does not see the whole district.</summary>
    public required Func<int, string> OwnOffices { get; init; }
    public required string ToRoom { get; init; }
    public required string Loading { get; init; }
    public required string Empty { get; init; }
    public required string NoAnswer { get; init; }

    // Controls
    public required string Office { get; init; }
    public required string Range { get; init; }
    public required Func<RangePreset, string> Preset { get; init; }
    public required string Compare { get; init; }
    public required Func<CompareWith, string> Comparison { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Show { get; init; }
    public required string Refresh { get; init; }
    public required string Print { get; init; }
    public required string DaysMissing { get; init; }
    public required string DaysReversed { get; init; }
    public required Func<DateOnly, string> Day { get; init; }
    public required Func<DayRange, string> ComparedWith { get; init; }
    public required Func<DateTimeOffset, string> PrintedAt { get; init; }

    // Figures
    public required string Headline { get; init; }
    public required Func<Figure, string> Figure { get; init; }
    public required Func<double, string> Time { get; init; }
    public required Func<double, string> Pieces { get; init; }
    public required Func<double, string> HoursOf { get; init; }
    public required Func<double, string> Points { get; init; }
    public required Func<Change, string> Changed { get; init; }
    public required Func<int, int, string> PerDay { get; init; }
    public required string NotOver { get; init; }
    public required string WaitHint { get; init; }

    /// <summary>What share of its kind a count is.</summary>
    public required Func<Figure, string, string> ShareOf { get; init; }
    public required Func<int?, string> Target { get; init; }
    public required Func<string, string, string> FormsOf { get; init; }
    public required Func<string, string, string> BusyOf { get; init; }

    // Over time
    public required string OverTime { get; init; }
    public required string AsTable { get; init; }
    public required string AsChart { get; init; }
    public required string When { get; init; }
    public required Func<Grain, DateTime, string> Part { get; init; }
    public required Func<Grain, DateTime, string> ShortPart { get; init; }
    public required string WaitsAxis { get; init; }
    public required string NumbersAxis { get; init; }
    public required string ComparedPeriod { get; init; }
    public required string ThisPeriod { get; init; }
    public required Func<string, string> ChartOf { get; init; }
    public required string NoData { get; init; }

    // Tables
    public required string ByService { get; init; }
    public required string ByCounter { get; init; }
    public required string ByClass { get; init; }
    public required string ByChannel { get; init; }
    public required string ByOffice { get; init; }
    public required string ByStaff { get; init; }
    public required string Service { get; init; }
    public required string Counter { get; init; }
    public required string Class { get; init; }
    public required string Channel { get; init; }
    public required string Staff { get; init; }
    public required string CounterHint { get; init; }
    public required string StaffHint { get; init; }
    public required Func<string, string> CounterName { get; init; }
    public required Func<string, string> ChannelName { get; init; }
    public required Func<int, string> AllRows { get; init; }
    public required string SortHint { get; init; }

    // Satisfaction
    public required string Satisfaction { get; init; }
    public required string NoRatings { get; init; }
    public required Func<long, string> RatedBy { get; init; }
    public required string Comments { get; init; }
    public required string NoComments { get; init; }
    public required string CommentsHint { get; init; }
    public required Func<int, string> AllComments { get; init; }
    public required Func<int, string> Stars { get; init; }

    // Paper
    public required string Paper { get; init; }
    public required string NoPaper { get; init; }
    public required string PaperHint { get; init; }
    public required string Sheets { get; init; }
    public required string Trees { get; init; }
    public required string Co2 { get; init; }
    public required Func<string, string> Source { get; init; }

    // Download
    public required string Download { get; init; }
    public required string Tickets { get; init; }
    public required Func<string, string> FiguresBy { get; init; }
    public required Func<int, string> TooLongForXlsx { get; init; }

    /// <summary>A figure as it is written; a dash where there is none.</summary>
    public string Value(Unit unit, double? value) => (unit, value) switch
    {
        (_, null) => "–",
        (Unit.Time, { } seconds) => Time(seconds),
        (Unit.Share, { } share) => Number(share * 100, "0.0") + "%",
        (Unit.Hours, { } hours) => HoursOf(hours),
        (Unit.Points, { } points) => Points(points),
        (_, { } count) => Pieces(count),
    };

    /// <summary>A number with its thousands apart.</summary>
    public static string Number(double number, string format = "#,0.#") => number.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A mean of counts: one decimal where it says anything.</summary>
    public static string Mean(double mean) => Number(mean, mean < 10 ? "0.#" : "#,0");

    /// <summary>A range in words: one day, or two.</summary>
    public string Days(DayRange range) => range.Days == 1 ? Day(range.From) : $"{Day(range.From)} – {Day(range.To)}";

    /// <summary>What went wrong, in words: the server's own, when it gave any.</summary>
    public string Failed(DoorProblem problem) => problem.Title ?? NoAnswer;
}
