using System.Collections.Immutable;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live;

/// <summary>What a node can say of an office without asking Redis.</summary>
/// <param name="State">The office as this node knows it.</param>
/// <param name="Recent">The last events it knows, oldest first, without a gap.</param>
/// <param name="Witness">
/// It followed the office while it worked. What a node has only read from a Redis that was restarted before proves nothing: an older file reads the same.
/// </param>
public sealed record OfficeMemory(OfficeState State, ImmutableList<OfficeEvent> Recent, bool Witness)
{
    /// <summary>Joins what was read from the log and what commands of this node were answered with.</summary>
    public static OfficeMemory Of(OfficeState state, ImmutableList<OfficeEvent> recent, IEnumerable<OfficeEvent> told, bool witness)
    {
        var gap = false;
        foreach (var @event in told.Where(@event => @event.Epoch == state.Epoch && @event.Version > state.Version).OrderBy(@event => @event.Version))
        {
            gap |= @event.Version != state.Version + 1;
            recent = gap ? recent : recent.Add(@event);

            // An event's rows are whole: they are true also when the event before it was answered to another node.
            state = Fold.Apply(state with { Version = @event.Version - 1 }, @event);
        }

        return new OfficeMemory(state, recent, witness);
    }
}
