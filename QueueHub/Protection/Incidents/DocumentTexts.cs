using QueueHub.Contracts;

namespace QueueHub.Protection.Incidents;

/// <summary>The words of the incident's document that are not those of its kinds and entries.</summary>
internal static class DocumentTexts
{
    public static LocalText Title { get; } = new("특이민원 발생 보고서", "Incident report");
    public static LocalText Record { get; } = new("기록 번호", "Record");
    public static LocalText Overview { get; } = new("개요", "Overview");
    public static LocalText Office { get; } = new("기관", "Office");
    public static LocalText When { get; } = new("일시", "Time");
    public static LocalText Counter { get; } = new("장소", "Place");
    public static LocalText Number { get; } = new("번호표", "Ticket");
    public static LocalText NoNumber { get; } = new("없음", "none");
    public static LocalText Kind { get; } = new("유형", "Kind");
    public static LocalText Clerk { get; } = new("해당 직원", "Clerk concerned");
    public static LocalText Measures { get; } = new("조치 사항", "Measures taken");
    public static LocalText NoMeasures { get; } = new("기록된 조치가 없습니다.", "No measures are recorded.");
    public static LocalText Time { get; } = new("시각", "Time");
    public static LocalText Measure { get; } = new("조치", "Measure");
    public static LocalText Details { get; } = new("내용", "Details");
    public static LocalText By { get; } = new("처리자", "By");
    public static LocalText Account { get; } = new("발생 경위", "What happened");
    public static LocalText Writer { get; } = new("작성자", "Written by");
    public static LocalText Approver { get; } = new("확인자(부서장)", "Approved by (head of division)");
    public static LocalText Signature { get; } = new("(서명 또는 인)", "(signature)");
    public static LocalText Nothing { get; } = new(
        "이 기록에는 민원인의 개인정보가 들어 있지 않습니다. 필요한 사항은 관계 법령에 따라 별도로 작성해 주세요.",
        "This record holds no personal data of the citizen. Whatever else the law asks for is written separately.");
    public static LocalText Seal { get; } = new("기록 확인값", "Check value");
    public static LocalText Printed { get; } = new("출력 일시", "Printed");

    /// <summary>A day and hour of any year, in the office's own time.</summary>
    public static LocalText Moment(DateTimeOffset at) => new(
        FormattableString.Invariant($"{at.Year}년 {at.Month}월 {at.Day}일 {at:HH:mm}"), FormattableString.Invariant($"{at:d MMMM yyyy, HH:mm}"));

    /// <summary>The place, by the counter's id.</summary>
    public static LocalText CounterName(string counter) => new($"{counter}번 창구", $"Counter {counter}");

    /// <summary>Why a visit was ended: what its citizen was warned of and did not stop.</summary>
    public static LocalText Reason(LocalText warned) => new($"‘{warned.Ko}’ 불응", $"After “{warned.En}”");

    /// <param name="from">From where help came; null: who answered came.</param>
    public static LocalText Help(string? from) => from is null ? new("직접 출동", "came in person") : new(from, from);
}
