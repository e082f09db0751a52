using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Sets the counter's ticket aside; it keeps its place.</summary>
public sealed class Park(CommandRunner runner) : CounterCommand<ParkRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, ParkRequest request) =>
        queue.ParkAsync(context, seat.Counter.Id, request.Ticket, request.Note, request.Place);
}
