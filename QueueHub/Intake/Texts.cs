using QueueHub.Contracts;

namespace QueueHub.Intake;

/// <summary>Every word of the phone's pages that does not come from an office, a form or a problem code. Methods take what stands inside a sentence.</summary>
public static partial class Texts
{
    // Every page
    public static readonly LocalText SkipToContent = new("본문 바로가기", "Skip to content", "跳至正文", "Đi tới nội dung chính", "本文へ移動");
    public static readonly LocalText Help = new(
        "도움이 필요하시면 안내 직원에게 말씀하세요. 종이 번호표와 종이 서식도 이용하실 수 있습니다.",
        "If you need help, please ask the staff. Paper tickets and paper forms are available too.",
        "如需帮助，请告知引导人员。您也可以使用纸质号票和纸质表格。",
        "Nếu cần giúp đỡ, quý vị hãy hỏi nhân viên hướng dẫn. Ở đây cũng có phiếu số giấy và mẫu đơn giấy.",
        "お困りのときは案内係にお声がけください。紙の番号札や紙の申請書もご利用いただけます。");

    // The house: all offices of this hub
    public static readonly LocalText House = new(
        "민원실 번호표",
        "Office queue tickets",
        "政务大厅取号",
        "Lấy số thứ tự tại văn phòng hành chính",
        "窓口の番号札");

    public static readonly LocalText PressAgain = new(
        "화면이 오래되어 처리하지 못했습니다. 한 번 더 눌러 주세요.",
        "This page had grown old and nothing was done. Please press once more.",
        "页面已过期，未能处理。请再按一次。",
        "Trang này đã quá cũ nên chưa có gì được thực hiện. Vui lòng bấm lại một lần nữa.",
        "画面の有効期限が切れたため、処理できませんでした。もう一度押してください。");

    public static readonly LocalText Trying = new(
        "연결을 다시 시도하고 있습니다…",
        "Trying to connect again…",
        "正在重新连接…",
        "Đang thử kết nối lại…",
        "接続をやり直しています…");
    public static readonly LocalText NoAnswer = new(
        "연결이 되지 않아 처리되었는지 확인하지 못했습니다. 다시 누르셔도 한 번만 처리됩니다.",
        "The connection failed, so we cannot tell whether it was done. Press again: it is done only once.",
        "连接中断，无法确认是否已处理。再按一次也只会处理一次。",
        "Mất kết nối nên chưa rõ yêu cầu đã được xử lý hay chưa. Quý vị cứ bấm lại: yêu cầu chỉ được xử lý một lần.",
        "接続できず、処理されたか確認できませんでした。もう一度押しても、処理は一度だけです。");

