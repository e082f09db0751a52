using QueueHub.Contracts.Tickets;
using QueueHub.Platform;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>Announces the counter's called ticket again, not sooner than people can stand up.</summary>
public sealed class Recall(CommandRunner runner, HubOptions options) : CounterCommand<TicketRequest>(runner)
{
    // The demo's people stand up faster, as they do everything.
    private readonly double _speed = Math.Max(1, options.Demo?.Speed ?? 1);

    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, TicketRequest request) =>
        queue.RecallAsync(context, seat.Counter.Id, request.Ticket, TimeSpan.FromSeconds(seat.Office.Rules.RecallLockSeconds / _speed));
}
