using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;

namespace QueueHub.Contracts.Hubs;

/// <summary>
/// The clerk's console. A connection first <see cref="Attach"/>es to one counter of one office; the commands then speak of that counter.
/// They are the same commands as POST /api/offices/{office}/counters/{counter}/….
/// </summary>
public interface ICounterHub
{
    /// <summary>Chooses office and counter and the language of sentences; the board follows by <see cref="ICounterClient.ShowDesk"/>. Null: unknown or not allowed.</summary>
    Task<DeskBoard?> Attach(string office, string counter, string language);

    /// <summary>Follows the office without standing at a counter: helpers, and the supervisor's room. Null: unknown or not allowed.</summary>
    Task<DeskBoard?> Watch(string office);

    Task<CommandReply> Open(OpenCounterRequest request);
    Task<CommandReply> Pause(PauseCounterRequest request);
    Task<CommandReply> Close(CounterRequest request);
    Task<CommandReply> SetServices(ServicesRequest request);
    Task<CommandReply> CallNext(CallNextRequest request);
    Task<CommandReply> Call(CallTicketRequest request);
    Task<CommandReply> Recall(TicketRequest request);
    Task<CommandReply> Start(TicketRequest request);
    Task<CommandReply> Complete(CompleteRequest request);
    Task<CommandReply> NoShow(TicketRequest request);
    Task<CommandReply> Reinstate(TicketRequest request);
    Task<CommandReply> Park(ParkRequest request);
    Task<CommandReply> Resume(TicketRequest request);
    Task<CommandReply> Transfer(TransferRequest request);
    Task<CommandReply> Move(MoveRequest request);
    Task<CommandReply> Requeue(RequeueRequest request);
    Task<CommandReply> Cancel(TicketRequest request);
    Task<CommandReply> AttachForm(AttachFormRequest request);
    Task<CommandReply> SetJourney(JourneyRequest request);
    Task<CommandReply> AskCorrections(CorrectionsRequest request);
    Task<CommandReply> Warn(WarnRequest request);
    Task<CommandReply> EndVisit(EndVisitRequest request);

    /// <summary>Raises the silent alarm; while one stands nothing changes.</summary>
    Task<CommandReply> RaiseAlarm(CounterRequest request);

    /// <summary>Switches it off; supervisors do it from the room.</summary>
    Task<CommandReply> EndAlarm(AlarmRequest request);

    /// <summary>Takes back the caller's last command on a ticket at this counter: a call, no-show, park, complete or transfer of the last ten seconds.</summary>
    Task<CommandReply> Undo(TicketRequest request);

    /// <summary>The form of the ticket that this counter has called or serves; null when there is none (any more) or it is another counter's.</summary>
    Task<SubmissionView?> Submission(long ticket);

    /// <summary>Changes fields of that form, each only while it has the revision named.</summary>
    Task<FormEditReply> EditForm(EditFormRequest request);

    /// <summary>Where the clerk is on that form, for the panel; null: at none of its fields.</summary>
    Task WritingAt(long ticket, string? field);

    /// <summary>The ticket of this office's day whose link was scanned, or null.</summary>
    Task<long?> FindTicket(string code);
}

/// <summary>What the server tells a console.</summary>
public interface ICounterClient
{
    /// <summary>The newest desk board; ones in between may have been skipped.</summary>
    Task ShowDesk(DeskBoard desk);

    /// <summary>
    /// Something was written on the form of the ticket at this counter: which fields have which revision now. News of a field may have been skipped for newer
    /// ones, and may get lost: the form is also read again when its ticket changes and after a reconnect.
    /// </summary>
    Task FormChanged(long ticket, IReadOnlyDictionary<string, int> fields);

    /// <summary>Where the citizen at the panel is on the form; null: at none of its fields.</summary>
    Task OtherAt(long ticket, string? field);

    /// <summary>The alarms that this connection may know of; also right after attaching, when there are any.</summary>
    Task ShowAlarms(Protection.AlarmBoard alarms);

    /// <summary>The session ended (signed out elsewhere, revoked); the connection is closed next.</summary>
    Task SignedOut();
}
