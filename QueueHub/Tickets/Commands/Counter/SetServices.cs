using QueueHub.Contracts.Tickets;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Gives the working counter other services.</summary>
public sealed class SetServices(CommandRunner runner) : CounterCommand<ServicesRequest>(runner)
{
    protected override string? Refuse(Seat seat, ServicesRequest request) =>
        RefuseUnknown(seat.Office, request.Primary) ?? RefuseUnknown(seat.Office, request.Helping);

    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, ServicesRequest request) =>
        queue.SetServicesAsync(context, seat.Counter.Id, request.Primary, request.Helping);
}
