namespace QueueHub.TestSupport;

/// <summary>A clock that is wrong, or ahead on purpose, and on which waiting may pass quickly.</summary>
/// <param name="pace">How many times as fast timers run; the time of day goes as ever.</param>
public sealed class ShiftedClock(TimeSpan offset = default, int pace = 1) : TimeProvider
{
    private long _offset = offset.Ticks;

    /// <summary>By how much it is ahead.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offset));
        set => Interlocked.Exchange(ref _offset, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Paced(dueTime), Paced(period));

    private TimeSpan Paced(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / pace;
}
