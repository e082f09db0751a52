namespace QueueHub.Contracts.Boards;

/// <summary>A call before others: the fairness ledger says who was called, by whom, past how many and why.</summary>
/// <param name="Ticket">Ordinal.</param>
/// <param name="Staff">Staff id of who called.</param>
/// <param name="StaffName">The id where no name is known.</param>
/// <param name="Passed">How many of its line it was called before.</param>
public sealed record LedgerEntry(
    DateTimeOffset At, int Number, long Ticket, string Service, string Counter, string Staff, string StaffName, int Passed, string? Reason);
