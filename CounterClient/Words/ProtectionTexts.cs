using QueueHub.Contracts.Forms;

namespace CounterClient;

/// <summary>
/// The words of the desk for what protects a clerk. Those of the alarm say nothing that somebody who glances at the screen would understand at once. All members
/// are required: a language that lacks one does not build.
/// </summary>
public sealed record ProtectionTexts
{
    public static ProtectionTexts Korean { get; } = new()
    {
        Tools = "보호 도구",

        Help = "지원 요청",
        Sending = "전달하는 중…",
        SendsLater = "연결되면 바로 전달됩니다.",
        Arrived = time => $"{time} 전달됨",
        Coming = name => $"{name} 님이 가고 있습니다",
        ComingFrom = from => $"{from}에서 가고 있습니다",
        AndMore = count => $"외 {count}건",
        NotTaken = "전달되지 않았습니다.",
        OnlyAtCounter = "창구를 연 뒤에 쓸 수 있습니다.",
        SwitchOff = "해제",
        SwitchOffSure = "지원 요청을 해제할까요?",
        Keep = "그대로 두기",
        SwitchedOffNot = "해제하지 못했습니다. 다시 시도해 주세요.",

        Noticed = minutes => $"응대 {minutes}분이 지났습니다",
        Over = minutes => $"권장 시간 {minutes}분을 넘었습니다",

        Warn = "경고하기",
        WarnTitle = number => $"{number}번 민원인에게 경고할까요?",
        WarnHint = "선택한 문구가 민원인 화면에 표시되고 음성으로 안내됩니다. 경고는 기록에 남습니다.",
        WarnKind = "경고 사유",
        WarnNow = "이 문구로 경고",
        Warnings = "경고",
        Speak = "소리로 안내",
        SpeakHint = "민원인 화면이 없는 창구에서는 경고한 뒤 ‘소리로 안내’를 눌러 이 컴퓨터로 들려주세요.",
        Speaking = "안내하는 중…",
        SpeakFailed = "소리를 재생하지 못했습니다. 문구를 읽어 주세요.",

        EndVisit = "응대 종료",
        EndTitle = number => $"{number}번 응대를 끝낼까요?",
        EndHint = "민원인에게 아래 사유를 알린 뒤 끝냅니다. 남은 업무가 있어도 방문이 끝나고, 바로 뒤에는 되돌릴 수 있습니다.",
        EndKind = "종료 사유",
        EndNow = "사유를 알리고 응대 종료",
        Ended = number => $"{number}번 응대를 종료했습니다.",
        NobodyHere = "지금 창구에 민원인이 없습니다.",
        NotWarned = "먼저 경고해야 응대를 끝낼 수 있습니다.",

        StepAway = "자리 비우기",
        StepAwayTitle = "자리를 비울까요?",
        StepAwayHint = "로비에는 ‘잠시 중단’으로만 보이고, 이 창구의 대기는 다른 창구가 부릅니다.",
        StepAwayTicket = number => $"지금 응대 중인 {number}번은 대기로 돌아가 다른 창구에서 부릅니다. 민원인에게 먼저 알려 주세요.",
        HowLong = "얼마나 비우나요?",
        Minutes = minutes => $"{minutes}분",
        WithRoom = room => $"{room}도 함께 예약",
        Room = "회복 공간",
        RoomFree = "비어 있음",
        RoomTakenUntil = time => $"{time}까지 사용 중",
        RoomFailed = "회복 공간을 확인하지 못했습니다.",
        RoomMine = (room, from, until) => $"{room} {from}–{until} 예약됨",
        CancelBooking = "예약 취소",
        NotBooked = room => $"{room}: 예약하지 못했습니다.",
        LeaveNow = "자리 비우기",
        Left = time => $"돌아오기까지 {time}",
        Back = "돌아왔습니다",

        Record = "사건 기록",
        RecordHint = "기록은 고치거나 지울 수 없고, 본인과 이 민원실 관리자만 볼 수 있습니다. 민원인의 이름이나 연락처는 쓰지 마세요.",
        RecordAbout = "어느 응대인가요?",
        NoTicket = "번호와 관계없음",
        ThisTicket = number => $"지금 응대 중인 {number}번",
        LastTicket = number => $"조금 전에 응대한 {number}번",
        RecordKind = "무슨 일이 있었나요?",
        RecordKindMissing = "사건의 종류를 선택하세요.",
        RecordNote = "경위",
        NoteLeft = left => $"{left}자 더 쓸 수 있습니다.",
        NoteMissing = "덧붙일 내용을 써 주세요.",
        SaveRecord = "기록하기",
        Saving = "기록하는 중…",
        Saved = "기록했습니다.",
        OfferRecord = "있었던 일을 기록으로 남길 수 있습니다.",
        WriteRecord = "기록 쓰기",
        MyRecords = "내 기록",
        WriteTab = "기록 쓰기",
        NoRecords = "기록이 없습니다.",
        AddNote = "덧붙이기",
        AddNoteTo = name => $"{name} 기록에 덧붙이기",
        Document = "문서 열기",
        DocumentOf = name => $"{name} 기록을 문서로 열기 (새 창)",
        Older = "이전 기록 더 보기",
        NotSaved = "기록하지 못했습니다. 쓴 내용은 그대로 있으니 다시 시도해 주세요.",
        NotRead = "기록을 불러오지 못했습니다.",

        CitizenHere = "민원인이 보고 있는 칸",
        Signature = "민원인 서명",
        SignedAt = time => $"{time} 서명",
        ConfirmedAt = time => $"{time} 내용 확인",
        SignatureVoid = "서명 뒤에 내용이 바뀌었습니다. 다시 서명을 받아 주세요.",
    };

