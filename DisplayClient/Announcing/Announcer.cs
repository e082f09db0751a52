using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using QueueHub.Contracts.Boards;

namespace DisplayClient.Announcing;

/// <summary>
/// Makes announcements one after another: each is seen and heard in full before the next begins, and none is swallowed that is still <see cref="Worth"/> it
/// when its turn comes.
/// </summary>
public sealed partial class Announcer(ISound sound, TimeProvider time, ILogger<Announcer> log)
{
    /// <summary>Shortest time that a call stands out, also without sound.</summary>
    public static readonly TimeSpan CueAtLeast = TimeSpan.FromSeconds(5);

    /// <summary>Longest time that sound may take: a sound device that hangs must not hold up the calls behind it.</summary>
    public static readonly TimeSpan SoundAtMost = TimeSpan.FromSeconds(25);

    /// <summary>Silence between two announcements.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);

    /// <summary>Calls that may wait for their turn. More than a hall has counters; beyond it the oldest are let go.</summary>
    public const int MostWaiting = 100;

    private readonly Channel<BoardCall> _calls = Channel.CreateBounded<BoardCall>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary><see cref="Current"/> has changed.</summary>
    public event Action? Changed;

    /// <summary>The call that is being announced; null in between.</summary>
    public BoardCall? Current { get; private set; }

    /// <summary>Asked when a call's turn has come, which may be long after it was made: false, and it is passed over, so that nothing is announced minutes late.</summary>
    public Predicate<BoardCall> Worth { get; set; } = _ => true;

    /// <summary>Announces a call after those before it.</summary>
    public void Add(BoardCall call) => _calls.Writer.TryWrite(call);

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var call = await _calls.Reader.ReadAsync(cancellation);
            if (!Worth(call))
            {
                continue;
            }
            Show(call);
            await Task.WhenAll(Task.Delay(CueAtLeast, time, cancellation), PlayAsync(call, cancellation));
            Show(null);
            await Task.Delay(Pause, time, cancellation);
        }
    }

    private async Task PlayAsync(BoardCall call, CancellationToken cancellation)
    {
        try
        {
            await sound.PlayAsync(Announcement.Clips(call), cancellation).WaitAsync(SoundAtMost, time, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // Without sound the announcement is still seen; whatever the browser's reason, the next call must not wait for it.
            LogSilent(call.Id, failure.Message);
        }
    }

    private void Show(BoardCall? call)
    {
        Current = call;
        Changed?.Invoke();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {Id} was shown without sound: {Reason}")]
    private partial void LogSilent(long id, string reason);
}
