using QueueHub.Contracts;

namespace QueueHub.Intake;

/// <summary>What a phone keeps of forms: for the next one, from home to the lobby, over a change of the form, and how it forgets.</summary>
public static partial class Texts
{
    public static readonly LocalText ReuseKeep = new(
        "다음 서식에 다시 쓰기", "Use this again in the next form", "用于下一份表格", "Dùng lại cho đơn sau", "次の書類でも使う");
    public static readonly LocalText ReuseHelp = new(
        "본인의 이름, 생년월일, 전화번호, 주소만 이 휴대전화에 저장합니다. 서버에는 저장하지 않으며, 표시를 끄면 바로 지워집니다. 함께 쓰는 휴대전화라면 켜지 마세요.",
        "Only your own name, date of birth, phone number and address are kept, on this phone and not on the server. Untick it and they are erased. Do not tick it on a shared phone.",
        "仅在此手机上保存您本人的姓名、出生日期、电话号码和地址，不保存在服务器。取消勾选即删除。多人共用的手机请勿勾选。",
        "Chỉ lưu họ tên, ngày sinh, số điện thoại và địa chỉ của chính quý vị trên điện thoại này, không lưu trên máy chủ. Bỏ chọn là xóa ngay. Đừng chọn nếu dùng chung điện thoại.",
        "ご本人の氏名、生年月日、電話番号、住所だけをこの携帯電話に保存します。サーバーには保存せず、チェックを外すとすぐに削除します。共用の携帯電話ではチェックしないでください。");
    public static readonly LocalText ReuseThere = new(
        "저번에 쓴 내용이 이 휴대전화에 있습니다", "This phone has what you wrote last time", "此手机保存了您上次填写的内容",
        "Điện thoại này có nội dung quý vị đã ghi lần trước", "前回書いた内容がこの携帯電話にあります");
    public static readonly LocalText ReuseFill = new(
        "저번에 쓴 내용 채우기", "Fill in what I wrote last time", "填入上次的内容", "Điền nội dung lần trước", "前回の内容を入れる");
    public static readonly LocalText ReuseLook = new("보거나 지우기", "See or erase it", "查看或删除", "Xem hoặc xóa", "確認・削除する");
    public static readonly LocalText ReuseFilled = new(
        "빈칸을 저번에 쓴 내용으로 채웠습니다. 맞는지 확인해 주세요.", "The empty fields were filled in from last time. Please check them.",
        "已用上次的内容填入空白处，请确认是否正确。", "Đã điền các ô trống bằng nội dung lần trước. Vui lòng kiểm tra lại.",
        "空欄に前回の内容を入れました。正しいかご確認ください。");

    public static readonly LocalText DraftCarried = new(
        "서식이 그사이에 바뀌어, 그대로 쓸 수 있는 답만 불러왔습니다. 나머지를 이어서 써 주세요.",
        "The form has changed since. What still fits was restored; please write the rest.",
        "表格已有变更，仅恢复了仍可使用的内容，请继续填写其余部分。",
        "Mẫu đơn đã thay đổi. Chỉ những câu trả lời còn phù hợp được khôi phục; vui lòng ghi tiếp phần còn lại.",
        "書類が変更されたため、そのまま使える回答だけを復元しました。残りをご記入ください。");
    public static readonly LocalText DraftDropped = new(
        "서식이 많이 바뀌어, 이 휴대전화에 저장된 작성 내용을 지웠습니다. 번거로우시겠지만 처음부터 써 주세요.",
        "The form has changed too much: what you had written on this phone was erased. We are sorry; please start anew.",
        "表格变更较大，此手机上保存的填写内容已删除。给您带来不便，请重新填写。",
        "Mẫu đơn đã thay đổi nhiều nên nội dung lưu trên điện thoại này đã bị xóa. Mong quý vị thông cảm và ghi lại từ đầu.",
        "書類が大きく変わったため、この携帯電話に保存されていた内容を削除しました。お手数ですが、最初からご記入ください。");

