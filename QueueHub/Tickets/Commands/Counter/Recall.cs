using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Announces the counter's called ticket again, not sooner than people can stand up.</summary>
public sealed class Recall(CommandRunner runner) : CounterCommand<TicketRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, TicketRequest request) =>
        queue.RecallAsync(context, seat.Counter.Id, request.Ticket, TimeSpan.FromSeconds(seat.Office.Rules.RecallLockSeconds));
}
