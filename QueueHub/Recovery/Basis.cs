using QueueHub.Live;
using QueueHub.Tickets.Rows;

namespace QueueHub.Recovery;

/// <summary>What is known of an office outside Redis. Pure.</summary>
public static class Basis
{
    /// <summary>The newest state that a node's fold and history give together; null when neither knows the office.</summary>
    /// <param name="history">Events of the last business day, in order; the first one carries all there was.</param>
    /// <exception cref="GapException">History has a hole.</exception>
    public static OfficeState? Of(string office, OfficeState? fold, IReadOnlyList<OfficeEvent> history)
    {
        if (history is not [var first, ..] || history[^1].Version <= fold?.Version)
        {
            return fold;
        }

        var continues = fold is not null && history.Any(@event => @event.Version == fold.Version + 1);
        return history.Aggregate(
            continues ? fold! : OfficeState.Empty(office) with { Epoch = first.Epoch, Version = first.Version - 1 }, Fold.Apply);
    }
}
