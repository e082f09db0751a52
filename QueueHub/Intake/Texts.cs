using QueueHub.Contracts;

namespace QueueHub.Intake;

/// <summary>Every word of the phone's pages that does not come from an office, a form or a problem code. Methods take what stands inside a sentence.</summary>
public static partial class Texts
{
    // Every page
    public static readonly LocalText SwitchLanguage = new("English", "한국어");
    public static readonly LocalText SkipToContent = new("본문 바로가기", "Skip to content");
    public static readonly LocalText Help = new(
        "도움이 필요하시면 안내 직원에게 말씀하세요. 종이 번호표와 종이 서식도 이용하실 수 있습니다.",
        "If you need help, please ask the staff. Paper tickets and paper forms are available too.");

    // The house: all offices of this hub
    public static readonly LocalText House = new("민원실 번호표", "Office queue tickets");

    public static readonly LocalText PressAgain = new(
        "화면이 오래되어 처리하지 못했습니다. 한 번 더 눌러 주세요.",
        "This page had grown old and nothing was done. Please press once more.");

    public static readonly LocalText Trying = new("연결을 다시 시도하고 있습니다…", "Trying to connect again…");
    public static readonly LocalText NoAnswer = new(
        "연결이 되지 않아 처리되었는지 확인하지 못했습니다. 다시 누르셔도 한 번만 처리됩니다.",
        "The connection failed, so we cannot tell whether it was done. Press again: it is done only once.");

    // Office
    public static readonly LocalText ChooseService = new("어떤 업무로 오셨나요?", "What brings you here?");
    public static readonly LocalText DayClosedTitle = new("지금은 접수 시간이 아닙니다", "The office is closed right now");
    public static readonly LocalText DayClosed = new(
        "업무 시간에 다시 방문해 주세요. 이미 받으신 번호표가 있으면 직원에게 문의해 주세요.",
        "Please come back during opening hours. If you still hold a ticket, please ask the staff.");
    public static readonly LocalText AfterHoursTitle = new("지금은 업무 시간이 아닙니다", "We are closed now");
    public static readonly LocalText AfterHours = new(
        "번호표는 업무 시간에 받으실 수 있습니다. 이미 받으신 번호표는 창구에서 계속 처리합니다.",
        "Numbers are given during opening hours. Tickets already given are still served.");
    public static readonly LocalText ClosesSoon = new(
        "마감 전에 번호표를 받으신 분은 모두 처리해 드립니다.",
        "Everyone who has a number by then will be served.");
    public static readonly LocalText NotConnectedTitle = new("잠시 연결을 확인하고 있습니다", "Reconnecting for a moment");
    public static readonly LocalText NotConnected = new(
        "대기 현황이 실제와 다를 수 있습니다. 받으신 번호와 순서는 그대로 유지됩니다.",
        "The figures may be out of date. Numbers already given keep their place.");
    public static readonly LocalText WaitingLabel = new("대기", "Waiting");
    public static readonly LocalText CountersLabel = new("열린 창구", "Open counters");
    public static readonly LocalText NoCounterOpen = new("없음", "None");
    public static readonly LocalText OpeningHours = new("업무 시간", "Opening hours");
    public static readonly LocalText Address = new("주소", "Address");
    public static readonly LocalText YourTicket = new("내 번호표", "Your ticket");
    public static LocalText People(int count) => new($"{count}명", count == 1 ? "1 person" : $"{count} people");
    public static LocalText Counters(IReadOnlyCollection<string> counters) =>
        counters.Count == 0 ? NoCounterOpen : new($"{string.Join("·", counters)}번", string.Join(", ", counters));

    // Service
    public static readonly LocalText NumberFirst = new("번호표 먼저 받기", "Get a number first");
    public static readonly LocalText NumberFirstHelp = new(
        "바로 대기가 시작되고, 기다리는 동안 서식을 작성합니다.",
        "You are in line at once and write the form while you wait.");
    public static readonly LocalText FormFirst = new("서식 먼저 쓰기", "Write the form first");
    public static readonly LocalText FormFirstHelp = new(
        "작성을 마치면 번호표가 나옵니다.",
        "You get your number when the form is done.");
    public static readonly LocalText GetNumber = new("번호표 받기", "Get a number");
    public static readonly LocalText HowToStart = new("어떻게 시작할까요?", "How would you like to start?");
    public static readonly LocalText FormOfService = new("작성할 서식", "The form");
    public static readonly LocalText ChooseOtherService = new("다른 업무 선택", "Choose another service");

