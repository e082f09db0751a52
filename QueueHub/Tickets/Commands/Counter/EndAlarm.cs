using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Switches an alarm off: whoever raised it, or a supervisor.</summary>
public sealed class EndAlarm(CommandRunner runner) : CounterCommand<AlarmRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, AlarmRequest request) =>
        queue.EndAlarmAsync(context, seat.Counter.Id, request.Alarm);
}
