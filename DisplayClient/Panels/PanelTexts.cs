using System.Globalization;
using QueueHub.Contracts;

namespace DisplayClient.Panels;

/// <summary>Every sentence of the panel, in the five languages that its buttons offer.</summary>
public static class PanelTexts
{
    /// <summary>The languages and their own names, in the order of the buttons.</summary>
    public static IReadOnlyList<(string Code, string Name)> Languages { get; } =
        [("ko", "한국어"), ("en", "English"), ("zh", "中文"), ("vi", "Tiếng Việt"), ("ja", "日本語")];

    // Idle and called
    public static readonly LocalText Counter = new("창구", "Counter", "窗口", "Quầy", "窓口");
    public static readonly LocalText Next = new("다음 번호", "Next number", "下一个号码", "Số tiếp theo", "次の番号");
    public static readonly LocalText NobodyWaits = new("기다리는 분이 없습니다", "Nobody is waiting", "目前无人等候", "Không có người đang chờ", "お待ちの方はいません");
    public static readonly LocalText Number = new("번호", "Number", "号码", "Số", "番号");
    public static readonly LocalText PleaseCome = new(
        "이 창구로 와 주세요", "Please come to this counter", "请到本窗口办理", "Xin mời đến quầy này", "この窓口へお越しください");
    public static readonly LocalText BeingServed = new("상담 중", "Being served", "正在办理", "Đang được phục vụ", "対応中");
    public static readonly LocalText Paused = new("잠시 중단", "Paused for a moment", "暂停办理", "Tạm dừng", "一時休止中");
    public static readonly LocalText PausedHint = new(
        "번호를 부르는 창구로 와 주세요", "Please go to the counter that calls your number", "请到叫到您号码的窗口办理", "Xin đến quầy gọi số của quý vị",
        "番号が呼ばれた窓口へお越しください");
    public static readonly LocalText Closed = new("이 창구는 지금 운영하지 않습니다", "This counter is closed", "本窗口暂不办理", "Quầy này hiện không phục vụ", "この窓口は受付しておりません");
    public static readonly LocalText Connecting = new("서버에 연결하고 있습니다", "Connecting to the server", "正在连接服务器", "Đang kết nối máy chủ", "サーバーに接続しています");
    public static readonly LocalText Lost = new(
        "연결이 끊겼습니다. 잠시 기다려 주세요", "Connection lost. Please wait a moment", "连接已断开，请稍候", "Mất kết nối. Xin chờ một lát", "接続が切れました。少々お待ちください");
    public static readonly LocalText Stale = new(
        "정보 갱신이 지연되고 있습니다. 잠시 기다려 주세요", "Updates are delayed. Please wait a moment", "信息更新延迟，请稍候",
        "Thông tin đang cập nhật chậm. Xin chờ một lát", "情報の更新が遅れています。少々お待ちください");
    public static readonly LocalText SoundOff = new(
        "소리를 켜려면 화면을 누르세요", "Touch the screen to turn sound on", "轻触屏幕开启声音", "Chạm vào màn hình để bật âm thanh", "画面に触れると音が出ます");
    public static readonly LocalText Language = new("언어", "Language", "语言", "Ngôn ngữ", "言語");

    // The form
    public static readonly LocalText FormLoading = new("서식을 불러오고 있습니다", "Getting the form", "正在读取表格", "Đang tải biểu mẫu", "書類を読み込んでいます");
    public static readonly LocalText NoForm = new("작성하실 서식이 없습니다", "There is no form to fill in", "无需填写表格", "Không có biểu mẫu cần điền", "ご記入いただく書類はありません");
    public static readonly LocalText NoFormHint = new(
        "직원의 안내를 받아 주세요", "The clerk will help you", "请听从工作人员的指引", "Xin nghe nhân viên hướng dẫn", "職員がご案内します");
    public static readonly LocalText TouchToChange = new(
        "고치실 곳을 누르세요", "Touch what you want to change", "点击要修改的内容", "Chạm vào mục cần sửa", "直したいところに触れてください");
    public static readonly LocalText Hidden = new("눌러서 보기", "Touch to see", "点击查看", "Chạm để xem", "触れると表示");
    public static readonly LocalText Missing = new("적어 주세요", "Please fill in", "请填写", "Xin điền", "ご記入ください");
    public static readonly LocalText Wrong = new("확인해 주세요", "Please check", "请核对", "Xin kiểm tra lại", "ご確認ください");
    public static readonly LocalText ClerkWrites = new("직원이 작성 중", "The clerk is writing here", "工作人员正在填写", "Nhân viên đang điền", "職員が入力中");
    public static readonly LocalText Saved = new("저장했습니다", "Saved", "已保存", "Đã lưu", "保存しました");