    // Form
    public static readonly LocalText Next = new("다음", "Continue");
    public static readonly LocalText Back = new("이전", "Back");
    public static readonly LocalText ReviewTitle = new("내용을 확인해 주세요", "Please check your answers");
    public static readonly LocalText Change = new("고치기", "Change");
    public static readonly LocalText SubmitAndGetNumber = new("제출하고 번호표 받기", "Submit and get a number");
    public static readonly LocalText SubmitForm = new("서식 제출하기", "Submit the form");
    public static readonly LocalText SubmitChanges = new("고친 내용 제출하기", "Submit the changes");
    public static readonly LocalText ErrorsTitle = new("입력하신 내용을 확인해 주세요", "Please check what you entered");
    public static readonly LocalText ErrorPrefix = new("오류", "Error");
    public static readonly LocalText OneMore = new(
        "선택하신 내용에 따라 더 여쭤볼 것이 있습니다.",
        "Your answer leads to one more question.");
    public static readonly LocalText DraftRestored = new(
        "이 휴대전화에 저장된 작성 내용을 불러왔습니다.",
        "What you had written on this phone was restored.");
    public static readonly LocalText DraftDiscard = new("지우고 처음부터 쓰기", "Erase it and start anew");
    public static readonly LocalText FormOffline = new(
        "연결이 끊겨 보내지 못했습니다. 작성하신 내용은 그대로 있습니다. 다시 눌러 주세요.",
        "The connection was lost and nothing was sent. What you wrote is still here; please press again.");
    public static readonly LocalText ConflictTitle = new("다른 화면에서도 고친 내용이 있습니다", "Something was also changed elsewhere");
    public static readonly LocalText ConflictHelp = new(
        "이 화면에 쓰신 내용은 그대로 있습니다. 어느 쪽이 맞는지 확인하신 뒤 다음을 누르시면 이 화면의 내용으로 저장됩니다.",
        "What you wrote on this page is still here. Please check which one is right: when you continue, what stands on this page is kept.");
    public static readonly LocalText ConflictThere = new("다른 화면", "Elsewhere");
    public static readonly LocalText ConflictHere = new("이 화면", "This page");
    public static readonly LocalText ConflictField = new(
        "다른 화면에서 이 칸을 고쳤습니다: {theirs}. 다음을 누르시면 이 화면의 내용으로 저장됩니다.",
        "This was changed elsewhere to: {theirs}. When you continue, what stands here is kept.");
    public static readonly LocalText NotKept = new(
        "지금은 저장하지 못했습니다. 이어서 쓰시면 다음에 함께 저장됩니다.", "This could not be saved just now. Go on: it is saved with the next page.");
    public static readonly LocalText KeptSoFar = new("지금까지 쓰신 내용이 저장되었습니다.", "What you have written so far is saved.");
    public static readonly LocalText ConflictEmpty = new("(비어 있음)", "(empty)");
    public static readonly LocalText PageTooOld = new(
        "화면이 오래되어 한 번 더 확인이 필요합니다. 작성하신 내용은 그대로 있으니 다시 눌러 주세요.",
        "This page had grown old. What you wrote is still here; please press once more.");
    public static readonly LocalText AlreadySent = new(
        "이 서식은 이미 제출되어 번호표가 나왔습니다. 새 번호표가 더 필요하시면 한 번 더 눌러 주세요.",
        "This form was already submitted and a number was given. If you need one more number, please press once more.");
    public static LocalText StepOf(int step, int steps) => new($"{steps}단계 중 {step}단계", $"Step {step} of {steps}");
    public static LocalText ChangeOf(string step) => new($"{step} 고치기", $"Change: {step}");

