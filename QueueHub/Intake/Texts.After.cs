using QueueHub.Contracts;

namespace QueueHub.Intake;

/// <summary>After the visit: how it was, and what is left of it.</summary>
public static partial class Texts
{
    public static readonly LocalText AfterTitle = new(
        "오늘 방문은 어떠셨나요?", "How was your visit today?", "今天的办理体验如何？", "Lần đến hôm nay của quý vị thế nào?", "今日のご利用はいかがでしたか？");
    public static readonly LocalText AfterComment = new(
        "남기고 싶은 말씀", "Anything you would like to say", "您想说的话", "Điều quý vị muốn nói", "お伝えになりたいこと");
    public static readonly LocalText AfterOptional = new("(선택)", "(optional)", "（选填）", "(không bắt buộc)", "（任意）");
    public static readonly LocalText AfterCommentHelp = new(
        "500자까지 쓰실 수 있습니다. 이름이나 전화번호 같은 개인정보는 쓰지 말아 주세요. 번호표와 연결하지 않고 따로 보관하며, 1년 뒤에 지웁니다.",
        "Up to 500 characters. Please do not write names, phone numbers or other personal data. It is kept apart from your ticket and erased after one year.",
        "最多500字。请勿填写姓名、电话号码等个人信息。内容不与号码关联，单独保存，一年后删除。",
        "Tối đa 500 ký tự. Vui lòng không ghi họ tên, số điện thoại hay thông tin cá nhân khác. Nội dung được lưu tách khỏi số thứ tự và bị xóa sau một năm.",
        "500文字まで書けます。お名前や電話番号などの個人情報は書かないでください。受付番号とは結び付けずに保管し、1年後に削除します。");
    public static readonly LocalText AfterSend = new("보내기", "Send", "提交", "Gửi", "送信する");
    public static readonly LocalText AfterChoose = new(
        "다섯 가지 중 하나를 골라 주세요.", "Please choose one of the five.", "请从五项中选择一项。", "Vui lòng chọn một trong năm mức.", "5つのうち1つをお選びください。");
    public static readonly LocalText AfterTooLong = new(
        "500자를 넘었습니다. 조금 줄여 주세요.", "This is longer than 500 characters. Please shorten it a little.", "已超过500字，请适当缩短。",
        "Nội dung dài hơn 500 ký tự. Vui lòng rút ngắn.", "500文字を超えています。少し短くしてください。");
    public static readonly LocalText AfterUnavailable = new(
        "지금은 남기신 말씀을 받을 수 없어 아무것도 보내지 않았습니다. 잠시 뒤에 다시 누르시거나, 글을 지우고 보내 주세요.",
        "Your comment cannot be taken right now, so nothing was sent. Please press again in a moment, or send without the comment.",
        "目前无法接收留言，因此什么都没有提交。请稍后再按，或删除留言后提交。",
        "Hiện không thể nhận ý kiến nên chưa gửi gì cả. Vui lòng bấm lại sau ít phút, hoặc xóa phần ý kiến rồi gửi.",
        "ただいまご意見を受け付けられないため、何も送信していません。しばらくしてからもう一度押すか、ご意見を消して送信してください。");
    public static readonly LocalText AfterThanks = new(
        "의견을 보내 주셔서 고맙습니다", "Thank you for telling us", "感谢您的反馈", "Cảm ơn quý vị đã góp ý", "ご意見ありがとうございます");
    public static readonly LocalText AfterGone = new(
        "제출하신 서식은 업무가 끝나고 1분 뒤에 서버에서 지워집니다. 이 휴대전화에 남아 있던 번호표와 서식 내용은 이미 지웠습니다.",
        "The form you submitted is erased from the server one minute after your visit. The ticket and what you wrote are already erased from this phone.",
        "您提交的表格在业务结束1分钟后从服务器删除。此手机上保存的号码和表格内容已删除。",
        "Đơn quý vị đã nộp sẽ bị xóa khỏi máy chủ 1 phút sau khi xong việc. Số thứ tự và nội dung đơn lưu trên điện thoại này đã được xóa.",
        "ご提出の書類は手続き終了の1分後にサーバーから削除されます。この携帯電話に残っていた受付番号と書類の内容はすでに削除しました。");
    public static readonly LocalText AfterGoneTicket = new(
        "이 휴대전화에 남아 있던 번호표는 이미 지웠습니다.", "The ticket is already erased from this phone.", "此手机上保存的号码已删除。",
        "Số thứ tự lưu trên điện thoại này đã được xóa.", "この携帯電話に残っていた受付番号はすでに削除しました。");

    /// <summary>The five answers, the best first, as their ratings.</summary>
    public static IReadOnlyList<(int Rating, LocalText Words)> AfterScale { get; } =
    [
        (5, new("매우 만족", "Very good", "非常满意", "Rất hài lòng", "とても満足")),
        (4, new("만족", "Good", "满意", "Hài lòng", "満足")),
        (3, new("보통", "Fair", "一般", "Bình thường", "普通")),
        (2, new("불만족", "Bad", "不满意", "Không hài lòng", "不満")),
        (1, new("매우 불만족", "Very bad", "非常不满意", "Rất không hài lòng", "とても不満")),
    ];
}
