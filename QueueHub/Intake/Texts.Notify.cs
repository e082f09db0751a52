using QueueHub.Contracts;
using QueueHub.Notify;

namespace QueueHub.Intake;

public static partial class Texts
{
    // Being told with the phone in the pocket
    public static readonly LocalText NotifyCard = new(
        "휴대전화를 넣어 두셔도 알려 드립니다", "We tell you, even with the phone in your pocket", "手机放进口袋也能收到通知",
        "Cất điện thoại đi cũng vẫn được báo", "携帯電話をしまっていてもお知らせします");
    public static readonly LocalText NotifyOpen = new("알림 받기", "Get notices", "接收通知", "Nhận thông báo", "お知らせを受け取る");
    public static readonly LocalText NotifyHelp = new(
        "순서가 가까워지거나 호출되면 한 번씩 알려 드립니다. 안내 방송과 화면도 함께 확인해 주세요.",
        "You are told once when your turn is near and once when you are called. Please watch the screen and listen to the announcements as well.",
        "临近您的顺序和叫到您时各通知一次。也请留意广播和屏幕。",
        "Quý vị được báo một lần khi sắp đến lượt và một lần khi được gọi. Vui lòng theo dõi cả màn hình và loa thông báo.",
        "順番が近づいたときと呼び出されたときに、一度ずつお知らせします。案内放送と画面もあわせてご確認ください。");
    public static readonly LocalText NotifyWhen = new("언제 알려 드릴까요?", "When shall we tell you?", "什么时候通知您？", "Báo cho quý vị khi nào?", "いつお知らせしますか？");
    public static readonly LocalText NotifyEarly = new(
        "순서가 가까워지면", "When my turn is near", "临近我的顺序时", "Khi sắp đến lượt", "順番が近づいたとき");
    public static readonly LocalText NotifyAhead = new(
        "앞에 남은 사람 수", "How many are still ahead", "前面剩余人数", "Số người còn ở phía trước", "前に残っている人数");
    public static readonly LocalText NotifyCalled = new("호출되면", "When I am called", "叫到我时", "Khi được gọi", "呼び出されたとき");
    public static readonly LocalText NotifyPush = new(
        "이 휴대전화로 알림 받기", "Get notices on this phone", "用这部手机接收通知", "Nhận thông báo trên điện thoại này", "この携帯電話で受け取る");
    public static readonly LocalText NotifyPushKept = new(
        "브라우저의 알림 주소를 암호화하여 보관하고, 방문이 끝나면 바로 삭제합니다. 전화번호는 필요하지 않습니다.",
        "Your browser's address for notices is kept encrypted and deleted as soon as your visit ends. No phone number is needed.",
        "浏览器的通知地址将加密保存，访问结束后立即删除。无需电话号码。",
        "Địa chỉ thông báo của trình duyệt được mã hóa và xóa ngay khi kết thúc lượt. Không cần số điện thoại.",
        "ブラウザーの通知先を暗号化して保管し、ご用件が終わりしだい削除します。電話番号は必要ありません。");
    public static readonly LocalText NotifyNumber = new("휴대전화 번호", "Mobile number", "手机号码", "Số điện thoại di động", "携帯電話番号");
    public static readonly LocalText NotifyNumberKept = new(
        "‘문자로 알림 받기’를 누르시면 이 알림을 보내는 데에만 번호를 쓰는 것에 동의하시게 됩니다. 번호는 암호화하여 보관하고 방문이 끝나면 바로 삭제하며, 언제든지 취소하실 수 있습니다. 발송을 위해 문자 발송 업체에 번호가 전달됩니다.",
        "By pressing “Get text messages” you agree that the number is used for these notices alone. It is kept encrypted, deleted as soon as your visit ends, "
        + "and you can withdraw at any time. To send them, the number is passed to the message provider.",
        "点击“通过短信接收”即表示同意仅将号码用于发送这些通知。号码将加密保存，访问结束后立即删除，您可以随时撤回。为发送短信，号码会提供给短信服务商。",
        "Khi bấm “Nhận tin nhắn”, quý vị đồng ý cho dùng số này chỉ để gửi các thông báo này. Số được mã hóa, xóa ngay khi kết thúc lượt và quý vị có thể hủy bất cứ lúc nào. "
        + "Để gửi tin, số được chuyển cho đơn vị gửi tin nhắn.",
        "「SMSで受け取る」を押すと、番号をこのお知らせの送信にのみ使用することに同意いただいたことになります。番号は暗号化して保管し、ご用件が終わりしだい削除します。"
        + "いつでも取り消せます。送信のため、番号は送信事業者に渡されます。");
    public static readonly LocalText NotifySend = new("문자로 알림 받기", "Get text messages", "通过短信接收", "Nhận tin nhắn", "SMSで受け取る");
    public static readonly LocalText NotifyOn = new("알림이 켜져 있습니다", "Notices are on", "通知已开启", "Thông báo đang bật", "お知らせはオンです");
    public static readonly LocalText NotifyOnPush = new(
        "휴대전화 알림으로 알려 드립니다.", "We tell you by a notice on the phone.", "将通过手机通知告知您。", "Quý vị được báo bằng thông báo trên điện thoại.",
        "携帯電話の通知でお知らせします。");
    public static readonly LocalText NotifyOnNumber = new(
        "문자로 알려 드립니다.", "We tell you by text message.", "将通过短信告知您。", "Quý vị được báo bằng tin nhắn.", "SMSでお知らせします。");
    public static readonly LocalText NotifyStop = new(
        "알림 끄고 정보 삭제하기", "Switch off and delete my data", "关闭通知并删除信息", "Tắt và xóa dữ liệu của tôi", "お知らせを止めて情報を削除");
    public static readonly LocalText NotifyBack = new("번호표로 돌아가기", "Back to the ticket", "返回号码票", "Quay lại phiếu số", "番号札に戻る");
    public static readonly LocalText NotifyUnsupported = new(
        "이 브라우저에서는 알림을 받으실 수 없습니다. 크롬이나 삼성 인터넷에서 열어 보시거나, 화면과 안내 방송을 확인해 주세요.",
        "This browser cannot receive notices. Try Chrome or Samsung Internet, or watch the screen and listen to the announcements.",
        "此浏览器无法接收通知。请尝试使用Chrome或三星浏览器，或留意屏幕和广播。",
        "Trình duyệt này không nhận được thông báo. Hãy thử Chrome hoặc Samsung Internet, hoặc theo dõi màn hình và loa thông báo.",
        "このブラウザーではお知らせを受け取れません。ChromeまたはSamsung Internetで開くか、画面と案内放送をご確認ください。");
    public static readonly LocalText NotifyRefused = new(
        "알림이 차단되어 있습니다. 휴대전화 설정에서 이 사이트의 알림을 허용해 주세요.",
        "Notices are blocked. Please allow notices of this site in the phone's settings.",
        "通知已被阻止。请在手机设置中允许本网站的通知。",
        "Thông báo đang bị chặn. Vui lòng cho phép thông báo của trang này trong cài đặt điện thoại.",
        "通知がブロックされています。携帯電話の設定でこのサイトの通知を許可してください。");
    public static readonly LocalText NotifyFailed = new(
        "알림을 켜지 못했습니다. 잠시 후 다시 눌러 주세요.", "Notices could not be switched on. Please press again in a moment.", "未能开启通知。请稍后再按一次。",
        "Chưa bật được thông báo. Vui lòng bấm lại sau giây lát.", "お知らせをオンにできませんでした。しばらくしてからもう一度押してください。");

