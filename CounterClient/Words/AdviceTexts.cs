using QueueHub.Contracts.Boards;

namespace CounterClient;

/// <summary>Words for how many counters to open: by the hour, and now when a line is full.</summary>
public sealed record AdviceTexts
{
    private static readonly string[] KoreanDays = ["월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"];
    private static readonly string[] EnglishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static AdviceTexts Korean { get; } = new()
    {
        Heading = "시간대별 필요 창구",
        Weekday = "요일",
        AllDays = "모든 요일",
        Day = day => KoreanDays[day - 1],
        Goal = (percent, minutes) => $"목표: {percent}%가 {minutes}분 안에 호출",
        Taken = (days, visits, minutes) => $"{days}일, {visits}건, 건당 창구 시간 {minutes}분 기준",
        Few = (days, visits) => $"자료가 부족해 필요한 창구를 제안하지 않습니다(최소 {days}일, {visits}건). 지금까지의 수치만 보여 드립니다.",
        Hour = "시간",
        HourOf = hour => $"{hour}시",
        Arrivals = "방문(명)",
        Open = "운영 창구",
        WithinNow = "현재 목표 달성률",
        Needed = "필요 창구",
        Formula = "예상 달성률(공식)",
        Simulated = "예상 달성률(모의)",
        Chart = "운영·필요 비교",
        Legend = "위: 운영 창구, 아래: 필요 창구",
        Changes = "효과가 큰 변경",
        NoChange = "지금 창구 수로 목표를 지킬 수 있습니다.",
        More = (hour, open, needed, people) => $"{hour}시: 창구 {open} → {needed}개. 하루 약 {people}명을 더 목표 시간 안에 호출할 수 있습니다.",
        Less = (hour, open, needed) => $"{hour}시: 창구 {open} → {needed}개로도 목표를 지킬 수 있습니다.",
        Missed = hours => $"{hours}: 창구 수는 충분하지만 목표에 못 미쳤습니다. 요일별로 나누어 보고, 창구의 업무 배정과 휴식 시간을 확인해 보세요.",
        PerService = "업무를 고르면 그 업무만 볼 때의 창구 수입니다. 운영 창구는 그 업무를 주로 맡은 창구로, 다른 업무도 함께 봅니다.",
        Hint = "과거의 평균적인 하루로 계산한 값입니다. 휴식·특별한 날·갑작스러운 혼잡은 반영되지 않습니다.",
        Effect = (before, after) => (before, after) switch
        {
            ({ } from, { } to) => $"예상 대기 {from}분 → {to}분",
            (null, { } to) => $"예상 대기 약 {to}분",
            _ => "기다리는 분을 부를 수 있습니다",
        },
        Relief = (counter, kind, service) => kind switch
        {
            ReliefKind.Open => $"{counter}를 열면",
            ReliefKind.Resume => $"{counter}를 다시 시작하면",
            ReliefKind.Help => $"{counter}에서 {service} 업무를 도우면",
            _ => $"{counter}에서 {service} 업무를 함께 맡으면",
        },
        Do = "바로 하기",
        DoAt = (counter, service) => $"{service}: {counter} 바로 하기",
    };

    public static AdviceTexts English { get; } = new()
    {
        Heading = "Counters needed by the hour",
        Weekday = "Weekday",
        AllDays = "All weekdays",
        Day = day => EnglishDays[day - 1],
        Goal = (percent, minutes) => $"Target: {percent}% called within {minutes} min",
        Taken = (days, visits, minutes) => $"from {(days == 1 ? "1 day" : $"{days} days")}, {(visits == "1" ? "1 visit" : $"{visits} visits")}, {minutes} min of a counter each",
        Few = (days, visits) => $"Too little is known to advise (at least {days} days and {visits} visits). These are the figures so far.",
        Hour = "Hour",
        HourOf = hour => $"{hour}:00",
        Arrivals = "Arrivals",
        Open = "Counters open",
        WithinNow = "In time now",
        Needed = "Counters needed",
        Formula = "In time then (formula)",
        Simulated = "In time then (simulated)",
        Chart = "Open, needed",
        Legend = "above: open, below: needed",
        Changes = "The changes worth most",
        NoChange = "The target can be kept with the counters as they are.",
        More = (hour, open, needed, people) => $"{hour}:00: {open} → {needed} counters. About {people} more people a day are called within the target.",
        Less = (hour, open, needed) => $"{hour}:00: {open} → {needed} counters would still keep the target.",
        Missed = hours => $"{hours}: enough counters, and still short of the target. Look at single weekdays, and at the counters' services and breaks.",
        PerService = "Of one service: counters for it alone. Those open are the ones that have it as a primary service; they serve others as well.",
        Hint = "Reckoned for a usual day of the past. Breaks, special days and sudden rushes are not in it.",
        Effect = (before, after) => (before, after) switch
        {
            ({ } from, { } to) => $"{from} → {to} min expected",
            (null, { } to) => $"about {to} min expected",
            _ => "those who wait can be called",
        },
        Relief = (counter, kind, service) => kind switch
        {
            ReliefKind.Open => $"Open {counter}:",
            ReliefKind.Resume => $"Resume {counter}:",
            ReliefKind.Help => $"{counter} to help with {service}:",
            _ => $"{counter} to serve {service} as well:",
        },
        Do = "Do it",
        DoAt = (counter, service) => $"{service}: do it at {counter}",
    };

    public static AdviceTexts Of(string language) => language == "ko" ? Korean : English;

    public required string Heading { get; init; }
    public required string Weekday { get; init; }
    public required string AllDays { get; init; }

    /// <summary>1 is Monday.</summary>
    public required Func<int, string> Day { get; init; }
    public required Func<int, int, string> Goal { get; init; }
    public required Func<int, string, string, string> Taken { get; init; }
    public required Func<int, int, string> Few { get; init; }
    public required string Hour { get; init; }
    public required Func<int, string> HourOf { get; init; }
    public required string Arrivals { get; init; }
    public required string Open { get; init; }
    public required string WithinNow { get; init; }
    public required string Needed { get; init; }
    public required string Formula { get; init; }
    public required string Simulated { get; init; }
    public required string Chart { get; init; }
    public required string Legend { get; init; }
    public required string Changes { get; init; }
    public required string NoChange { get; init; }
    public required Func<int, string, int, string, string> More { get; init; }
    public required Func<int, string, int, string> Less { get; init; }
    public required Func<string, string> Missed { get; init; }
    public required string PerService { get; init; }
    public required string Hint { get; init; }

    // A full line
    public required Func<int?, int?, string> Effect { get; init; }
    public required Func<string, ReliefKind, string, string> Relief { get; init; }
    public required string Do { get; init; }
    public required Func<string, string, string> DoAt { get; init; }
}
