using System.Globalization;
using QueueHub.Contracts;

namespace QueueHub.Intake;

/// <summary>Presence, letting others go first, several numbers on a phone, several services in a visit, and the link that may only look.</summary>
public static partial class Texts
{
    // On the way, and there
    public static readonly LocalText OnTheWayScan = new(
        "도착하시면 QR 코드를 스캔하세요",
        "When you arrive, scan the QR code",
        "到达后请扫描二维码",
        "Khi đến nơi, hãy quét mã QR",
        "到着したらQRコードを読み取ってください");
    public static LocalText OnTheWayScanHelp(int minutes) => new(
        $"민원실 화면에 나오는 QR 코드를 이 휴대전화로 스캔하시면 대기가 시작됩니다. 번호표를 받으신 뒤의 시간은 {minutes}분까지 기다린 시간으로 인정됩니다.",
        $"Scan the QR code on the lobby screen with this phone to join the line. Up to {minutes} minutes since you took the number count as waiting.",
        $"用这部手机扫描大厅屏幕上的二维码后开始排队。取号后的时间最多按{minutes}分钟计入等候时间。",
        $"Dùng điện thoại này quét mã QR trên màn hình sảnh để bắt đầu xếp hàng. Thời gian từ lúc lấy số được tính là đã chờ, tối đa {minutes} phút.",
        $"ロビー画面のQRコードをこの携帯電話で読み取ると順番待ちが始まります。番号を取ってからの時間は{minutes}分まで待ち時間として数えます。");
    public static readonly LocalText ArriveTitle = new(
        "민원실에 오셨네요", "You are at the office", "您已到达现场", "Quý vị đã đến nơi", "窓口にお着きですね");
    public static readonly LocalText ArriveHelp = new(
        "아래 버튼을 누르시면 바로 대기가 시작됩니다.",
        "Press the button and you join the line at once.",
        "按下面的按钮即开始排队。",
        "Nhấn nút bên dưới để bắt đầu xếp hàng ngay.",
        "下のボタンを押すとすぐに順番待ちが始まります。");
    public static readonly LocalText Arrive = new("도착했어요", "I am here", "我到了", "Tôi đã đến", "到着しました");
    public static LocalText ArriveWith(IReadOnlyCollection<int> numbers)
    {
        var list = string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        return new($"도착했어요 ({list}번)", $"I am here (number {list})", $"我到了（{list}号）", $"Tôi đã đến (số {list})", $"到着しました（{list}番）");
    }

    public static readonly LocalText HereTitle = new(
        "민원실에 오신 것을 확인했습니다",
        "We know that you are at the office",
        "已确认您在现场",
        "Đã xác nhận quý vị có mặt tại đây",
        "窓口にお越しのことを確認しました");
    public static readonly LocalText HereHelp = new(
        "15분 안에 번호표를 받으시면 바로 대기가 시작됩니다.",
        "A number taken within 15 minutes joins the line at once.",
        "15分钟内取号即可立即开始排队。",
        "Lấy số trong vòng 15 phút thì được xếp hàng ngay.",
        "15分以内に番号を取ると、すぐに順番待ちが始まります。");
    public static readonly LocalText TakenOnTheWay = new(
        "지금 번호표를 받으시면 오시는 중으로 접수됩니다. 민원실에 도착해 화면의 QR 코드를 스캔하시면 대기가 시작됩니다.",
        "A number taken now counts as on the way. You join the line when you scan the QR code on the lobby screen.",
        "现在取号将登记为“在途”。到达后扫描大厅屏幕上的二维码即开始排队。",
        "Nếu lấy số bây giờ, quý vị được ghi là đang trên đường. Khi đến nơi, quét mã QR trên màn hình sảnh để bắt đầu xếp hàng.",
        "今番号を取ると「移動中」として受け付けます。到着後にロビー画面のQRコードを読み取ると順番待ちが始まります。");

