using QueueHub.Tickets.Rows;

namespace QueueHub.Live;

/// <summary>The state of every office as this node has folded it from the log.</summary>
public interface IOfficeStates
{
    /// <summary>The present state; null when the office is unknown or not yet read.</summary>
    OfficeState? Current(string office);

    /// <summary>True while Redis cannot be reached: states are the last known ones.</summary>
    bool Stale { get; }

    /// <summary>True while the office's state is the last known one: Redis cannot be reached, or is yet to be compared after a restart.</summary>
    bool IsStale(string office);

    /// <summary>
    /// Names what Redis holds of the office: another name after every restart of it, also one that has lost nothing the log knows of, for forms are edited without
    /// events. Null while this node does not know.
    /// </summary>
    string? Life(string office);

    /// <summary>
    /// An event this node was answered with. It may be all that is left of it: a Redis that dies in this moment may have lost it, and nobody may have read it.
    /// </summary>
    void Learn(string office, OfficeEvent @event);

    /// <summary>Waits until the node has folded at least <paramref name="version"/>, or the time is over; gives the state then.</summary>
    Task<OfficeState?> AtLeastAsync(string office, long version, TimeSpan timeout, CancellationToken cancellation);

    /// <summary>
    /// Told after every change of an office, on the follower's thread: must only set signals. No events come with it when the state was read anew,
    /// or only <see cref="IsStale"/> or the configuration changed.
    /// </summary>
    event Action<OfficeState, IReadOnlyList<OfficeEvent>>? Changed;
}
