namespace CounterClient;

/// <summary>
/// The server's time on this machine, whatever its own clock says: the server's time of a message plus the time passed since.
/// A message is late by its way, never early, so of several samples the one furthest ahead is the best.
/// </summary>
public sealed class ServerClock(TimeProvider time)
{
    private (DateTimeOffset At, long Stamp)? _sample;

    /// <summary>The server's time now; this machine's until the first sample.</summary>
    public DateTimeOffset Now => _sample is { } sample ? sample.At + time.GetElapsedTime(sample.Stamp) : time.GetUtcNow();

    /// <summary>Forgets the samples: after a break or a sleep the machine's counter may have stood still.</summary>
    public void Reset() => _sample = null;

    /// <summary>Learns from a message the server made at <paramref name="at"/>.</summary>
    public void Learn(DateTimeOffset at)
    {
        if (_sample is null || at > Now)
        {
            _sample = (at, time.GetTimestamp());
        }
    }
}
