namespace QueueHub.Platform.Database;

/// <summary>
/// Waits longer after each failure, with jitter, so that many nodes do not come back all at once. By the machine's own clock: an outage lasts as
/// long as it lasts, also where a simulated day stands still.
/// </summary>
public sealed class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private int _failures;

    /// <summary>Call after a success.</summary>
    public void Reset() => _failures = 0;

    /// <summary>Waits before the next try: half of a doubling ceiling, plus a random part of the other half.</summary>
    public Task WaitAsync(CancellationToken cancellation)
    {
        var ceiling = Math.Min(Longest.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, _failures));
        _failures = Math.Min(_failures + 1, 30);
        return Task.Delay(TimeSpan.FromMilliseconds(ceiling * (0.5 + (Random.Shared.NextDouble() / 2))), cancellation);
    }
}
