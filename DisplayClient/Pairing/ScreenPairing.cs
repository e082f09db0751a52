using DisplayClient.Live;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Pairing;

/// <summary>
/// One screen on its way to its place: asks what it is, shows a code when it is nothing yet, another when that has expired, and goes on asking until somebody
/// has confirmed it. Never gives up: nobody stands by it.
/// </summary>
public sealed class ScreenPairing(IPairingApi api, ScreenKind kind, TimeProvider time)
{
    // Before the server lets it expire: the last seconds of a code are no time to type it.
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(20);

    private long _codeSince;
    private int _failures;

    /// <summary>Something that is shown has changed; also once a second, while a code is shown.</summary>
    public event Action? Changed;

    /// <summary>The server has said that this screen is not paired: until then nothing is asked of anybody.</summary>
    public bool Known { get; private set; }

    /// <summary>It was paired once, and is no longer.</summary>
    public bool Unpaired { get; private set; }

    /// <summary>The code to show; null while there is none.</summary>
    public PairingCode? Code { get; private set; }

    /// <summary>The server does not answer, or has no code to give now.</summary>
    public bool Away => _failures > 0;

    /// <summary>How long the code may still be typed.</summary>
    public TimeSpan Left => Code is { } code ? TimeSpan.FromSeconds(code.ExpiresIn) - Spare - time.GetElapsedTime(_codeSince) : default;

    /// <summary>Runs until the screen is paired.</summary>
    public async Task<ScreenPlace> RunAsync(CancellationToken stop)
    {
        while (true)
        {
            var standing = await api.StandingAsync(kind, stop);
            if (standing.Place is { } place)
            {
                return place;
            }

            if (standing.Known)
            {
                (Known, Unpaired) = (true, standing.Unpaired);
                break;
            }

            await FailAsync(stop);
        }

        while (true)
        {
            if (await TryCodeAsync(stop) is { } place)
            {
                return place;
            }
        }
    }

    // One code from its first second to its last; the place, when it was confirmed meanwhile.
    private async Task<ScreenPlace?> TryCodeAsync(CancellationToken stop)
    {
        if (await api.StartAsync(kind, stop) is not { } code)
        {
            await FailAsync(stop);
            return null;
        }

        (Code, _codeSince) = (code, time.GetTimestamp());
        Answered();
        var interval = code.Interval;
        while (Left > TimeSpan.Zero)
        {
            await WaitAsync(TimeSpan.FromSeconds(interval), stop);
            switch (await api.PollAsync(code.DeviceCode, stop))
            {
                case { State: PairingState.Paired, Place: { } place }:
                    return place;
                case { State: PairingState.Expired }:
                    Code = null;
                    return null;
                case { } answer:
                    // Asked too often, by whatever clock: a little more patience each time (RFC 8628, 3.5).
                    interval = answer.State == PairingState.SlowDown ? interval + answer.Interval : Math.Max(interval, answer.Interval);
                    Answered();
                    break;
                default:
                    await FailAsync(stop);
                    break;
            }
        }

        Code = null;
        return null;
    }

    private void Answered()
    {
        _failures = 0;
        Changed?.Invoke();
    }

    private async Task FailAsync(CancellationToken stop)
    {
        _failures++;
        Changed?.Invoke();
        await WaitAsync(Backoff.Pause(_failures, Random.Shared.NextDouble()), stop);
    }

    private async Task WaitAsync(TimeSpan pause, CancellationToken stop)
    {
        for (var left = pause; left > TimeSpan.Zero; left -= TimeSpan.FromSeconds(1))
        {
            await Task.Delay(left < TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1), time, stop);
            Changed?.Invoke();
        }
    }
}
