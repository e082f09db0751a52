using QueueHub.Contracts;

namespace QueueHub.Intake;

public static partial class Texts
{
    // Prepared form
    public static readonly LocalText Prepare = new("미리 작성하기", "Prepare the form", "提前填写", "Điền đơn trước ở nhà", "申請書を前もって書く");
    public static readonly LocalText PrepareHelp = new(
        "지금 작성해 두고, 방문하실 때 QR 코드를 보여 주세요.",
        "Write it now and show its QR code when you come.",
        "现在填好，来办理时出示二维码。",
        "Viết ngay bây giờ và cho xem mã QR khi đến.",
        "今のうちに書いておき、お越しの際にQRコードをお見せください。");
    public static readonly LocalText PrepareNow = new(
        "서식을 미리 작성하실 수 있습니다",
        "The form can be prepared now",
        "可以提前填写表格",
        "Có thể điền đơn trước",
        "申請書を前もって書けます");
    public static readonly LocalText PrepareLater = new(
        "나중에 방문하시나요?",
        "Coming another day?",
        "改天再来？",
        "Quý vị đến vào ngày khác?",
        "別の日にお越しですか");
    public static readonly LocalText PrepareSubmit = new(
        "저장하고 QR 코드 받기",
        "Save and get the QR code",
        "保存并获取二维码",
        "Lưu và nhận mã QR",
        "保存してQRコードを受け取る");
    public static readonly LocalText PrepareSave = new("고친 내용 저장하기", "Save the changes", "保存修改", "Lưu nội dung đã sửa", "直した内容を保存する");
    public static readonly LocalText PreparedTitle = new(
        "서식이 준비되었습니다",
        "Your form is ready",
        "表格已准备好",
        "Đơn của quý vị đã sẵn sàng",
        "申請書の準備ができました");
    public static readonly LocalText PreparedHere = new(
        "미리 작성한 서식",
        "Your prepared form",
        "提前填写的表格",
        "Đơn quý vị đã điền trước",
        "前もって書いた申請書");
    public static readonly LocalText PreparedShow = new(
        "방문하셔서 창구나 안내 직원에게 이 QR 코드를 보여 주세요. 다시 쓰지 않으셔도 됩니다.",
        "When you come, show this QR code at the counter or to a helper. Nothing has to be written again.",
        "来办理时，请在窗口或向引导人员出示此二维码，无需重新填写。",
        "Khi đến, hãy cho nhân viên tại quầy hoặc nhân viên hướng dẫn xem mã QR này. Quý vị không phải viết lại.",
        "お越しの際に、窓口または案内係にこのQRコードをお見せください。もう一度書く必要はありません。");
    public static readonly LocalText PreparedKeep = new(
        "이 화면을 캡처하거나 인쇄해 두세요. 가족의 휴대전화에 담아 오셔도 됩니다.",
        "Take a screenshot or print this page. It may also come along on a relative's phone.",
        "请截屏或打印本页面，也可以存在家人的手机里带来。",
        "Hãy chụp màn hình hoặc in trang này. Cũng có thể lưu trên điện thoại của người thân.",
        "この画面を撮影（スクリーンショット）するか、印刷しておいてください。ご家族の携帯電話に入れてお持ちいただくこともできます。");
    public static readonly LocalText PreparedSecret = new(
        "이 QR 코드가 있으면 누구나 내용을 볼 수 있으니 다른 사람에게 보여 주지 마세요.",
        "Anyone with this QR code can read the form. Please do not show it to others.",
        "任何人持此二维码都能看到内容，请勿出示给他人。",
        "Ai có mã QR này đều xem được nội dung, xin đừng cho người khác xem.",
        "このQRコードがあれば誰でも内容を見られます。ほかの人には見せないでください。");
    public static readonly LocalText PreparedQr = new(
        "미리 작성한 서식의 QR 코드",
        "QR code of the prepared form",
        "提前填写表格的二维码",
        "Mã QR của đơn đã điền trước",
        "前もって書いた申請書のQRコード");
    public static readonly LocalText PreparedOld = new(
        "그동안 서식이 바뀌었습니다. 내용을 확인하고 다시 저장해 주세요.",
        "The form has changed since. Please check your answers and save them again.",
        "表格已更新。请确认内容后重新保存。",
        "Mẫu đơn đã thay đổi. Vui lòng kiểm tra nội dung rồi lưu lại.",
        "その後、様式が変わりました。内容を確認して、もう一度保存してください。");
    public static readonly LocalText PreparedNumber = new(
        "이 서식으로 번호표 받기",
        "Take a number with this form",
        "用此表格取号",
        "Lấy số với đơn này",
        "この申請書で番号札を取る");
    public static readonly LocalText PreparedNumberHelp = new(
        "민원실에 오셨을 때 눌러 주세요. 서식은 번호표와 함께 접수됩니다.",
        "Press this when you are at the office. The form then goes with your ticket.",
        "到达大厅后请按此处，表格会随号票一起受理。",
        "Hãy bấm khi quý vị đã đến nơi. Đơn sẽ được tiếp nhận cùng phiếu số.",
        "窓口に着いたら押してください。申請書は番号札と一緒に受け付けます。");
    public static readonly LocalText PreparedChange = new("내용 고치기", "Change the answers", "修改内容", "Sửa nội dung", "内容を直す");
    public static readonly LocalText PreparedDelete = new("서식 삭제", "Delete the form", "删除表格", "Xóa đơn", "申請書を削除する");
    public static readonly LocalText PreparedDeleteQuestion = new(
        "미리 작성한 서식을 삭제할까요?",
        "Delete the prepared form?",
        "要删除提前填写的表格吗？",
        "Xóa đơn đã điền trước?",
        "前もって書いた申請書を削除しますか");
    public static readonly LocalText PreparedDeleteHelp = new(
        "삭제하면 QR 코드를 더 이상 쓸 수 없으며 되돌릴 수 없습니다.",
        "The QR code stops working. This cannot be undone.",
        "删除后二维码将失效，且无法恢复。",
        "Xóa rồi mã QR không dùng được nữa và không thể khôi phục.",
        "削除するとQRコードは使えなくなり、元に戻せません。");
    public static readonly LocalText PreparedDeleteYes = new("네, 삭제합니다", "Yes, delete it", "是，删除", "Có, xóa đơn", "はい、削除します");
    public static readonly LocalText PreparedDeleteNo = new("아니요, 그대로 둡니다", "No, keep it", "否，保留", "Không, giữ lại", "いいえ、残しておきます");
    public static LocalText PreparedUntil(DateTimeOffset until) => Until(Moment(until));
    private static LocalText Until(LocalText until) => new(
        $"{until.Ko}까지 보관합니다", $"Kept until {until.En}", $"保存至{until.Zh}", $"Được lưu đến {until.Vi}", $"{until.Ja}まで保管します");

