using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Ends the present service: the ticket goes on to what is left of its journey, or the visit is over.</summary>
public sealed class Complete(CommandRunner runner) : CounterCommand<CompleteRequest>(runner)
{
    protected override string? Refuse(Seat seat, CompleteRequest request) =>
        request.Result is not null && seat.Office.Result(request.Result) is null ? ProblemCodes.UnknownResult
        : request.Next is null ? null
        : RefuseUnknown(seat.Office, [request.Next]);

    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, CompleteRequest request) =>
        queue.CompleteAsync(context, seat.Counter.Id, request.Ticket, new Completion(
            request.Result, request.Next, request.EndVisit, seat.Office.Rules.WaitedCapMilliseconds));
}
