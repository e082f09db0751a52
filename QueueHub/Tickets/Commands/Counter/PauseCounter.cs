using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Stops calling for a while; a ticket at the counter can still be finished, or goes back to its line when the clerk leaves at once.</summary>
public sealed class PauseCounter(CommandRunner runner) : CounterCommand<PauseCounterRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, PauseCounterRequest request) =>
        queue.PauseCounterAsync(context, seat.Counter.Id, request.Reason, new CounterPause(
            request.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null, request.Leave, seat.Office.Rules.WaitedCapMilliseconds));
}
