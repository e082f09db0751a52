using QueueHub.History;

namespace QueueHub.Demo.PastDays;

/// <summary>What a day of an office leaves in history.</summary>
public sealed record PastDay(IReadOnlyList<TicketHistory> Tickets, IReadOnlyList<CounterStretch> Stretches);
