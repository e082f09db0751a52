using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Puts a ticket back in its line, behind the next few.</summary>
public sealed class Requeue(CommandRunner runner) : CounterCommand<RequeueRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, RequeueRequest request) =>
        queue.RequeueAsync(context, request.Ticket, request.Places, seat.Office.Rules.RequeueLimit);
}
