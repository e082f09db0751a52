namespace CounterClient;

/// <summary>Words for when people come.</summary>
public sealed record ArrivalsTexts
{
    private static readonly string[] KoreanDays = ["월", "화", "수", "목", "금", "토", "일"];
    private static readonly string[] EnglishDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static ArrivalsTexts Korean { get; } = new()
    {
        Heading = "요일·시간대별 방문",
        Service = "업무",
        AllServices = "전체 업무",
        Means = "하루 평균",
        Totals = "합계",
        Shown = "표시",
        MeansHint = "방문이 있었던 날의 하루 평균 번호표 발급 수입니다. 진할수록 많습니다.",
        TotalsHint = "기간 전체의 번호표 발급 수입니다. 진할수록 많습니다.",
        Weekday = "요일",
        Sum = "하루",
        Day = day => KoreanDays[day],
        Days = count => $"{count}일",
        Hour = hour => $"{hour}시",
    };

    public static ArrivalsTexts English { get; } = new()
    {
        Heading = "When people come",
        Service = "Service",
        AllServices = "All services",
        Means = "Mean per day",
        Totals = "Totals",
        Shown = "Shown",
        MeansHint = "Numbers taken per hour, mean of the days that had visitors. The darker, the more.",
        TotalsHint = "Numbers taken per hour in all of these days. The darker, the more.",
        Weekday = "Weekday",
        Sum = "Day",
        Day = day => EnglishDays[day],
        Days = count => count == 1 ? "1 day" : $"{count} days",
        Hour = hour => $"{hour}:00",
    };

    public static ArrivalsTexts Of(string language) => language == "ko" ? Korean : English;

    public required string Heading { get; init; }
    public required string Service { get; init; }
    public required string AllServices { get; init; }
    public required string Means { get; init; }
    public required string Totals { get; init; }
    public required string Shown { get; init; }
    public required string MeansHint { get; init; }
    public required string TotalsHint { get; init; }
    public required string Weekday { get; init; }
    public required string Sum { get; init; }

    /// <summary>0 is Monday.</summary>
    public required Func<int, string> Day { get; init; }
    public required Func<int, string> Days { get; init; }
    public required Func<int, string> Hour { get; init; }
}