    // Ticket
    public static readonly LocalText NumberLabel = new("내 번호", "Your number");
    public static readonly LocalText AheadLabel = new("내 앞에 기다리는 사람", "People ahead of you");
    public static readonly LocalText AheadUnit = new("명", "");
    public static readonly LocalText WaitNear = new(
        "차례가 되면 이 화면이 바뀝니다. 창구 가까이에서 기다려 주세요.",
        "This page changes when it is your turn. Please stay near the counters.");
    public static readonly LocalText NextTitle = new("다음 차례입니다", "You are next");
    public static readonly LocalText NextHelp = new("창구 앞에서 기다려 주세요. 곧 부르겠습니다.", "Please wait in front of the counters. You will be called in a moment.");
    public static readonly LocalText CalledLabel = new("지금 오세요", "Please come now");
    public static readonly LocalText CalledHelp = new("신분증을 준비해 창구로 오세요.", "Please have your ID card ready.");
    public static readonly LocalText ServingTitle = new("처리 중입니다", "You are being served");
    public static readonly LocalText ParkedTitle = new("잠시 보류 중입니다", "Your ticket is set aside");
    public static readonly LocalText ParkedHelp = new(
        "직원이 다시 안내해 드립니다. 순서는 그대로 유지됩니다.",
        "A clerk will call you back. Your place is kept.");
    public static readonly LocalText NoShowTitle = new("호출했지만 오지 않으셨습니다", "You were called but did not come");
    public static readonly LocalText NoShowHelp = new(
        "괜찮습니다. 창구 직원에게 이 화면을 보여 주시면 다시 대기하실 수 있습니다.",
        "That is all right. Show this page to a clerk and you can wait again.");
    public static readonly LocalText OnTheWayTitle = new("오시는 중입니다", "You are on the way");
    public static readonly LocalText OnTheWayHelp = new(
        "민원실에 도착하시면 대기가 시작됩니다.",
        "You join the line when you arrive at the office.");
    public static readonly LocalText DoneTitle = new("업무가 끝났습니다", "Your visit is finished");
    public static readonly LocalText DoneHelp = new("방문해 주셔서 감사합니다. 안녕히 가세요.", "Thank you for your visit. Goodbye.");
    public static readonly LocalText CancelledTitle = new("번호표가 취소되었습니다", "This ticket was cancelled");
    public static readonly LocalText CancelledHelp = new("필요하시면 언제든지 다시 받으실 수 있습니다.", "You can get a new one at any time.");
    public static readonly LocalText ExpiredTitle = new("접수가 마감되었습니다", "The office has closed for the day");
    public static readonly LocalText ExpiredHelp = new(
        "오늘 순서가 오지 않아 죄송합니다. 다음 업무일에 번호표를 다시 받아 주세요.",
        "We are sorry that your turn did not come today. Please get a new ticket on the next working day.");
    public static readonly LocalText NewTicket = new("새 번호표 받기", "Get a new ticket");
    public static readonly LocalText Live = new("이 화면은 저절로 바뀝니다", "This page updates by itself");
    public static readonly LocalText RefreshesItself = new("이 화면은 10초마다 새로 고쳐집니다", "This page reloads every 10 seconds");
    public static readonly LocalText Reconnecting = new(
        "다시 연결하는 중입니다. 순서는 그대로 유지됩니다.",
        "Reconnecting. Your place is kept.");
    public static readonly LocalText Stale = new(
        "지금은 최신 상태를 확인할 수 없습니다. 순서는 그대로 유지되며, 호출은 민원실 화면에서도 확인하실 수 있습니다.",
        "The newest state cannot be seen right now. Your place is kept; calls are also shown on the lobby screen.");
    public static readonly LocalText SendingAgain = new(
        "서식 내용이 유실되어 이 휴대전화에 남아 있는 내용을 다시 보내고 있습니다.",
        "Part of your form was lost on our side. This phone is sending it again.");
    public static readonly LocalText SentAgain = new(
        "서식을 다시 보냈습니다. 따로 하실 일은 없습니다.",
        "Your form was sent again. There is nothing you need to do.");
    public static LocalText NextCounter(string counters) => new(
        $"번호는 그대로입니다. 다음은 {counters}번 창구에서 부릅니다.", $"Keep your number. You will be called to counter {counters} next.");
    public static readonly LocalText OpenCountersLabel = new("지금 열린 창구", "Counters open now");
    public static readonly LocalText OpenCountersUnit = new("곳", "");
    public static readonly LocalText FormTodoTitle = new("기다리는 동안 서식을 작성하세요", "Write the form while you wait");
    public static readonly LocalText FormTodoHelp = new("미리 쓰시면 창구에서 바로 처리됩니다.", "Then everything is ready at the counter.");
    public static readonly LocalText FormWrite = new("서식 작성하기", "Write the form");
    public static readonly LocalText FormReadyTitle = new("서식을 제출했습니다", "The form is submitted");
    public static readonly LocalText FormReadyHelp = new("호출되기 전까지 고칠 수 있습니다.", "You can change it until you are called.");
    public static readonly LocalText FormClerkTitle = new("서식은 창구에서 마무리합니다", "You will finish the form at the counter");
    public static readonly LocalText FormClerkHelp = new(
        "지금까지 쓰신 내용을 보면서 직원이 함께 완성해 드립니다.",
        "The clerk sees what you have written so far and completes it with you.");
    public static readonly LocalText FormCorrect = new("서식 고치기", "Change the form");
    public static readonly LocalText FormLockedHelp = new("고칠 내용은 창구 직원에게 말씀하세요.", "Please tell the clerk if something should be changed.");
    public static readonly LocalText BackToTicket = new("번호표로 돌아가기", "Back to the ticket");
    public static readonly LocalText Share = new("다른 휴대전화에서 보기", "See it on another phone");
    public static readonly LocalText ShareHelp = new(
        "가족의 휴대전화로 이 QR 코드를 스캔하면 같은 번호표가 열립니다. 다른 사람에게는 보여 주지 마세요.",
        "Scan this with a relative's phone to open the same ticket. Please do not show it to others.");
    public static readonly LocalText ShareQr = new("이 번호표의 QR 코드", "QR code of this ticket");
    public static readonly LocalText Cancel = new("번호표 취소", "Cancel the ticket");
    public static readonly LocalText CancelHelp = new(
        "취소하면 순서가 사라지며 되돌릴 수 없습니다.",
        "You lose your place in line. This cannot be undone.");
    public static readonly LocalText CancelFormHelp = new(
        "제출하신 서식도 함께 지워집니다.",
        "The submitted form is erased as well.");
    public static readonly LocalText CancelYes = new("네, 취소합니다", "Yes, cancel it");
    public static readonly LocalText CancelNo = new("아니요, 계속 기다립니다", "No, keep waiting");
    public static LocalText CancelQuestion(int number) => new($"{number}번 번호표를 취소할까요?", $"Cancel ticket {number}?");
    public static LocalText TicketNumber(int number) => new($"{number}번", $"Number {number}");
    public static LocalText GoToCounter(string counter) => new($"{counter}번 창구로 오세요", $"Go to counter {counter}");
    public static LocalText AtCounter(string counter) => new($"{counter}번 창구", $"Counter {counter}");
    public static LocalText AheadTitle(string count) => new($"앞에 {count}명", $"{count} ahead");

