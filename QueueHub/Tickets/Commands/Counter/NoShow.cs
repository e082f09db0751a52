using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>They did not come.</summary>
public sealed class NoShow(CommandRunner runner) : CounterCommand<TicketRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, TicketRequest request) =>
        queue.NoShowAsync(context, seat.Counter.Id, request.Ticket);
}
