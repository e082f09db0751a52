namespace QueueHub.History;

/// <summary>What history already knows of an office: a newly founded one must start above it.</summary>
public interface IHistoryFloors
{
    /// <summary>Highest version and ordinal written for the office, zeros when there are none; null when Postgres cannot be asked.</summary>
    Task<HistoryFloor?> FloorAsync(string office);
}

/// <summary>Highest version and ordinal known.</summary>
public readonly record struct HistoryFloor(long Version, long Ordinal);