    // Office
    public static readonly LocalText ChooseService = new(
        "어떤 업무로 오셨나요?",
        "What brings you here?",
        "您要办理什么业务？",
        "Quý vị đến làm thủ tục gì?",
        "どのようなご用件ですか");
    public static readonly LocalText DayClosedTitle = new(
        "지금은 접수 시간이 아닙니다",
        "The office is closed right now",
        "现在不是受理时间",
        "Hiện không phải giờ tiếp nhận",
        "ただいま受付時間外です");
    public static readonly LocalText DayClosed = new(
        "업무 시간에 다시 방문해 주세요. 이미 받으신 번호표가 있으면 직원에게 문의해 주세요.",
        "Please come back during opening hours. If you still hold a ticket, please ask the staff.",
        "请在办公时间再来。如果您已持有号票，请咨询工作人员。",
        "Vui lòng quay lại trong giờ làm việc. Nếu quý vị đang giữ phiếu số, hãy hỏi nhân viên.",
        "業務時間内に改めてお越しください。番号札をお持ちの方は職員にお尋ねください。");
    public static readonly LocalText AfterHoursTitle = new(
        "지금은 업무 시간이 아닙니다",
        "We are closed now",
        "现在不是办公时间",
        "Hiện ngoài giờ làm việc",
        "ただいま業務時間外です");
    public static readonly LocalText AfterHours = new(
        "번호표는 업무 시간에 받으실 수 있습니다. 이미 받으신 번호표는 창구에서 계속 처리합니다.",
        "Numbers are given during opening hours. Tickets already given are still served.",
        "办公时间内可以取号。已取的号码，窗口会继续办理。",
        "Chỉ phát số trong giờ làm việc. Những số đã phát vẫn được phục vụ tại quầy.",
        "番号札は業務時間内にお取りいただけます。すでにお取りの番号は、引き続き窓口でご案内します。");
    public static readonly LocalText ClosesSoon = new(
        "마감 전에 번호표를 받으신 분은 모두 처리해 드립니다.",
        "Everyone who has a number by then will be served.",
        "停止受理前已取号的，都会为您办理。",
        "Ai đã lấy số trước giờ đó đều được phục vụ.",
        "それまでに番号札を取られた方は、全員ご案内します。");
    public static readonly LocalText NotConnectedTitle = new(
        "잠시 연결을 확인하고 있습니다",
        "Reconnecting for a moment",
        "正在重新确认连接",
        "Đang kết nối lại",
        "接続を確認しています");
    public static readonly LocalText NotConnected = new(
        "대기 현황이 실제와 다를 수 있습니다. 받으신 번호와 순서는 그대로 유지됩니다.",
        "The figures may be out of date. Numbers already given keep their place.",
        "等候情况可能与实际不符。已取的号码和顺序保持不变。",
        "Số liệu có thể khác thực tế. Số và thứ tự đã phát vẫn được giữ nguyên.",
        "待ち状況が実際と異なる場合があります。お取りになった番号と順番はそのままです。");
    public static readonly LocalText WaitingLabel = new("대기", "Waiting", "等候", "Đang chờ", "待ち人数");
    public static readonly LocalText CountersLabel = new("열린 창구", "Open counters", "开放窗口", "Quầy đang mở", "受付中の窓口");
    public static readonly LocalText NoCounterOpen = new("없음", "None", "无", "Không có", "なし");
    public static readonly LocalText OpeningHours = new("업무 시간", "Opening hours", "办公时间", "Giờ làm việc", "業務時間");
    public static readonly LocalText Address = new("주소", "Address", "地址", "Địa chỉ", "住所");
    public static readonly LocalText YourTicket = new("내 번호표", "Your ticket", "我的号票", "Phiếu số của quý vị", "あなたの番号札");
    public static LocalText People(int count) => new(
        $"{count}명", count == 1 ? "1 person" : $"{count} people", $"{count}人", $"{count} người", $"{count}人");
    public static LocalText Counters(IReadOnlyCollection<string> counters) =>
        counters.Count == 0 ? NoCounterOpen : Listed(string.Join("·", counters), string.Join(", ", counters));
    private static LocalText Listed(string dotted, string listed) => new($"{dotted}번", listed, $"{dotted}号", listed, $"{dotted}番");

    // Service
    public static readonly LocalText NumberFirst = new("번호표 먼저 받기", "Get a number first", "先取号", "Lấy số trước", "先に番号札を取る");
    public static readonly LocalText NumberFirstHelp = new(
        "바로 대기가 시작되고, 기다리는 동안 서식을 작성합니다.",
        "You are in line at once and write the form while you wait.",
        "立即开始排队，等候时填写表格。",
        "Quý vị vào hàng chờ ngay và điền đơn trong lúc chờ.",
        "すぐに順番待ちが始まり、待っている間に申請書を書きます。");
    public static readonly LocalText FormFirst = new("서식 먼저 쓰기", "Write the form first", "先填表", "Điền đơn trước", "先に申請書を書く");
    public static readonly LocalText FormFirstHelp = new(
        "작성을 마치면 번호표가 나옵니다.",
        "You get your number when the form is done.",
        "填完后即可取得号码。",
        "Điền xong, quý vị sẽ nhận được số.",
        "書き終わると番号札が出ます。");
    public static readonly LocalText GetNumber = new("번호표 받기", "Get a number", "取号", "Lấy số", "番号札を取る");
    public static readonly LocalText HowToStart = new(
        "어떻게 시작할까요?",
        "How would you like to start?",
        "您想怎样开始？",
        "Quý vị muốn bắt đầu thế nào?",
        "どちらから始めますか");
    public static readonly LocalText FormOfService = new("작성할 서식", "The form", "需填写的表格", "Mẫu đơn cần điền", "記入する申請書");
    public static readonly LocalText ChooseOtherService = new(
        "다른 업무 선택",
        "Choose another service",
        "选择其他业务",
        "Chọn thủ tục khác",
        "ほかの用件を選ぶ");

