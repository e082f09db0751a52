using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Intake.Forms;
using QueueHub.Live;
using QueueHub.Live.Boards;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.Intake.Endpoints;

/// <summary>The ticket behind a link.</summary>
/// <param name="Address">Path of the ticket page; contains the token.</param>
internal sealed record TicketPlace(OfficeDocument Office, ServiceDefinition Service, TicketRow Row, PhoneTicket Ticket, string Address)
{
    /// <summary>Path of the page that may only look at it.</summary>
    public string WatchAddress => $"/{Office.Slug}/w/{TicketToken.Watch(Address[(Address.LastIndexOf('/') + 1)..])}";

    /// <summary>The ticket and the form that was sent about it; or the page that says why there is none, or why it cannot be read.</summary>
    public static async Task<(TicketPlace? Place, SentForm? Sent, IResult? Refusal)> SentAsync(
        string office, string token, IOffices offices, IOfficeStates states, HttpContext http)
    {
        var (place, document, code) = Find(office, token, offices, states);
        if (place is null)
        {
            return (null, null, ProblemPages.Of(http, code, document));
        }

        var sent = await SentForm.ReadAsync(http);
        return sent.Problem is null ? (place, sent, null) : (null, null, ProblemPages.Of(http, sent.Problem, document));
    }

    /// <summary>The ticket, or the code why there is none. Nobody learns from it whether a wrong token was close.</summary>
    /// <param name="time">For pages that foretell the wait; the others show the ticket as of the office's last event.</param>
    public static (TicketPlace? Place, OfficeDocument? Office, string Code) Find(
        string office, string token, IOffices offices, IOfficeStates states, TimeProvider? time = null)
    {
        if (offices.Find(office) is not { } document)
        {
            return (null, null, ProblemCodes.UnknownOffice);
        }

        if (states.Current(document.Slug) is not { } state)
        {
            return (null, document, ProblemCodes.Unavailable);
        }

        return state.ByToken(TicketToken.Hash(token)) is { } row && document.Service(row.Service) is { } service
            ? (new TicketPlace(document, service, row, Now(), $"/{document.Slug}/t/{token}"), document, "")
            : (null, document, ProblemCodes.UnknownTicket);

        PhoneTicket Now() => PhoneTickets.Of(
            state, document, row, states.IsStale(document.Slug), states.Life(document.Slug), time?.GetUtcNow() ?? DateTimeOffset.FromUnixTimeMilliseconds(state.At));
    }
}
