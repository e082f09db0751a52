using System.Globalization;
using QueueHub.Contracts;

namespace QueueHub.History.Webhooks.Pages;

/// <summary>The words of the pages of webhooks.</summary>
public static class WebhookTexts
{
    public static readonly LocalText Webhooks = new("웹훅", "Webhooks");
    public static readonly LocalText Help = new(
        "번호표에 일이 생길 때마다 다른 시스템에 알립니다. 대기 화면에 보이는 내용만 보내며, 이름이나 서식 내용은 보내지 않습니다.",
        "Tell a system of yours of what happens to tickets: what the lobby's screens show, and never people's names or what forms say.");
    public static readonly LocalText None = new("아직 만든 웹훅이 없습니다.", "There are no webhooks yet.");
    public static readonly LocalText New = new("새 웹훅 만들기", "Make a webhook");
    public static readonly LocalText Receiver = new("받는 곳", "Receiver");
    public static readonly LocalText Office = new("민원실", "Office");
    public static readonly LocalText AllOffices = new("구 전체 민원실", "All offices of the district");
    public static readonly LocalText Address = new("받는 주소", "The receiver's address");
    public static readonly LocalText AddressHelp = new("https로 시작하는 외부 주소여야 합니다.", "An address outside that begins with https.");
    public static readonly LocalText Types = new("알릴 이벤트", "What it is told of");
    public static readonly LocalText Make = new("만들기", "Make it");
    public static readonly LocalText Secret = new("새 웹훅의 서명 키", "The new webhook's secret");
    public static readonly LocalText SecretHelp = new(
        "지금만 표시됩니다. 받는 시스템의 비밀 저장소에 바로 옮겨 적어 주세요. 받는 쪽은 이 키로 메시지의 서명을 확인합니다. 잃어버리면 웹훅을 삭제하고 새로 만들어야 합니다.",
        "It is shown only now. Please put it where the receiver keeps its secrets: messages are signed by it. When it is lost, delete the webhook and make a new one.");
    public static readonly LocalText ToOne = new("이 웹훅 보기", "Open the webhook");
    public static readonly LocalText ToList = new("웹훅 목록으로", "Back to the webhooks");
    public static readonly LocalText State = new("상태", "State");
    public static readonly LocalText Active = new("사용 중", "Active");
    public static readonly LocalText Failing = new("전달 실패 중", "Failing");
    public static readonly LocalText IsPaused = new("일시 중지", "Paused");
    public static readonly LocalText Waiting = new("대기 중인 메시지", "Waiting messages");
    public static readonly LocalText Dead = new("전달하지 못한 메시지", "Messages given up");
    public static readonly LocalText LastTaken = new("마지막 전달", "Last success");
    public static readonly LocalText Never = new("아직 없음", "Never");
    public static readonly LocalText Log = new("변경 기록", "What was done");
    public static readonly LocalText What = new("내용", "What");
    public static readonly LocalText By = new("한 사람", "By");
    public static readonly LocalText Made = new("만든 때", "Made");
    public static readonly LocalText Pause = new("일시 중지하기", "Pause");
    public static readonly LocalText PauseHelp = new(
        "중지된 동안 생긴 일은 나중에도 알리지 않습니다. 이미 대기 중인 메시지는 다시 시작할 때 보냅니다.",
        "What happens while it is paused is not told later either. What waits already is sent when it is resumed.");
    public static readonly LocalText Resume = new("다시 시작하기", "Resume");
    public static readonly LocalText ResumeHelp = new(
        "대기 중인 메시지와 전달하지 못한 메시지를 함께 보냅니다.", "Sends what waits, and what had been given up as well.");
    public static readonly LocalText Delete = new("웹훅 삭제", "Delete the webhook");
    public static readonly LocalText DeleteHelp = new(
        "이 웹훅을 삭제할까요? 아직 보내지 않은 메시지와 서명 키도 함께 없어지며 되돌릴 수 없습니다.",
        "Delete this webhook? What has not been sent and its secret go with it, and cannot be had back.");
    public static readonly LocalText DeleteYes = new("삭제하기", "Delete it");
    public static readonly LocalText NoneDead = new("전달하지 못한 메시지가 없습니다.", "Nothing was given up.");
    public static readonly LocalText Event = new("메시지", "Message");
    public static readonly LocalText Type = new("이벤트", "Event");
    public static readonly LocalText Number = new("번호", "Number");
    public static readonly LocalText At = new("일시", "When");
    public static readonly LocalText Tries = new("시도", "Tries");
    public static readonly LocalText Reason = new("마지막 사유", "Last reason");
    public static readonly LocalText Resend = new("다시 보내기", "Send again");
    public static readonly LocalText ResendAll = new("모두 다시 보내기", "Send all again");
    public static readonly LocalText ResendPaused = new(
        "일시 중지된 웹훅입니다. 다시 보내기를 눌러도 다시 시작할 때까지 기다립니다.", "The webhook is paused: what is sent again waits until it is resumed.");

