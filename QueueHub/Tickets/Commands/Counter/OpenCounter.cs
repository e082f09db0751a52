using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Opens or resumes the counter: a clerk takes it, a supervisor opens it for somebody.</summary>
public sealed class OpenCounter(CommandRunner runner) : CounterCommand<OpenCounterRequest>(runner)
{
    protected override string? Refuse(Seat seat, OpenCounterRequest request) =>
        RefuseUnknown(seat.Office, request.Primary) ?? RefuseUnknown(seat.Office, request.Helping);

    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, OpenCounterRequest request) =>
        queue.OpenCounterAsync(context, seat.Counter.Id, new CounterOpening(
            request.Primary ?? seat.Counter.Primary, request.Helping ?? seat.Counter.Helping, seat.Desk, request.TakeOver, request.Staff));
}
