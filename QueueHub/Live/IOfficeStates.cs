using QueueHub.Tickets.Rows;

namespace QueueHub.Live;

/// <summary>The state of every office as this node has folded it from the log.</summary>
public interface IOfficeStates
{
    /// <summary>The present state; null when the office is unknown or not yet read.</summary>
    OfficeState? Current(string office);

    /// <summary>True while Redis cannot be reached: states are the last known ones.</summary>
    bool Stale { get; }

    /// <summary>Waits until the node has folded at least <paramref name="version"/>, or the time is over; gives the state then.</summary>
    Task<OfficeState?> AtLeastAsync(string office, long version, TimeSpan timeout, CancellationToken cancellation);

    /// <summary>
    /// Told after every change of an office, on the follower's thread: must only set signals. No events come with it when the state was read anew,
    /// or only <see cref="Stale"/> or the configuration changed.
    /// </summary>
    event Action<OfficeState, IReadOnlyList<OfficeEvent>>? Changed;
}
