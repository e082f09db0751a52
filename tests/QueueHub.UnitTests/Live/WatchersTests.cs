using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Live;

namespace QueueHub.UnitTests.Live;

public sealed class WatchersTests : IDisposable
{
    private readonly FakeStates _states = new();
    private readonly Channel<string> _sent = Channel.CreateUnbounded<string>();
    private readonly Watchers<string> _watchers;
    private string _newest = "first";

    public WatchersTests() => _watchers = new Watchers<string>(_states, NullLogger.Instance);

    public void Dispose() => _watchers.Dispose();

    [Fact]
    public async Task A_display_that_asks_again_and_again_gets_each_change_once()
    {
        var office = OfficeStory.Office.Slug;
        for (var i = 0; i < 5; i++)
        {
            Add("display", office, _newest);
        }

        _newest = "second";
        _states.Show(new OfficeStory());

        Assert.Equal("second", await _sent.Reader.ReadAsync(TestContext.Current.CancellationToken));
        _watchers.Remove("display");
        Assert.False(_sent.Reader.TryRead(out _));
    }

    [Fact(Timeout = 10_000)]
    public async Task A_connection_whose_sending_failed_can_follow_anew()
    {
        var office = OfficeStory.Office.Slug;
        var failed = new TaskCompletionSource();
        _watchers.Add("display", office, null, () => _newest, (_, _) => { failed.SetResult(); throw new IOException("gone"); }, CancellationToken.None);
        await failed.Task;

        // The failed loop leaves a moment after the failure: ask as a display does, until it is sent to again.
        while (!_sent.Reader.TryRead(out _))
        {
            Add("display", office, null);
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        _watchers.Remove("display");
    }

    private void Add(string connection, string office, string? already) => _watchers.Add(
        connection, office, already, () => _newest, (value, _) => _sent.Writer.WriteAsync(value, CancellationToken.None).AsTask(), CancellationToken.None);
}
