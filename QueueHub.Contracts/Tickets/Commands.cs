namespace QueueHub.Contracts.Tickets;

// Bodies of the clerk's commands, the same through the counter hub and HTTP. Every one carries a request id:
// 32 hexadecimal digits (128 random bits) made by the caller, and kept for its retries. Commands on a ticket name the ticket they
// mean by its ordinal, so that a late double click cannot hit the next one.

/// <summary>What every command's body has.</summary>
public interface ICommandRequest
{
    /// <summary>32 hexadecimal digits made by the caller; a retry repeats them.</summary>
    string RequestId { get; }
}

/// <summary>A command that needs nothing but its request id: close.</summary>
public sealed record CounterRequest(string RequestId) : ICommandRequest;

/// <summary>Calls whoever is next; with <paramref name="Expected"/> only if that is still this ticket: a clerk who has looked calls nobody unseen.</summary>
public sealed record CallNextRequest(string RequestId, long? Expected = null) : ICommandRequest;

/// <summary>Opens (or resumes) the counter. The lists override the configuration's services when given.</summary>
/// <param name="TakeOver">Also when a colleague, or the same person at another screen, holds it.</param>
/// <param name="Staff">For supervisors: the clerk whose counter it becomes. Clerks open for themselves.</param>
public sealed record OpenCounterRequest(
    string RequestId, IReadOnlyList<string>? Primary = null, IReadOnlyList<string>? Helping = null, bool TakeOver = false, string? Staff = null)
    : ICommandRequest;

/// <summary>Changes the services of a working counter.</summary>
public sealed record ServicesRequest(string RequestId, IReadOnlyList<string> Primary, IReadOnlyList<string> Helping) : ICommandRequest;

/// <summary>Pauses the counter; the public sees only that it is paused.</summary>
/// <param name="Minutes">How long it is meant to take.</param>
/// <param name="Leave">At once: the ticket at the counter and those who wait for it alone go back to their lines, and other counters call them.</param>
public sealed record PauseCounterRequest(string RequestId, string? Reason = null, int? Minutes = null, bool Leave = false) : ICommandRequest;

/// <summary>A command on one ticket: recall, start, no-show, reinstate, resume, cancel, undo.</summary>
public sealed record TicketRequest(string RequestId, long Ticket) : ICommandRequest;

/// <summary>Gives the citizen at the counter a warning; the panel, or the console where there is none, says it.</summary>
/// <param name="Kind">One of <see cref="Protection.WarningKind"/>.</param>
public sealed record WarnRequest(string RequestId, long Ticket, string Kind) : ICommandRequest;

/// <summary>Ends the visit against the citizen's will, after a warning.</summary>
/// <param name="Kind">The reason: one of <see cref="Protection.WarningKind"/>.</param>
public sealed record EndVisitRequest(string RequestId, long Ticket, string Kind) : ICommandRequest;

/// <summary>Switches a silent alarm off.</summary>
/// <param name="Alarm">Which one (<see cref="Protection.Alarm"/>): a late click cannot end the next.</param>
public sealed record AlarmRequest(string RequestId, long Alarm) : ICommandRequest;

/// <summary>A supervisor answers an alarm.</summary>
/// <param name="From">From where help comes; null: the supervisor comes.</param>
public sealed record AlarmAnswerRequest(string RequestId, long Alarm, string? From = null) : ICommandRequest;

/// <summary>Calls a particular ticket. Whoever is called before others needs a reason; the fairness ledger keeps it.</summary>
public sealed record CallTicketRequest(string RequestId, long Ticket, string? Reason = null) : ICommandRequest;

/// <summary>Completes the present service, with an optional result code of the office. The ticket goes on to what is left of its journey.</summary>
/// <param name="Next">A service to pass it on to before the rest of the journey.</param>
/// <param name="EndVisit">The visit ends whatever is left of the journey.</param>
public sealed record CompleteRequest(string RequestId, long Ticket, string? Result = null, string? Next = null, bool EndVisit = false) : ICommandRequest;

/// <summary>Sets the ticket aside, with an optional short note for colleagues, and where the citizen is meanwhile.</summary>
public sealed record ParkRequest(string RequestId, long Ticket, string? Note = null, string? Place = null) : ICommandRequest;

/// <summary>Passes the ticket on unfinished, keeping its waiting credit: to another service, to one counter alone, or both.</summary>
/// <param name="Service">Null: the service stays.</param>
/// <param name="Counter">The only counter that is to call it; null: whoever serves the service.</param>
public sealed record TransferRequest(string RequestId, long Ticket, string? Service = null, string? Counter = null) : ICommandRequest;

