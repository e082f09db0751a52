using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Puts a parked ticket back where it was.</summary>
public sealed class Resume(CommandRunner runner) : CounterCommand<TicketRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, TicketRequest request) =>
        queue.ResumeAsync(context, request.Ticket);
}