    // Slip
    public static readonly LocalText SlipNumber = new("번호", "Number", "号码", "Số", "番号");
    public static readonly LocalText SlipAhead = new("앞에 기다리는 사람", "People ahead", "前面等候", "Người chờ trước", "お待ちの方");
    public static readonly LocalText SlipClass = new("구분", "Class", "类别", "Diện", "区分");
    public static readonly LocalText SlipIssued = new("발급", "Issued", "取号时间", "Thời gian lấy số", "発行");
    public static readonly LocalText SlipPrinted = new("인쇄", "Printed", "打印时间", "Thời gian in", "印刷");
    public static readonly LocalText SlipDo = new(
        "화면과 안내 방송을 확인하세요. 번호가 나오면 해당 창구로 오세요.",
        "Watch the screen and listen to the announcements. When your number is called, go to that counter.",
        "请留意屏幕和广播。叫到您的号码后，请前往该窗口。",
        "Hãy theo dõi màn hình và loa thông báo. Khi số được gọi, mời quý vị đến quầy đó.",
        "画面と案内放送をご確認ください。番号が呼ばれたら、その窓口へお越しください。");
    public static readonly LocalText SlipScan = new(
        "스캔하면 내 순서를 실시간으로 볼 수 있습니다",
        "Scan to see your place live",
        "扫描即可实时查看您的顺序",
        "Quét để xem thứ tự của quý vị",
        "読み取ると、順番をいつでも確認できます");
    public static readonly LocalText SlipRoll = new("80 mm 용지", "80 mm paper", "80 mm 纸", "Giấy 80 mm", "80 mm 用紙");
    public static readonly LocalText SlipA4 = new("A4 용지", "A4 paper", "A4 纸", "Giấy A4", "A4 用紙");
    public static readonly LocalText SlipEnded = new(
        "더 이상 쓸 수 없는 번호표이므로 인쇄하지 않습니다.",
        "This ticket is over, so there is nothing to print.",
        "该号票已失效，不再打印。",
        "Phiếu số này không còn hiệu lực nên không in.",
        "この番号札はもう使えないため、印刷しません。");

    /// <summary>A day and hour of these days, in the office's own time.</summary>
    public static LocalText Moment(DateTimeOffset at) => new(
        FormattableString.Invariant($"{at.Month}월 {at.Day}일({"일월화수목금토"[(int)at.DayOfWeek]}) {at:HH:mm}"),
        FormattableString.Invariant($"{at:ddd d MMM, HH:mm}"),
        FormattableString.Invariant($"{at.Month}月{at.Day}日（星期{"日一二三四五六"[(int)at.DayOfWeek]}）{at:HH:mm}"),
        FormattableString.Invariant($"{at:HH:mm} {Days[(int)at.DayOfWeek]}, {at.Day}/{at.Month}"),
        FormattableString.Invariant($"{at.Month}月{at.Day}日（{"日月火水木金土"[(int)at.DayOfWeek]}）{at:HH:mm}"));

    private static readonly string[] Days = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
}
