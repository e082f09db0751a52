namespace CounterClient;

/// <summary>A beat each second for whatever shows time; one timer for the whole page.</summary>
public sealed class Ticker : IDisposable
{
    private readonly ITimer _timer;

    public Ticker(TimeProvider time) =>
        _timer = time.CreateTimer(_ => Ticked?.Invoke(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

    public event Action? Ticked;

    public void Dispose() => _timer.Dispose();
}
