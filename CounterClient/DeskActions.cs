using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>Everything a clerk can order; each is one command of the counter hub.</summary>
public enum DeskAction
{
    Open,
    Pause,
    Close,
    CallNext,
    Call,
    Recall,
    Start,
    Complete,
    NoShow,
    Reinstate,
    Park,
    Resume,
    Transfer,
    Requeue,
    Cancel,
    SetServices,
    SetJourney,
    Undo,
    AttachForm,
    Move,
    Warn,
    EndVisit,
}

/// <summary>Why an action that belongs here cannot be taken now.</summary>
public enum Blocked
{
    No,
    NobodyWaiting,
    TicketAtCounter,
    CounterNotOpen,
    NowhereToGo,
    RecallLocked,
    ReinstateLimit,
    DayClosed,
    NobodyHere,
    NotWarned,
}

/// <summary>An action as offered: the first of a list is the next step of the visit and the biggest button.</summary>
public readonly record struct Offer(DeskAction Action, Blocked Blocked = Blocked.No)
{
    public bool Free => Blocked == Blocked.No;
}

/// <summary>Which actions are offered in which state. The server decides; this only keeps the clerk from asking in vain (docs/ticket-states.md).</summary>
public static class DeskActions
{
    /// <summary>Actions of the counter and of the ticket at it, the next step first.</summary>
    public static IReadOnlyList<Offer> AtCounter(Desk desk, DateTimeOffset serverNow) => desk.Stage switch
    {
        DeskStage.Closed => [new(DeskAction.Open, desk.Board.DayOpen ? Blocked.No : Blocked.DayClosed)],
        DeskStage.Idle =>
        [
            new(DeskAction.CallNext, desk.WaitingHere > 0 ? Blocked.No : Blocked.NobodyWaiting),
            new(DeskAction.Pause),
            new(DeskAction.SetServices),
            new(DeskAction.Close),
        ],
        DeskStage.Called =>
        [
            .. DidTheyCome(desk, serverNow),
            new(DeskAction.Requeue),
            new(DeskAction.Park),
            Transfer(desk),
            new(DeskAction.SetJourney),
            new(DeskAction.Cancel),
            PauseOrOpen(desk),
        ],
        DeskStage.Serving => [new(DeskAction.Complete), new(DeskAction.Park), Transfer(desk), new(DeskAction.SetJourney), PauseOrOpen(desk)],
        DeskStage.Paused => [new(DeskAction.Open), new(DeskAction.SetServices), new(DeskAction.Close)],
        _ => [],
    };

    /// <summary>What protects the clerk from the citizen at the counter, in the order in which it is used: the reason is told before a visit is ended.</summary>
    public static IReadOnlyList<Offer> Protection(Desk desk) => desk is { IsMine: true, Ticket: { } ticket }
        ? [new(DeskAction.Warn), new(DeskAction.EndVisit, ticket.Warnings is { Count: > 0 } ? Blocked.No : Blocked.NotWarned)]
        : [new(DeskAction.Warn, Blocked.NobodyHere), new(DeskAction.EndVisit, Blocked.NobodyHere)];

    /// <summary>Leaving at once: from an open counter, whoever is at it.</summary>
    public static Blocked CanStepAway(Desk desk) => desk is { IsMine: true, Counter.State: CounterState.Open } ? Blocked.No : Blocked.CounterNotOpen;

    /// <summary>Actions on a ticket of the lists, the next step first.</summary>
    public static IReadOnlyList<Offer> OnListed(Desk desk, DeskTicket ticket) => ticket.State switch
    {
        TicketState.Waiting => [new(DeskAction.Call, CanCall(desk)), new(DeskAction.Requeue), new(DeskAction.SetJourney), new(DeskAction.Cancel)],
        TicketState.Parked => [new(DeskAction.Call, CanCall(desk)), new(DeskAction.Resume), new(DeskAction.SetJourney), new(DeskAction.Cancel)],
        TicketState.NoShow => [new(DeskAction.Reinstate, desk.ReinstatesLeft(ticket) > 0 ? Blocked.No : Blocked.ReinstateLimit), new(DeskAction.Cancel)],
        _ => [],
    };

    // The answers to "did they come?": yes comes first, until the number was called so often that no is more likely.
    private static Offer[] DidTheyCome(Desk desk, DateTimeOffset serverNow)
    {
        var recall = new Offer(DeskAction.Recall, desk.RecallLock(serverNow) > TimeSpan.Zero ? Blocked.RecallLocked : Blocked.No);
        return desk.NoShowIsDue
            ? [new(DeskAction.NoShow), new(DeskAction.Start), recall]
            : [new(DeskAction.Start), recall, new(DeskAction.NoShow)];
    }

    private static Blocked CanCall(Desk desk) => desk.Stage switch
    {
        DeskStage.Idle => Blocked.No,
        DeskStage.Called or DeskStage.Serving => Blocked.TicketAtCounter,
        _ => Blocked.CounterNotOpen,
    };

    // A counter may be paused over the ticket it still has: that one is finished, and nobody is called after it.
    private static Offer PauseOrOpen(Desk desk) => new(desk.Counter.State == CounterState.Paused ? DeskAction.Open : DeskAction.Pause);

    private static Offer Transfer(Desk desk) =>
        new(DeskAction.Transfer, desk.OtherServices(desk.Ticket!).Any() || desk.OthersAtWork.Any() ? Blocked.No : Blocked.NowhereToGo);
}
