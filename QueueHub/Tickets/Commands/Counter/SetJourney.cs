using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Replaces what is left of a ticket's journey.</summary>
public sealed class SetJourney(CommandRunner runner) : CounterCommand<JourneyRequest>(runner)
{
    protected override string? Refuse(Seat seat, JourneyRequest request) => RefuseUnknown(seat.Office, request.Services);

    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, JourneyRequest request) =>
        queue.SetJourneyAsync(context, request.Ticket, request.Services);
}
