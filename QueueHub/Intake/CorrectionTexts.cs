using QueueHub.Contracts;

namespace QueueHub.Intake;

/// <summary>The words of the phone when the clerk asks for corrections.</summary>
internal static class CorrectionTexts
{
    public static readonly LocalText AskedHelp = new(
        "창구 직원과 함께 확인하신 뒤 고쳐서 보내 주세요.", "Please check with the clerk, correct it here and send it.");
    public static readonly LocalText Look = new("확인하고 고치기", "Check and correct");
    public static readonly LocalText Title = new("표시된 항목을 확인해 주세요", "Please check these answers");
    public static readonly LocalText Reason = new(
        "창구 직원이 아래 항목의 확인을 요청했습니다. 맞으면 그대로, 다르면 고쳐서 보내 주세요.",
        "The clerk has asked you to check the answers below. Correct what is wrong, leave what is right, and send them.");
    public static readonly LocalText Send = new("창구로 보내기", "Send to the counter");
    public static readonly LocalText Rest = new("나머지 내용 보기 (창구에서 고칩니다)", "See the rest (changed at the counter)");

    public static LocalText AskedFor(string count) =>
        new($"창구에서 {count}개 항목의 확인을 요청했습니다", $"The counter asks you to check your form (items: {count})");
}