    // Problems
    public static readonly LocalText ProblemNotFound = new("찾을 수 없습니다", "Not found");
    public static readonly LocalText ProblemRequest = new("처리할 수 없습니다", "This cannot be done");
    public static readonly LocalText ProblemTooMany = new("잠시만 기다려 주세요", "One moment, please");
    public static readonly LocalText ProblemUnavailable = new("잠시 연결할 수 없습니다", "Not available for a moment");
    public static readonly LocalText ProblemInternal = new("문제가 발생했습니다", "Something went wrong");
    public static readonly LocalText TryAgain = new("다시 시도", "Try again");
    public static readonly LocalText ToOffice = new("민원실 첫 화면으로", "To the office's page");
    public static readonly LocalText ToStart = new("첫 화면으로", "To the start page");

    // Poster
    public static readonly LocalText PosterTitle = new("휴대전화로 번호표를 받으세요", "Get your number on your phone");
    public static readonly LocalText PosterScan = new("카메라로 QR 코드를 비추세요", "Point your camera at the QR code");
    public static readonly LocalText PosterScanHelp = new("앱을 설치하지 않아도 됩니다.", "No app is needed.");
    public static readonly LocalText PosterChoose = new("업무를 선택하고 번호를 받으세요", "Choose a service and get a number");
    public static readonly LocalText PosterChooseHelp = new("서식도 휴대전화로 작성합니다.", "Write the form on your phone as well.");
    public static readonly LocalText PosterWait = new("화면에 창구 번호가 나오면 오세요", "Come when your counter is shown");
    public static readonly LocalText PosterWaitHelp = new("순서는 휴대전화와 화면에서 볼 수 있습니다.", "Follow your place on the phone or the lobby screen.");
    public static readonly LocalText PosterNoPhone = new(
        "휴대전화가 없으시면 직원에게 말씀하세요. 종이 번호표를 드립니다.",
        "No phone? Please ask the staff for a paper ticket.");
    public static readonly LocalText PosterQr = new("이 민원실의 QR 코드", "QR code of this office");
    public static readonly LocalText Print = new("인쇄하기", "Print");
}
