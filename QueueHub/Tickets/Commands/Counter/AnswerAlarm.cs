using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>A supervisor's answer to an alarm: help is coming.</summary>
public sealed class AnswerAlarm(CommandRunner runner) : CounterCommand<AlarmAnswerRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, AlarmAnswerRequest request) =>
        queue.AnswerAlarmAsync(context, seat.Counter.Id, request.Alarm, request.From);
}
