using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Takes back the clerk's last command on a ticket at the counter.</summary>
public sealed class Undo(CommandRunner runner) : CounterCommand<TicketRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, TicketRequest request) =>
        queue.UndoAsync(context, seat.Counter.Id, request.Ticket, TimeSpan.FromSeconds(seat.Office.Rules.UndoSeconds));
}
