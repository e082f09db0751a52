using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>Which orders make sense where. The server decides; this only keeps the supervisor from asking in vain (docs/ticket-states.md).</summary>
public static class RoomActions
{
    /// <summary>What can be ordered at a counter, what is wanted most often first.</summary>
    public static IReadOnlyList<RoomAction> AtCounter(DeskCounter counter, bool dayOpen) => Room.StandingOf(counter) switch
    {
        RoomStanding.Closed => dayOpen ? [RoomAction.Open] : [],
        RoomStanding.Paused => [.. dayOpen ? [RoomAction.Reopen] : Array.Empty<RoomAction>(), RoomAction.Services, .. OnTicket(counter)],
        _ => [RoomAction.Pause, RoomAction.Services, .. OnTicket(counter)],
    };

    /// <summary>What can be ordered of a ticket that was set aside.</summary>
    public static RoomAction Back(DeskTicket ticket) => ticket.State == TicketState.Parked ? RoomAction.Resume : RoomAction.Reinstate;

    // A counter with a ticket cannot be closed: the ticket comes first. That is how a stuck counter is freed.
    private static IEnumerable<RoomAction> OnTicket(DeskCounter counter) => counter.Ticket switch
    {
        null => [RoomAction.Close],
        { State: TicketState.Called } => [RoomAction.NoShow, RoomAction.Park],
        _ => [RoomAction.Complete, RoomAction.Park],
    };
}
