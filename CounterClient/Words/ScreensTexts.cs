using QueueHub.Contracts.Screens;

namespace CounterClient;

/// <summary>Every word of the page of screens in one language.</summary>
public sealed record ScreensTexts
{
    public static ScreensTexts Korean { get; } = new()
    {
        Screens = "화면",
        ToRoom = "상황판",
        ChooseOffice = "어느 민원실의 화면인가요?",
        ChooseOfficeHint = "화면이 있는 민원실을 고르면 코드를 확인합니다.",
        Pair = "화면 연결",
        PairHint = "연결할 화면에서 /display(로비 화면) 또는 /display/panel(창구 패널)을 열면 코드가 표시됩니다.",
        Code = "화면에 표시된 코드",
        CodeMissing = "화면에 표시된 8자리 코드를 입력해 주세요.",
        Find = "화면 찾기",
        Found = "이 화면이 맞나요?",
        FoundHint = "눈앞의 화면과 코드가 같은지 확인하세요. 다르면 연결하지 마세요.",
        Kind = kind => kind == ScreenKind.Panel ? "창구 패널" : "로비 화면",
        KindLabel = "종류",
        Device = "기기",
        UnknownDevice = "알 수 없는 기기",
        Address = "네트워크 주소",
        Asked = "연결 요청",
        Version = "버전",
        PlaceOfDisplay = "화면이 있는 곳",
        PlaceExample = "예: 1층 로비 입구",
        NameMissing = "화면이 있는 곳을 적어 주세요.",
        PlaceOfPanel = "패널이 놓인 창구",
        ChooseCounter = "창구를 고르세요",
        CounterMissing = "패널이 놓인 창구를 골라 주세요.",
        Replaces = counter => $"{counter}의 지금 패널은 연결이 해제되고 이 패널로 바뀝니다.",
        Confirm = "연결",
        OtherCode = "다른 코드 입력",
        Paired = place => $"{place} 화면을 연결했습니다. 잠시 뒤 화면이 바뀝니다.",
        List = "연결된 화면",
        Empty = "연결된 화면이 없습니다.",
        Place = "위치",
        State = "상태",
        Here = "연결됨",
        Away = ago => $"끊김 · {ago}까지 연결",
        Never = "아직 연결된 적 없음",
        Shows = "표시 중",
        Lobby = office => $"{office} 현황판",
        Display = "표시 방식",
        Layout = "배치",
        LayoutName = layout => layout switch
        {
            DisplayLayout.Landscape => "가로 화면",
            DisplayLayout.Portrait => "세로 화면",
            DisplayLayout.Wall => "대형 화면 (110인치, 4K)",
            _ => "화면 모양에 맞게 자동",
        },
        Zone = "구역",
        WholeOffice = "전체 창구",
        Notices = "호출 번호 옆에 안내(글·사진·영상) 표시",
        Light = "밝은 바탕 (밝은 장소용)",
        Sound = "이 화면에서 음성 안내",
        Bright = "밝은 바탕",
        WithNotices = "안내 표시",
        Silent = "소리 없음",
        Settle = "표시 설정",
        SettleOf = place => $"{place} 표시 설정",
        SettleHint = "바꾸면 화면에 바로 적용됩니다.",
        Apply = "적용",
        Settled = place => $"{place} 화면의 표시 설정을 바꾸었습니다.",
        FileMissing = file => $"안내에 쓰인 파일 ‘{file}’이(가) 없어 표시하지 않습니다.",
        FileBroken = file => $"안내에 쓰인 파일 ‘{file}’을(를) 표시할 수 없습니다. 파일 형식을 확인해 주세요.",
        PairedBy = "연결한 사람",
        By = (name, ago) => $"{name} · {ago}",
        Revoke = "연결 해제",
        RevokeOf = place => $"{place} 연결 해제",
        AskRevoke = place => $"{place} 화면의 연결을 해제할까요?",
        RevokeHint = "화면이 바로 연결 안내로 바뀝니다. 다시 쓰려면 새 코드로 연결해야 합니다.",
        Revoked = place => $"{place} 화면의 연결을 해제했습니다.",
        Working = "처리하는 중입니다",
        NoAnswer = "서버에서 응답이 없습니다. 다시 시도해 주세요.",
        Ago = time => time switch
        {
            { TotalMinutes: < 1 } => "방금",
            { TotalHours: < 1 } => $"{(int)time.TotalMinutes}분 전",
            { TotalDays: < 1 } => $"{(int)time.TotalHours}시간 전",
            _ => $"{(int)time.TotalDays}일 전",
        },
    };

