using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Lets an absent ticket join its line anew, as often as the office allows.</summary>
public sealed class Reinstate(CommandRunner runner) : CounterCommand<TicketRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, TicketRequest request) =>
        queue.ReinstateAsync(context, request.Ticket, seat.Office.Rules.ReinstateLimit);
}
