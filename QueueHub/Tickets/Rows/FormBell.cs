namespace QueueHub.Tickets.Rows;

/// <summary>What rings when a form was edited: which fields have which revision now, never what they hold.</summary>
public sealed record FormBell(long Ticket, IReadOnlyDictionary<string, int> Fields);
