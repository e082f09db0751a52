namespace QueueHub.Contracts.Forms;

/// <summary>The words of every form, whoever reads or writes it.</summary>
public static class FormWords
{
    public static readonly LocalText Yes = new("예", "Yes", "是", "Có", "はい");
    public static readonly LocalText No = new("아니요", "No", "否", "Không", "いいえ");
    public static readonly LocalText Agree = new("동의합니다", "I agree", "我同意", "Tôi đồng ý", "同意します");
    public static readonly LocalText Agreed = new("동의함", "Agreed", "已同意", "Đã đồng ý", "同意済み");
    public static readonly LocalText Optional = new("(선택)", "(optional)", "（选填）", "(không bắt buộc)", "（任意）");
    public static readonly LocalText Choose = new("선택하세요", "Please choose", "请选择", "Vui lòng chọn", "選択してください");
    public static readonly LocalText DateHelp = new(
        "숫자 8자리로 입력하세요. 예: 19900131",
        "8 digits: year, month, day. For example 19900131",
        "请输入8位数字（年月日）。例：19900131",
        "8 chữ số: năm, tháng, ngày. Ví dụ: 19900131",
        "数字8桁で入力してください。例：19900131");
    public static readonly LocalText NotAnswered = new("적지 않음", "Left empty", "未填写", "Để trống", "未記入");
    public static readonly LocalText Remove = new("삭제", "Remove", "删除", "Xóa", "削除");

    public static LocalText ExampleOf(LocalText example) => new(
        $"예: {example.Ko}", $"For example: {example.En}", $"例：{example.In("zh")}", $"Ví dụ: {example.In("vi")}", $"例：{example.In("ja")}");

    public static LocalText Add(LocalText item) => new(
        $"{item.Ko} 추가", $"Add {item.En.ToLowerInvariant()}", $"添加{item.In("zh")}", $"Thêm {item.In("vi").ToLowerInvariant()}", $"{item.In("ja")}を追加");

    public static LocalText RemoveEntry(LocalText entry) => new(
        $"{entry.Ko} 삭제", $"Remove: {entry.En}", $"删除：{entry.In("zh")}", $"Xóa: {entry.In("vi")}", $"{entry.In("ja")}を削除");

    public static LocalText Removed(LocalText entry) => new(
        $"{entry.Ko} 내용을 삭제했습니다.",
        $"{entry.En} was removed.",
        $"已删除：{entry.In("zh")}。",
        $"Đã xóa: {entry.In("vi")}.",
        $"{entry.In("ja")}を削除しました。");

    public static LocalText AtMost(int count) => new(
        $"최대 {count}번까지 추가하실 수 있습니다.",
        $"You can add up to {count}.",
        $"最多可添加{count}项。",
        $"Có thể thêm tối đa {count} mục.",
        $"最大{count}件まで追加できます。");
}
