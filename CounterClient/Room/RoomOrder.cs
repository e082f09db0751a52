using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>What a supervisor can order from the room; each is one command of the room's door.</summary>
public enum RoomAction
{
    Open,
    Reopen,
    Pause,
    Close,
    Services,
    Complete,
    NoShow,
    Park,
    Resume,
    Reinstate,
    Cancel,
    Notice,
    TakeNoticeAway,
    AnswerAlarm,
    EndAlarm,
}

/// <summary>One thing the supervisor has ordered.</summary>
/// <param name="Counter">The counter it speaks of; null for the notice.</param>
/// <param name="Ticket">Ordinal of the ticket.</param>
/// <param name="Subject">What it is about, for sentences: a counter's or a ticket's name.</param>
/// <param name="Text">Reason, note, the notice in Korean, or from where help comes.</param>
/// <param name="English">The notice in English.</param>
/// <param name="Minutes">How long a pause or a notice lasts.</param>
/// <param name="Staff">Whose counter it becomes.</param>
/// <param name="Place">Where the citizen of a parked ticket waits.</param>
/// <param name="Alarm">Which alarm.</param>
public sealed record RoomOrder(
    RoomAction Action,
    string? Counter = null,
    long Ticket = 0,
    string? Subject = null,
    string? Text = null,
    string? English = null,
    int? Minutes = null,
    string? Staff = null,
    IdList? Primary = null,
    IdList? Helping = null,
    string? Place = null,
    long Alarm = 0)
{
    /// <summary>Its address beneath the office's room.</summary>
    public string Path => Counter is null ? "notice" : $"counters/{Uri.EscapeDataString(Counter)}/{Verb}";

    /// <summary>Its body.</summary>
    public ICommandRequest Body(string requestId) => Action switch
    {
        RoomAction.Open or RoomAction.Reopen => new OpenCounterRequest(requestId, Primary, Helping, Staff: Staff),
        RoomAction.Pause => new PauseCounterRequest(requestId, Text, Minutes),
        RoomAction.Close => new CounterRequest(requestId),
        RoomAction.Services => new ServicesRequest(requestId, Primary!, Helping!),
        RoomAction.Complete => new CompleteRequest(requestId, Ticket),
        RoomAction.Park => new ParkRequest(requestId, Ticket, Text, Place),
        RoomAction.NoShow or RoomAction.Resume or RoomAction.Reinstate or RoomAction.Cancel => new TicketRequest(requestId, Ticket),
        RoomAction.Notice => new NoticeRequest(requestId, Text, English, Minutes),
        RoomAction.TakeNoticeAway => new NoticeRequest(requestId),
        RoomAction.AnswerAlarm => new AlarmAnswerRequest(requestId, Alarm, Text),
        RoomAction.EndAlarm => new AlarmRequest(requestId, Alarm),
        _ => throw new InvalidOperationException($"No command for {Action}."),
    };

    private string Verb => Action switch
    {
        RoomAction.Open or RoomAction.Reopen => "open",
        RoomAction.Pause => "pause",
        RoomAction.Close => "close",
        RoomAction.Services => "services",
        RoomAction.Complete => "complete",
        RoomAction.NoShow => "no-show",
        RoomAction.Park => "park",
        RoomAction.Resume => "resume",
        RoomAction.Reinstate => "reinstate",
        RoomAction.Cancel => "cancel",
        RoomAction.AnswerAlarm => "alarm/answer",
        RoomAction.EndAlarm => "alarm/end",
        _ => throw new InvalidOperationException($"{Action} is not a command at a counter."),
    };
}