    /// <summary>The headline of a notice.</summary>
    internal static LocalText NoticeTitle(Notice notice) => notice.Kind == NoticeKind.Called
        ? new LocalText(
            $"{notice.Number}번, {notice.Counter}번 창구로 오세요", $"Number {notice.Number}: counter {notice.Counter}", $"{notice.Number}号，请到{notice.Counter}号窗口",
            $"Số {notice.Number}: mời đến quầy {notice.Counter}", $"{notice.Number}番の方、{notice.Counter}番窓口へお越しください")
        : notice.Ahead == 0
        ? new LocalText(
            $"{notice.Number}번, 다음 차례입니다", $"Number {notice.Number}: you are next", $"{notice.Number}号，下一位就是您", $"Số {notice.Number}: sắp đến lượt quý vị",
            $"{notice.Number}番の方、次の順番です")
        : new LocalText(
            $"{notice.Number}번, 앞에 {notice.Ahead}명 남았습니다", $"Number {notice.Number}: {notice.Ahead} ahead of you", $"{notice.Number}号，前面还有{notice.Ahead}人",
            $"Số {notice.Number}: còn {notice.Ahead} người phía trước", $"{notice.Number}番の方、あと{notice.Ahead}人です");

    /// <summary>What stands below it.</summary>
    internal static LocalText NoticeBody(Notice notice) => notice.Kind == NoticeKind.Called
        ? notice.Office
        : LocalText.Each(language => $"{notice.Office.In(language)} · {NotifyComeBack.In(language)}");

    /// <summary>Both as one text message: ninety bytes as gateways count them, where the office's name allows.</summary>
    internal static LocalText NoticeMessage(Notice notice) => LocalText.Each(language => $"[{notice.Office.In(language)}] {NoticeTitle(notice).In(language)}");

    private static readonly LocalText NotifyComeBack = new(
        "대기실로 와 주세요", "Please come to the waiting area", "请到等候区", "Vui lòng đến khu vực chờ", "待合室へお越しください");
}
