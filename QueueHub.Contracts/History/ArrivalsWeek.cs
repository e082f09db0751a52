namespace QueueHub.Contracts.History;

/// <summary>When numbers are taken: a week by its hours.</summary>
/// <param name="Days">How many days had visitors, of each weekday, Monday first; of several offices: at any of them.</param>
/// <param name="Hours">How many numbers were taken, of each weekday and hour: seven times twenty-four.</param>
public sealed record ArrivalsWeek(string? Office, DateOnly From, DateOnly To, IReadOnlyList<int> Days, IReadOnlyList<IReadOnlyList<long>> Hours);
