namespace DisplayClient.Boards;

/// <summary>
/// The server's time as heard from its boards. A wall screen's own clock is often wrong and is never asked: only the time that has passed is.
/// </summary>
public sealed class ServerClock(TimeProvider time)
{
    /// <summary>A step of this size is not the network being slow: the server's clock was set.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>Milliseconds per second by which the estimate yields, so that a drift of either clock is forgotten.</summary>
    private const double Yielding = 1;

    private readonly long _start = time.GetTimestamp();
    private DateTimeOffset _origin;
    private TimeSpan _heard;

    /// <summary>The server's time now; null until a board has been heard.</summary>
    public DateTimeOffset? Now => _origin == default ? null : _origin + Elapsed;

    private TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>Learns from a server time that arrives now. It is late by an unknown delay, so the latest claim is nearest to the truth.</summary>
    public void Learn(DateTimeOffset at)
    {
        var elapsed = Elapsed;
        var claimed = at - elapsed;
        var yielded = _origin == default ? _origin : _origin - TimeSpan.FromMilliseconds((elapsed - _heard).TotalSeconds * Yielding);
        _origin = claimed > yielded || yielded - claimed > Step ? claimed : yielded;
        _heard = elapsed;
    }
}
