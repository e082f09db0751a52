using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Gives the citizen at the counter a warning.</summary>
public sealed class Warn(CommandRunner runner) : CounterCommand<WarnRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, WarnRequest request) =>
        queue.WarnAsync(context, seat.Counter.Id, request.Ticket, request.Kind);
}
