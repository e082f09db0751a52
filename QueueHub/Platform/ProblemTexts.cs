using System.Collections.Frozen;
using QueueHub.Contracts;

namespace QueueHub.Platform;

/// <summary>The sentence beside every code of <see cref="ProblemCodes"/>: what happened and what to do next, for citizens and clerks alike.</summary>
public static class ProblemTexts
{
    /// <summary>Code → sentence. A test holds it against <see cref="ProblemCodes"/>.</summary>
    public static IReadOnlyDictionary<string, LocalText> All { get; } = new Dictionary<string, LocalText>
    {
        [ProblemCodes.InvalidRequest] = new(
            "요청 내용을 이해할 수 없습니다. 처음부터 다시 시도해 주세요.",
            "The request could not be understood. Please start again.",
            "无法识别该请求。请从头再试一次。",
            "Không hiểu được yêu cầu. Vui lòng thực hiện lại từ đầu.",
            "リクエストの内容を認識できません。最初からもう一度お試しください。"),
        [ProblemCodes.RangeReversed] = new("끝 날짜가 시작 날짜보다 빠릅니다. 기간을 다시 선택해 주세요.", "The last day is before the first. Please choose the range again."),
        [ProblemCodes.RangeTooLong] = new("한 번에 조회하기에는 기간이 너무 깁니다. 기간을 줄여 주세요.", "This is too long a range to be answered at once. Please choose a shorter one."),
        [ProblemCodes.WeekdayInvalid] = new("요일은 1(월요일)부터 7(일요일)까지의 숫자로 적어 주세요.", "A weekday is a number from 1 (Monday) to 7 (Sunday)."),
        [ProblemCodes.ExportTooLarge] = new(
            "내보낼 내용이 너무 많습니다. 기간을 줄이거나 민원실을 하나만 선택해 주세요. 엑셀 파일은 1,048,575행, CSV 파일은 12,000,000행까지 담을 수 있습니다.",
            "This is too much for one file. Please choose a shorter range or one office. An Excel file holds 1,048,575 rows, a CSV file 12,000,000."),
        [ProblemCodes.UnknownWebhook] = new("웹훅을 찾을 수 없습니다.", "There is no such webhook."),
        [ProblemCodes.UnknownWebhookMessage] = new(
            "이미 다시 보내고 있거나 전달된 메시지입니다.", "There is no such message any more: it is being sent again already, or was taken."),
        [ProblemCodes.InvalidWebhook] = new(
            "민원실, 외부의 https 주소, 알릴 이벤트를 확인해 주세요.", "Please check it: an https address outside, events that there are, an office that there is."),
        [ProblemCodes.StaffFiguresOff] = new("이 민원실은 직원별 통계를 제공하지 않도록 설정되어 있습니다.", "This office is set up not to give figures of single clerks."),
        [ProblemCodes.TooLarge] = new(
            "보내신 내용이 너무 큽니다. 내용을 줄여 다시 보내 주세요.",
            "What was sent is too large. Please shorten it and send it again.",
            "发送的内容过大。请缩减后重新发送。",
            "Nội dung gửi quá lớn. Vui lòng rút gọn rồi gửi lại.",
            "送信内容が大きすぎます。内容を減らしてもう一度送信してください。"),
        [ProblemCodes.TooSlow] = new(
            "보내신 내용이 제때 도착하지 않았습니다. 네트워크를 확인하고 다시 보내 주세요.",
            "What was sent did not arrive in time. Please check the network and send it again.",
            "发送的内容未能及时送达。请检查网络后重新发送。",
            "Nội dung gửi không đến kịp. Vui lòng kiểm tra mạng rồi gửi lại.",
            "送信内容が時間内に届きませんでした。ネットワークを確認してもう一度送信してください。"),
        [ProblemCodes.UnsupportedMediaType] = new(
            "처리할 수 없는 형식으로 전송되었습니다.",
            "It was sent in a format that cannot be read here.",
            "发送的格式无法处理。",
            "Được gửi ở định dạng không thể xử lý.",
            "処理できない形式で送信されました。"),
        [ProblemCodes.RequestIdRequired] = new(
            "요청 번호가 없습니다. 화면을 새로 고친 뒤 다시 시도해 주세요.",
            "The request id is missing. Please reload the page and try again.",
            "缺少请求编号。请刷新页面后再试。",
            "Thiếu mã yêu cầu. Vui lòng tải lại trang rồi thử lại.",
            "リクエスト番号がありません。画面を更新してからもう一度お試しください。"),
        [ProblemCodes.RequestIdConflict] = new(
            "이미 처리된 요청과 내용이 다릅니다. 화면을 새로 고친 뒤 다시 시도해 주세요.",
            "This request was already handled with other contents. Please reload the page and try again.",
            "与已处理的请求内容不一致。请刷新页面后再试。",
            "Nội dung khác với yêu cầu đã được xử lý. Vui lòng tải lại trang rồi thử lại.",
            "処理済みのリクエストと内容が異なります。画面を更新してからもう一度お試しください。"),
        [ProblemCodes.RateLimited] = new(
            "짧은 시간에 요청이 너무 많았습니다. 잠시 후 다시 시도해 주세요.",
            "There were too many requests in a short time. Please try again in a moment.",
            "短时间内请求过多。请稍后再试。",
            "Có quá nhiều yêu cầu trong thời gian ngắn. Vui lòng thử lại sau giây lát.",
            "短時間にリクエストが多すぎました。しばらくしてからもう一度お試しください。"),
        [ProblemCodes.Busy] = new(
            "지금은 이용하시는 분이 많아 바로 처리하지 못했습니다. 처리된 것은 없으니 잠시 후 다시 시도해 주세요.",
            "Very many people are using this right now. Nothing was done; please try again in a moment.",
            "目前使用人数较多，未能立即处理。尚未做任何处理，请稍后再试。",
            "Hiện có nhiều người sử dụng nên chưa xử lý được. Chưa có gì được thực hiện; vui lòng thử lại sau giây lát.",
            "現在ご利用の方が多く、すぐに処理できませんでした。何も処理されていませんので、しばらくしてからもう一度お試しください。"),
        [ProblemCodes.AntiForgery] = new(
            "화면이 오래되어 확인할 수 없습니다. 새로 고친 뒤 다시 시도해 주세요.",
            "The page is too old to be trusted. Please reload it and try again.",
            "页面已过期，无法确认。请刷新后再试。",
            "Trang này đã quá cũ nên không thể xác nhận. Vui lòng tải lại rồi thử lại.",
            "画面の有効期限が切れたため確認できません。更新してからもう一度お試しください。"),

        [ProblemCodes.SignInRequired] = new(
            "로그인이 필요합니다.",
            "Please sign in."),
        [ProblemCodes.Forbidden] = new(
            "이 작업을 할 수 있는 권한이 없습니다.",
            "You are not allowed to do this here.",
            "您没有执行此操作的权限。",
            "Quý vị không có quyền thực hiện việc này.",
            "この操作を行う権限がありません。"),
        [ProblemCodes.SignInFailed] = new(
            "아이디 또는 비밀번호가 올바르지 않습니다.",
            "The name or the password is wrong."),
        [ProblemCodes.SignInLocked] = new(
            "로그인에 여러 번 실패하여 잠시 잠겼습니다. 잠시 후 다시 시도해 주세요.",
            "Sign-in failed too often and is locked for a while. Please try again later."),
        [ProblemCodes.TooManyOffices] = new(
            "권한을 받은 민원실이 너무 많아 로그인할 수 없습니다. 관리자에게 구 전체 권한을 요청해 주세요.",
            "You have rights at too many offices to sign in. Please ask your administrator for a role of the whole district instead."),
        [ProblemCodes.OpenIdFailed] = new(
            "통합 로그인이 완료되지 않았습니다. 처음부터 다시 로그인해 주세요.",
            "The sign-in with your organisation was not completed. Please start again."),
        [ProblemCodes.OpenIdUnavailable] = new(
            "통합 로그인 서버에 연결할 수 없습니다. 잠시 후 다시 시도해 주세요.",
            "The sign-in service of your organisation cannot be reached. Please try again in a moment."),
        [ProblemCodes.NoAccount] = new(
            "통합 로그인은 확인되었지만 이 시스템에 사용할 수 있는 계정이 없습니다. 관리자에게 문의해 주세요.",
            "Your organisation knows you, but you have no account here that may be used. Please ask your administrator."),
        [ProblemCodes.PasswordChangeRequired] = new(
            "일회용 비밀번호입니다. 새 비밀번호로 바꾼 뒤 이용해 주세요.",
            "This password is good for one use. Please choose a new one first."),
        [ProblemCodes.PasswordTooShort] = new(
            "새 비밀번호는 10자 이상이어야 합니다.",
            "The new password needs at least ten characters."),
        [ProblemCodes.PasswordIsName] = new(
            "새 비밀번호가 아이디와 거의 같습니다. 다른 비밀번호를 정해 주세요.",
            "The new password is little more than the account's name. Please choose another."),
        [ProblemCodes.PasswordTooSimple] = new(
            "새 비밀번호가 너무 단순합니다. 같은 글자의 반복이나 연속된 글자가 아닌 비밀번호를 정해 주세요.",
            "The new password is too simple. Please choose one that is not a repetition or a row of characters."),
        [ProblemCodes.PasswordUnchanged] = new(
            "새 비밀번호가 지금 비밀번호와 같습니다. 다른 비밀번호를 정해 주세요.",
            "The new password is the present one. Please choose another."),
        [ProblemCodes.UnknownStaff] = new(
            "관리하시는 직원 가운데 이 계정이 없습니다.",
            "There is no such account among those you look after."),
        [ProblemCodes.AccountNameTaken] = new(
            "이미 사용 중인 아이디입니다. 다른 아이디를 정해 주세요.",
            "This account name is taken. Please choose another."),
        [ProblemCodes.AccountNameInvalid] = new(
            "아이디는 영문 소문자와 숫자로 시작하고 끝나야 하며, 사이에 점·밑줄·붙임표를 쓸 수 있습니다. 2자 이상 64자 이하로 정해 주세요.",
            "An account name has 2 to 64 lower-case letters and digits, and dots, hyphens or underscores between them."),
        [ProblemCodes.DisplayNameInvalid] = new(
            "이름을 40자 이하로 입력해 주세요.",
            "Please enter the person's name, of at most 40 characters."),
        [ProblemCodes.NotYourself] = new(
            "본인의 권한과 계정 상태는 직접 바꿀 수 없습니다. 다른 관리자에게 요청해 주세요.",
            "Nobody changes their own rights. Please ask another administrator."),
        [ProblemCodes.LastAdministrator] = new(
            "구 전체 관리자가 한 명도 남지 않게 되므로 처리하지 않았습니다. 다른 관리자를 먼저 지정해 주세요.",
            "This would leave the district without an administrator. Please appoint another one first."),
        [ProblemCodes.ApiKeyInvalid] = new(
            "사용할 수 없는 API 키입니다. 만료되었거나 폐기된 키인지 관리자에게 확인해 주세요.",
            "This API key cannot be used. It may have expired or been revoked: please ask your administrator."),
        [ProblemCodes.UnknownApiKey] = new(
            "관리하시는 API 키 가운데 이 키가 없습니다.",
            "There is no such API key among those you look after."),
        [ProblemCodes.ApiKeyNameInvalid] = new(
            "API 키를 사용하는 곳을 1자 이상 60자 이하로 적어 주세요.",
            "Please say in 1 to 60 characters what the API key is for."),

        [ProblemCodes.ScreenNotPaired] = new(
            "이 화면은 연결되어 있지 않습니다. 화면에 표시되는 코드로 다시 연결해 주세요.",
            "This screen is not paired. Please pair it again with the code it shows."),
        [ProblemCodes.ScreenUnpaired] = new(
            "이 화면의 연결이 해제되었습니다. 화면에 표시되는 코드로 다시 연결해 주세요.",
            "The pairing of this screen has ended. Please pair it again with the code it shows."),
        [ProblemCodes.UnknownPairingCode] = new(
            "이 코드를 표시하고 있는 화면이 없습니다. 코드는 10분 동안만 사용할 수 있으니 화면의 코드를 다시 확인해 주세요.",
            "No screen shows this code. Codes are valid for ten minutes only: please check the one on the screen."),
        [ProblemCodes.UnknownScreen] = new(
            "이 민원실에 그런 화면이 없습니다. 이미 연결이 해제되었을 수 있습니다.",
            "The office has no such screen. Its pairing may have been ended already."),
        [ProblemCodes.UnknownZone] = new(
            "이 민원실에 그런 구역이 없습니다. 목록에서 다시 골라 주세요.",
            "The office has no such zone. Please choose again from the list."),
        [ProblemCodes.ScreenNameInvalid] = new(
            "화면이 있는 곳의 이름을 1자 이상 60자 이하로 적어 주세요.",
            "Please give the place of the screen a name of 1 to 60 characters."),

        [ProblemCodes.UnknownOffice] = new(
            "찾으시는 민원실이 없습니다. 민원실에 있는 QR 코드를 다시 스캔해 주세요.",
            "There is no such office. Please scan the QR code in the lobby again.",
            "没有您要找的大厅。请重新扫描大厅里的二维码。",
            "Không có văn phòng này. Vui lòng quét lại mã QR tại sảnh.",
            "お探しの窓口はありません。ロビーのQRコードをもう一度読み取ってください。"),
        [ProblemCodes.UnknownService] = new(
            "이 민원실에서 제공하지 않는 업무입니다. 업무 목록에서 다시 선택해 주세요.",
            "This office does not offer that service. Please choose one from the list.",
            "此大厅不办理该业务。请从业务列表中重新选择。",
            "Văn phòng này không làm thủ tục đó. Vui lòng chọn lại trong danh sách.",
            "こちらでは取り扱っていない用件です。一覧から選び直してください。"),
        [ProblemCodes.UnknownCounter] = new(
            "이 민원실에 없는 창구입니다.",
            "This office has no such counter.",
            "没有该窗口。",
            "Không có quầy này.",
            "この窓口はありません。"),
        [ProblemCodes.UnknownTicket] = new(
            "번호표를 찾을 수 없습니다. 지난 날짜의 번호표이거나 주소가 잘못되었습니다.",
            "This ticket cannot be found. It is from another day, or the address is wrong.",
            "找不到该号票。可能是其他日期的号票，或地址有误。",
            "Không tìm thấy phiếu số này. Đây là phiếu của ngày khác hoặc địa chỉ không đúng.",
            "番号札が見つかりません。別の日の番号札か、アドレスが間違っています。"),
        [ProblemCodes.UnknownIncident] = new(
            "보실 수 있는 기록 가운데 찾으시는 것이 없습니다.",
            "There is no such record among those you may read."),
        [ProblemCodes.UnknownRoom] = new(
            "이 민원실에 회복실이 없거나 예약이 이미 취소되었습니다.",
            "This office has no recovery room, or the booking is gone."),
        [ProblemCodes.UnknownClass] = new(
            "이 민원실에 없는 우선 대상 구분입니다.",
            "This office has no such priority class.",
            "此大厅没有该优先类别。",
            "Văn phòng này không có diện ưu tiên đó.",
            "こちらにはない優先区分です。"),
        [ProblemCodes.UnknownForm] = new(
            "서식을 찾을 수 없습니다. 화면을 새로 고친 뒤 다시 시도해 주세요.",
            "The form cannot be found. Please reload the page and try again.",
            "找不到该表格。请刷新页面后再试。",
            "Không tìm thấy mẫu đơn. Vui lòng tải lại trang rồi thử lại.",
            "様式が見つかりません。画面を更新してからもう一度お試しください。"),
        [ProblemCodes.UnknownPreparedForm] = new(
            "미리 작성한 서식을 찾을 수 없습니다. 보관 기간이 지났거나 삭제되었습니다.",
            "The prepared form cannot be found. Its time is over, or it was deleted.",
            "找不到提前填写的表格。可能已过保存期限或已被删除。",
            "Không tìm thấy đơn đã điền trước. Đơn đã hết hạn lưu hoặc đã bị xóa.",
            "前もって書かれた申請書が見つかりません。保管期間が過ぎたか、削除されました。"),
        [ProblemCodes.OtherOffice] = new(
            "다른 민원실의 QR 코드입니다. 해당 민원실에서 이용해 주세요.",
            "This QR code belongs to another office. Please use it there.",
            "这是其他大厅的二维码。请到该大厅使用。",
            "Mã QR này thuộc văn phòng khác. Vui lòng sử dụng tại văn phòng đó.",
            "別の窓口のQRコードです。その窓口でご利用ください。"),
        [ProblemCodes.UnknownResult] = new(
            "이 민원실에 없는 처리 결과입니다. 목록에서 다시 선택해 주세요.",
            "This office has no such result. Please choose one from the list."),
        [ProblemCodes.NotFound] = new(
            "찾으시는 페이지가 없습니다. 주소를 확인해 주세요.",
            "There is no such page. Please check the address.",
            "没有您要找的页面。请检查地址。",
            "Không có trang này. Vui lòng kiểm tra địa chỉ.",
            "お探しのページはありません。アドレスをご確認ください。"),

        [ProblemCodes.WrongState] = new(
            "번호표의 상태가 바뀌어 지금은 처리할 수 없습니다.",
            "The ticket's state has changed, so this is not possible now.",
            "号票状态已变更，目前无法处理。",
            "Trạng thái của phiếu số đã thay đổi nên hiện không thể thực hiện.",
            "番号札の状態が変わったため、現在は処理できません。"),
        [ProblemCodes.NotAtCounter] = new(
            "이 창구에 있는 번호표가 아닙니다.",
            "The ticket is not at this counter.",
            "该号票不在此窗口办理。",
            "Phiếu số này không thuộc quầy này.",
            "この窓口の番号札ではありません。"),
        [ProblemCodes.NobodyWaiting] = new(
            "대기 중인 분이 없습니다.",
            "Nobody is waiting."),
        [ProblemCodes.NextChanged] = new(
            "그 사이에 다음 순서가 바뀌었습니다. 아무도 호출하지 않았으니 다시 확인해 주세요.",
            "Somebody else is next by now. Nobody was called; please look again."),
        [ProblemCodes.ReasonRequired] = new(
            "먼저 온 분이 기다리고 있습니다. 먼저 호출하는 이유를 적어 주세요.",
            "Others came before. Please give the reason for calling this one first."),
        [ProblemCodes.RecallLocked] = new(
            "방금 호출했습니다. 민원인이 오실 시간을 잠시 기다려 주세요.",
            "The number was called only just now. Please give people a moment to come."),
        [ProblemCodes.TicketMoving] = new(
            "이 번호표를 다른 민원실로 옮기고 있습니다. 잠시만 기다려 주세요.",
            "This ticket is being moved to another office. Please wait a moment.",
            "正在将此号票转到其他大厅。请稍候。",
            "Phiếu số này đang được chuyển sang văn phòng khác. Vui lòng chờ một lát.",
            "この番号札を別の窓口へ移しています。少々お待ちください。"),
        [ProblemCodes.MoveRefused] = new(
            "옮기려는 민원실에서 지금은 이 업무의 번호표를 받지 않습니다. 번호표는 이 창구에 그대로 있습니다.",
            "The other office takes no tickets for this service now. The ticket stays at this counter."),
        [ProblemCodes.UndoTooLate] = new(
            "되돌릴 수 있는 시간이 지났거나 그 사이에 번호표가 처리되었습니다.",
            "It is too late to take this back, or the ticket has been dealt with since."),
        [ProblemCodes.WarningRequired] = new(
            "상담을 끝내기 전에 먼저 안내(경고)를 해 주세요.",
            "Please give a warning first: a visit is ended only after its reason was told."),
        [ProblemCodes.AlarmOver] = new(
            "이미 해제된 호출입니다.",
            "This alarm was switched off already."),
        [ProblemCodes.RoomTaken] = new(
            "그 시간에는 다른 분이 회복실을 쓰고 있습니다. 다른 시간을 선택해 주세요.",
            "Somebody else has the room at that time. Please choose another."),
        [ProblemCodes.CounterBusy] = new(
            "이 창구에서 이미 다른 번호표를 처리하고 있습니다.",
            "The counter already has a ticket."),
        [ProblemCodes.CounterNotOpen] = new(
            "창구가 열려 있지 않습니다. 창구를 먼저 열어 주세요.",
            "The counter is not open. Please open it first.",
            "窗口尚未开放。请先开放窗口。",
            "Quầy chưa mở. Vui lòng mở quầy trước.",
            "窓口が開いていません。先に窓口を開いてください。"),
        [ProblemCodes.CounterTaken] = new(
            "다른 직원이나 다른 화면에서 사용 중인 창구입니다. 이어받거나 다른 창구를 선택해 주세요.",
            "A colleague or another screen holds this counter. Take it over or choose another one."),
        [ProblemCodes.NotYourCounter] = new(
            "맡고 계신 창구가 아닙니다. 창구를 먼저 열어 주세요.",
            "You do not hold this counter. Please open it first.",
            "这不是您负责的窗口。请先开放窗口。",
            "Đây không phải quầy của quý vị. Vui lòng mở quầy trước.",
            "担当の窓口ではありません。先に窓口を開いてください。"),
        [ProblemCodes.ReinstateLimit] = new(
            "다시 대기할 수 있는 횟수를 모두 사용했습니다. 번호표를 새로 발급해 주세요.",
            "This ticket was put back as often as is allowed. Please issue a new one.",
            "重新排队的次数已用完。请重新取号。",
            "Đã hết số lần được xếp hàng lại. Vui lòng lấy số mới.",
            "もう一度並べる回数をすべて使いました。新しい番号札をお取りください。"),
        [ProblemCodes.RequeueLimit] = new(
            "순서를 미룰 수 있는 횟수를 모두 사용했습니다.",
            "Others were let go first as often as is allowed.",
            "让号次数已用完。",
            "Quý vị đã nhường lượt đủ số lần được phép.",
            "順番を譲れる回数をすべて使いました。"),
        [ProblemCodes.AlreadyWaiting] = new(
            "이 휴대전화로 받은 이 업무의 번호표가 이미 있습니다.",
            "This phone already holds a number for this service.",
            "这部手机已领取过该业务的号码。",
            "Điện thoại này đã lấy số cho dịch vụ này rồi.",
            "この携帯電話ではこの業務の番号をすでに受け取っています。"),
        [ProblemCodes.PresenceRequired] = new(
            "민원실에 오셨는지 확인하지 못했습니다. 민원실 화면의 QR 코드를 다시 스캔해 주세요.",
            "We could not tell that you are at the office. Please scan the QR code on the lobby screen again.",
            "无法确认您是否已到达现场。请重新扫描大厅屏幕上的二维码。",
            "Chưa xác nhận được quý vị đã đến nơi. Vui lòng quét lại mã QR trên màn hình sảnh.",
            "窓口にお越しかどうか確認できませんでした。ロビー画面のQRコードをもう一度読み取ってください。"),
        [ProblemCodes.PresenceCodeExpired] = new(
            "QR 코드가 새것으로 바뀌었습니다. 민원실 화면에 지금 보이는 QR 코드를 다시 스캔해 주세요.",
            "The QR code has changed meanwhile. Please scan the one that the lobby screen shows now.",
            "二维码已更新。请扫描大厅屏幕上当前显示的二维码。",
            "Mã QR đã được đổi. Vui lòng quét mã đang hiển thị trên màn hình sảnh.",
            "QRコードが新しいものに変わりました。ロビー画面に今表示されているQRコードを読み取ってください。"),
        [ProblemCodes.ServiceClosed] = new(
            "오늘은 이 업무의 접수가 끝났습니다.",
            "This service takes no more tickets today.",
            "今天该业务已停止受理。",
            "Hôm nay thủ tục này đã ngừng tiếp nhận.",
            "本日、この用件の受付は終了しました。"),
        [ProblemCodes.DayClosed] = new(
            "오늘 접수가 끝났습니다. 업무 시간에 다시 방문해 주세요.",
            "The office is closed for today. Please come back during opening hours.",
            "今日受理已结束。请在办公时间再来。",
            "Hôm nay đã ngừng tiếp nhận. Vui lòng quay lại trong giờ làm việc.",
            "本日の受付は終了しました。業務時間内に再度お越しください。"),
        [ProblemCodes.OfficeClosed] = new(
            "지금은 업무 시간이 아니어서 번호표를 드릴 수 없습니다. 업무 시간에 다시 이용해 주세요.",
            "The office is closed now, so no number can be given. Please come back during opening hours.",
            "现在不是办公时间，无法取号。请在办公时间使用。",
            "Hiện ngoài giờ làm việc nên không thể phát số. Vui lòng quay lại trong giờ làm việc.",
            "ただいま業務時間外のため、番号札をお出しできません。業務時間内にご利用ください。"),
        [ProblemCodes.DayChanged] = new(
            "업무일이 바뀌었습니다. 화면을 새로 고쳐 주세요.",
            "A new business day has begun. Please reload the page.",
            "营业日已变更。请刷新页面。",
            "Đã sang ngày làm việc mới. Vui lòng tải lại trang.",
            "業務日が変わりました。画面を更新してください。"),
        [ProblemCodes.NumbersExhausted] = new(
            "지금은 발급할 수 있는 번호가 없습니다. 직원에게 문의해 주세요.",
            "No number is free at the moment. Please ask a clerk.",
            "目前没有可发放的号码。请咨询工作人员。",
            "Hiện không còn số để phát. Vui lòng hỏi nhân viên.",
            "現在、お出しできる番号がありません。職員にお尋ねください。"),
        [ProblemCodes.FormLocked] = new(
            "지금은 서식을 고칠 수 없습니다. 고칠 내용은 창구 직원에게 말씀해 주세요.",
            "The form can no longer be changed here. Please tell the clerk what to correct.",
            "目前无法在此修改表格。如需修改，请告知窗口人员。",
            "Hiện không thể sửa đơn tại đây. Vui lòng cho nhân viên tại quầy biết nội dung cần sửa.",
            "現在、ここでは申請書を修正できません。修正したい内容は窓口の職員にお伝えください。"),
        [ProblemCodes.FormConflict] = new(
            "신청서가 다른 화면에서 변경되었습니다. 내용을 확인한 뒤 다시 제출해 주세요.",
            "The form was changed elsewhere. Please check it and submit it again.",
            "申请书已在其他屏幕上更改。请确认内容后重新提交。",
            "Đơn đã được thay đổi ở nơi khác. Vui lòng kiểm tra rồi gửi lại.",
            "申請書が別の画面で変更されました。内容を確認してからもう一度提出してください。"),
        [ProblemCodes.FormInvalid] = new(
            "입력 내용을 확인해 주세요.",
            "Please check what you entered.",
            "请检查填写的内容。",
            "Vui lòng kiểm tra nội dung đã nhập.",
            "入力内容をご確認ください。"),

        [ProblemCodes.ClockSkew] = new(
            "서버 시각이 맞지 않아 처리할 수 없습니다. 직원에게 알려 주세요.",
            "The server's clock is wrong, so this cannot be done. Please tell the staff.",
            "服务器时间有误，无法处理。请告知工作人员。",
            "Giờ của máy chủ không đúng nên không thể xử lý. Vui lòng báo cho nhân viên.",
            "サーバーの時刻が正しくないため処理できません。職員にお知らせください。"),
        [ProblemCodes.NotifyUnavailable] = new(
            "지금은 이 방법으로 알림을 보내 드릴 수 없습니다. 화면과 안내 방송을 확인해 주세요.",
            "Notices cannot be sent this way right now. Please watch the screen and listen to the announcements.",
            "目前无法通过此方式发送通知。请留意屏幕和广播。",
            "Hiện không thể gửi thông báo bằng cách này. Vui lòng theo dõi màn hình và nghe thông báo.",
            "現在この方法では通知をお送りできません。画面と案内放送をご確認ください。"),
        [ProblemCodes.SubscriptionInvalid] = new(
            "알림을 켜지 못했습니다. 언제 알려 드릴지 고르신 뒤 다시 눌러 주세요.",
            "The notices could not be switched on. Please choose when to be told and press again.",
            "未能开启通知。请选择通知时间后再按一次。",
            "Chưa bật được thông báo. Vui lòng chọn thời điểm nhận rồi bấm lại.",
            "通知をオンにできませんでした。お知らせする時点を選んで、もう一度押してください。"),
        [ProblemCodes.PhoneNumberInvalid] = new(
            "휴대전화 번호를 확인해 주세요. 010으로 시작하는 11자리 숫자입니다.",
            "Please check the mobile number: eleven digits that begin with 010.",
            "请确认手机号码：以010开头的11位数字。",
            "Vui lòng kiểm tra số điện thoại di động: 11 chữ số bắt đầu bằng 010.",
            "携帯電話番号をご確認ください。010で始まる11桁の数字です。"),
        [ProblemCodes.Unavailable] = new(
            "지금은 연결할 수 없습니다. 처리된 것은 없으니 잠시 후 다시 시도해 주세요.",
            "The queue cannot be reached right now. Nothing was done; please try again in a moment.",
            "目前无法连接。尚未做任何处理，请稍后再试。",
            "Hiện không thể kết nối. Chưa có gì được thực hiện; vui lòng thử lại sau giây lát.",
            "現在接続できません。何も処理されていませんので、しばらくしてからもう一度お試しください。"),
        [ProblemCodes.Unknown] = new(
            "응답이 늦어 처리 여부를 확인하지 못했습니다. 한 번 더 눌러 주세요. 두 번 처리되지 않습니다.",
            "There was no answer in time. Please press once more; it will not be done twice.",
            "未能及时收到回复，无法确认是否已处理。请再按一次，不会重复处理。",
            "Không nhận được phản hồi kịp thời nên chưa rõ đã xử lý hay chưa. Vui lòng bấm lại một lần nữa; sẽ không bị xử lý hai lần.",
            "応答が遅れ、処理されたか確認できませんでした。もう一度押してください。二重に処理されることはありません。"),
        [ProblemCodes.Internal] = new(
            "예기치 못한 오류가 발생했습니다. 잠시 후 다시 시도하거나 직원에게 문의해 주세요.",
            "Something unexpected went wrong. Please try again in a moment or ask a clerk.",
            "发生意外错误。请稍后再试，或咨询工作人员。",
            "Đã xảy ra lỗi ngoài dự kiến. Vui lòng thử lại sau giây lát hoặc hỏi nhân viên.",
            "予期しないエラーが発生しました。しばらくしてからもう一度お試しいただくか、職員にお問い合わせください。"),
    }.ToFrozenDictionary();

    /// <summary>The sentence of <see cref="ProblemCodes.OfficeClosed"/> where it is known when the office opens.</summary>
    public static LocalText OfficeClosedUntil(LocalText opens) => new(
        $"지금은 업무 시간이 아니어서 번호표를 드릴 수 없습니다. {opens.Ko}.",
        $"The office is closed now, so no number can be given. {opens.En}.",
        $"现在不是办公时间，无法取号。{opens.Zh}。",
        $"Hiện ngoài giờ làm việc nên không thể phát số. {opens.Vi}.",
        $"ただいま業務時間外のため、番号札をお出しできません。{opens.Ja}。");

    /// <summary>The sentence of <paramref name="code"/> in <paramref name="language"/>; an unknown code reads as <see cref="ProblemCodes.Internal"/>.</summary>
    public static string In(string code, string language) =>
        (All.TryGetValue(code, out var text) ? text : All[ProblemCodes.Internal]).In(language);
}
