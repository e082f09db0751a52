using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Closes the counter and lets it go.</summary>
public sealed class CloseCounter(CommandRunner runner) : CounterCommand<CounterRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, CounterRequest request) =>
        queue.CloseCounterAsync(context, seat.Counter.Id);
}
