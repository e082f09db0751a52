namespace QueueHub.Platform.Database;

/// <summary>Waits longer after each failure, with jitter, so that many nodes do not come back all at once.</summary>
public sealed class Backoff(TimeSpan? longest = null, TimeProvider? time = null)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private readonly TimeSpan _longest = longest ?? TimeSpan.FromSeconds(10);
    private int _failures;

    /// <summary>Call after a success.</summary>
    public void Reset() => _failures = 0;

    /// <summary>The next wait: half of a doubling ceiling, plus a random part of the other half.</summary>
    public TimeSpan Next()
    {
        var ceiling = Math.Min(_longest.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, _failures));
        _failures = Math.Min(_failures + 1, 30);
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    /// <summary>Waits before the next try.</summary>
    public Task WaitAsync(CancellationToken cancellation) => Task.Delay(Next(), time ?? TimeProvider.System, cancellation);
}
