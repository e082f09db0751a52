namespace QueueHub.Tickets.Rows;

/// <summary>Where one of the two at a counter is on the form before them: the field's name, never what it holds. It is only told, never stored.</summary>
/// <param name="Panel">True for the citizen at the panel, false for the clerk.</param>
/// <param name="Field">The answer's key; absent: at none of its fields.</param>
public sealed record PresenceBell(long Ticket, bool Panel, string? Field = null);