    // One field
    public static readonly LocalText Save = new("저장", "Save", "保存", "Lưu", "保存");
    public static readonly LocalText Saving = new("저장하고 있습니다", "Saving", "正在保存", "Đang lưu", "保存しています");
    public static readonly LocalText Cancel = new("취소", "Cancel", "取消", "Hủy", "取り消し");
    public static readonly LocalText SaveFailed = new(
        "저장하지 못했습니다. 다시 눌러 주세요", "It was not saved. Please press again", "未能保存，请再按一次", "Chưa lưu được. Xin bấm lại", "保存できませんでした。もう一度押してください");
    public static readonly LocalText Disputed = new(
        "직원이 같은 곳을 고쳤습니다. 어느 내용으로 할까요?", "The clerk has changed this too. Which one is right?", "工作人员也修改了此项。请选择正确的内容",
        "Nhân viên cũng đã sửa mục này. Xin chọn nội dung đúng", "職員も同じところを直しました。どちらにしますか");
    public static readonly LocalText Theirs = new("직원이 쓴 내용", "Written by the clerk", "工作人员填写", "Nhân viên điền", "職員の入力");
    public static readonly LocalText Mine = new("내가 쓴 내용", "Written by you", "您填写的内容", "Quý vị điền", "ご自分の入力");
    public static readonly LocalText KeepTheirs = new("직원이 쓴 내용으로", "Use the clerk's", "采用工作人员的内容", "Dùng nội dung của nhân viên", "職員の入力にする");
    public static readonly LocalText KeepMine = new("내가 쓴 내용으로", "Use mine", "采用我的内容", "Dùng nội dung của tôi", "自分の入力にする");
    public static readonly LocalText Empty = new("(비어 있음)", "(empty)", "（空白）", "(để trống)", "（空欄）");

    // Signing
    public static readonly LocalText Confirm = new("확인·서명하기", "Confirm and sign", "确认并签名", "Xác nhận và ký tên", "確認・署名する");
    public static readonly LocalText SignTitle = new(
        "내용을 확인하고 서명해 주세요", "Please check this and sign", "请核对内容并签名", "Xin kiểm tra nội dung và ký tên", "内容を確認して署名してください");
    public static readonly LocalText SignHere = new("여기에 서명해 주세요", "Please sign here", "请在此签名", "Xin ký tên tại đây", "ここに署名してください");
    public static readonly LocalText Clear = new("다시 쓰기", "Sign again", "重新签名", "Ký lại", "書き直す");
    public static readonly LocalText Sign = new("서명하고 제출", "Sign and submit", "签名并提交", "Ký và nộp", "署名して提出");
    public static readonly LocalText ConfirmOnly = new("서명 없이 확인", "Confirm without signing", "不签名，仅确认", "Xác nhận không ký", "署名せずに確認");
    public static readonly LocalText Back = new("서식으로 돌아가기", "Back to the form", "返回表格", "Quay lại biểu mẫu", "書類に戻る");
    public static readonly LocalText Sending = new("보내고 있습니다", "Sending", "正在发送", "Đang gửi", "送信しています");
    public static readonly LocalText NotSigned = new(
        "제출하지 못했습니다. 다시 눌러 주세요", "It was not submitted. Please press again", "未能提交，请再按一次", "Chưa nộp được. Xin bấm lại", "提出できませんでした。もう一度押してください");
    public static readonly LocalText ChangedMeanwhile = new(
        "그사이 내용이 바뀌었습니다. 다시 확인해 주세요", "The form was changed meanwhile. Please check again", "内容已更改，请重新核对",
        "Nội dung vừa thay đổi. Xin kiểm tra lại", "内容が変わりました。もう一度ご確認ください");
    public static readonly LocalText ChangedSince = new(
        "서명하신 뒤 내용이 바뀌었습니다. 다시 확인해 주세요", "The form was changed since you signed. Please check again", "签名后内容已更改，请重新核对",
        "Nội dung đã thay đổi sau khi ký. Xin kiểm tra lại", "署名の後に内容が変わりました。もう一度ご確認ください");

    /// <summary>What the counter is called.</summary>
    public static LocalText CounterOf(string counter) => Filled(counter, "{0}번 창구", "Counter {0}", "{0}号窗口", "Quầy {0}", "{0}番窓口");

    /// <summary>So many answers are still to be written before the form can be signed.</summary>
    public static LocalText StillMissing(int count) => Count(
        count, "더 적으실 곳이 {0}개 있습니다", count == 1 ? "{0} answer is missing" : "{0} answers are missing", "还有 {0} 项需要填写", "Còn {0} mục cần điền",
        "あと{0}か所の記入が必要です");

    /// <summary>So many wait for the counter's services.</summary>
    public static LocalText Waiting(int count) => Count(count, "대기 {0}명", "{0} waiting", "{0} 人等候", "{0} người đang chờ", "{0}人待ち");

    /// <summary>The form was signed at this time of the office.</summary>
    public static LocalText SignedAt(DateTimeOffset at) => Time(
        at, "{0}에 서명하고 제출하셨습니다", "Signed and submitted at {0}", "已于 {0} 签名并提交", "Đã ký và nộp lúc {0}", "{0}に署名して提出しました");

    /// <summary>The form was confirmed at this time of the office.</summary>
    public static LocalText ConfirmedAt(DateTimeOffset at) => Time(
        at, "{0}에 확인하고 제출하셨습니다", "Confirmed and submitted at {0}", "已于 {0} 确认并提交", "Đã xác nhận và nộp lúc {0}", "{0}に確認して提出しました");

    /// <summary>The language itself when there is a button for it, otherwise English.</summary>
    public static string Offered(string language) => Languages.Any(offered => offered.Code == language) ? language : "en";

    private static LocalText Count(int count, string ko, string en, string zh, string vi, string ja) =>
        Filled(count.ToString(CultureInfo.InvariantCulture), ko, en, zh, vi, ja);

    private static LocalText Time(DateTimeOffset at, string ko, string en, string zh, string vi, string ja) =>
        Filled(at.ToString("HH:mm", CultureInfo.InvariantCulture), ko, en, zh, vi, ja);

    private static LocalText Filled(string value, string ko, string en, string zh, string vi, string ja)
    {
        return new(With(ko), With(en), With(zh), With(vi), With(ja));

        string With(string text) => string.Format(CultureInfo.InvariantCulture, text, value);
    }
}
