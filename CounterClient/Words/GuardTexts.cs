namespace CounterClient;

/// <summary>The supervisor's words for what protects the clerks: alarms, the incident record, the recovery room.</summary>
public sealed record GuardTexts
{
    public static GuardTexts Korean { get; } = new()
    {
        Alarm = "비상벨",
        AlarmAt = counter => $"{counter} 비상벨",
        AlarmsAt = count => $"비상벨 {count}건",
        RaisedBy = name => $"호출: {name}",
        Since = time => time.TotalMinutes < 1 ? $"{(int)time.TotalSeconds}초 전" : $"{(int)time.TotalMinutes}분 전",
        Ticket = number => $"번호표 {number}번",
        NoTicket = "민원인 없음",
        Coming = "제가 갑니다",
        Help = "도움이 갑니다",
        HelpPicks = ["옆 창구 직원", "청원경찰", "경찰(112)", "다른 층 직원"],
        HelpFrom = "다른 곳에서",
        SendHelp = "알리기",
        SwitchOff = "해제",
        AskOff = "상황이 끝났습니까? 해제하면 모든 화면에서 사라집니다.",
        KeepOn = "돌아가기",
        Aside = "화면으로 돌아가기",
        NobodyYet = "아직 아무도 응답하지 않았습니다.",
        Answered = (name, from) => from is null ? $"{name} 님이 가고 있습니다" : $"{name} 님이 알림: {from} 이동 중",
        AlarmFailed = (counter, reason) => $"{counter} 비상벨: 처리되지 않았습니다. {reason}",
        Working = "보내는 중…",
        OpenRoom = office => $"{office} 상황판 열기",
        AlarmTab = "비상벨",

        Record = "사건 기록",
        RecordHint = "비상벨, 경고, 상담 종료와 그 경위입니다. 한 번 쓴 내용은 고치거나 지울 수 없습니다.",
        RecordEmpty = "기록이 없습니다.",
        RecordLoading = "불러오는 중…",
        RecordFailed = "기록을 불러오지 못했습니다. 다시 시도하고 있습니다.",
        Older = "이전 기록 더 보기",
        Write = "경위 쓰기",
        WriteTitle = "무슨 일이 있었습니까?",
        WriteHint = "민원인의 이름이나 연락처 같은 개인정보는 쓰지 마세요. 저장한 뒤에는 고칠 수 없습니다.",
        Where = "창구",
        WhichTicket = "번호표",
        WithoutTicket = "번호표 없음",
        Kind = "유형",
        ChooseKind = "유형을 선택해 주세요.",
        SameKind = "유형 그대로",
        Note = "내용",
        NoteMissing = "내용을 쓰거나 유형을 선택해 주세요.",
        Save = "기록에 남기기",
        AddNote = "추가 기록",
        NotSaved = reason => $"기록하지 못했습니다. {reason}",
        Document = "보고서 인쇄",
        Entries = count => $"{count}건",
        Check = "기록 검증",
        Holds = (count, hash) => $"모두 처음 쓴 그대로입니다. 마지막 {count}번째 기록의 확인값: {hash}",
        Broken = seq => $"{seq}번째 기록부터 처음과 다릅니다. 시스템 관리자에게 바로 알려 주세요.",

        RoomFree = "지금 비어 있습니다.",
        RoomTaken = clock => $"{clock}까지 사용 중",
        RoomFailed = "회복실 상태를 불러오지 못했습니다.",
        Booking = (from, until) => $"{from}–{until}",
        EndBooking = "예약 취소",
        EndBookingOf = name => $"{name} 님의 회복실 예약 취소",
        Recovering = clock => $"회복 시간 ~{clock}",
    };