    // Form
    public static readonly LocalText Next = new("다음", "Continue", "下一步", "Tiếp tục", "次へ");
    public static readonly LocalText Back = new("이전", "Back", "上一步", "Quay lại", "戻る");
    public static readonly LocalText ReviewTitle = new(
        "내용을 확인해 주세요",
        "Please check your answers",
        "请确认填写内容",
        "Vui lòng kiểm tra lại nội dung",
        "内容をご確認ください");
    public static readonly LocalText Change = new("고치기", "Change", "修改", "Sửa", "直す");
    public static readonly LocalText SubmitAndGetNumber = new(
        "제출하고 번호표 받기",
        "Submit and get a number",
        "提交并取号",
        "Nộp và lấy số",
        "提出して番号札を取る");
    public static readonly LocalText SubmitForm = new("서식 제출하기", "Submit the form", "提交表格", "Nộp đơn", "申請書を提出する");
    public static readonly LocalText SubmitChanges = new("고친 내용 제출하기", "Submit the changes", "提交修改", "Nộp nội dung đã sửa", "直した内容を提出する");
    public static readonly LocalText ErrorsTitle = new(
        "입력하신 내용을 확인해 주세요",
        "Please check what you entered",
        "请检查填写的内容",
        "Vui lòng kiểm tra nội dung đã nhập",
        "入力内容をご確認ください");
    public static readonly LocalText ErrorPrefix = new("오류", "Error", "错误", "Lỗi", "エラー");
    public static readonly LocalText OneMore = new(
        "선택하신 내용에 따라 더 여쭤볼 것이 있습니다.",
        "Your answer leads to one more question.",
        "根据您的选择，还有需要回答的问题。",
        "Theo lựa chọn của quý vị, còn một câu hỏi nữa.",
        "選択された内容により、もう少しお尋ねします。");
    public static readonly LocalText DraftRestored = new(
        "이 휴대전화에 저장된 작성 내용을 불러왔습니다.",
        "What you had written on this phone was restored.",
        "已恢复您之前在这部手机上填写的内容。",
        "Đã khôi phục nội dung quý vị viết dở trên điện thoại này.",
        "この携帯電話に保存されていた入力内容を読み込みました。");
    public static readonly LocalText DraftDiscard = new(
        "지우고 처음부터 쓰기",
        "Erase it and start anew",
        "清除并重新填写",
        "Xóa và viết lại từ đầu",
        "消して最初から書く");
    public static readonly LocalText FormOffline = new(
        "연결이 끊겨 보내지 못했습니다. 작성하신 내용은 그대로 있습니다. 다시 눌러 주세요.",
        "The connection was lost and nothing was sent. What you wrote is still here; please press again.",
        "连接中断，未能发送。您填写的内容都还在，请再按一次。",
        "Mất kết nối nên chưa gửi được. Nội dung quý vị viết vẫn còn nguyên; vui lòng bấm lại.",
        "接続が切れて送信できませんでした。入力した内容はそのまま残っています。もう一度押してください。");
    public static readonly LocalText ConflictTitle = new(
        "다른 화면에서도 고친 내용이 있습니다",
        "Something was also changed elsewhere",
        "其他屏幕也修改了内容",
        "Có nội dung cũng đã được sửa ở nơi khác",
        "別の画面でも変更された内容があります");
    public static readonly LocalText ConflictHelp = new(
        "이 화면에 쓰신 내용은 그대로 있습니다. 어느 쪽이 맞는지 확인하신 뒤 다음을 누르시면 이 화면의 내용으로 저장됩니다.",
        "What you wrote on this page is still here. Please check which one is right: when you continue, what stands on this page is kept.",
        "您在本页填写的内容都还在。请确认哪一个正确；按“下一步”后，将保存本页的内容。",
        "Nội dung quý vị viết trên trang này vẫn còn. Hãy xem bên nào đúng: khi bấm Tiếp tục, nội dung trên trang này sẽ được lưu.",
        "この画面に入力した内容はそのままです。どちらが正しいか確認してから「次へ」を押すと、この画面の内容で保存されます。");
    public static readonly LocalText ConflictThere = new("다른 화면", "Elsewhere", "其他屏幕", "Nơi khác", "別の画面");
    public static readonly LocalText ConflictHere = new("이 화면", "This page", "本页", "Trang này", "この画面");
    public static readonly LocalText ConflictField = new(
        "다른 화면에서 이 칸을 고쳤습니다: {theirs}. 다음을 누르시면 이 화면의 내용으로 저장됩니다.",
        "This was changed elsewhere to: {theirs}. When you continue, what stands here is kept.",
        "其他屏幕将此项改为：{theirs}。按“下一步”后，将保存本页的内容。",
        "Mục này đã được sửa ở nơi khác thành: {theirs}. Khi bấm Tiếp tục, nội dung ở đây sẽ được lưu.",
        "別の画面でこの欄が変更されました：{theirs}。「次へ」を押すと、この画面の内容で保存されます。");
    public static readonly LocalText NotKept = new(
        "지금은 저장하지 못했습니다. 이어서 쓰시면 다음에 함께 저장됩니다.",
        "This could not be saved just now. Go on: it is saved with the next page.",
        "目前未能保存。请继续填写，下一页会一并保存。",
        "Hiện chưa lưu được. Quý vị cứ viết tiếp: nội dung sẽ được lưu cùng trang sau.",
        "今は保存できませんでした。続けて入力すると、次のページと一緒に保存されます。");
    public static readonly LocalText KeptSoFar = new(
        "지금까지 쓰신 내용이 저장되었습니다.",
        "What you have written so far is saved.",
        "到目前为止填写的内容已保存。",
        "Nội dung quý vị viết đến giờ đã được lưu.",
        "ここまで入力した内容を保存しました。");
    public static readonly LocalText ConflictEmpty = new("(비어 있음)", "(empty)", "（空白）", "(để trống)", "（空欄）");
    public static readonly LocalText PageTooOld = new(
        "화면이 오래되어 한 번 더 확인이 필요합니다. 작성하신 내용은 그대로 있으니 다시 눌러 주세요.",
        "This page had grown old. What you wrote is still here; please press once more.",
        "页面已过期，需要再确认一次。您填写的内容都还在，请再按一次。",
        "Trang này đã quá cũ nên cần xác nhận lại. Nội dung quý vị viết vẫn còn; vui lòng bấm lại.",
        "画面の有効期限が切れたため、もう一度確認が必要です。入力した内容はそのままですので、もう一度押してください。");
    public static readonly LocalText AlreadySent = new(
        "이 서식은 이미 제출되어 번호표가 나왔습니다. 새 번호표가 더 필요하시면 한 번 더 눌러 주세요.",
        "This form was already submitted and a number was given. If you need one more number, please press once more.",
        "该表格已提交并取得号码。如需再取一个号码，请再按一次。",
        "Đơn này đã được nộp và đã có số. Nếu cần thêm một số nữa, vui lòng bấm lại.",
        "この申請書はすでに提出され、番号札が出ています。もう一枚必要な場合は、もう一度押してください。");
    public static LocalText StepOf(int step, int steps) => new(
        $"{steps}단계 중 {step}단계", $"Step {step} of {steps}", $"第{step}步，共{steps}步", $"Bước {step} trên {steps}", $"{steps}ステップ中{step}");
    public static LocalText ChangeOf(string step) => new(
        $"{step} 고치기", $"Change: {step}", $"修改：{step}", $"Sửa: {step}", $"{step}を直す");

