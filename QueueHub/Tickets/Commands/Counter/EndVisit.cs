using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Ends a visit against the citizen's will, after a warning.</summary>
public sealed class EndVisit(CommandRunner runner) : CounterCommand<EndVisitRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, EndVisitRequest request) =>
        queue.EndVisitAsync(context, seat.Counter.Id, request.Ticket, request.Kind);
}