    public static ScreensTexts English { get; } = new()
    {
        Screens = "Screens",
        ToRoom = "Room",
        ChooseOffice = "At which office is the screen?",
        ChooseOfficeHint = "Choose the office where the screen stands; its code is looked up there.",
        Pair = "Pair a screen",
        PairHint = "On the screen itself, open /display (a lobby display) or /display/panel (a counter panel): it shows a code.",
        Code = "Code on the screen",
        CodeMissing = "Type the eight letters that the screen shows.",
        Find = "Find the screen",
        Found = "Is it this screen?",
        FoundHint = "Compare the code with the screen before your eyes. If it is another, do not pair it.",
        Kind = kind => kind == ScreenKind.Panel ? "Counter panel" : "Lobby display",
        KindLabel = "Kind",
        Device = "Device",
        UnknownDevice = "Unknown device",
        Address = "Network address",
        Asked = "Has asked since",
        Version = "Version",
        PlaceOfDisplay = "Where the screen stands",
        PlaceExample = "For example: entrance, ground floor",
        NameMissing = "Say where the screen stands.",
        PlaceOfPanel = "Counter of the panel",
        ChooseCounter = "Choose a counter",
        CounterMissing = "Choose the counter where the panel stands.",
        Replaces = counter => $"{counter} has a panel: its pairing ends, and this one takes its place.",
        Confirm = "Pair",
        OtherCode = "Another code",
        Paired = place => $"{place} is paired. The screen changes in a moment.",
        List = "Paired screens",
        Empty = "No screen is paired.",
        Place = "Place",
        State = "State",
        Here = "Connected",
        Away = ago => $"Away · last seen {ago}",
        Never = "Not seen yet",
        Shows = "Shows",
        Lobby = office => $"Board of {office}",
        Display = "How it shows the office",
        Layout = "Layout",
        LayoutName = layout => layout switch
        {
            DisplayLayout.Landscape => "Landscape",
            DisplayLayout.Portrait => "Portrait",
            DisplayLayout.Wall => "Wall (110 inches, 4K)",
            _ => "By the shape of the screen",
        },
        Zone = "Zone",
        WholeOffice = "All counters",
        Notices = "Notices (texts, pictures, videos) beside the calls",
        Light = "Light ground, for a bright hall",
        Sound = "Announce calls here",
        Bright = "light",
        WithNotices = "with notices",
        Silent = "silent",
        Settle = "Settings",
        SettleOf = place => $"Settings of {place}",
        SettleHint = "The screen follows at once.",
        Apply = "Apply",
        Settled = place => $"The settings of {place} are changed.",
        FileMissing = file => $"The file “{file}” of the notices is missing; it is passed over.",
        FileBroken = file => $"The file “{file}” of the notices cannot be shown. Please check its format.",
        PairedBy = "Paired by",
        By = (name, ago) => $"{name} · {ago}",
        Revoke = "End pairing",
        RevokeOf = place => $"End the pairing of {place}",
        AskRevoke = place => $"End the pairing of {place}?",
        RevokeHint = "The screen shows at once how it is paired again. It will need a new code.",
        Revoked = place => $"The pairing of {place} has ended.",
        Working = "Working on it",
        NoAnswer = "The server does not answer. Please try again.",
        Ago = time => time switch
        {
            { TotalMinutes: < 1 } => "just now",
            { TotalHours: < 1 } => $"{(int)time.TotalMinutes} min ago",
            { TotalDays: < 1 } => $"{(int)time.TotalHours} h ago",
            _ => $"{(int)time.TotalDays} d ago",
        },
    };

