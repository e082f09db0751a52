using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Raises the silent alarm of the counter; while one stands nothing changes.</summary>
public sealed class RaiseAlarm(CommandRunner runner) : CounterCommand<CounterRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, CounterRequest request) =>
        queue.RaiseAlarmAsync(context, seat.Counter.Id);
}
