using QueueHub.Contracts;

namespace QueueHub.Intake;

/// <summary>The words of the phone when the clerk asks for corrections.</summary>
internal static class CorrectionTexts
{
    public static readonly LocalText AskedHelp = new(
        "창구 직원과 함께 확인하신 뒤 고쳐서 보내 주세요.",
        "Please check with the clerk, correct it here and send it.",
        "请与窗口工作人员一起确认，修改后发送。",
        "Hãy kiểm tra cùng nhân viên tại quầy, sửa lại rồi gửi.",
        "窓口の職員と一緒に確認し、直してから送ってください。");
    public static readonly LocalText Look = new("확인하고 고치기", "Check and correct", "确认并修改", "Kiểm tra và sửa", "確認して直す");
    public static readonly LocalText Title = new(
        "표시된 항목을 확인해 주세요",
        "Please check these answers",
        "请确认标出的项目",
        "Vui lòng kiểm tra các mục được đánh dấu",
        "印のついた項目をご確認ください");
    public static readonly LocalText Reason = new(
        "창구 직원이 아래 항목의 확인을 요청했습니다. 맞으면 그대로, 다르면 고쳐서 보내 주세요.",
        "The clerk has asked you to check the answers below. Correct what is wrong, leave what is right, and send them.",
        "窗口工作人员请您确认以下项目。正确的请保留，不对的请修改，然后发送。",
        "Nhân viên tại quầy đề nghị quý vị kiểm tra các mục dưới đây. Đúng thì giữ nguyên, sai thì sửa lại, rồi gửi.",
        "窓口の職員が、次の項目の確認をお願いしています。合っていればそのまま、違っていれば直して送ってください。");
    public static readonly LocalText Send = new("창구로 보내기", "Send to the counter", "发送到窗口", "Gửi đến quầy", "窓口に送る");
    public static readonly LocalText Rest = new(
        "나머지 내용 보기 (창구에서 고칩니다)",
        "See the rest (changed at the counter)",
        "查看其余内容（在窗口修改）",
        "Xem phần còn lại (sửa tại quầy)",
        "残りの内容を見る（窓口で直します）");

    public static LocalText AskedFor(string count) =>
        new(
            $"창구에서 {count}개 항목의 확인을 요청했습니다",
            $"The counter asks you to check your form (items: {count})",
            $"窗口请您确认{count}个项目",
            $"Quầy đề nghị quý vị kiểm tra đơn (số mục: {count})",
            $"窓口から{count}項目の確認のお願いがあります");
}
