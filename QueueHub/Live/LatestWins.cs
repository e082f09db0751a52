namespace QueueHub.Live;

/// <summary>
/// Sends one connection the newest value whenever it changed, one at a time: a slow connection skips values and delays nobody else.
/// </summary>
internal sealed class LatestWins<T>(Func<T?> newest, Func<T, CancellationToken, Task> send)
    where T : class
{
    private readonly Signal _signal = new();

    /// <summary>There may be something newer.</summary>
    public void Wake() => _signal.Set();

    /// <summary>Sends until cancelled. <paramref name="already"/> is what the connection has been given in another way.</summary>
    public async Task RunAsync(T? already, CancellationToken cancellation)
    {
        var sent = already;
        while (await _signal.WaitAsync(cancellation))
        {
            if (newest() is { } value && !ReferenceEquals(value, sent))
            {
                await send(value, cancellation);
                sent = value;
            }
        }
    }
}