    public static ProtectionTexts English { get; } = new()
    {
        Tools = "Protection",

        Help = "Support",
        Sending = "Sending…",
        SendsLater = "It is sent when the connection is back.",
        Arrived = time => $"Sent {time}",
        Coming = name => $"{name} is on the way",
        ComingFrom = from => $"Help is coming from {from}",
        AndMore = count => $"and {count} more",
        NotTaken = "It was not sent.",
        OnlyAtCounter = "Open the counter first.",
        SwitchOff = "Switch off",
        SwitchOffSure = "Switch the request for support off?",
        Keep = "Keep it",
        SwitchedOffNot = "It could not be switched off. Please try again.",

        Noticed = minutes => minutes == 1 ? "1 minute into this visit" : $"{minutes} minutes into this visit",
        Over = minutes => minutes == 1 ? "Over the recommended minute" : $"Over the recommended {minutes} minutes",

        Warn = "Warn",
        WarnTitle = number => $"Warn no. {number}?",
        WarnHint = "The citizen's screen shows and says the words you choose. The warning is kept in the record.",
        WarnKind = "Reason",
        WarnNow = "Give this warning",
        Warnings = "Warnings",
        Speak = "Play it here",
        SpeakHint = "At a counter without a screen for the citizen, press “Play it here” afterwards: this computer says it.",
        Speaking = "Playing…",
        SpeakFailed = "It could not be played. Please read the words out.",

        EndVisit = "End visit",
        EndTitle = number => $"End the visit of no. {number}?",
        EndHint = "Tell the citizen the reason below, then end it. Nothing is left of the visit; right afterwards it can be undone.",
        EndKind = "Reason",
        EndNow = "Reason told, end the visit",
        Ended = number => $"The visit of number {number} was ended.",
        NobodyHere = "Nobody is at the counter now.",
        NotWarned = "A visit can be ended only after a warning.",

        StepAway = "Step away",
        StepAwayTitle = "Step away?",
        StepAwayHint = "The lobby sees no more than “paused”, and other counters call those who wait for you.",
        StepAwayTicket = number => $"No. {number}, whom you are serving, goes back to the line and is called by another counter. Please tell them first.",
        HowLong = "For how long?",
        Minutes = minutes => $"{minutes} min",
        WithRoom = room => $"Also book: {room}",
        Room = "The recovery room",
        RoomFree = "free",
        RoomTakenUntil = time => $"taken until {time}",
        RoomFailed = "The recovery room could not be looked up.",
        RoomMine = (room, from, until) => $"{room}: yours {from}–{until}",
        CancelBooking = "Cancel booking",
        NotBooked = room => $"{room} could not be booked.",
        LeaveNow = "Step away",
        Left = time => $"Back in {time}",
        Back = "I am back",

        Record = "Incident",
        RecordHint = "What is written is never changed or deleted; you and the supervisors of this office can read it. Do not write names or phone numbers of citizens.",
        RecordAbout = "Which visit?",
        NoTicket = "None",
        ThisTicket = number => $"No. {number}, at the counter now",
        LastTicket = number => $"No. {number}, the last visit",
        RecordKind = "What happened?",
        RecordKindMissing = "Choose what kind of incident it was.",
        RecordNote = "In your words",
        NoteLeft = left => $"{left} more characters.",
        NoteMissing = "Write something.",
        SaveRecord = "Save",
        Saving = "Saving…",
        Saved = "Saved.",
        OfferRecord = "You can write down what happened.",
        WriteRecord = "Write it down",
        MyRecords = "My records",
        WriteTab = "Write down",
        NoRecords = "There are no records.",
        AddNote = "Add a note",
        AddNoteTo = name => $"Add a note to {name}",
        Document = "Open document",
        DocumentOf = name => $"Open {name} as a document (new window)",
        Older = "Older records",
        NotSaved = "It was not saved. What you wrote is still here; please try again.",
        NotRead = "The records could not be read.",

        CitizenHere = "The citizen is here",
        Signature = "Citizen's signature",
        SignedAt = time => $"Signed at {time}",
        ConfirmedAt = time => $"Confirmed at {time}",
        SignatureVoid = "The form was changed after it was signed. Please have it signed again.",
    };

