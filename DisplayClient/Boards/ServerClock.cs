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

    private readonly long start = time.GetTimestamp();
    private DateTimeOffset origin;
    private TimeSpan heard;

    /// <summary>The server's time now; null until a board has been heard.</summary>
    public DateTimeOffset? Now => origin == default ? null : origin + Elapsed;

    private TimeSpan Elapsed => time.GetElapsedTime(start);

    /// <summary>Learns from a server time that arrives now. It is late by an unknown delay, so the latest claim is nearest to the truth.</summary>
    public void Hear(DateTimeOffset at)
    {
        var elapsed = Elapsed;
        var claimed = at - elapsed;
        var yielded = origin == default ? origin : origin - TimeSpan.FromMilliseconds((elapsed - heard).TotalSeconds * Yielding);
        origin = claimed > yielded || yielded - claimed > Step ? claimed : yielded;
        heard = elapsed;
    }
}
