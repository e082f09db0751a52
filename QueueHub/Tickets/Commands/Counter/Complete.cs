using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Ends the visit.</summary>
public sealed class Complete(CommandRunner runner) : CounterCommand<CompleteRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, CompleteRequest request) =>
        queue.CompleteAsync(context, seat.Counter.Id, request.Ticket, request.Result);
}
