namespace CounterClient;

/// <summary>Words for visits of several services, and for how good the foretold waits were.</summary>
public sealed record JourneyTexts
{
    public static JourneyTexts Korean { get; } = new()
    {
        Heading = "여러 업무를 본 방문",
        None = "이 기간에는 여러 업무를 본 방문이 없습니다.",
        Summary = (visits, share) => $"한 번호로 여러 업무를 본 방문은 {visits}건, 전체의 {share}입니다.",
        Paths = "업무 순서",
        Path = "순서",
        Visits = "방문(건)",
        Share = "비율",
        Steps = "업무에서 업무로",
        StepsHint = "왼쪽 업무를 본 뒤 위쪽 업무로 이어진 방문 건수입니다.",
        FromTo = "앞 업무 → 다음 업무",
        Foretold = "예상 대기시간의 정확도",
        ForetoldNone = "이 기간에는 확인된 예상 대기시간이 없습니다.",
        ForetoldHint = "번호를 받을 때 안내한 대기시간(예: 10–15분)과 실제를 비교합니다. 열 명 중 여덟 명이 안내한 범위 안에서 호출되는 것이 목표이고, 오차는 범위의 가운데에서 벗어난 시간의 평균입니다.",
        Service = "업무",
        Told = "안내(건)",
        Within = "범위 안",
        Sooner = "더 빨리",
        Later = "더 늦게",
        Error = "평균 오차",
        Minutes = minutes => $"{minutes}분",
        Promise = "목표(80%)",
        Kept = "달성",
        Missed = "미달",
        TooFew = "자료 부족",
        All = "전체",
    };

    public static JourneyTexts English { get; } = new()
    {
        Heading = "Visits of several services",
        None = "No visit of these days had several services.",
        Summary = (visits, share) => $"{(visits == "1" ? "1 visit" : $"{visits} visits")} went to several services under one number: {share} of all.",
        Paths = "Paths",
        Path = "Path",
        Visits = "Visits",
        Share = "Share",
        Steps = "From service to service",
        StepsHint = "How many went on from the service of the row to that of the column.",
        FromTo = "From → to",
        Foretold = "How right the foretold waits were",
        ForetoldNone = "No foretold wait of these days is known to have ended.",
        ForetoldHint = "The band told with the number (as 10–15 minutes) against the wait itself. Eight of ten are to be called within their band; the error is the mean distance from its middle.",
        Service = "Service",
        Told = "Told",
        Within = "Within",
        Sooner = "Sooner",
        Later = "Later",
        Error = "Mean error",
        Minutes = minutes => $"{minutes} min",
        Promise = "Promise (80%)",
        Kept = "kept",
        Missed = "missed",
        TooFew = "too few to say",
        All = "All",
    };

    public static JourneyTexts Of(string language) => language == "ko" ? Korean : English;

    public required string Heading { get; init; }
    public required string None { get; init; }
    public required Func<string, string, string> Summary { get; init; }
    public required string Paths { get; init; }
    public required string Path { get; init; }
    public required string Visits { get; init; }
    public required string Share { get; init; }
    public required string Steps { get; init; }
    public required string StepsHint { get; init; }
    public required string FromTo { get; init; }
    public required string Foretold { get; init; }
    public required string ForetoldNone { get; init; }
    public required string ForetoldHint { get; init; }
    public required string Service { get; init; }
    public required string Told { get; init; }
    public required string Within { get; init; }
    public required string Sooner { get; init; }
    public required string Later { get; init; }
    public required string Error { get; init; }
    public required Func<string, string> Minutes { get; init; }
    public required string Promise { get; init; }
    public required string Kept { get; init; }
    public required string Missed { get; init; }
    public required string TooFew { get; init; }
    public required string All { get; init; }
}
