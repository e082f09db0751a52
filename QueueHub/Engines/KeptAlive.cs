namespace QueueHub.Engines;

/// <summary>An engine process of this hub; disposing stops it.</summary>
internal interface IPrivateEngine : IAsyncDisposable
{
    EngineProcess Process { get; }
}

/// <summary>Starts an engine again whenever it has died, until disposed: a private engine has nobody else to do it.</summary>
internal sealed class KeptAlive<TEngine> : IAsyncDisposable
    where TEngine : class, IPrivateEngine
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly Func<CancellationToken, Task<TEngine>> _start;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _watching;

    public KeptAlive(TEngine engine, Func<CancellationToken, Task<TEngine>> start, ILogger logger)
    {
        Engine = engine;
        _start = start;
        _logger = logger;
        _watching = WatchAsync();
    }

    /// <summary>The engine that runs now, or the one that has just died.</summary>
    public TEngine Engine { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watching;
        await Engine.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            var pause = Interval;
            while (true)
            {
                await Task.Delay(pause, _stopping.Token);
                pause = Engine.Process.IsRunning || await TryRestartAsync() ? Interval : Min(pause * 2, LongestPause);
            }
        }
        catch (OperationCanceledException)
        {
            // Being disposed.
        }
    }

    private async Task<bool> TryRestartAsync()
    {
        _logger.LogError("{Engine}, process {Id}, has died. Starting it again.", typeof(TEngine).Name, Engine.Process.Id);
        try
        {
            Engine = await _start(_stopping.Token);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Whatever it was: a watch that ends leaves the next death unnoticed, and the engine unstopped.
            _logger.LogError("{Engine} cannot be started: {Reason}", typeof(TEngine).Name, error.Message);
            return false;
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
