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

    /// <summary>Issues a ticket with a prepared form, which is destroyed then; also the answer for a request that was carried out before.</summary>
    Task<IssueOutcome> IssuePreparedAsync(OfficeDocument office, string token, string requestId, Caller caller, bool companion = false);

    /// <summary>Submits the form of the caller's ticket, first or again; refused with <c>form_conflict</c> when it is not (any more) as <paramref name="seen"/>.</summary>
    /// <remarks>At the counter only the fields that the clerk asks to correct are taken from the answers.</remarks>
    Task<Outcome> SubmitFormAsync(OfficeDocument office, TicketRow ticket, string requestId, FormAnswers answers, StoredForm seen, Caller caller);

    /// <summary>Changes single fields of that form.</summary>
    Task<FormEditReply> EditFormAsync(OfficeDocument office, TicketRow ticket, IReadOnlyList<FieldChange>? changes, Caller caller);

    /// <summary>The citizen of a ticket on the way is there: it joins its line. Where the office requires presence only for a phone that has shown to be there.</summary>
    Task<Outcome> ArriveAsync(OfficeDocument office, TicketRow ticket, string requestId, Caller caller);

    /// <summary>Lets others go first: the ticket goes behind the next <paramref name="places"/> of its line.</summary>
    Task<Outcome> LetOthersFirstAsync(OfficeDocument office, TicketRow ticket, string requestId, int places, Caller caller);

    /// <summary>How the visit was, 1 to 5; another time it may be said otherwise.</summary>
    Task<Outcome> RateAsync(OfficeDocument office, TicketRow ticket, string requestId, int rating, Caller caller);

    /// <summary>Gives the caller's ticket up.</summary>
    Task<Outcome> CancelAsync(OfficeDocument office, TicketRow ticket, string requestId, Caller caller);

    /// <summary>The form of the caller's own ticket as far as it is written; null when there is none (any more).</summary>
    Task<StoredForm?> FormAsync(OfficeDocument office, TicketRow ticket);
}

/// <summary>The outcome of issuing: the ticket and its secret link.</summary>
public sealed record IssueOutcome(string? Code, IssuedTicket? Ticket, OfficeEvent? Event, IReadOnlyDictionary<string, string[]>? FieldErrors = null)
    : Outcome(Code, Event, FieldErrors);
