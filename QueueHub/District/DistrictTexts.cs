using QueueHub.Contracts;
using QueueHub.Contracts.Boards;

namespace QueueHub.District;

/// <summary>Every word of the district page. The module fills in numbers and speaks no language.</summary>
public static class DistrictTexts
{
    public static readonly LocalText Title = new(
        "민원실 대기 현황",
        "Waiting at all offices",
        "各大厅等候情况",
        "Tình hình chờ tại các văn phòng",
        "各窓口の待ち状況");
    public static readonly LocalText Lead = new(
        "가까운 민원실을 선택하면 번호표를 받을 수 있습니다.",
        "Choose an office to get a number.",
        "选择就近的大厅即可取号。",
        "Chọn văn phòng gần nhất để lấy số.",
        "近くの窓口を選ぶと、番号札を取れます。");
    public static readonly LocalText Waiting = new("대기", "Waiting", "等候", "Đang chờ", "待ち");
    public static readonly LocalText WaitingUnit = new("명", "", "人", "", "人");
    public static readonly LocalText Counters = new("열린 창구", "Counters", "开放窗口", "Quầy đang mở", "受付中の窓口");
    public static readonly LocalText CountersUnit = new("곳", "", "个", "", "か所");
    public static readonly LocalText Longest = new("가장 긴 줄", "Longest line", "等候最多", "Hàng dài nhất", "一番長い列");
    public static readonly LocalText Live = new("실시간", "Live", "实时", "Trực tiếp", "リアルタイム");
    public static readonly LocalText RefreshesItself = new(
        "30초마다 새로 고쳐집니다",
        "Reloads every 30 seconds",
        "每30秒刷新一次",
        "Tải lại mỗi 30 giây",
        "30秒ごとに更新されます");
    public static readonly LocalText Lost = new(
        "연결이 끊겼습니다 · {age} 전 상태",
        "Connection lost · showing state from {age} ago",
        "连接已断开 · 显示{age}前的状态",
        "Mất kết nối · tình trạng {age} trước",
        "接続が切れました・{age}前の状況です");
    public static readonly LocalText Seconds = new("{n}초", "{n} s", "{n}秒", "{n} giây", "{n}秒");
    public static readonly LocalText Minutes = new("{n}분", "{n} min", "{n}分钟", "{n} phút", "{n}分");
    public static readonly LocalText Stale = new(
        "정보 갱신이 지연되고 있습니다",
        "Updates are delayed",
        "信息更新延迟",
        "Thông tin đang cập nhật chậm",
        "情報の更新が遅れています");
    public static readonly LocalText None = new(
        "등록된 민원실이 없습니다.",
        "There is no office here yet.",
        "尚未登记任何大厅。",
        "Chưa có văn phòng nào.",
        "登録された窓口がありません。");

    public static LocalText Of(Pace pace) => pace switch
    {
        Pace.Closed => new("업무 시간 외", "Closed", "非办公时间", "Ngoài giờ", "業務時間外"),
        Pace.NoCounter => new("창구 준비 중", "No counter", "窗口准备中", "Chưa mở quầy", "窓口準備中"),
        Pace.Quiet => new("여유", "Quiet", "空闲", "Vắng", "空いています"),
        Pace.Moderate => new("보통", "Moderate", "一般", "Bình thường", "普通"),
        Pace.Busy => new("혼잡", "Busy", "拥挤", "Đông", "混雑"),
        _ => throw new ArgumentOutOfRangeException(nameof(pace), pace, "No such pace."),
    };
}
