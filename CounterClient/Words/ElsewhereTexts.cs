namespace CounterClient;

/// <summary>Words for what comes from elsewhere, a scanned code, and for what goes elsewhere, to another office.</summary>
public sealed record ElsewhereTexts
{
    public static ElsewhereTexts Korean { get; } = new()
    {
        AttachForm = "QR 서식 불러오기",
        NotOurs = "이 민원실에서 쓸 수 있는 QR 코드가 아닙니다.",
        NoTicket = "번호를 호출한 뒤 서식의 QR 코드를 다시 스캔해 주세요.",
        NotHere = "오늘 이 민원실의 번호표가 아니거나 이미 끝났습니다.",
        ReplaceTitle = number => $"{number}번의 서식을 바꿀까요?",
        ReplaceHint = "지금 있는 서식이 스캔한 서식으로 바뀝니다. 민원인에게 확인해 주세요.",
        Replace = "스캔한 서식으로 바꾸기",
        Move = "다른 민원실로 보내기",
        ToOffice = "다른 민원실로",
        ChooseOffice = "민원실 선택",
        OfficesFailed = "민원실 목록을 불러오지 못했습니다. 창을 닫고 다시 시도해 주세요.",
        OfficeClosed = "업무 시간 아님",
        MoveHint = "그 민원실의 번호를 새로 받고, 기다린 시간과 같은 서식이 함께 갑니다. 되돌릴 수 없습니다.",
        Moved = (office, number) => $"{office}에서 {number}번을 받았습니다. 민원인의 휴대전화에도 안내됩니다.",
        Moving = office => $"{office}(으)로 보내는 중입니다.",
        MoveRefused = "다른 민원실에서 받지 못했습니다. 번호표는 이 창구에 그대로 있습니다.",
    };

    public static ElsewhereTexts English { get; } = new()
    {
        AttachForm = "Form from a QR code",
        NotOurs = "This QR code is not one of this office.",
        NoTicket = "Call a number first, then scan the form's QR code again.",
        NotHere = "This is no ticket of this office today, or it has ended.",
        ReplaceTitle = number => $"Replace the form of number {number}?",
        ReplaceHint = "The scanned form takes the place of the one that is there. Please ask the citizen.",
        Replace = "Use the scanned form",
        Move = "Send to another office",
        ToOffice = "To another office",
        ChooseOffice = "Choose an office",
        OfficesFailed = "The offices could not be listed. Close this and try again.",
        OfficeClosed = "closed now",
        MoveHint = "A new number is given there; the time waited and the same form go along. This cannot be taken back.",
        Moved = (office, number) => $"Number {number} at {office}. The citizen's phone says so, too.",
        Moving = office => $"Being sent to {office}.",
        MoveRefused = "The other office could not take it. The ticket is still at this counter.",
    };

    public required string AttachForm { get; init; }
    public required string NotOurs { get; init; }
    public required string NoTicket { get; init; }
    public required string NotHere { get; init; }
    public required Func<int, string> ReplaceTitle { get; init; }
    public required string ReplaceHint { get; init; }
    public required string Replace { get; init; }
    public required string Move { get; init; }
    public required string ToOffice { get; init; }
    public required string ChooseOffice { get; init; }
    public required string OfficesFailed { get; init; }
    public required string OfficeClosed { get; init; }
    public required string MoveHint { get; init; }
    public required Func<string, int, string> Moved { get; init; }
    public required Func<string, string> Moving { get; init; }
    public required string MoveRefused { get; init; }
}

public sealed partial record Texts
{
    public ElsewhereTexts Elsewhere => Language == Korean.Language ? ElsewhereTexts.Korean : ElsewhereTexts.English;
}
