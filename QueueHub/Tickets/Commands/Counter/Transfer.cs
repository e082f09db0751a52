using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Passes the counter's ticket on to another service, its waiting credit kept up to the office's cap.</summary>
public sealed class Transfer(CommandRunner runner) : CounterCommand<TransferRequest>(runner)
{
    protected override string? Refuse(Seat seat, TransferRequest request) =>
        RefuseUnknown(seat.Office, [request.Service]);

    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, TransferRequest request) =>
        queue.TransferAsync(
            context, seat.Counter.Id, request.Ticket, request.Service,
            (long)TimeSpan.FromMinutes(seat.Office.Rules.WaitedCapMinutes).TotalMilliseconds);
}
