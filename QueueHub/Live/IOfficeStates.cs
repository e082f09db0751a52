namespace QueueHub.Live;

/// <summary>The state of every office as this node has folded it from the log.</summary>
public interface IOfficeStates
{
    /// <summary>The present state; null when the office is unknown or not yet read.</summary>
    OfficeState? Current(string office);

    /// <summary>Waits until the node has folded at least <paramref name="version"/>, or the time is over; gives the state then.</summary>
    Task<OfficeState?> AtLeastAsync(string office, long version, TimeSpan timeout, CancellationToken cancellation);
}
