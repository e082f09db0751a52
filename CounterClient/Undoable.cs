using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>A command that the clerk may still take back.</summary>
/// <param name="Until">By the server's clock. Counted from the sending of the command, which is never later than the server counts: a button that is shown works.</param>
public sealed record Undoable(DeskAction Action, long Ticket, int? Number, DateTimeOffset Until)
{
    /// <summary>What a carried-out order leaves to take back; null for commands that cannot be.</summary>
    public static Undoable? Of(DeskOrder order, CommandReply reply, DateTimeOffset sent, DeskRules rules) =>
        order.Action is DeskAction.CallNext or DeskAction.Call or DeskAction.NoShow or DeskAction.Park or DeskAction.Complete or DeskAction.Transfer
            or DeskAction.EndVisit
        && reply.Ticket is { } ticket
            ? new(order.Action, ticket, reply.Number, sent.AddSeconds(rules.UndoSeconds))
            : null;

    /// <summary>Whole seconds that are left; 0 when it is too late.</summary>
    public int SecondsLeft(DateTimeOffset serverNow) => Math.Max(0, (int)Math.Ceiling((Until - serverNow).TotalSeconds));
}
