namespace QueueHub.Contracts.Staff;

/// <summary>Somebody who works at an office, for whoever arranges who sits where: no more than the name.</summary>
/// <param name="Id">Stands as the holder of a counter.</param>
public sealed record Colleague(string Id, string Name);
