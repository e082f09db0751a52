namespace CounterClient;

public sealed partial record ConsoleTexts
{
    public static ConsoleTexts Korean { get; } = new()
    {
        Preview = "호출 전에 보기",
        PreviewTitle = "다음 차례",
        CallThis = "이 번호 호출",
        Skip = "건너뛰고 다음 보기",
        NextChanged = "그사이 다음 차례가 바뀌었습니다. 확인하고 호출하세요.",
        NobodyAfter = "뒤에 더 기다리는 사람이 없습니다.",
        CallAgainIn = seconds => $"{seconds}초 뒤에 다시 호출",
        CalledOf = (count, limit) => $"호출 {count}회 (재호출 {limit}회까지)",
        NoShowIsDue = "여러 번 호출했지만 오지 않았습니다. 부재로 처리하시겠습니까?",

        ParkPlace = "기다리는 곳",
        ParkPlaces = ["대기석", "작성대", "수납 창구", "무인발급기", "다른 층"],
        ParkedBy = name => $"{name} 보류",
        ReinstatesLeft = count => $"앞으로 {count}번 더 다시 대기할 수 있습니다.",
        NoReinstateLeft = "다시 대기 불가",

        CompleteAndGoOn = service => $"완료하고 {Toward(service)}",
        Ending = "결과 입력·다른 업무로 완료",
        EndingTitle = "업무를 어떻게 마칠까요?",
        Result = "처리 결과",
        NoResult = "처리함",
        NotProvided = "처리하지 못했을 때",
        Afterwards = "완료한 다음",
        VisitEnds = "방문을 마칩니다",
        GoesOnTo = service => $"‘{service}’ 대기로 갑니다",
        PassOnTo = "다른 업무를 먼저 보고 갑니다",
        ChooseService = "업무 선택",
        EndHere = "남은 업무 없이 여기서 방문을 마칩니다",

        JourneyTitle = number => $"{number}번이 이어서 볼 업무",
        JourneyHint = "지금 업무가 끝나면 같은 번호로 위에서부터 차례로 대기합니다.",
        JourneyEmpty = "지금 업무만 보고 방문을 마칩니다.",
        AddService = "업무 추가",
        MoveUp = service => $"‘{service}’ 위로",
        MoveDown = service => $"‘{service}’ 아래로",
        Remove = service => $"‘{service}’ 빼기",
        Save = "저장",
        RestOfVisit = "이어서 볼 업무",
        OnlyThisService = "없음",

        ToService = "다른 업무로",
        ToCounter = "정해진 창구로",
        NoOtherCounter = "열려 있는 다른 창구가 없습니다.",
        ForOneCounter = counter => $"{counter}번 창구만",
        ForHereAlone = "이 창구만",

        Done = (action, number) => action switch
        {
            DeskAction.CallNext or DeskAction.Call => $"{number}번을 호출했습니다.",
            DeskAction.NoShow => $"{number}번을 부재로 처리했습니다.",
            DeskAction.Park => $"{number}번을 보류했습니다.",
            DeskAction.Complete => $"{number}번 업무를 완료했습니다.",
            DeskAction.Transfer => $"{number}번을 넘겼습니다.",
            DeskAction.EndVisit => ProtectionTexts.Korean.Ended(number),
            _ => "",
        },
        SecondsLeft = seconds => $"{seconds}초",

        PauseLength = "예상 시간",
        NoLength = "정하지 않음",
        Minutes = minutes => $"{minutes}분",
        PauseUntil = time => $"{time}까지 중단",
        PauseOver = time => $"다시 열기로 한 {time}이 지났습니다.",

        ServicesTitle = "이 창구의 담당 업무",
        ServicesHint = "담당 업무에 기다리는 사람이 없을 때만 지원 업무를 호출합니다.",
        NotServed = "맡지 않음",
        PrimaryMissing = "담당 업무를 하나 이상 선택하세요.",

        TakeOver = "창구 넘겨받기",
        TakeOverTitle = counter => $"{counter}번 창구를 넘겨받을까요?",
        TakeOverHint = name => $"{name} 님이 사용 중입니다. 넘겨받으면 그 화면에서는 이 창구를 더 쓸 수 없고, 진행 중인 번호와 서식은 이 화면으로 옵니다.",
        TakeOverMineHint = "다른 화면에서 본인이 사용 중입니다. 넘겨받으면 그 화면에서는 이 창구를 더 쓸 수 없습니다.",
        TakenBy = name => $"{name} 님이 이 창구를 사용하고 있습니다.",
        TakenByMe = "본인이 다른 화면에서 이 창구를 사용하고 있습니다.",
        MineElsewhere = "다른 화면에서 사용 중",
        UsedBy = name => $"{name} 사용 중",

        Expected = minutes => $"약 {minutes}분",
        ExpectedHead = "예상",
        LongestHead = "최장",

        Sound = "알림음",
        SoundOn = "알림음 켜짐",
        SoundOff = "알림음 꺼짐",
        Lists = "대기 목록으로 이동",

        IdleTitle = "곧 자동으로 로그아웃됩니다",
        IdleLeft = time => $"한동안 사용하지 않아 {time} 뒤에 로그아웃됩니다. 창구와 대기열은 그대로 남습니다.",
        StayHere = "계속 근무",
        IdleOver = "오래 사용하지 않아 로그아웃했습니다. 다시 로그인하면 하던 화면으로 돌아갑니다.",

        Issue = "번호표 발급",
        IssueHint = "업무의 숫자를 누르면 바로 발급됩니다.",
        IssueMany = "여러 업무",
        IssueManyHint = "볼 업무를 순서대로 고르고 0을 누르세요.",
        IssueNow = "발급",
        Issued = "번호표를 발급했습니다.",
        ThenTo = services => $"이어서: {services}",
        PrintSlip = "번호표 인쇄",
        PrintSlipA4 = "A4로 인쇄",
        WriteForm = "서식 대신 작성",
        IssueAnother = "한 장 더 발급",
        Issuing = "발급하는 중…",

        Helper = "접수 도우미",
        HelperHint = "창구 없이 번호표 발급과 서식 작성을 돕습니다.",
        LeaveHelper = "창구 선택으로",
    };

    // "로" after a vowel or ㄹ, otherwise "으로".
    private static string Toward(string name)
    {
        const int Finals = 28, Rieul = 8;
        var final = name is [.., >= '가' and <= '힣' and var last] ? (last - '가') % Finals : 0;
        return name + (final is 0 or Rieul ? "로" : "으로");
    }
}
