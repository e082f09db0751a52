using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Asks the citizen at the counter to correct fields of the form on the phone.</summary>
public sealed class AskCorrections(CommandRunner runner) : CounterCommand<CorrectionsRequest>(runner)
{
    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, CorrectionsRequest request) =>
        queue.AskCorrectionsAsync(context, seat.Counter.Id, request.Ticket, request.Fields);
}
