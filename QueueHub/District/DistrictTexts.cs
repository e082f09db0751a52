using QueueHub.Contracts;
using QueueHub.Contracts.Boards;

namespace QueueHub.District;

/// <summary>Every word of the district page. The module fills in numbers and speaks no language.</summary>
public static class DistrictTexts
{
    public static readonly LocalText Title = new("민원실 대기 현황", "Waiting at all offices");
    public static readonly LocalText Lead = new(
        "가까운 민원실을 선택하면 번호표를 받을 수 있습니다.",
        "Choose an office to get a number.");
    public static readonly LocalText Waiting = new("대기", "Waiting");
    public static readonly LocalText WaitingUnit = new("명", "");
    public static readonly LocalText Counters = new("열린 창구", "Counters");
    public static readonly LocalText CountersUnit = new("곳", "");
    public static readonly LocalText Longest = new("가장 긴 줄", "Longest line");
    public static readonly LocalText Live = new("실시간", "Live");
    public static readonly LocalText RefreshesItself = new("30초마다 새로 고쳐집니다", "Reloads every 30 seconds");
    public static readonly LocalText Lost = new("연결이 끊겼습니다 · {age} 전 상태", "Connection lost · showing state from {age} ago");
    public static readonly LocalText Seconds = new("{n}초", "{n} s");
    public static readonly LocalText Minutes = new("{n}분", "{n} min");
    public static readonly LocalText Stale = new("정보 갱신이 지연되고 있습니다", "Updates are delayed");
    public static readonly LocalText None = new("등록된 민원실이 없습니다.", "There is no office here yet.");

    public static LocalText Of(Pace pace) => pace switch
    {
        Pace.Closed => new("업무 시간 외", "Closed"),
        Pace.NoCounter => new("창구 준비 중", "No counter"),
        Pace.Quiet => new("여유", "Quiet"),
        Pace.Moderate => new("보통", "Moderate"),
        Pace.Busy => new("혼잡", "Busy"),
        _ => throw new ArgumentOutOfRangeException(nameof(pace), pace, "No such pace."),
    };
}
