using QueueHub.Contracts.Boards;

namespace CounterClient;

public sealed partial record RoomTexts
{
    public static RoomTexts Korean { get; } = new()
    {
        Language = "ko",
        Room = "민원실 상황판",
        AllOffices = "전체 민원실",
        AllOfficesHint = "담당하는 민원실의 현재 상황입니다. 이름을 누르면 상황판이 열립니다.",
        BackToDesk = "창구 화면",
        NotSupervisor = "상황판을 볼 권한이 없습니다. 관리자에게 문의하세요.",
        NotHere = "이 민원실의 상황판을 볼 권한이 없거나 없는 민원실입니다.",

        Lines = "업무별 대기",
        Light = "상태",
        WaitingNow = "대기",
        Longest = "최장 대기",
        Expected = "예상 대기",
        ServedAt = "창구",
        Pace = pace => pace switch
        {
            QueueHub.Contracts.Boards.Pace.Closed => "업무 시간 외",
            QueueHub.Contracts.Boards.Pace.NoCounter => "창구 없음",
            QueueHub.Contracts.Boards.Pace.Quiet => "여유",
            QueueHub.Contracts.Boards.Pace.Moderate => "보통",
            QueueHub.Contracts.Boards.Pace.Busy => "혼잡",
            _ => "",
        },
        People = count => $"{count}명",
        Minutes = minutes => minutes switch { null => "–", 0 => "바로", { } some => $"약 {some}분" },
        Length = time => time.TotalMinutes < 1 ? "1분 미만" : Long(time),
        None = "없음",

        Counters = "창구",
        Standing = standing => standing switch
        {
            RoomStanding.Free => "호출 가능",
            RoomStanding.Called => "호출 중",
            RoomStanding.Serving => "응대 중",
            RoomStanding.Paused => "잠시 중단",
            _ => "닫힘",
        },
        Count = (standing, count) => standing switch
        {
            RoomStanding.Free => $"호출 가능 {count}",
            RoomStanding.Called => $"호출 중 {count}",
            RoomStanding.Serving => $"응대 중 {count}",
            RoomStanding.Paused => $"중단 {count}",
            _ => $"닫힘 {count}",
        },
        PausedUntil = clock => $"{clock}까지",
        Over = time => $"{(time.TotalMinutes < 1 ? "1분 미만" : Long(time))} 지남",
        Manage = "관리",
        ManageCounter = counter => $"{counter} 관리",
        NoServices = "맡은 업무 없음",
        HelpsWith = services => $"지원: {services}",
        DayClosed = "오늘 업무가 끝나 창구를 열 수 없습니다.",

        Parked = "보류",
        Absent = "부재",
        NobodyParked = "보류한 번호가 없습니다.",
        NobodyAbsent = "부재 처리한 번호가 없습니다.",
        By = name => $"{name} 처리",
        At = place => $"위치: {place}",
        Since = time => $"{(time.TotalMinutes < 1 ? "1분 미만" : Long(time))} 전",
        Reinstated = times => $"다시 대기 {times}회",

        Action = action => action switch
        {
            RoomAction.Open => "창구 열기",
            RoomAction.Reopen => "다시 열기",
            RoomAction.Pause => "잠시 중단",
            RoomAction.Close => "창구 닫기",
            RoomAction.Services => "업무 바꾸기",
            RoomAction.Complete => "업무 완료 처리",
            RoomAction.NoShow => "부재 처리",
            RoomAction.Park => "보류 처리",
            RoomAction.Resume or RoomAction.Reinstate => "다시 대기",
            RoomAction.Cancel => "번호표 취소",
            RoomAction.Notice => "안내문 띄우기",
            RoomAction.TakeNoticeAway => "안내문 내리기",
            RoomAction.AnswerAlarm => "제가 갑니다",
            RoomAction.EndAlarm => "비상벨 해제",
            _ => "",
        },
        Working = "처리하는 중…",
        Failed = (subject, action, reason) => $"{(subject.Length > 0 ? $"{subject} " : "")}‘{action}’ 처리가 되지 않았습니다. {reason}",
        AskOpen = counter => $"{counter}를 열까요?",
        Clerk = "담당 직원",
        ChooseClerk = "담당할 직원을 선택하세요.",
        StaffFailed = "직원 명단을 불러오지 못했습니다.",
        HoldsAlready = counter => $"{counter} 근무 중",
        AskServices = counter => $"{counter}의 업무를 바꿀까요?",
        AskPause = counter => $"{counter}를 잠시 중단할까요?",
        HowLong = "시간",
        OpenEnd = "정하지 않음",
        AskClose = counter => $"{counter}를 닫을까요?",
        CloseHint = "담당 직원이 창구에서 빠집니다. 이 창구만 기다리던 번호는 업무 대기로 돌아갑니다.",
        CompleteHint = "업무를 마친 것으로 기록하고 창구를 비웁니다.",
        NoShowHint = "오지 않은 것으로 기록하고 창구를 비웁니다. 나중에 다시 대기로 돌릴 수 있습니다.",
        CancelHint = "취소하면 되돌릴 수 없고, 제출한 서식도 삭제됩니다.",
        Gone = "방금 다른 곳에서 처리되었습니다.",
        Optional = "선택",

        Notice = "로비 안내문",
        NoNotice = "로비 화면에 띄운 안내문이 없습니다.",
        WriteNotice = "안내문 쓰기",
        NoticeHint = "로비 화면에 바로 나옵니다. 이름 등 개인정보는 적지 마세요.",
        NoticeKo = "한국어",
        NoticeEn = "영어",
        NoticeEnHint = "비워 두면 한국어만 나옵니다.",
        NoticeMissing = "안내문을 입력하세요.",
        ShownUntil = clock => $"{clock}까지 표시",
        ShownUntilTaken = "내릴 때까지 표시",

        Ledger = "순서 밖 호출",
        LedgerHint = "먼저 온 사람보다 앞서 부른 오늘의 호출과 그 이유입니다.",
        LedgerEmpty = "오늘은 순서 밖 호출이 없습니다.",
        LedgerLoading = "불러오고 있습니다…",
        LedgerFailed = "호출 기록을 불러오지 못했습니다. 계속 다시 시도하고 있습니다.",
        Passed = count => $"{count}명보다 먼저",
        NoReason = "이유 없음",

        Office = "민원실",
        CountersOpen = "창구",
        CounterCounts = (open, paused, closed) => $"열림 {open} · 중단 {paused} · 닫힘 {closed}",
        NotKnown = "확인하고 있습니다…",
    };

    private static string Long(TimeSpan time) => time switch
    {
        { TotalHours: < 1 } => $"{(int)time.TotalMinutes}분",
        { Minutes: 0 } => $"{(int)time.TotalHours}시간",
        _ => $"{(int)time.TotalHours}시간 {time.Minutes}분",
    };
}
