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

/// <summary>A command that needs nothing but its request id: call next.</summary>
public sealed record CounterRequest(string RequestId) : ICommandRequest;

/// <summary>Opens (or resumes) the counter. The clerk takes it; the lists override the configuration's services when given.</summary>
public sealed record OpenCounterRequest(string RequestId, IReadOnlyList<string>? Primary = null, IReadOnlyList<string>? Helping = null) : ICommandRequest;

/// <summary>Pauses the counter; the public sees only that it is paused.</summary>
public sealed record PauseCounterRequest(string RequestId, string? Reason = null) : ICommandRequest;

/// <summary>A command on one ticket: recall, start, no-show, reinstate, resume, cancel.</summary>
public sealed record TicketRequest(string RequestId, long Ticket) : ICommandRequest;

/// <summary>Calls a particular ticket out of order; the reason is kept in the history.</summary>
public sealed record CallTicketRequest(string RequestId, long Ticket, string? Reason = null) : ICommandRequest;

/// <summary>Completes the visit, with an optional result code of the office.</summary>
public sealed record CompleteRequest(string RequestId, long Ticket, string? Result = null) : ICommandRequest;

/// <summary>Sets the ticket aside, with an optional short note for colleagues.</summary>
public sealed record ParkRequest(string RequestId, long Ticket, string? Note = null) : ICommandRequest;

/// <summary>Passes the ticket on to another service of the office, keeping its waiting credit.</summary>
public sealed record TransferRequest(string RequestId, long Ticket, string Service) : ICommandRequest;

/// <summary>Puts the ticket back in its line behind the next <paramref name="Places"/> tickets (0: where it was, only for a called ticket).</summary>
public sealed record RequeueRequest(string RequestId, long Ticket, int Places) : ICommandRequest;

/// <summary>
/// Submits a form that was prepared elsewhere for the ticket at the counter. <paramref name="Code"/> is what was scanned, see <see cref="ScannedCode"/>;
/// without <paramref name="Replace"/> it is refused with <c>form_conflict</c> when something is written already.
/// </summary>
public sealed record AttachFormRequest(string RequestId, long Ticket, string Code, bool Replace = false) : ICommandRequest;

/// <summary>
/// Issues a ticket. <paramref name="Form"/> is optional: number first, form while waiting.
/// <paramref name="Language"/> is the citizen's (two letters); <paramref name="Class"/> a priority class the caller may grant.
/// </summary>
public sealed record IssueRequest(
    string RequestId, string Service, string? Language = null, string? Class = null, Forms.FormAnswers? Form = null)
    : ICommandRequest;

/// <summary>The issued ticket, told only to whoever asked for it.</summary>
/// <param name="Number">What is called.</param>
/// <param name="Url">Path of the ticket page; contains the token, so it is a secret of the citizen.</param>
public sealed record IssuedTicket(int Number, string Service, string Url, long Version);

/// <summary>What a hub answers to a command: <see cref="Problem"/> is null when it was done.</summary>
/// <param name="Version">The office's version after the command; a board with this version shows its effect.</param>
/// <param name="Ticket">Ordinal of the ticket concerned, when there is one.</param>
public sealed record CommandReply(CommandProblem? Problem, long Version, long? Ticket = null, int? Number = null)
{
    /// <summary>True when the command was carried out.</summary>
    public bool Ok => Problem is null;
}

/// <summary>Why a command was refused: a stable code and a sentence in the caller's language.</summary>
public sealed record CommandProblem(string Code, string Sentence);
