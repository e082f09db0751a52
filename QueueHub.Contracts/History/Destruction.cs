namespace QueueHub.Contracts.History;

/// <summary>Something that was let go of because it was kept long enough.</summary>
/// <param name="What">A table, or the grain and office of sums.</param>
/// <param name="First">Its first day, yyyy-MM-dd.</param>
/// <param name="Before">The first day that was not part of it.</param>
/// <param name="Rule">The setting that said so, and its value.</param>
/// <param name="Build">Of the hub that did it.</param>
public sealed record Destruction(long Id, string What, string? First, string Before, long Rows, string Rule, string Build, DateTimeOffset At);

/// <summary>A page of them, newest first.</summary>
/// <param name="Next">What to ask for as <c>before</c>; null: there are no more.</param>
public sealed record DestructionPage(IReadOnlyList<Destruction> Entries, long? Next);