    /// <summary>How and when a form was signed.</summary>
    public string SignedWhen(FormSignature signature, int utcOffsetMinutes)
    {
        var time = Durations.OfClock(signature.At, utcOffsetMinutes);
        return signature.Kind == SignatureKind.Drawn ? SignedAt(time) : ConfirmedAt(time);
    }

    /// <summary>The words of a two-letter code; Korean when there are none.</summary>
    public static ProtectionTexts Of(string language) => language == "en" ? English : Korean;

    public required string Tools { get; init; }

    // The silent alarm
    public required string Help { get; init; }
    public required string Sending { get; init; }
    public required string SendsLater { get; init; }
    public required Func<string, string> Arrived { get; init; }
    public required Func<string, string> Coming { get; init; }
    public required Func<string, string> ComingFrom { get; init; }
    public required Func<int, string> AndMore { get; init; }
    public required string NotTaken { get; init; }
    public required string OnlyAtCounter { get; init; }
    public required string SwitchOff { get; init; }
    public required string SwitchOffSure { get; init; }
    public required string Keep { get; init; }
    public required string SwitchedOffNot { get; init; }

    // The length of a visit
    public required Func<int, string> Noticed { get; init; }
    public required Func<int, string> Over { get; init; }

    // Warnings
    public required string Warn { get; init; }
    public required Func<int, string> WarnTitle { get; init; }
    public required string WarnHint { get; init; }
    public required string WarnKind { get; init; }
    public required string WarnNow { get; init; }
    public required string Warnings { get; init; }
    public required string Speak { get; init; }
    public required string SpeakHint { get; init; }
    public required string Speaking { get; init; }
    public required string SpeakFailed { get; init; }

    // Ending a visit
    public required string EndVisit { get; init; }
    public required Func<int, string> EndTitle { get; init; }
    public required string EndHint { get; init; }
    public required string EndKind { get; init; }
    public required string EndNow { get; init; }
    public required Func<int?, string> Ended { get; init; }
    public required string NobodyHere { get; init; }
    public required string NotWarned { get; init; }

    // Stepping away
    public required string StepAway { get; init; }
    public required string StepAwayTitle { get; init; }
    public required string StepAwayHint { get; init; }
    public required Func<int, string> StepAwayTicket { get; init; }
    public required string HowLong { get; init; }
    public required Func<int, string> Minutes { get; init; }
    public required Func<string, string> WithRoom { get; init; }
    public required string Room { get; init; }
    public required string RoomFree { get; init; }
    public required Func<string, string> RoomTakenUntil { get; init; }
    public required string RoomFailed { get; init; }
    public required Func<string, string, string, string> RoomMine { get; init; }
    public required string CancelBooking { get; init; }
    public required Func<string, string> NotBooked { get; init; }
    public required string LeaveNow { get; init; }
    public required Func<string, string> Left { get; init; }
    public required string Back { get; init; }

    // The incident record
    public required string Record { get; init; }
    public required string RecordHint { get; init; }
    public required string RecordAbout { get; init; }
    public required string NoTicket { get; init; }
    public required Func<int, string> ThisTicket { get; init; }
    public required Func<int, string> LastTicket { get; init; }
    public required string RecordKind { get; init; }
    public required string RecordKindMissing { get; init; }
    public required string RecordNote { get; init; }
    public required Func<int, string> NoteLeft { get; init; }
    public required string NoteMissing { get; init; }
    public required string SaveRecord { get; init; }
    public required string Saving { get; init; }
    public required string Saved { get; init; }
    public required string OfferRecord { get; init; }
    public required string WriteRecord { get; init; }
    public required string MyRecords { get; init; }
    public required string WriteTab { get; init; }
    public required string NoRecords { get; init; }
    public required string AddNote { get; init; }
    public required Func<string, string> AddNoteTo { get; init; }
    public required string Document { get; init; }
    public required Func<string, string> DocumentOf { get; init; }
    public required string Older { get; init; }
    public required string NotSaved { get; init; }
    public required string NotRead { get; init; }

    // The form that both sides have before them
    public required string CitizenHere { get; init; }
    public required string Signature { get; init; }
    public required Func<string, string> SignedAt { get; init; }
    public required Func<string, string> ConfirmedAt { get; init; }
    public required string SignatureVoid { get; init; }
}

public sealed partial record Texts
{
    /// <summary>The words for what protects a clerk in this language.</summary>
    public ProtectionTexts Protection => ProtectionTexts.Of(Language);
}
