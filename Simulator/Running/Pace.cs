using Simulator.Acting;

namespace Simulator.Running;

/// <summary>How fast simulated days pass: <paramref name="speed"/> seconds of them in one real second.</summary>
internal class Pace(double speed, TimeProvider time)
{
    // How much of a simulated day may pass between two looks at an office, and how often an office is looked at all the same.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Readable = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan LongestWalk = TimeSpan.FromMinutes(2);

    private readonly TimeSpan _look = TimeSpan.FromTicks(Math.Clamp((Step / speed).Ticks, Shortest.Ticks, Longest.Ticks));

    /// <summary>How long a call stands: also in a hurry long enough to be read on a screen.</summary>
    public TimeSpan Walk { get; } = TimeSpan.FromTicks(Math.Max(Clerks.Walk.Ticks, Math.Min(LongestWalk.Ticks, (Readable * speed).Ticks)));

    /// <summary>A stopwatch in simulated time.</summary>
    public virtual Func<TimeSpan> Start()
    {
        var began = time.GetTimestamp();
        return () => time.GetElapsedTime(began) * speed;
    }

    /// <summary>Until the next look at the office.</summary>
    public virtual Task NextLookAsync(CancellationToken cancellation) => Task.Delay(_look, time, cancellation);

    /// <summary>After a failure, in real time: what is down does not come up sooner in a hurry.</summary>
    public virtual Task RestAsync(CancellationToken cancellation) => Task.Delay(TimeSpan.FromSeconds(2), time, cancellation);
}