    // Letting others go first
    public static readonly LocalText Later = new("순서 미루기", "Let others go first", "让他人先办", "Nhường lượt", "順番を譲る");
    public static readonly LocalText LaterTitle = new(
        "몇 분을 먼저 보내 드릴까요?", "How many may go first?", "让几位先办？", "Nhường mấy người?", "何人に譲りますか？");
    public static LocalText LaterHelp(int number) => new(
        $"{number}번 번호표는 그대로이고, 고르신 만큼 뒤로 갑니다. 되돌릴 수 없습니다.",
        $"You keep number {number} and move back by as many as you choose. This cannot be undone.",
        $"{number}号保持不变，按所选人数后移。无法撤销。",
        $"Quý vị giữ số {number} và lùi lại theo số người đã chọn. Không thể hoàn tác.",
        $"{number}番はそのままで、選んだ人数だけ後ろになります。元に戻せません。");
    public static LocalText LaterLeft(int times) => new(
        $"앞으로 {times}번 할 수 있습니다.",
        times == 1 ? "You can do this once more." : $"You can do this {times} more times.",
        $"还可以让{times}次。",
        $"Quý vị còn được nhường {times} lần.",
        $"あと{times}回できます。");
    public static readonly LocalText LaterNone = new(
        "더 이상 미룰 수 없습니다.", "You cannot do this any more.", "已不能再让。", "Quý vị không thể nhường thêm.", "これ以上譲ることはできません。");
    public static readonly LocalText LaterNobody = new(
        "지금 뒤에 기다리는 분이 없어 미룰 필요가 없습니다.",
        "Nobody waits behind you now, so there is nobody to let go first.",
        "现在您后面没有人等候，无需让号。",
        "Hiện không có ai chờ sau quý vị nên không cần nhường.",
        "今は後ろに待っている人がいないため、譲る必要はありません。");
    public static LocalText LaterPlaces(int places) => new(
        $"{places}명 먼저", places == 1 ? "1 person" : $"{places} people", $"让{places}人", $"{places} người", $"{places}人");
    public static LocalText LaterAll(int places) => new(
        $"{places}명 모두 먼저 (맨 뒤로)",
        $"All {places} people (to the end)",
        $"让全部{places}人（排到最后）",
        $"Tất cả {places} người (xuống cuối)",
        $"{places}人全員（最後尾へ）");
    public static readonly LocalText LaterNo = new(
        "미루지 않고 기다리기", "Keep my place", "保留我的位置", "Giữ nguyên lượt", "このまま待つ");

    // Several numbers on one phone
    public static readonly LocalText HeldTitle = new(
        "이 업무의 번호표를 이미 받으셨습니다",
        "You already have a number for this service",
        "您已领取该业务的号码",
        "Quý vị đã lấy số cho dịch vụ này",
        "この業務の番号をすでにお持ちです");
    public static readonly LocalText HeldHelp = new(
        "이 휴대전화로 받으신 번호표는 그대로 있습니다.",
        "The number taken on this phone is still yours.",
        "这部手机领取的号码仍然有效。",
        "Số đã lấy trên điện thoại này vẫn còn hiệu lực.",
        "この携帯電話で取った番号はそのまま有効です。");
    public static readonly LocalText CompanionHelp = new(
        "가족 등 함께 오신 분의 번호표가 필요하시면 한 장 더 받으실 수 있습니다.",
        "If somebody came along with you, you can take another number for them.",
        "如果有同行者，可为其再取一个号。",
        "Nếu có người đi cùng, quý vị có thể lấy thêm một số cho họ.",
        "ご一緒の方の番号が必要な場合は、もう1枚取ることができます。");
    public static readonly LocalText Companion = new(
        "함께 온 다른 사람의 번호표 받기",
        "Get a number for somebody with me",
        "为同行者取号",
        "Lấy số cho người đi cùng",
        "一緒に来た人の番号を取る");
    public static readonly LocalText CompanionCheck = new(
        "함께 온 다른 사람의 번호표입니다",
        "This is for somebody who came with me",
        "这是为同行者取的号",
        "Đây là số cho người đi cùng tôi",
        "一緒に来た人の番号です");
    public static LocalText CompanionLimit(int most) => new(
        $"한 휴대전화로는 한 업무에 {most}장까지 받으실 수 있습니다. 더 필요하시면 직원에게 말씀해 주세요.",
        $"One phone can hold {most} {(most == 1 ? "number" : "numbers")} for a service. If you need more, please ask the staff.",
        $"一部手机每项业务最多可领取{most}个号。如需更多，请告知工作人员。",
        $"Mỗi điện thoại được lấy tối đa {most} số cho một dịch vụ. Nếu cần thêm, vui lòng hỏi nhân viên.",
        $"1台の携帯電話で1つの業務につき{most}枚まで取れます。さらに必要な場合は係員にお申し出ください。");
    public static readonly LocalText OtherTickets = new(
        "이 휴대전화의 다른 번호표",
        "Other numbers on this phone",
        "这部手机的其他号码",
        "Các số khác trên điện thoại này",
        "この携帯電話の他の番号");

