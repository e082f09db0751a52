namespace QueueHub.History.Rollups;

/// <summary>What a rollup sums up, in the order of its columns; each one's column is its name in lower case with underscores. Times are milliseconds.</summary>
/// <remarks>A visit is a ticket; a stop is one stay in a service's line (<see cref="Stop"/>). What is counted at which hour: docs/history.md.</remarks>
public enum Measure
{
    /// <summary>Numbers that were taken.</summary>
    Visits,
    /// <summary>Stops that began.</summary>
    Stops,
    /// <summary>Stops that were called: those whose wait is known.</summary>
    Called,
    /// <summary>Stops that were served to the end.</summary>
    Served,
    Absent,
    Cancelled,
    Expired,
    /// <summary>Stops passed on unfinished.</summary>
    Transferred,
    /// <summary>Stops that went on at another office.</summary>
    Moved,
    Recalls,
    /// <summary>Stops called before others of their line.</summary>
    OutOfOrder,
    /// <summary>Stops that were set aside for a time.</summary>
    Parked,
    /// <summary>Visits with a form written on a device.</summary>
    Forms,
    /// <summary>Sheets of paper that these forms saved.</summary>
    Pages,
    /// <summary>Visits that were rated.</summary>
    Rated,
    RatingSum,
    /// <summary>Visits that were rated 4 or 5.</summary>
    Satisfied,
    /// <summary>Visits whose wait was foretold and is known.</summary>
    Told,
    ToldWithin,
    ToldSooner,
    ToldLater,
    /// <summary>Distance of the wait from the middle of what was foretold.</summary>
    ToldErrorMs,
    WaitMs,
    WalkMs,
    ServeMs,
    ParkedMs,
    /// <summary>A counter's time with citizens, from the call on.</summary>
    BusyMs,
    /// <summary>A counter's time open.</summary>
    OpenMs,
    PausedMs,
}

/// <summary>What a rollup is of.</summary>
public enum RollupKind
{
    Office,
    Service,
    Counter,
    Class,
    Channel,
    /// <summary>Visits of several stops: their services in order, joined by &gt;.</summary>
    Journey,
}

/// <summary>How long a time a rollup sums up.</summary>
public enum Grain
{
    Hour,
    Day,
    Month,
    Year,
}
