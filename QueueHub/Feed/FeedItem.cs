namespace QueueHub.Feed;

/// <summary>One item of the national feed: fields in their order, every value a string, one that is not there left out.</summary>
/// <param name="StdgCd">Where it is, to be asked by.</param>
public sealed record FeedItem(string StdgCd, IReadOnlyList<(string Name, string? Value)> Fields);
