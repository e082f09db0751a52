namespace QueueHub.Contracts.Protection;

/// <summary>The words of an incident's kinds and entries, the same in console, room and document. Staff read them, so they are Korean and English.</summary>
public static class IncidentTexts
{
    private static readonly Dictionary<string, LocalText> Kinds = new()
    {
        [IncidentKind.Abuse] = new("폭언·욕설", "Verbal abuse"),
        [IncidentKind.Threat] = new("협박", "Threats"),
        [IncidentKind.Violence] = new("폭행", "Violence"),
        [IncidentKind.Harassment] = new("성희롱·성추행", "Sexual harassment"),
        [IncidentKind.Damage] = new("기물 파손", "Damage to property"),
        [IncidentKind.Danger] = new("위험물 소지", "Dangerous objects"),
        [IncidentKind.Drunk] = new("주취 소란", "Drunk and disorderly"),
        [IncidentKind.Obstruction] = new("업무 방해(장시간·반복 민원)", "Obstruction by long or repeated visits"),
        [IncidentKind.Other] = new("기타", "Other"),
    };

    private static readonly Dictionary<string, LocalText> Actions = new()
    {
        [IncidentAction.AlarmRaised] = new("비상벨 호출", "Alarm raised"),
        [IncidentAction.AlarmAnswered] = new("지원 응답", "Help on its way"),
        [IncidentAction.AlarmEnded] = new("비상벨 해제", "Alarm switched off"),
        [IncidentAction.Warned] = new("경고·안내", "Warning given"),
        [IncidentAction.VisitEnded] = new("상담 종료", "Visit ended"),
        [IncidentAction.EndingTakenBack] = new("상담 종료 취소", "Ending taken back"),
        [IncidentAction.Reported] = new("경위 작성", "Written down"),
        [IncidentAction.Noted] = new("추가 기록", "Note added"),
    };

    /// <summary>Names a kind.</summary>
    /// <param name="kind">One of <see cref="IncidentKind"/>; null or another: not classified.</param>
    public static LocalText Kind(string? kind) => Kinds.GetValueOrDefault(kind ?? "") ?? new("분류 전", "Not classified");

    /// <summary>Says what was done.</summary>
    /// <param name="action">One of <see cref="IncidentAction"/>; another, from a newer server, reads as a note.</param>
    public static LocalText Action(string action) => Actions.GetValueOrDefault(action) ?? Actions[IncidentAction.Noted];
}
