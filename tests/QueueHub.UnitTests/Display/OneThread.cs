using Microsoft.Extensions.Time.Testing;

namespace QueueHub.UnitTests.Display;

/// <summary>The single thread of a browser, with a clock that the test moves: everything that is due has happened when a call returns.</summary>
internal sealed class OneThread : SynchronizationContext
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly Queue<(SendOrPostCallback Callback, object? State)> _due = new();

    public FakeTimeProvider Time { get; } = new(SampleBoards.Noon);

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_due)
        {
            _due.Enqueue((d, state));
        }
    }

    /// <summary>Does something on the thread, and all that follows from it now.</summary>
    public void Do(Action action)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
            while (Next() is { } next)
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Lets arrive what another thread completes, such as a wait that was cancelled; no time passes by the clock.</summary>
    public void Await(Func<bool> condition) => Assert.True(
        SpinWait.SpinUntil(
            () =>
            {
                Do(() => { });
                return condition();
            },
            TimeSpan.FromSeconds(10)),
        "it has not arrived");

    /// <summary>Lets time pass in small steps.</summary>
    public void Pass(TimeSpan time)
    {
        for (var end = Time.GetUtcNow() + time; Time.GetUtcNow() < end;)
        {
            Do(() => Time.Advance(Step));
        }
    }

    /// <summary>Lets time pass until something holds; how long it took.</summary>
    public TimeSpan PassUntil(Func<bool> condition, TimeSpan limit)
    {
        var began = Time.GetUtcNow();
        while (!condition())
        {
            Assert.True(Time.GetUtcNow() - began <= limit, $"not within {limit}");
            Do(() => Time.Advance(Step));
        }
        return Time.GetUtcNow() - began;
    }

    private (SendOrPostCallback Callback, object? State)? Next()
    {
        lock (_due)
        {
            return _due.TryDequeue(out var next) ? next : null;
        }
    }
}
