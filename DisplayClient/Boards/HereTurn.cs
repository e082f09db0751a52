using System.Text;
using DisplayClient.Live;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Boards;

/// <summary>
/// The code that shows presence, which is another one every half minute. The server says how long each is good: the screen's own clock may be wrong, and is only
/// asked how much time has passed. One thread.
/// </summary>
public sealed class HereTurn(IHereApi api, TimeProvider time)
{
    // The server takes a code for one window longer than it is the newest.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WithoutCode = TimeSpan.FromMinutes(1);

    // Asked just before the turn, the server would give the old one again.
    private static readonly TimeSpan Turned = TimeSpan.FromMilliseconds(200);

    private HereQr? _code;
    private TimeSpan _codeLife;
    private Moment? _codeAsked;
    private Moment? _asked;
    private TimeSpan _pause;
    private bool _asking;

    /// <summary>Another code, or none any more.</summary>
    public event Action? Changed;

    /// <summary>The picture as an address, when there is a code of this office that is still good; null otherwise.</summary>
    public string? Picture(string office) => _code is { } code && code.Office == office && Since(_codeAsked) < _codeLife
        ? $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(code.Svg))}"
        : null;

    /// <summary>Called about once a second: asks for the next code when it is time.</summary>
    public async Task TickAsync()
    {
        if (_asking || (_asked is not null && Since(_asked) < _pause))
        {
            return;
        }

        _asking = true;
        var asked = new Moment(time.GetTimestamp(), time.GetUtcNow());
        var (code, answered) = await api.AskAsync();
        _asked = asked;
        _asking = false;
        _pause = code is not null ? TimeSpan.FromMilliseconds(code.LeftMilliseconds) + Turned : answered ? WithoutCode : AfterFailure;
        if (answered)
        {
            (_code, _codeAsked) = (code, asked);
            _codeLife = TimeSpan.FromMilliseconds(code?.LeftMilliseconds ?? 0) + Grace;
        }

        Changed?.Invoke();
    }

    // Timers and time-outs stand still in a sleep, the clock on the wall does not; when that one is set, a code is only asked for too early.
    private TimeSpan Since(Moment? moment)
    {
        if (moment is null)
        {
            return TimeSpan.MaxValue;
        }

        var (passed, byTheWall) = (time.GetElapsedTime(moment.Timestamp), (time.GetUtcNow() - moment.At).Duration());
        return passed > byTheWall ? passed : byTheWall;
    }

    private sealed record Moment(long Timestamp, DateTimeOffset At);
}