    /// <summary>The texts of a two-letter code; Korean when there are none.</summary>
    public static ScreensTexts Of(string? language) => language == "en" ? English : Korean;

    public required string Screens { get; init; }
    public required string ToRoom { get; init; }
    public required string ChooseOffice { get; init; }
    public required string ChooseOfficeHint { get; init; }

    // Pairing
    public required string Pair { get; init; }
    public required string PairHint { get; init; }
    public required string Code { get; init; }
    public required string CodeMissing { get; init; }
    public required string Find { get; init; }
    public required string Found { get; init; }
    public required string FoundHint { get; init; }
    public required Func<ScreenKind, string> Kind { get; init; }
    public required string KindLabel { get; init; }
    public required string Device { get; init; }
    public required string UnknownDevice { get; init; }
    public required string Address { get; init; }
    public required string Asked { get; init; }
    public required string Version { get; init; }
    public required string PlaceOfDisplay { get; init; }
    public required string PlaceExample { get; init; }
    public required string NameMissing { get; init; }
    public required string PlaceOfPanel { get; init; }
    public required string ChooseCounter { get; init; }
    public required string CounterMissing { get; init; }
    public required Func<string, string> Replaces { get; init; }
    public required string Confirm { get; init; }
    public required string OtherCode { get; init; }
    public required Func<string, string> Paired { get; init; }

    // List
    public required string List { get; init; }
    public required string Empty { get; init; }
    public required string Place { get; init; }
    public required string State { get; init; }
    public required string Here { get; init; }
    public required Func<string, string> Away { get; init; }
    public required string Never { get; init; }
    public required string Shows { get; init; }
    public required Func<string, string> Lobby { get; init; }
    public required string PairedBy { get; init; }
    public required Func<string, string, string> By { get; init; }
    public required string Revoke { get; init; }
    public required Func<string, string> RevokeOf { get; init; }
    public required Func<string, string> AskRevoke { get; init; }
    public required string RevokeHint { get; init; }
    public required Func<string, string> Revoked { get; init; }
    public required string Working { get; init; }
    public required string NoAnswer { get; init; }
    public required Func<TimeSpan, string> Ago { get; init; }

    // Displays
    public required string Display { get; init; }
    public required string Layout { get; init; }
    public required Func<DisplayLayout, string> LayoutName { get; init; }
    public required string Zone { get; init; }
    public required string WholeOffice { get; init; }
    public required string Notices { get; init; }
    public required string Light { get; init; }
    public required string Sound { get; init; }
    public required string Bright { get; init; }
    public required string WithNotices { get; init; }
    public required string Silent { get; init; }
    public required string Settle { get; init; }
    public required Func<string, string> SettleOf { get; init; }
    public required string SettleHint { get; init; }
    public required string Apply { get; init; }
    public required Func<string, string> Settled { get; init; }
    public required Func<string, string> FileMissing { get; init; }
    public required Func<string, string> FileBroken { get; init; }

    /// <summary>A display's settings in one line.</summary>
    /// <param name="zone">The zone's name; null: the whole office.</param>
    public string Summary(DisplaySettings settings, string? zone) => string.Join(
        " · ",
        new[] { LayoutName(settings.Layout), zone, settings.Notices ? WithNotices : null, settings.Light ? Bright : null, settings.Sound ? null : Silent }
            .Where(part => part is not null));

    /// <summary>A device in words.</summary>
    public string DeviceName(ScreenDevice device) =>
        string.Join(" · ", new[] { device.Browser, device.System }.Where(part => part.Length > 0)) is { Length: > 0 } name ? name : UnknownDevice;

    /// <summary>What went wrong, in words: the server's own, when it gave any.</summary>
    public string Failed(DoorProblem problem) => problem.Title ?? NoAnswer;
}
