using System.Globalization;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;

namespace DisplayClient;

/// <summary>Every sentence of the display, Korean and English.</summary>
public static class Texts
{
    public static readonly LocalText NowCalling = new("호출 번호", "Number");
    public static readonly LocalText ToCounter = new("창구", "Counter");
    public static readonly LocalText Announcing = new("지금 호출", "Now calling", "正在叫号", "Đang gọi số", "呼び出し中");
    public static readonly LocalText Recent = new("지난 호출", "Recent calls");
    public static readonly LocalText Onward = new("이어서", "Next stop");
    public static readonly LocalText OfficeNotice = new("안내", "Notice");
    public static readonly LocalText Slides = new("안내 게시물", "Posted notices");
    public static readonly LocalText Waiting = new("대기 현황", "Waiting");
    public static readonly LocalText NoCall = new("지금 호출 중인 번호가 없습니다", "No number is being called right now");
    public static readonly LocalText NoCounter = new("지금 열린 창구가 없습니다", "No counter is open right now");
    public static readonly LocalText AllPaused = new("창구 업무를 잠시 멈추었습니다", "Counters are paused for a moment");
    public static readonly LocalText NoCounterOfService = new("열린 창구 없음", "No counter open");
    public static readonly LocalText Closed = new("지금은 업무 시간이 아닙니다", "We are closed now");
    public static readonly LocalText Hours = new("업무 시간", "Opening hours");
    public static readonly LocalText StillServed = new("번호표를 받으신 분은 계속 처리해 드립니다", "Tickets already given are still served");
    public static readonly LocalText Scan = new("QR을 스캔해 번호표를 받으세요", "Scan to get a number");
    public static readonly LocalText ScanHere = new("민원실에 오신 분은 여기를 스캔하세요", "Here at the office? Scan this");
    public static readonly LocalText Live = new("실시간", "Live");
    public static readonly LocalText Connecting = new("서버에 연결하고 있습니다", "Connecting to the server");
    public static readonly LocalText UnknownOffice = new("등록되지 않은 민원실입니다", "This office is not known");
    public static readonly LocalText UnknownOfficeHint = new("주소를 확인해 주세요", "Please check the address");
    public static readonly LocalText SoundOff = new("소리 켜기: 화면을 누르거나 아무 키나 누르세요", "Turn sound on: touch the screen or press any key");

    private static readonly string[] WeekdaysKo = ["일요일", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일"];

    /// <summary>Counters that will go on in a while.</summary>
    public static LocalText PausedAt(IReadOnlyList<string> counters)
    {
        var names = CounterNames.Join(counters);
        return new($"{names}{(char.IsAsciiDigit(names[^1]) ? "번" : "")} 창구 잠시 중단", $"{(counters.Count == 1 ? "Counter" : "Counters")} {names} paused");
    }

    /// <summary>The connection is lost; what is shown is of an age.</summary>
    public static LocalText Lost(TimeSpan? age) => age is { } known
        ? new($"연결이 끊겼습니다 · {AgeKo(known)} 전 상태", $"Connection lost · showing state from {AgeEn(known)} ago")
        : new("연결이 끊겼습니다", "Connection lost");

    /// <summary>The server has not been reached since the screen was switched on; what is shown is of this moment, by the office's clock.</summary>
    public static LocalText LostAt(DateTimeOffset at) => new(
        string.Create(CultureInfo.InvariantCulture, $"서버에 연결되지 않았습니다 · {at.Month}월 {at.Day}일 {at:HH:mm} 상태"),
        string.Create(CultureInfo.InvariantCulture, $"Not connected · showing state of {at:d MMM HH:mm}"));

    /// <summary>The server itself has lost its store.</summary>
    public static LocalText Stale(TimeSpan? age) => age is { } known
        ? new($"정보 갱신이 지연되고 있습니다 · {AgeKo(known)} 전 상태", $"Updates are delayed · showing state from {AgeEn(known)} ago")
        : new("정보 갱신이 지연되고 있습니다", "Updates are delayed");

    /// <summary>The date of the wall clock. The app carries no culture data: the names of the days are here.</summary>
    public static LocalText Date(DateTimeOffset day) => new(
        string.Create(CultureInfo.InvariantCulture, $"{day.Month}월 {day.Day}일 {WeekdaysKo[(int)day.DayOfWeek]}"),
        day.ToString("ddd, d MMM", CultureInfo.InvariantCulture));

    private static string AgeKo(TimeSpan age) => Age(age, "{0}초", "{0}분", "{0}시간 {1}분");

    private static string AgeEn(TimeSpan age) => Age(age, "{0} s", "{0} min", "{0} h {1} min");

    private static string Age(TimeSpan age, string seconds, string minutes, string hours) => age switch
    {
        { TotalSeconds: < 60 } => string.Format(CultureInfo.InvariantCulture, seconds, Math.Max(0, (int)age.TotalSeconds)),
        { TotalMinutes: < 60 } => string.Format(CultureInfo.InvariantCulture, minutes, (int)age.TotalMinutes),
        _ => string.Format(CultureInfo.InvariantCulture, hours, (int)age.TotalHours, age.Minutes),
    };
}
