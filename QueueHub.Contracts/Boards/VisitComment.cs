namespace QueueHub.Contracts.Boards;

/// <summary>What a citizen said of a visit. Nothing in it leads to the visit.</summary>
/// <param name="Day">The business day.</param>
/// <param name="Service">Where the visit ended.</param>
/// <param name="Rating">From 1 (very bad) to 5 (very good).</param>
/// <param name="Hour">The full hour in which it arrived.</param>
public sealed record VisitComment(string Day, string Service, int Rating, string Comment, DateTimeOffset Hour);
