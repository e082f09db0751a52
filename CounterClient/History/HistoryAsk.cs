namespace CounterClient;

/// <summary>What every section of the page answers. Two that are equal have the same answer.</summary>
/// <param name="Today">The server's day, which is not over.</param>
/// <param name="Office">Null: all offices of the person.</param>
/// <param name="Compared">To compare with; null: nothing.</param>
/// <param name="Round">Raised when the same is asked anew.</param>
public sealed record HistoryAsk(DateOnly Today, string? Office, DayRange Range, DayRange? Compared = null, int Round = 0);
