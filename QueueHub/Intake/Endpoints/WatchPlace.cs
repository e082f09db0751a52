using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Live;
using QueueHub.Live.Boards;
using QueueHub.Offices;
using QueueHub.Tickets;

namespace QueueHub.Intake.Endpoints;

/// <summary>The ticket behind a link that may only look: no row and no way to the ticket's own page.</summary>
/// <param name="Address">Path of the page; contains the token, from which the ticket's cannot be made.</param>
internal sealed record WatchPlace(OfficeDocument Office, ServiceDefinition Service, PhoneTicket Ticket, string Address)
{
    /// <summary>The ticket, or the code why there is none.</summary>
    public static (WatchPlace? Place, OfficeDocument? Office, string Code) Find(string office, string token, IOffices offices, IOfficeStates states, TimeProvider time)
    {
        if (offices.Find(office) is not { } document)
        {
            return (null, null, ProblemCodes.UnknownOffice);
        }

        if (states.Current(document.Slug) is not { } state)
        {
            return (null, document, ProblemCodes.Unavailable);
        }

        if (state.ByWatch(TicketToken.Hash(token)) is not { } row || document.Service(row.Service) is not { } service)
        {
            return (null, document, ProblemCodes.UnknownTicket);
        }

        var ticket = PhoneTickets.Of(state, document, row, states.IsStale(document.Slug), states.Life(document.Slug), time.GetUtcNow());
        return (new WatchPlace(document, service, PhoneTickets.ForOnlooker(ticket), $"/{document.Slug}/w/{token}"), document, "");
    }
}
