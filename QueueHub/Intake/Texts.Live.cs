using QueueHub.Contracts;
using QueueHub.Contracts.Boards;

namespace QueueHub.Intake;

public static partial class Texts
{
    // How long it still takes
    public static readonly LocalText ExpectLabel = new("지금 받으시면", "Wait now", "现在取号", "Nếu lấy số", "今取ると");
    public static LocalText ExpectRange(string low, string high) => new(
        $"예상 대기 약 {low}–{high}분", $"About {low}–{high} minutes", $"预计约{low}–{high}分钟", $"Khoảng {low}–{high} phút", $"待ち時間 約{low}–{high}分");
    public static LocalText ExpectWithin(string high) => new(
        $"예상 대기 약 {high}분 이내", $"Within about {high} min", $"预计约{high}分钟以内", $"Trong khoảng {high} phút", $"待ち時間 約{high}分以内");
    public static LocalText Expect(WaitBand band) => band.Low == 0
        ? new($"약 {band.High}분 이내", $"within {band.High} min", $"约{band.High}分钟以内", $"trong {band.High} phút", $"約{band.High}分以内")
        : new(
            $"약 {band.Low}–{band.High}분", $"about {band.Low}–{band.High} min", $"约{band.Low}–{band.High}分钟", $"khoảng {band.Low}–{band.High} phút",
            $"約{band.Low}–{band.High}分");

    // Almost your turn
    public static LocalText AheadBrief(string count) => new(
        $"{count}명 남았습니다", $"{count} ahead of you", $"前面还有{count}人", $"{count} người trước quý vị", $"あと{count}人です");
    public static readonly LocalText NearTitle = new("곧 차례입니다", "It is almost your turn", "快轮到您了", "Sắp đến lượt quý vị", "まもなく順番です");
    public static readonly LocalText NearHelp = new(
        "창구 가까이로 오시고, 신분증을 준비해 주세요.", "Please come near the counters and have your ID card ready.",
        "请到窗口附近等候，并准备好身份证件。", "Vui lòng đến gần quầy và chuẩn bị sẵn giấy tờ tùy thân.", "窓口の近くでお待ちになり、身分証をご用意ください。");
    public static readonly LocalText UnservedTitle = new(
        "지금은 열린 창구가 없습니다", "No counter is open right now", "目前没有开放的窗口", "Hiện không có quầy nào mở", "現在、開いている窓口がありません");
    public static readonly LocalText UnservedHelp = new(
        "창구가 열리면 순서대로 부릅니다. 순서는 그대로 유지됩니다.", "You are called in order as soon as one opens. Your place is kept.",
        "窗口开放后将按顺序叫号。您的顺序会保留。", "Khi quầy mở, quý vị sẽ được gọi theo thứ tự. Thứ tự của quý vị được giữ nguyên.", "窓口が開き次第、順番にお呼びします。順番はそのままです。");

    // Why somebody went first
    public static LocalText Passed(string reason) => reason switch
    {
        PassedReason.Priority => new(
            "우선 배려 대상인 분이 먼저 호출되었습니다.", "Somebody with priority was called first.",
            "优先照顾对象先被叫号。", "Một người thuộc diện ưu tiên đã được gọi trước.", "優先対象の方が先に呼ばれました。"),
        PassedReason.Onward => new(
            "다른 창구에서 이미 기다리신 분이 먼저 호출되었습니다.", "Somebody who had already waited at another counter was called first.",
            "已在其他窗口等候过的人先被叫号。", "Một người đã chờ ở quầy khác được gọi trước.", "ほかの窓口ですでにお待ちになった方が先に呼ばれました。"),
        PassedReason.Back => new(
            "잠시 자리를 비웠던 분이 돌아와 먼저 호출되었습니다.", "Somebody who had been away for a moment is back and was called first.",
            "暂时离开的人已返回，先被叫号。", "Một người vừa vắng mặt đã quay lại và được gọi trước.", "少しの間席を外していた方が戻り、先に呼ばれました。"),
        _ => new(
            "창구 직원의 판단으로 다른 분이 먼저 호출되었습니다. 사유는 기록됩니다.", "A clerk called somebody else first; the reason is recorded.",
            "窗口工作人员先叫了其他人，理由已记录。", "Nhân viên đã gọi người khác trước; lý do được ghi lại.", "窓口職員の判断でほかの方が先に呼ばれました。理由は記録されます。"),
    };

    // At hand while waiting
    public static readonly LocalText MapLabel = new("창구 위치", "Where the counter is", "窗口位置", "Vị trí quầy", "窓口の場所");
    public static readonly LocalText SoundOn = new("소리로 알림 켜기", "Turn sound on", "开启声音提醒", "Bật âm thanh báo", "音でのお知らせをオン");
    public static readonly LocalText SoundOff = new("소리로 알림 끄기", "Turn sound off", "关闭声音提醒", "Tắt âm thanh báo", "音でのお知らせをオフ");
    public static readonly LocalText WakeOn = new("화면 켜 두기", "Keep the screen on", "保持屏幕常亮", "Giữ màn hình sáng", "画面をつけたままにする");
    public static readonly LocalText WakeOff = new("화면 켜 두기 끝내기", "Let the screen turn off", "取消屏幕常亮", "Cho phép tắt màn hình", "画面の常時点灯をやめる");

    // Other offices
    public static readonly LocalText NearbyLink = new(
        "다른 민원실 대기 현황 보기", "Waits at other offices", "查看其他办事处的等候情况", "Xem tình hình chờ ở nơi khác", "ほかの窓口の待ち状況を見る");
    public static LocalText NearbyTitle(LocalText service) => LocalText.Each(language => service.In(language) + language switch
    {
        "ko" => " – 지금 어디가 한산한가요?",
        "zh" => " – 现在哪里人少？",
        "vi" => " – Hiện nơi nào vắng hơn?",
        "ja" => " – 今すいているのはどこですか？",
        _ => " – which office is quieter now?",
    });
    public static readonly LocalText NearbyHelp = new(
        "지금 이 순간의 대기 현황입니다. 가시는 데 걸리는 시간은 직접 판단해 주세요.", "These are the waits of this moment. How long it takes to get there is yours to judge.",
        "以下为当前的等候情况。路上所需时间请自行判断。", "Đây là tình hình chờ ngay lúc này. Thời gian đi lại xin quý vị tự cân nhắc.", "ただいまの待ち状況です。移動にかかる時間はご自身でご判断ください。");
    public static readonly LocalText NearbyOwn = new("지금 보시던 곳", "You came from here", "您刚才查看的地点", "Nơi quý vị vừa xem", "ご覧になっていた窓口");
    public static readonly LocalText NearbyBack = new("이 민원실로 돌아가기", "Back to this office", "返回此办事处", "Quay lại văn phòng này", "この窓口に戻る");
}
