using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Tickets.Commands;

/// <summary>The commands a citizen can give, used by the phone's pages and by the HTTP door.</summary>
public interface ICitizenCommands
{
    /// <summary>Issues a ticket, with its form when one is given.</summary>
    Task<IssueOutcome> IssueAsync(OfficeDocument office, IssueRequest request, Caller caller);

    /// <summary>Attaches or replaces the form of the caller's ticket.</summary>
    Task<Outcome> SubmitFormAsync(OfficeDocument office, TicketRow ticket, string requestId, FormAnswers answers, Caller caller);

    /// <summary>Gives the caller's ticket up.</summary>
    Task<Outcome> CancelAsync(OfficeDocument office, TicketRow ticket, string requestId, Caller caller);

    /// <summary>The answers attached to the caller's own ticket, to correct them; null when there are none (any more).</summary>
    Task<FormAnswers?> AnswersAsync(OfficeDocument office, TicketRow ticket);
}

/// <summary>The outcome of issuing: the ticket and its secret link.</summary>
public sealed record IssueOutcome(string? Code, IssuedTicket? Ticket, OfficeEvent? Event, IReadOnlyDictionary<string, string[]>? FieldErrors = null)
    : Outcome(Code, Event, FieldErrors);