    // Several services in one visit
    public static readonly LocalText VisitLink = new(
        "여러 업무를 한 번호로 보기",
        "Several services with one number",
        "用一个号办理多项业务",
        "Làm nhiều việc với một số",
        "1つの番号で複数の業務をする");
    public static readonly LocalText VisitTitle = new(
        "어떤 업무들을 보시나요?", "Which services do you need?", "您要办理哪些业务？", "Quý vị cần làm những việc nào?", "どの業務をご利用ですか？");
    public static readonly LocalText VisitHelp = new(
        "두 가지나 세 가지를 고르세요. 번호표는 하나이고, 한 업무가 끝나면 다음 업무의 대기로 이어집니다.",
        "Choose two or three. You get one number; when one service is done you wait for the next.",
        "请选择两项或三项。只取一个号，一项办完后继续等候下一项。",
        "Chọn hai hoặc ba việc. Quý vị lấy một số; xong việc này sẽ chờ việc tiếp theo.",
        "2つか3つ選んでください。番号は1つで、1つの業務が終わると次の順番待ちに進みます。");
    public static readonly LocalText VisitLegend = new("업무", "Services", "业务", "Dịch vụ", "業務");
    public static readonly LocalText VisitTooMany = new(
        "한 번에 세 가지까지 고를 수 있습니다.",
        "You can choose up to three at once.",
        "一次最多选择三项。",
        "Mỗi lần chọn tối đa ba việc.",
        "一度に3つまで選べます。");
    public static readonly LocalText VisitOne = new(
        "한 가지 업무만 보기", "Just one service", "只办一项业务", "Chỉ làm một việc", "1つの業務だけにする");
    public static readonly LocalText VisitOrderTitle = new(
        "이 순서로 보시겠어요?", "Is this order right?", "按这个顺序办理吗？", "Làm theo thứ tự này?", "この順番でよろしいですか？");
    public static readonly LocalText VisitOrderHelp = new(
        "먼저 첫 번째 업무의 줄에 섭니다. 끝나면 기다린 시간을 인정받아 다음 업무로 넘어갑니다.",
        "You wait for the first service. When it is done you move on to the next one, and time waited counts.",
        "先排第一项业务。办完后转到下一项，已等候的时间会计入。",
        "Trước tiên quý vị chờ việc thứ nhất. Xong việc sẽ chuyển sang việc tiếp theo, thời gian đã chờ được tính.",
        "まず最初の業務の順番を待ちます。終わると、待った時間を引き継いで次の業務に進みます。");
    public static readonly LocalText VisitEarlier = new("한 칸 앞으로", "Move earlier", "往前移一位", "Chuyển lên trước", "1つ前へ");
    public static readonly LocalText VisitNumber = new(
        "번호표 하나로 받기", "Get one number", "取一个号", "Lấy một số", "1つの番号を取る");
    public static readonly LocalText VisitForms = new(
        "서식이 있는 업무는 그 차례가 되면 번호표 화면에서 작성하실 수 있습니다.",
        "Where a service has a form, you can write it on the ticket's page when that service is next.",
        "有表格的业务，轮到时可在号码页面填写。",
        "Việc nào có biểu mẫu, quý vị điền trên trang phiếu số khi đến việc đó.",
        "書類がある業務は、その順番になったら番号の画面で記入できます。");
    public static readonly LocalText VisitAgain = new(
        "업무 다시 고르기", "Choose again", "重新选择", "Chọn lại", "選び直す");
    public static readonly LocalText JourneyTitle = new(
        "오늘 볼 업무", "Your services today", "今日业务", "Các việc hôm nay", "本日の業務");
    public static readonly LocalText JourneyDone = new("끝", "done", "已完成", "xong", "終了");
    public static readonly LocalText JourneyNow = new("지금", "now", "当前", "đang làm", "今");
    public static readonly LocalText JourneyNext = new("다음", "next", "接下来", "tiếp theo", "次");
    public static readonly LocalText JourneyHelp = new(
        "번호는 끝까지 같습니다.", "You keep the same number.", "全程使用同一个号。", "Quý vị giữ một số cho đến cuối.", "番号は最後まで同じです。");

