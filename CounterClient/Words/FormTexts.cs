namespace CounterClient;

/// <summary>The words of the desk for writing forms and asking for corrections. All members are required: a language that lacks one does not build.</summary>
public sealed record FormTexts
{
    public static FormTexts Korean { get; } = new()
    {
        BeginForm = "서식 작성",
        BeginHint = "민원인과 함께 창구에서 작성할 수 있습니다.",
        Missing = "빠짐",
        Wrong = "확인 필요",
        Asked = "요청함",
        Copied = text => $"복사했습니다: {text}",
        CopiedSection = section => $"{section} 내용을 복사했습니다.",
        CopyFailed = "복사하지 못했습니다. 직접 선택하여 복사해 주세요.",
        CopyOf = (label, value) => $"{label}: {value} 복사",
        CopySection = "모두 복사",
        CopySectionOf = section => $"{section} 모두 복사",
        CopyHint = "값을 누르면 복사됩니다.",
        Edit = "고치기",
        EditOf = label => $"{label} 고치기",
        Save = "저장",
        Saving = "저장하는 중…",
        SavesLater = "연결되면 저장합니다.",
        Cancel = "취소",
        Saved = label => $"{label} 항목을 저장했습니다.",
        SaveFailed = "저장하지 못했습니다. 다시 저장해 주세요.",
        NotDone = "처리하지 못했습니다. 잠시 후 다시 시도해 주세요.",
        Disputed = "다른 곳에서도 이 항목을 고쳤습니다. 어느 쪽이 맞는지 선택해 주세요.",
        Theirs = "다른 곳",
        Mine = "이 화면",
        Empty = "(비어 있음)",
        KeepMine = "이 화면의 내용으로",
        KeepTheirs = "다른 곳의 내용으로",
        Blank = "적지 않은 항목",
        AskCitizen = "민원인에게 확인 요청",
        AskHint = "휴대전화에서 확인할 항목을 선택하세요.",
        SendRequest = count => count == 0 ? "확인 요청 보내기" : $"{count}개 항목 확인 요청 보내기",
        WaitsForCitizen = count => $"민원인의 휴대전화로 {count}개 항목의 확인을 요청했습니다.",
        Withdraw = "요청 취소",
        CitizenAnswered = "민원인이 확인하여 보냈습니다.",
    };

    public static FormTexts English { get; } = new()
    {
        BeginForm = "Write the form",
        BeginHint = "You can write it here together with the citizen.",
        Missing = "Missing",
        Wrong = "Please check",
        Asked = "Asked",
        Copied = text => $"Copied: {text}",
        CopiedSection = section => $"Copied everything under {section}.",
        CopyFailed = "It could not be copied. Please select and copy it yourself.",
        CopyOf = (label, value) => $"{label}: {value} – copy",
        CopySection = "Copy all",
        CopySectionOf = section => $"Copy all: {section}",
        CopyHint = "Click a value to copy it.",
        Edit = "Change",
        EditOf = label => $"Change: {label}",
        Save = "Save",
        Saving = "Saving…",
        SavesLater = "It is saved when the connection is back.",
        Cancel = "Cancel",
        Saved = label => $"Saved: {label}.",
        SaveFailed = "It could not be saved. Please save it again.",
        NotDone = "This could not be done. Please try again in a moment.",
        Disputed = "This was changed elsewhere, too. Please choose which is right.",
        Theirs = "Elsewhere",
        Mine = "Here",
        Empty = "(empty)",
        KeepMine = "Use what stands here",
        KeepTheirs = "Use the other",
        Blank = "Left empty",
        AskCitizen = "Ask the citizen to check",
        AskHint = "Choose what is to be checked on the phone.",
        SendRequest = count => count switch
        {
            0 => "Send the request",
            1 => "Ask for 1 answer",
            _ => $"Ask for {count} answers",
        },
        WaitsForCitizen = count => count == 1 ? "1 answer is being checked on the citizen's phone." : $"{count} answers are being checked on the citizen's phone.",
        Withdraw = "Take the request back",
        CitizenAnswered = "The citizen has checked and sent it.",
    };

    /// <summary>The words of a two-letter code; Korean when there are none.</summary>
    public static FormTexts Of(string language) => language == "en" ? English : Korean;

    public required string BeginForm { get; init; }
    public required string BeginHint { get; init; }
    public required string Missing { get; init; }
    public required string Wrong { get; init; }
    public required string Asked { get; init; }
    public required Func<string, string> Copied { get; init; }
    public required Func<string, string> CopiedSection { get; init; }
    public required string CopyFailed { get; init; }
    public required Func<string, string, string> CopyOf { get; init; }
    public required string CopySection { get; init; }
    public required Func<string, string> CopySectionOf { get; init; }
    public required string CopyHint { get; init; }
    public required string Edit { get; init; }
    public required Func<string, string> EditOf { get; init; }
    public required string Save { get; init; }
    public required string Saving { get; init; }
    public required string SavesLater { get; init; }
    public required string Cancel { get; init; }
    public required Func<string, string> Saved { get; init; }
    public required string SaveFailed { get; init; }
    public required string NotDone { get; init; }
    public required string Disputed { get; init; }
    public required string Theirs { get; init; }
    public required string Mine { get; init; }
    public required string Empty { get; init; }
    public required string KeepMine { get; init; }
    public required string KeepTheirs { get; init; }
    public required string Blank { get; init; }
    public required string AskCitizen { get; init; }
    public required string AskHint { get; init; }
    public required Func<int, string> SendRequest { get; init; }
    public required Func<int, string> WaitsForCitizen { get; init; }
    public required string Withdraw { get; init; }
    public required string CitizenAnswered { get; init; }
}
