using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Boards;

/// <summary>What a phone shows of its ticket. Pure.</summary>
public static class PhoneTickets
{
    public static PhoneTicket Of(OfficeState state, OfficeDocument office, TicketRow ticket, bool stale, string? life) => new(
        ticket.Number, ticket.Service, ticket.State,
        state.PeopleAhead(ticket),
        ticket.State is TicketState.Called or TicketState.Serving ? ticket.Counter : null,
        ticket.State is TicketState.Called ? ticket.Calls : 0,
        state.Counters.Values.Count(counter => BoardBuilder.Serves(counter, ticket.Service)),
        ticket.Form is not null,
        FormEditable(ticket) && office.Service(ticket.Service)?.Form is not null,
        Cancellable(ticket),
        stale,
        life ?? "");

    /// <summary>The phone may edit until its ticket is called; then the clerk does.</summary>
    public static bool FormEditable(TicketRow ticket) =>
        ticket.State is TicketState.OnTheWay or TicketState.Waiting or TicketState.Parked or TicketState.NoShow;

    /// <summary>A citizen may give up any time before being served.</summary>
    public static bool Cancellable(TicketRow ticket) => ticket.Living && ticket.State != TicketState.Serving;
}