    public static readonly LocalText HomeDraft = new(
        "집에서 쓰던 서식 이어 쓰기", "Go on with the form you began", "继续填写已开始的表格", "Ghi tiếp đơn đang viết dở", "書きかけの書類を続ける");
    public static readonly LocalText HomeNumber = new(
        "번호표 받고 이어 쓰기", "Get a number and go on", "取号并继续填写", "Lấy số và ghi tiếp", "受付番号を取って続ける");
    public static readonly LocalText HomePrepared = new(
        "이 서식으로 번호표 받기", "Get a number with this form", "凭此表格取号", "Lấy số bằng đơn này", "この書類で受付番号を取る");

    public static readonly LocalText MyData = new("내 정보 보기·지우기", "See and delete my data", "查看和删除我的信息", "Xem và xóa dữ liệu của tôi", "自分の情報を確認・削除");
    public static readonly LocalText MyDataPhone = new("이 휴대전화에 있는 것", "On this phone", "此手机上保存的内容", "Trên điện thoại này", "この携帯電話にあるもの");
    public static readonly LocalText MyDataNothing = new(
        "저장된 것이 없습니다.", "Nothing is kept.", "没有保存任何内容。", "Không có gì được lưu.", "保存されているものはありません。");
    public static readonly LocalText MyDataNoScript = new(
        "자바스크립트가 꺼져 있어, 이 휴대전화에는 쿠키(임의의 기기 번호, 언어, 화면 설정)만 있습니다.",
        "JavaScript is off: this phone holds cookies only (a random device number, the language, display settings).",
        "JavaScript已关闭，此手机上只有Cookie（随机设备号、语言、显示设置）。",
        "JavaScript đang tắt: điện thoại này chỉ có cookie (mã thiết bị ngẫu nhiên, ngôn ngữ, cài đặt hiển thị).",
        "JavaScriptがオフのため、この携帯電話にはCookie（無作為の端末番号、言語、表示設定）だけがあります。");
    public static readonly LocalText MyDataTickets = new("오늘 받은 번호표", "Today’s tickets", "今天领取的号码", "Số thứ tự hôm nay", "今日の受付番号");
    public static readonly LocalText MyDataDrafts = new("쓰던 서식 (2일 뒤 지움)", "Forms begun (erased after 2 days)", "未完成的表格（2天后删除）", "Đơn viết dở (xóa sau 2 ngày)", "書きかけの書類（2日後に削除）");
    public static readonly LocalText MyDataCopies = new(
        "보낸 서식의 사본 (방문이 끝나면 지움)", "Copies of forms sent (erased after the visit)", "已提交表格的副本（办理结束后删除）",
        "Bản sao đơn đã gửi (xóa sau khi xong việc)", "送信した書類の控え（手続き終了後に削除）");
    public static readonly LocalText MyDataPrepared = new(
        "미리 작성한 서식의 링크 (48시간)", "Links to prepared forms (48 hours)", "预先填写的表格链接（48小时）", "Liên kết đơn ghi trước (48 giờ)", "事前に作成した書類のリンク（48時間）");
    public static readonly LocalText MyDataReuse = new(
        "다음 서식에 다시 쓸 내용", "Kept for the next form", "用于下一份表格的内容", "Nội dung dùng lại cho đơn sau", "次の書類で使う内容");
    public static readonly LocalText MyDataSettings = new("화면과 알림 설정", "Display and notification settings", "显示和通知设置", "Cài đặt hiển thị và thông báo", "画面と通知の設定");
    public static readonly LocalText MyDataForgetReuse = new("이것만 지우기", "Erase only this", "仅删除此项", "Chỉ xóa mục này", "これだけ削除");
    public static readonly LocalText MyDataServer = new("서버에 있는 것", "On the server", "服务器上保存的内容", "Trên máy chủ", "サーバーにあるもの");
    public static readonly LocalText MyDataServerTicket = new(
        "번호표: 번호와 업무, 시각만 남고 이름은 없습니다. 링크는 그날 마감까지 열립니다.",
        "Ticket: only number, service and times, no name. Its link works until the office closes for the day.",
        "号码：只有号码、业务和时间，没有姓名。链接在当天结束前有效。",
        "Số thứ tự: chỉ có số, dịch vụ và thời gian, không có họ tên. Liên kết dùng được đến khi hết giờ làm việc trong ngày.",
        "受付番号：番号と業務、時刻だけで、氏名はありません。リンクはその日の終了まで開けます。");
    public static readonly LocalText MyDataServerForm = new(
        "보낸 서식: 암호화해 두었다가 업무가 끝나거나 번호표를 취소하면 1분 뒤에, 늦어도 그날 마감 때 지웁니다. 기다리는 동안 거두어들이시려면 번호표를 취소해 주세요.",
        "Form: kept encrypted, erased one minute after the visit or after you cancel the ticket, at the latest when the office closes. To withdraw it while you wait, cancel the ticket.",
        "提交的表格：加密保存，业务结束或取消号码1分钟后删除，最迟在当天结束时删除。等候期间如要撤回，请取消号码。",
        "Đơn đã gửi: được mã hóa, xóa 1 phút sau khi xong việc hoặc sau khi hủy số, chậm nhất là khi hết giờ làm việc. Muốn rút lại trong lúc chờ, hãy hủy số.",
        "送信した書類：暗号化して保管し、手続きの終了または番号の取り消しの1分後、遅くともその日の終了時に削除します。お待ちの間に取り下げるには、番号を取り消してください。");
    public static readonly LocalText MyDataServerPrepared = new(
        "미리 작성한 서식: 48시간 뒤에, 또는 그 화면에서 삭제하시면 바로 지웁니다.",
        "Prepared form: erased after 48 hours, or at once when you delete it on its page.",
        "预先填写的表格：48小时后删除；在其页面删除则立即删除。",
        "Đơn ghi trước: xóa sau 48 giờ, hoặc ngay khi quý vị xóa trên trang của đơn.",
        "事前に作成した書類：48時間後、またはその画面で削除するとすぐに消えます。");
    public static readonly LocalText MyDataServerOther = new(
        "알림을 신청하셨다면 그 주소는 방문이 끝나면 지웁니다. 방문 뒤에 남기신 글은 번호표와 연결하지 않고 1년 동안 보관합니다.",
        "If you asked for notifications, their address is forgotten after the visit. What you write after a visit is kept for one year without any link to your ticket.",
        "如申请了通知，其地址在办理结束后删除。办理后的留言不与号码关联，保存一年。",
        "Nếu quý vị đăng ký nhận thông báo, địa chỉ nhận sẽ bị xóa sau khi xong việc. Ý kiến sau khi đến được lưu một năm, không gắn với số thứ tự.",
        "通知を申し込まれた場合、その宛先は手続き終了後に削除します。ご利用後のご意見は受付番号と結び付けず、1年間保管します。");
    public static readonly LocalText MyDataKeepsTicket = new(
        "지워도 번호표는 취소되지 않지만, 이 휴대전화에서는 다시 찾을 수 없습니다. 기다리는 중이시면 번호를 적어 두세요.",
        "Your ticket is not cancelled, but this phone cannot find it again. If you are waiting, please write down your number.",
        "删除后号码不会取消，但此手机无法再找到它。如正在等候，请记下号码。",
        "Số thứ tự không bị hủy, nhưng điện thoại này sẽ không tìm lại được. Nếu đang chờ, hãy ghi lại số của quý vị.",
        "削除しても番号は取り消されませんが、この携帯電話では再び見つけられません。お待ちの方は番号を控えてください。");
    public static readonly LocalText MyDataDelete = new(
        "이 휴대전화에서 모두 지우기", "Delete everything on this phone", "删除此手机上的全部内容", "Xóa tất cả trên điện thoại này", "この携帯電話からすべて削除");
    public static readonly LocalText MyDataDeleted = new(
        "이 휴대전화에 있던 내용을 모두 지웠습니다", "Everything on this phone is deleted", "此手机上的内容已全部删除",
        "Đã xóa tất cả trên điện thoại này", "この携帯電話の内容をすべて削除しました");
}