    public static GuardTexts English { get; } = new()
    {
        Alarm = "Silent alarm",
        AlarmAt = counter => $"Alarm at {counter}",
        AlarmsAt = count => count == 1 ? "1 alarm" : $"{count} alarms",
        RaisedBy = name => $"Raised by {name}",
        Since = time => time.TotalMinutes < 1 ? $"{(int)time.TotalSeconds} s ago" : $"{(int)time.TotalMinutes} min ago",
        Ticket = number => $"Ticket no. {number}",
        NoTicket = "no citizen",
        Coming = "I’m coming",
        Help = "Help is coming from",
        HelpPicks = ["next counter", "security guard", "police (112)", "another floor"],
        HelpFrom = "Somewhere else",
        SendHelp = "Tell them",
        SwitchOff = "Switch off",
        AskOff = "Is it over? Once switched off, the alarm is gone from every screen.",
        KeepOn = "Back",
        Aside = "Back to the page",
        NobodyYet = "Nobody has answered yet.",
        Answered = (name, from) => from is null ? $"{name} is coming" : $"{name}: help is coming from {from}",
        AlarmFailed = (counter, reason) => $"Alarm at {counter}: not done. {reason}",
        Working = "Sending…",
        OpenRoom = office => $"Open the room of {office}",
        AlarmTab = "Alarm",

        Record = "Incident record",
        RecordHint = "Alarms, warnings, ended visits, and what was written of them. What is written once can neither be changed nor deleted.",
        RecordEmpty = "Nothing is recorded.",
        RecordLoading = "Loading…",
        RecordFailed = "The record could not be loaded; trying again.",
        Older = "Show older ones",
        Write = "Write down",
        WriteTitle = "What happened?",
        WriteHint = "Write no names, phone numbers or other personal data of the citizen. It cannot be changed once it is saved.",
        Where = "Counter",
        WhichTicket = "Ticket",
        WithoutTicket = "no ticket",
        Kind = "Kind",
        ChooseKind = "Choose what kind it was.",
        SameKind = "as it is",
        Note = "Note",
        NoteMissing = "Write something, or choose a kind.",
        Save = "Add to the record",
        AddNote = "Add a note",
        NotSaved = reason => $"Not recorded. {reason}",
        Document = "Print the report",
        Entries = count => count == 1 ? "1 entry" : $"{count} entries",
        Check = "Check the record",
        Holds = (count, hash) => $"Everything is as it was written. Check value of entry {count}, the last one: {hash}",
        Broken = seq => $"From entry {seq} on the record is not as it was written. Tell the system administrator at once.",

        RoomFree = "Free now.",
        RoomTaken = clock => $"Taken until {clock}",
        RoomFailed = "The recovery room could not be asked for.",
        Booking = (from, until) => $"{from}–{until}",
        EndBooking = "Cancel",
        EndBookingOf = name => $"Cancel the booking of {name}",
        Recovering = clock => $"Recovering until {clock}",
    };

    // Alarms
    public required string Alarm { get; init; }
    public required Func<string, string> AlarmAt { get; init; }
    public required Func<int, string> AlarmsAt { get; init; }
    public required Func<string, string> RaisedBy { get; init; }
    public required Func<TimeSpan, string> Since { get; init; }
    public required Func<int, string> Ticket { get; init; }
    public required string NoTicket { get; init; }
    public required string Coming { get; init; }
    public required string Help { get; init; }
    public required IReadOnlyList<string> HelpPicks { get; init; }
    public required string HelpFrom { get; init; }
    public required string SendHelp { get; init; }
    public required string SwitchOff { get; init; }
    public required string AskOff { get; init; }
    public required string KeepOn { get; init; }
    public required string Aside { get; init; }
    public required string NobodyYet { get; init; }
    public required Func<string, string?, string> Answered { get; init; }
    public required Func<string, string, string> AlarmFailed { get; init; }
    public required string Working { get; init; }
    public required Func<string, string> OpenRoom { get; init; }
    public required string AlarmTab { get; init; }

    // The record
    public required string Record { get; init; }
    public required string RecordHint { get; init; }
    public required string RecordEmpty { get; init; }
    public required string RecordLoading { get; init; }
    public required string RecordFailed { get; init; }
    public required string Older { get; init; }
    public required string Write { get; init; }
    public required string WriteTitle { get; init; }
    public required string WriteHint { get; init; }
    public required string Where { get; init; }
    public required string WhichTicket { get; init; }
    public required string WithoutTicket { get; init; }
    public required string Kind { get; init; }
    public required string ChooseKind { get; init; }
    public required string SameKind { get; init; }
    public required string Note { get; init; }
    public required string NoteMissing { get; init; }
    public required string Save { get; init; }
    public required string AddNote { get; init; }
    public required Func<string, string> NotSaved { get; init; }
    public required string Document { get; init; }
    public required Func<int, string> Entries { get; init; }
    public required string Check { get; init; }
    public required Func<long, string, string> Holds { get; init; }
    public required Func<long, string> Broken { get; init; }

    // The recovery room
    public required string RoomFree { get; init; }
    public required Func<string, string> RoomTaken { get; init; }
    public required string RoomFailed { get; init; }
    public required Func<string, string, string> Booking { get; init; }
    public required string EndBooking { get; init; }
    public required Func<string, string> EndBookingOf { get; init; }
    public required Func<string, string> Recovering { get; init; }
}

public sealed partial record RoomTexts
{
    public GuardTexts Guard => Language == Korean.Language ? GuardTexts.Korean : GuardTexts.English;
}