    // The link that may only look
    public static readonly LocalText Follow = new(
        "가족에게 진행 상황 보여 주기", "Let a relative follow", "让家人查看进度", "Cho người thân theo dõi", "家族に進み具合を見せる");
    public static readonly LocalText FollowHelp = new(
        "이 QR 코드로 열면 번호와 순서를 볼 수만 있습니다. 취소하거나 서식을 볼 수는 없습니다.",
        "This link shows the number and its place, nothing else. It cannot cancel and shows no form.",
        "打开此链接只能查看号码和顺序，不能取消，也看不到表格。",
        "Liên kết này chỉ cho xem số và thứ tự. Không thể hủy và không xem được biểu mẫu.",
        "このリンクでは番号と順番だけが見られます。取り消しや書類の閲覧はできません。");
    public static readonly LocalText FollowQr = new(
        "보기 전용 QR 코드", "QR code to look only", "仅供查看的二维码", "Mã QR chỉ để xem", "閲覧専用のQRコード");
    public static readonly LocalText FollowOpen = new(
        "보기 전용 화면 열기", "Open the page that only shows", "打开仅供查看的页面", "Mở trang chỉ để xem", "閲覧専用の画面を開く");
    public static readonly LocalText FollowSend = new("링크 보내기", "Send the link", "发送链接", "Gửi liên kết", "リンクを送る");
    public static readonly LocalText FollowCopied = new("링크를 복사했습니다", "Link copied", "链接已复制", "Đã sao chép liên kết", "リンクをコピーしました");
    public static readonly LocalText ShareWarning = new(
        "이 QR 코드로는 번호표를 취소하고 서식을 고칠 수도 있습니다.",
        "With this code the ticket can also be cancelled and its form changed.",
        "用此二维码还可以取消号码和修改表格。",
        "Với mã này cũng có thể hủy số và sửa biểu mẫu.",
        "このQRコードでは番号の取り消しや書類の修正もできます。");
    public static readonly LocalText WatchNumber = new("번호", "Number", "号码", "Số", "番号");
    public static readonly LocalText WatchOnly = new(
        "보기만 할 수 있는 화면입니다. 번호표를 바꿀 수는 없습니다.",
        "This page only shows. It cannot change the ticket.",
        "此页面仅供查看，不能更改号码。",
        "Trang này chỉ để xem, không thể thay đổi số.",
        "閲覧専用の画面です。番号の変更はできません。");
}