    private static readonly LocalText WasPaused = new("웹훅을 일시 중지했습니다.", "The webhook was paused.");
    private static readonly LocalText WasResumed = new("웹훅을 다시 시작했습니다.", "The webhook was resumed.");
    private static readonly LocalText WasDeleted = new("웹훅을 삭제했습니다.", "The webhook was deleted.");
    private static readonly LocalText WasResent = new("다시 보낼 메시지에 넣었습니다.", "It will be sent again.");

    /// <summary>Only the newest are shown.</summary>
    public static LocalText Newest(int shown) => new($"최근 {shown}건만 표시합니다.", $"Only the newest {shown} are shown.");

    public static LocalText ResendOne(string id) => new($"{id} 다시 보내기", $"Send again: {id}");

    public static LocalText Since(string time) => new($"{time}부터", $"since {time}");

    /// <summary>What was done, by the verb of its address.</summary>
    public static LocalText? Done(string? verb) => verb switch
    {
        "pause" => WasPaused,
        "resume" => WasResumed,
        "delete" => WasDeleted,
        "resend" => WasResent,
        _ => null,
    };

    /// <summary>Why a message was not taken, or a webhook is paused.</summary>
    public static LocalText Because(string reason) => reason switch
    {
        WebhookStore.Paused => new("관리자가 중지함", "by an administrator"),
        "" => new("받는 곳의 응답을 기록하지 못함", "no answer was recorded"),
        "no answer in time" => new("제시간에 응답 없음", "no answer in time"),
        "connection lost" => new("연결이 끊어짐", "the connection was lost"),
        "no key" => new("서명 키를 읽을 수 없음", "its secret cannot be read"),
        "address not allowed" => new("허용되지 않는 주소", "the address is not allowed"),
        nameof(HttpRequestError.NameResolutionError) => new("주소를 찾을 수 없음", "the name was not found"),
        nameof(HttpRequestError.ConnectionError) => new("연결할 수 없음", "no connection"),
        nameof(HttpRequestError.SecureConnectionError) => new("보안 연결(TLS) 실패", "no secure connection"),
        _ when int.TryParse(reason, NumberStyles.None, CultureInfo.InvariantCulture, out _) => new($"응답 코드 {reason}", $"it answered {reason}"),
        _ => new(reason, reason),
    };

    /// <summary>An event by its name in a message.</summary>
    public static LocalText Of(string type) => type switch
    {
        "ticketIssued" => new("번호표 발급", "Ticket issued"),
        "ticketArrived" => new("도착 확인", "Arrived"),
        "ticketCalled" => new("호출", "Called"),
        "ticketRecalled" => new("다시 호출", "Called again"),
        "serviceStarted" => new("업무 시작", "Service started"),
        "ticketCompleted" => new("업무 완료", "Completed"),
        "ticketNoShow" => new("부재", "No-show"),
        "ticketReinstated" => new("부재 번호 다시 대기", "Reinstated"),
        "ticketParked" => new("보류", "Parked"),
        "ticketResumed" => new("보류 해제", "Resumed"),
        "ticketTransferred" => new("다른 업무로 이관", "Transferred"),
        "ticketMoved" => new("다른 민원실로 이동", "Moved to another office"),
        "ticketRequeued" => new("호출 취소 후 다시 대기", "Back in line"),
        "ticketCancelled" => new("취소", "Cancelled"),
        "ticketPassedOn" => new("다음 업무로 넘어감", "On to the next service"),
        "ticketsExpired" => new("마감으로 종료", "Expired at closing"),
        "commandUndone" => new("되돌리기", "Undone"),
        _ => new(type, type),
    };

    /// <summary>What a person did, by its name in the log.</summary>
    public static LocalText Act(string action) => action switch
    {
        "created" => new("만듦", "Made"),
        "paused" => new("일시 중지", "Paused"),
        "resumed" => new("다시 시작", "Resumed"),
        "resent" => new("전달하지 못한 메시지 다시 보내기", "Messages sent again"),
        "deleted" => new("삭제", "Deleted"),
        _ => new(action, action),
    };
}