/// <summary>Moves the ticket to another office: it gets a number there, keeping its waiting credit and form, and ends here.</summary>
public sealed record MoveRequest(string RequestId, long Ticket, string Office, string Service) : ICommandRequest;

/// <summary>Replaces what is left of the ticket's journey after the present service.</summary>
public sealed record JourneyRequest(string RequestId, long Ticket, IReadOnlyList<string> Services) : ICommandRequest;

/// <summary>Asks the citizen to correct fields on the phone; none: no longer.</summary>
public sealed record CorrectionsRequest(string RequestId, long Ticket, IReadOnlyList<string> Fields) : ICommandRequest;

/// <summary>Shows a notice on the office's screens; without a text it is taken away.</summary>
/// <param name="Minutes">How long; null: until it is taken away.</param>
public sealed record NoticeRequest(string RequestId, string? Ko = null, string? En = null, int? Minutes = null) : ICommandRequest;

/// <summary>Puts the ticket back in its line behind the next <paramref name="Places"/> tickets (0: where it was, only for a called ticket).</summary>
public sealed record RequeueRequest(string RequestId, long Ticket, int Places) : ICommandRequest;

/// <summary>A citizen lets the next <paramref name="Places"/> of the line go first.</summary>
public sealed record LetOthersFirstRequest(string RequestId, int Places) : ICommandRequest;

/// <summary>The citizen says how the visit was, from 1 (very bad) to 5 (very good).</summary>
public sealed record RateRequest(string RequestId, long Ticket, int Rating) : ICommandRequest;

/// <summary>The same by the ticket's link, with a word about it if the citizen wishes: it is kept apart from the ticket.</summary>
/// <param name="Comment">At most <see cref="LongestComment"/> characters; no personal data belongs there.</param>
public sealed record RateVisitRequest(string RequestId, int Rating, string? Comment = null)
{
    /// <summary>Longest comment, in characters.</summary>
    public const int LongestComment = 500;
}

/// <summary>
/// Submits a form that was prepared elsewhere for the ticket at the counter. <paramref name="Code"/> is what was scanned, see <see cref="ScannedCode"/>;
/// without <paramref name="Replace"/> it is refused with <c>form_conflict</c> when something is written already.
/// </summary>
public sealed record AttachFormRequest(string RequestId, long Ticket, string Code, bool Replace = false) : ICommandRequest;

/// <summary>
/// Issues a ticket. <paramref name="Form"/> is optional: number first, form while waiting.
/// <paramref name="Language"/> is the citizen's (two letters); <paramref name="Class"/> a priority class the caller may grant.
/// </summary>
/// <param name="Then">Services to visit after the first one, in order.</param>
/// <param name="Companion">For somebody else who came along: the phone may hold another number of this service.</param>
public sealed record IssueRequest(
    string RequestId, string Service, string? Language = null, string? Class = null, Forms.FormAnswers? Form = null, IReadOnlyList<string>? Then = null,
    bool Companion = false)
    : ICommandRequest;

/// <summary>The issued ticket, told only to whoever asked for it.</summary>
/// <param name="Number">What is called.</param>
/// <param name="Url">Path of the ticket page; contains the token, so it is a secret of the citizen.</param>
/// <param name="Ordinal">Identity within the office, for the commands of staff.</param>
public sealed record IssuedTicket(int Number, string Service, string Url, long Version, long Ordinal);

/// <summary>What a hub answers to a command: <see cref="Problem"/> is null when it was done.</summary>
/// <param name="Version">The office's version after the command; a board with this version shows its effect.</param>
/// <param name="Ticket">Ordinal of the ticket concerned, when there is one.</param>
/// <param name="NumberThere">Of a move: the number at the other office; null while it is not known yet.</param>
/// <param name="Errors">For <c>form_invalid</c>: field → sentences.</param>
public sealed record CommandReply(
    CommandProblem? Problem, long Version, long? Ticket = null, int? Number = null, int? NumberThere = null,
    IReadOnlyDictionary<string, string[]>? Errors = null)
{
    /// <summary>True when the command was carried out.</summary>
    public bool Ok => Problem is null;
}

/// <summary>Why a command was refused: a stable code and a sentence in the caller's language.</summary>
public sealed record CommandProblem(string Code, string Sentence);
