using System.Globalization;
using QueueHub.Contracts;

namespace QueueHub.Intake;

/// <summary>What the phone says of a ticket that has become another office's.</summary>
internal static class MovedTexts
{
    public static readonly LocalText Title = new(
        "다른 민원실로 접수되었습니다",
        "You have a number at another office",
        "已转到其他大厅受理",
        "Quý vị đã có số ở văn phòng khác",
        "別の窓口で受け付けました");

    public static readonly LocalText Help = new(
        "이 번호는 더 이상 부르지 않습니다. 아래 민원실에서 새 번호로 불러 드립니다.",
        "This number is no longer called. The office below calls you by your new number.",
        "此号码不再叫号。下面的大厅会用新号码叫您。",
        "Số này không được gọi nữa. Văn phòng dưới đây sẽ gọi quý vị bằng số mới.",
        "この番号はもうお呼びしません。下記の窓口で、新しい番号でお呼びします。");

    public static readonly LocalText Open = new("새 번호표 보기", "Open the new ticket", "查看新号票", "Xem phiếu số mới", "新しい番号札を見る");

    public static readonly LocalText WithoutLink = new(
        "새 번호표 화면을 열 수 없습니다. 해당 민원실의 안내 화면에서 새 번호를 확인해 주세요.",
        "The new ticket's page cannot be opened. Please watch for your new number on the screen of that office.",
        "无法打开新号票的页面。请在该大厅的屏幕上确认您的新号码。",
        "Không mở được trang của phiếu số mới. Vui lòng xem số mới trên màn hình của văn phòng đó.",
        "新しい番号札の画面を開けません。その窓口の案内画面で新しい番号をご確認ください。");

    /// <summary>Which number, where.</summary>
    public static LocalText NumberAt(LocalText office, int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return new LocalText(
            $"{office.Ko} 번호 {digits}", $"{office.En}, number {digits}", $"{office.In("zh")}，{digits}号", $"{office.In("vi")}, số {digits}", $"{office.In("ja")} {digits}番");
    }
}