    // Ticket
    public static readonly LocalText NumberLabel = new("내 번호", "Your number", "您的号码", "Số của quý vị", "あなたの番号");
    public static readonly LocalText AheadLabel = new(
        "내 앞에 기다리는 사람",
        "People ahead of you",
        "您前面等候的人数",
        "Số người chờ trước quý vị",
        "あなたの前にお待ちの方");
    public static readonly LocalText AheadUnit = new("명", "", "人", "", "人");
    public static readonly LocalText WaitNear = new(
        "차례가 되면 이 화면이 바뀝니다. 창구 가까이에서 기다려 주세요.",
        "This page changes when it is your turn. Please stay near the counters.",
        "轮到您时，本页面会变化。请在窗口附近等候。",
        "Trang này sẽ thay đổi khi đến lượt quý vị. Vui lòng chờ gần quầy.",
        "順番が来るとこの画面が変わります。窓口の近くでお待ちください。");
    public static readonly LocalText NextTitle = new("다음 차례입니다", "You are next", "下一位就是您", "Quý vị là người tiếp theo", "次があなたの番です");
    public static readonly LocalText NextHelp = new(
        "창구 앞에서 기다려 주세요. 곧 부르겠습니다.",
        "Please wait in front of the counters. You will be called in a moment.",
        "请在窗口前等候，马上就会叫号。",
        "Vui lòng chờ trước quầy. Quý vị sẽ được gọi ngay.",
        "窓口の前でお待ちください。まもなくお呼びします。");
    public static readonly LocalText CalledLabel = new("지금 오세요", "Please come now", "请现在过来", "Mời quý vị đến ngay", "今すぐお越しください");
    public static readonly LocalText CalledHelp = new(
        "신분증을 준비해 창구로 오세요.",
        "Please have your ID card ready.",
        "请准备好身份证件，前往窗口。",
        "Vui lòng chuẩn bị sẵn giấy tờ tùy thân.",
        "本人確認書類をご用意のうえ、窓口へお越しください。");
    public static readonly LocalText ServingTitle = new(
        "처리 중입니다",
        "You are being served",
        "正在为您办理",
        "Quý vị đang được phục vụ",
        "ただいま手続き中です");
    public static readonly LocalText ParkedTitle = new(
        "잠시 보류 중입니다",
        "Your ticket is set aside",
        "暂时保留",
        "Phiếu số tạm được giữ lại",
        "いったん保留中です");
    public static readonly LocalText ParkedHelp = new(
        "직원이 다시 안내해 드립니다. 순서는 그대로 유지됩니다.",
        "A clerk will call you back. Your place is kept.",
        "工作人员会再次通知您，您的顺序保持不变。",
        "Nhân viên sẽ gọi lại cho quý vị. Thứ tự vẫn được giữ nguyên.",
        "職員が改めてご案内します。順番はそのままです。");
    public static readonly LocalText NoShowTitle = new(
        "호출했지만 오지 않으셨습니다",
        "You were called but did not come",
        "已叫过您的号，但您没有到",
        "Đã gọi số nhưng quý vị không đến",
        "お呼びしましたが、お越しになりませんでした");
    public static readonly LocalText NoShowHelp = new(
        "괜찮습니다. 창구 직원에게 이 화면을 보여 주시면 다시 대기하실 수 있습니다.",
        "That is all right. Show this page to a clerk and you can wait again.",
        "没关系。请向窗口工作人员出示本页面，即可重新排队。",
        "Không sao. Hãy cho nhân viên tại quầy xem trang này để được chờ tiếp.",
        "大丈夫です。この画面を窓口の職員にお見せいただければ、もう一度お待ちいただけます。");
    public static readonly LocalText OnTheWayTitle = new(
        "오시는 중입니다",
        "You are on the way",
        "您正在来的路上",
        "Quý vị đang trên đường đến",
        "お越しになる途中です");
    public static readonly LocalText OnTheWayHelp = new(
        "민원실에 도착하시면 대기가 시작됩니다.",
        "You join the line when you arrive at the office.",
        "到达现场后开始排队。",
        "Quý vị sẽ vào hàng chờ khi đến nơi.",
        "到着されると順番待ちが始まります。");
    public static readonly LocalText DoneTitle = new("업무가 끝났습니다", "Your visit is finished", "业务已办完", "Thủ tục đã hoàn tất", "手続きが終わりました");
    public static readonly LocalText DoneHelp = new(
        "방문해 주셔서 감사합니다. 안녕히 가세요.",
        "Thank you for your visit. Goodbye.",
        "感谢您的到来，再见。",
        "Cảm ơn quý vị đã đến. Tạm biệt.",
        "ご来庁ありがとうございました。お気をつけてお帰りください。");
    public static readonly LocalText CancelledTitle = new(
        "번호표가 취소되었습니다",
        "This ticket was cancelled",
        "号票已取消",
        "Phiếu số đã bị hủy",
        "番号札を取り消しました");
    public static readonly LocalText CancelledHelp = new(
        "필요하시면 언제든지 다시 받으실 수 있습니다.",
        "You can get a new one at any time.",
        "如有需要，可随时重新取号。",
        "Quý vị có thể lấy số mới bất cứ lúc nào.",
        "必要なときは、いつでも取り直せます。");
    public static readonly LocalText ExpiredTitle = new(
        "접수가 마감되었습니다",
        "The office has closed for the day",
        "受理已结束",
        "Đã hết giờ tiếp nhận",
        "受付は終了しました");
    public static readonly LocalText ExpiredHelp = new(
        "오늘 순서가 오지 않아 죄송합니다. 다음 업무일에 번호표를 다시 받아 주세요.",
        "We are sorry that your turn did not come today. Please get a new ticket on the next working day.",
        "很抱歉今天未能轮到您。请在下一个工作日重新取号。",
        "Rất tiếc hôm nay chưa đến lượt quý vị. Vui lòng lấy số mới vào ngày làm việc tiếp theo.",
        "本日は順番をご案内できず、申し訳ございません。次の業務日に改めて番号札をお取りください。");
    public static readonly LocalText NewTicket = new("새 번호표 받기", "Get a new ticket", "重新取号", "Lấy số mới", "新しい番号札を取る");
    public static readonly LocalText Live = new(
        "이 화면은 저절로 바뀝니다",
        "This page updates by itself",
        "本页面会自动更新",
        "Trang này tự cập nhật",
        "この画面は自動で変わります");
    public static readonly LocalText RefreshesItself = new(
        "이 화면은 10초마다 새로 고쳐집니다",
        "This page reloads every 10 seconds",
        "本页面每10秒刷新一次",
        "Trang này tải lại mỗi 10 giây",
        "この画面は10秒ごとに更新されます");
    public static readonly LocalText Reconnecting = new(
        "다시 연결하는 중입니다. 순서는 그대로 유지됩니다.",
        "Reconnecting. Your place is kept.",
        "正在重新连接，您的顺序保持不变。",
        "Đang kết nối lại. Thứ tự của quý vị vẫn được giữ nguyên.",
        "接続し直しています。順番はそのままです。");
    public static readonly LocalText Stale = new(
        "지금은 최신 상태를 확인할 수 없습니다. 순서는 그대로 유지되며, 호출은 민원실 화면에서도 확인하실 수 있습니다.",
        "The newest state cannot be seen right now. Your place is kept; calls are also shown on the lobby screen.",
        "目前无法确认最新状态。您的顺序保持不变，叫号也可以在大厅屏幕上查看。",
        "Hiện chưa xem được tình trạng mới nhất. Thứ tự vẫn được giữ nguyên; quý vị cũng có thể xem gọi số trên màn hình ở sảnh.",
        "今は最新の状況を確認できません。順番はそのままです。呼び出しはロビーの画面でもご確認いただけます。");
    public static readonly LocalText SendingAgain = new(
        "서식 내용이 유실되어 이 휴대전화에 남아 있는 내용을 다시 보내고 있습니다.",
        "Part of your form was lost on our side. This phone is sending it again.",
        "部分表格内容在我方丢失，正在用这部手机里的内容重新发送。",
        "Một phần nội dung đơn đã bị mất ở phía chúng tôi. Điện thoại này đang gửi lại.",
        "申請書の内容が一部失われたため、この携帯電話に残っている内容を送り直しています。");
    public static readonly LocalText SentAgain = new(
        "서식을 다시 보냈습니다. 따로 하실 일은 없습니다.",
        "Your form was sent again. There is nothing you need to do.",
        "表格已重新发送，您无需做任何操作。",
        "Đơn đã được gửi lại. Quý vị không cần làm gì thêm.",
        "申請書を送り直しました。お手続きは必要ありません。");
    public static LocalText NextCounter(string counters) => new(
        $"번호는 그대로입니다. 다음은 {counters}번 창구에서 부릅니다.",
        $"Keep your number. You will be called to counter {counters} next.",
        $"号码不变。接下来由{counters}号窗口叫号。",
        $"Số của quý vị giữ nguyên. Tiếp theo quầy {counters} sẽ gọi.",
        $"番号はそのままです。次は{counters}番窓口でお呼びします。");
    public static readonly LocalText OpenCountersLabel = new("지금 열린 창구", "Counters open now", "目前开放窗口", "Số quầy đang mở", "受付中の窓口");
    public static readonly LocalText OpenCountersUnit = new("곳", "", "个", "", "か所");
    public static readonly LocalText FormTodoTitle = new(
        "기다리는 동안 서식을 작성하세요",
        "Write the form while you wait",
        "请在等候时填写表格",
        "Hãy điền đơn trong lúc chờ",
        "お待ちの間に申請書をご記入ください");
    public static readonly LocalText FormTodoHelp = new(
        "미리 쓰시면 창구에서 바로 처리됩니다.",
        "Then everything is ready at the counter.",
        "提前填好，到窗口即可办理。",
        "Điền sẵn thì đến quầy sẽ được làm ngay.",
        "先に書いておくと、窓口ですぐに手続きできます。");
    public static readonly LocalText FormWrite = new("서식 작성하기", "Write the form", "填写表格", "Điền đơn", "申請書を書く");
    public static readonly LocalText FormReadyTitle = new("서식을 제출했습니다", "The form is submitted", "表格已提交", "Đơn đã được nộp", "申請書を提出しました");
    public static readonly LocalText FormReadyHelp = new(
        "호출되기 전까지 고칠 수 있습니다.",
        "You can change it until you are called.",
        "叫号之前可以修改。",
        "Quý vị có thể sửa cho đến khi được gọi.",
        "呼び出されるまでは直せます。");
    public static readonly LocalText FormClerkTitle = new(
        "서식은 창구에서 마무리합니다",
        "You will finish the form at the counter",
        "表格将在窗口完成",
        "Đơn sẽ được hoàn tất tại quầy",
        "申請書は窓口で仕上げます");
    public static readonly LocalText FormClerkHelp = new(
        "지금까지 쓰신 내용을 보면서 직원이 함께 완성해 드립니다.",
        "The clerk sees what you have written so far and completes it with you.",
        "工作人员会看着您已填写的内容，与您一起完成。",
        "Nhân viên xem phần quý vị đã viết và cùng quý vị hoàn tất.",
        "ここまでの内容を見ながら、職員が一緒に仕上げます。");
    public static readonly LocalText FormCorrect = new("서식 고치기", "Change the form", "修改表格", "Sửa đơn", "申請書を直す");
    public static readonly LocalText FormLockedHelp = new(
        "고칠 내용은 창구 직원에게 말씀하세요.",
        "Please tell the clerk if something should be changed.",
        "如需修改，请告知窗口工作人员。",
        "Nếu cần sửa, vui lòng báo cho nhân viên tại quầy.",
        "直したい内容は、窓口の職員にお伝えください。");
    public static readonly LocalText Share = new(
        "다른 휴대전화에서 보기",
        "See it on another phone",
        "在另一部手机上查看",
        "Xem trên điện thoại khác",
        "ほかの携帯電話で見る");
    public static readonly LocalText ShareQr = new(
        "이 번호표의 QR 코드",
        "QR code of this ticket",
        "该号票的二维码",
        "Mã QR của phiếu số này",
        "この番号札のQRコード");
    public static readonly LocalText Cancel = new("번호표 취소", "Cancel the ticket", "取消号票", "Hủy phiếu số", "番号札を取り消す");
    public static readonly LocalText CancelHelp = new(
        "취소하면 순서가 사라지며 되돌릴 수 없습니다.",
        "You lose your place in line. This cannot be undone.",
        "取消后将失去排队顺序，且无法恢复。",
        "Hủy rồi quý vị sẽ mất thứ tự và không thể lấy lại.",
        "取り消すと順番がなくなり、元に戻せません。");
    public static readonly LocalText CancelFormHelp = new(
        "제출하신 서식도 함께 지워집니다.",
        "The submitted form is erased as well.",
        "已提交的表格也会一并删除。",
        "Đơn đã nộp cũng sẽ bị xóa.",
        "提出した申請書も一緒に削除されます。");
    public static readonly LocalText CancelYes = new("네, 취소합니다", "Yes, cancel it", "是，取消", "Có, hủy phiếu", "はい、取り消します");
    public static readonly LocalText CancelNo = new("아니요, 계속 기다립니다", "No, keep waiting", "否，继续等候", "Không, tôi chờ tiếp", "いいえ、このまま待ちます");
    public static LocalText CancelQuestion(int number) => new(
        $"{number}번 번호표를 취소할까요?", $"Cancel ticket {number}?", $"要取消{number}号票吗？", $"Hủy phiếu số {number}?", $"{number}番の番号札を取り消しますか");
    public static LocalText TicketNumber(int number) => new($"{number}번", $"Number {number}", $"{number}号", $"Số {number}", $"{number}番");
    public static LocalText GoToCounter(string counter) => new(
        $"{counter}번 창구로 오세요", $"Go to counter {counter}", $"请到{counter}号窗口", $"Mời đến quầy {counter}", $"{counter}番窓口へお越しください");
    public static LocalText AtCounter(string counter) => new($"{counter}번 창구", $"Counter {counter}", $"{counter}号窗口", $"Quầy {counter}", $"{counter}番窓口");

