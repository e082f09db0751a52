using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Calls the lowest score of the counter's primary services, or else of its helping ones.</summary>
public sealed class CallNext(CommandRunner runner) : CounterCommand<CallNextRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, CallNextRequest request) =>
        queue.CallNextAsync(context, seat.Counter.Id, request.Expected);
}
