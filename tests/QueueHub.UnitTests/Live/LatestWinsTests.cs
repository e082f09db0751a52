using System.Threading.Channels;
using QueueHub.Live;

namespace QueueHub.UnitTests.Live;

public class LatestWinsTests
{
    [Fact]
    public async Task A_connection_that_is_slow_skips_to_the_newest_value()
    {
        using var stop = new CancellationTokenSource();
        var newest = "1";
        var sent = Channel.CreateUnbounded<string>();
        var gate = new SemaphoreSlim(0);
        var latest = new LatestWins<string>(() => newest, async (value, cancellation) =>
        {
            sent.Writer.TryWrite(value);
            await gate.WaitAsync(cancellation);
        });
        var loop = latest.RunAsync(null, stop.Token);

        latest.Wake();
        Assert.Equal("1", await sent.Reader.ReadAsync(TestContext.Current.CancellationToken));
        foreach (var value in new[] { "2", "3", "4" })
        {
            newest = value;
            latest.Wake();
        }

        gate.Release();

        Assert.Equal("4", await sent.Reader.ReadAsync(TestContext.Current.CancellationToken));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);
        Assert.False(sent.Reader.TryRead(out _));
    }

    [Fact]
    public async Task What_a_connection_already_has_is_not_sent_again()
    {
        using var stop = new CancellationTokenSource();
        var newest = "already";
        var sent = Channel.CreateUnbounded<string>();
        var latest = new LatestWins<string>(() => newest, (value, _) => sent.Writer.WriteAsync(value, CancellationToken.None).AsTask());
        var loop = latest.RunAsync("already", stop.Token);

        latest.Wake();
        newest = "newer";
        latest.Wake();

        Assert.Equal("newer", await sent.Reader.ReadAsync(TestContext.Current.CancellationToken));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);
    }
}