    // Problems
    public static readonly LocalText ProblemNotFound = new("찾을 수 없습니다", "Not found", "找不到", "Không tìm thấy", "見つかりません");
    public static readonly LocalText ProblemRequest = new("처리할 수 없습니다", "This cannot be done", "无法处理", "Không thể xử lý", "処理できません");
    public static readonly LocalText ProblemTooMany = new("잠시만 기다려 주세요", "One moment, please", "请稍候", "Vui lòng chờ một lát", "少々お待ちください");
    public static readonly LocalText ProblemUnavailable = new(
        "잠시 연결할 수 없습니다",
        "Not available for a moment",
        "暂时无法连接",
        "Tạm thời không kết nối được",
        "一時的に接続できません");
    public static readonly LocalText ProblemInternal = new("문제가 발생했습니다", "Something went wrong", "出现问题", "Đã xảy ra sự cố", "問題が発生しました");
    public static readonly LocalText TryAgain = new("다시 시도", "Try again", "重试", "Thử lại", "もう一度試す");
    public static readonly LocalText ToOffice = new(
        "민원실 첫 화면으로",
        "To the office's page",
        "返回大厅首页",
        "Về trang đầu của văn phòng",
        "窓口の最初の画面へ");
    public static readonly LocalText ToStart = new("첫 화면으로", "To the start page", "返回首页", "Về trang đầu", "最初の画面へ");

