using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets.Commands.Moves;

namespace QueueHub.Tickets.Commands.Counter;

/// <summary>
/// Moves the counter's ticket to another office: marked here, issued there, ended here. What is cut off in between is finished by any node
/// (<see cref="MoveResumer"/>), so once it is marked the clerk need not repeat it.
/// </summary>
public sealed class Move(CommandRunner runner, TicketMover mover, IOffices offices, OpeningTimes hours, IOfficeStates states) : CounterCommand<MoveRequest>(runner)
{
    public override async Task<Outcome> RunAsync(Seat seat, MoveRequest request)
    {
        var marked = await base.RunAsync(seat, request);
        if (marked.Event?.Tickets is not [{ Moving: not null } ticket, ..])
        {
            return marked;
        }

        var finished = await mover.FinishAsync(seat.Office, ticket);
        return finished.Ok || finished.Code == ProblemCodes.MoveRefused ? finished : marked;
    }

    protected override string? Refuse(Seat seat, MoveRequest request) =>
        offices.Find(request.Office) is not { } there ? ProblemCodes.UnknownOffice
        : there.Slug == seat.Office.Slug ? ProblemCodes.InvalidRequest
        : there.Service(request.Service) is null ? ProblemCodes.UnknownService
        : !there.Rules.AcceptsMoves || !hours.Of(there).Open || states.Current(there.Slug) is { DayOpen: false } ? ProblemCodes.MoveRefused
        : null;

    protected override Task<QueueReply> ScriptAsync(ITicketQueue queue, QueueContext context, Seat seat, MoveRequest request) =>
        queue.MoveOutAsync(context, seat.Counter.Id, request.Ticket, request.Office, request.Service);
}
