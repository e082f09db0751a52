using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Calls a particular ticket.</summary>
public sealed class CallTicket(CommandRunner runner) : CounterCommand<CallTicketRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, CallTicketRequest request) =>
        queue.CallAsync(context, seat.Counter.Id, request.Ticket, request.Reason);
}
