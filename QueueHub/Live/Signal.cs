using System.Threading.Channels;

namespace QueueHub.Live;

/// <summary>A flag one reader waits for; setting it twice before it is read counts once, so a slow reader skips to the newest truth.</summary>
internal sealed class Signal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Set() => _channel.Writer.TryWrite(true);

    public ValueTask<bool> WaitAsync(CancellationToken cancellation) => _channel.Reader.ReadAsync(cancellation);

    /// <summary>Waits for the flag; false when <paramref name="patience"/> ran out first.</summary>
    public async Task<bool> WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await _channel.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