    // Poster
    public static readonly LocalText PosterTitle = new(
        "휴대전화로 번호표를 받으세요",
        "Get your number on your phone",
        "用手机取号",
        "Lấy số bằng điện thoại",
        "スマートフォンで番号札を");
    public static readonly LocalText PosterScan = new(
        "카메라로 QR 코드를 비추세요",
        "Point your camera at the QR code",
        "用相机扫描二维码",
        "Hướng máy ảnh vào mã QR",
        "カメラをQRコードに向けてください");
    public static readonly LocalText PosterScanHelp = new(
        "앱을 설치하지 않아도 됩니다.",
        "No app is needed.",
        "无需安装应用。",
        "Không cần cài ứng dụng.",
        "アプリは必要ありません。");
    public static readonly LocalText PosterChoose = new(
        "업무를 선택하고 번호를 받으세요",
        "Choose a service and get a number",
        "选择业务并取号",
        "Chọn thủ tục và lấy số",
        "用件を選んで番号を取ってください");
    public static readonly LocalText PosterChooseHelp = new(
        "서식도 휴대전화로 작성합니다.",
        "Write the form on your phone as well.",
        "表格也可用手机填写。",
        "Điền đơn cũng bằng điện thoại.",
        "申請書もスマートフォンで書けます。");
    public static readonly LocalText PosterWait = new(
        "화면에 창구 번호가 나오면 오세요",
        "Come when your counter is shown",
        "显示窗口号后请过来",
        "Đến khi màn hình hiện số quầy",
        "窓口番号が出たらお越しください");
    public static readonly LocalText PosterWaitHelp = new(
        "순서는 휴대전화와 화면에서 볼 수 있습니다.",
        "Follow your place on the phone or the lobby screen.",
        "可在手机和大厅屏幕上查看顺序。",
        "Xem thứ tự trên điện thoại hoặc màn hình ở sảnh.",
        "順番はスマートフォンとロビーの画面で確認できます。");
    public static readonly LocalText PosterNoPhone = new(
        "휴대전화가 없으시면 직원에게 말씀하세요. 종이 번호표를 드립니다.",
        "No phone? Please ask the staff for a paper ticket.",
        "没有手机？请告知工作人员，我们为您提供纸质号票。",
        "Không có điện thoại? Hãy báo nhân viên để nhận phiếu số giấy.",
        "携帯電話をお持ちでない方は職員にお声がけください。紙の番号札をお渡しします。");
    public static readonly LocalText PosterQr = new(
        "이 민원실의 QR 코드",
        "QR code of this office",
        "该大厅的二维码",
        "Mã QR của văn phòng này",
        "この窓口のQRコード");
    public static readonly LocalText Print = new("인쇄하기", "Print", "打印", "In", "印刷する");
}
