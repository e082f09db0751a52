using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Passes the counter's ticket on unfinished, its waiting credit kept up to the office's cap.</summary>
public sealed class Transfer(CommandRunner runner) : CounterCommand<TransferRequest>(runner)
{
    protected override string? Refuse(Seat seat, TransferRequest request) =>
        request.Service is { } service && seat.Office.Service(service) is null ? ProblemCodes.UnknownService
        : request.Counter is { } counter && seat.Office.Counter(counter) is null ? ProblemCodes.UnknownCounter
        : null;

    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, TransferRequest request) =>
        queue.TransferAsync(
            context, seat.Counter.Id, request.Ticket, request.Service, request.Counter,
            seat.Office.Rules.WaitedCapMilliseconds);
}
