using QueueHub.Contracts;

namespace QueueHub.Intake;

public static partial class Texts
{
    // Prepared form
    public static readonly LocalText Prepare = new("미리 작성하기", "Prepare the form");
    public static readonly LocalText PrepareHelp = new(
        "지금 작성해 두고, 방문하실 때 QR 코드를 보여 주세요.",
        "Write it now and show its QR code when you come.");
    public static readonly LocalText PrepareNow = new("서식을 미리 작성하실 수 있습니다", "The form can be prepared now");
    public static readonly LocalText PrepareLater = new("나중에 방문하시나요?", "Coming another day?");
    public static readonly LocalText PrepareSubmit = new("저장하고 QR 코드 받기", "Save and get the QR code");
    public static readonly LocalText PrepareSave = new("고친 내용 저장하기", "Save the changes");
    public static readonly LocalText PreparedTitle = new("서식이 준비되었습니다", "Your form is ready");
    public static readonly LocalText PreparedHere = new("미리 작성한 서식", "Your prepared form");
    public static readonly LocalText PreparedShow = new(
        "방문하셔서 창구나 안내 직원에게 이 QR 코드를 보여 주세요. 다시 쓰지 않으셔도 됩니다.",
        "When you come, show this QR code at the counter or to a helper. Nothing has to be written again.");
    public static readonly LocalText PreparedKeep = new(
        "이 화면을 캡처하거나 인쇄해 두세요. 가족의 휴대전화에 담아 오셔도 됩니다.",
        "Take a screenshot or print this page. It may also come along on a relative's phone.");
    public static readonly LocalText PreparedSecret = new(
        "이 QR 코드가 있으면 누구나 내용을 볼 수 있으니 다른 사람에게 보여 주지 마세요.",
        "Anyone with this QR code can read the form. Please do not show it to others.");
    public static readonly LocalText PreparedQr = new("미리 작성한 서식의 QR 코드", "QR code of the prepared form");
    public static readonly LocalText PreparedOld = new(
        "그동안 서식이 바뀌었습니다. 내용을 확인하고 다시 저장해 주세요.",
        "The form has changed since. Please check your answers and save them again.");
    public static readonly LocalText PreparedNumber = new("이 서식으로 번호표 받기", "Take a number with this form");
    public static readonly LocalText PreparedNumberHelp = new(
        "민원실에 오셨을 때 눌러 주세요. 서식은 번호표와 함께 접수됩니다.",
        "Press this when you are at the office. The form then goes with your ticket.");
    public static readonly LocalText PreparedChange = new("내용 고치기", "Change the answers");
    public static readonly LocalText PreparedDelete = new("서식 삭제", "Delete the form");
    public static readonly LocalText PreparedDeleteQuestion = new("미리 작성한 서식을 삭제할까요?", "Delete the prepared form?");
    public static readonly LocalText PreparedDeleteHelp = new(
        "삭제하면 QR 코드를 더 이상 쓸 수 없으며 되돌릴 수 없습니다.",
        "The QR code stops working. This cannot be undone.");
    public static readonly LocalText PreparedDeleteYes = new("네, 삭제합니다", "Yes, delete it");
    public static readonly LocalText PreparedDeleteNo = new("아니요, 그대로 둡니다", "No, keep it");
    public static LocalText PreparedUntil(DateTimeOffset until) => new($"{Moment(until).Ko}까지 보관합니다", $"Kept until {Moment(until).En}");

    // Slip
    public static readonly LocalText SlipNumber = new("번호", "Number");
    public static readonly LocalText SlipAhead = new("앞에 기다리는 사람", "People ahead");
    public static readonly LocalText SlipClass = new("구분", "Class");
    public static readonly LocalText SlipIssued = new("발급", "Issued");
    public static readonly LocalText SlipPrinted = new("인쇄", "Printed");
    public static readonly LocalText SlipDo = new(
        "화면과 안내 방송을 확인하세요. 번호가 나오면 해당 창구로 오세요.",
        "Watch the screen and listen to the announcements. When your number is called, go to that counter.");
    public static readonly LocalText SlipScan = new("스캔하면 내 순서를 실시간으로 볼 수 있습니다", "Scan to see your place live");
    public static readonly LocalText SlipRoll = new("80 mm 용지", "80 mm paper");
    public static readonly LocalText SlipA4 = new("A4 용지", "A4 paper");
    public static readonly LocalText SlipEnded = new("더 이상 쓸 수 없는 번호표이므로 인쇄하지 않습니다.", "This ticket is over, so there is nothing to print.");

    /// <summary>A day and hour of these days, in the office's own time.</summary>
    public static LocalText Moment(DateTimeOffset at) => new(
        FormattableString.Invariant($"{at.Month}월 {at.Day}일({"일월화수목금토"[(int)at.DayOfWeek]}) {at:HH:mm}"),
        FormattableString.Invariant($"{at:ddd d MMM, HH:mm}"));
}
