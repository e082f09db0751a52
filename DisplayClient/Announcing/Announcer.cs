using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using QueueHub.Contracts.Boards;

namespace DisplayClient.Announcing;

/// <summary>
/// Makes announcements one after another: each is seen and heard before the next begins, and none is swallowed that is still <see cref="Worth"/> it when its
/// turn comes. Who waits makes those before shorter: further languages go first, then the long sentence, never the number itself.
/// </summary>
public sealed partial class Announcer(ISound sound, TimeProvider time, ILogger<Announcer> log)
{
    /// <summary>Shortest time that a call stands out, also without sound.</summary>
    public static readonly TimeSpan CueAtLeast = TimeSpan.FromSeconds(5);

    /// <summary>The same while many wait.</summary>
    public static readonly TimeSpan BriefCue = TimeSpan.FromSeconds(2.5);

    /// <summary>Longest time that sound may take: a sound device that hangs must not hold up the calls behind it.</summary>
    public static readonly TimeSpan SoundAtMost = TimeSpan.FromSeconds(25);

    /// <summary>Silence between two announcements.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);

    /// <summary>The same while many wait.</summary>
    public static readonly TimeSpan BriefPause = TimeSpan.FromMilliseconds(300);

    // How long the clips take, about: own recordings may be slower, and the next decision sees it by the clock.
    private static readonly TimeSpan KoreanTakes = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LanguageTakes = TimeSpan.FromSeconds(6);

    // For a few seconds nobody is told: that would take longer than it saves.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    private readonly CallQueue _queue = new();
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly long _start = time.GetTimestamp();
    private TimeSpan? _severalAt;

    /// <summary><see cref="Current"/> has changed.</summary>
    public event Action? Changed;

    /// <summary>A call has been made: in Korean, in full or in brief.</summary>
    public event Action<BoardCall>? Made;

    /// <summary>The call that is being announced; null in between.</summary>
    public BoardCall? Current { get; private set; }

    /// <summary>Something is being announced: whatever else makes a sound is silent meanwhile.</summary>
    public bool IsSpeaking => Current is not null;

    /// <summary>Asked when a call's turn has come, which may be long after it was made: false, and it is passed over, so that nothing is announced minutes late.</summary>
    public Predicate<BoardCall> Worth { get; set; } = _ => true;

    /// <summary>What the office has chosen, asked at each call.</summary>
    public Func<BoardSound> Sound { get; set; } = () => BoardSound.Usual;

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Announces a call after those before it.</summary>
    public void Add(BoardCall call)
    {
        _queue.Add(call, Now);
        _bell.Writer.TryWrite(true);
    }

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var brief = false;
        while (true)
        {
            if (_queue.Take(Worth) is not { } call)
            {
                (brief, _severalAt) = (false, null);
                await _bell.Reader.ReadAsync(cancellation);
                continue;
            }

            Show(call);
            var began = brief;
            brief = !_queue.Allows(KoreanTakes, Now);
            if (brief)
            {
                await BrieflyAsync(call, chime: !began, cancellation);
            }
            else
            {
                await InFullAsync(call, cancellation);
            }
            Show(null);
            await Task.Delay(brief ? BriefPause : Pause, time, cancellation);
        }
    }

    private async Task InFullAsync(BoardCall call, CancellationToken cancellation)
    {
        await MakeAsync(call, CueAtLeast, Announcement.Korean(call), cancellation);
        foreach (var language in Announcement.Further(call, Sound()))
        {
            if (!_queue.Allows(LanguageTakes, Now))
            {
                return;
            }
            await PlayAsync(call, Announcement.In(language, call), cancellation);
        }
    }

    // More than can be named in time: all of them stand on the screen, and everybody is told to look there before their number is named.
    private async Task BrieflyAsync(BoardCall call, bool chime, CancellationToken cancellation)
    {
        var late = !_queue.Allows(CallQueue.Shortest - Slack, Now, _severalAt) && !(Now - _severalAt < CallQueue.InTime);
        if (late)
        {
            _severalAt = Now;
            await PlayAsync(call, Announcement.Several, cancellation);
        }
        await MakeAsync(call, BriefCue, Announcement.Brief(call, chime && !late), cancellation);
    }

    private async Task MakeAsync(BoardCall call, TimeSpan cue, IReadOnlyList<string> clips, CancellationToken cancellation)
    {
        await Task.WhenAll(Task.Delay(cue, time, cancellation), PlayAsync(call, clips, cancellation));
        Made?.Invoke(call);
    }

    private async Task PlayAsync(BoardCall call, IReadOnlyList<string> clips, CancellationToken cancellation)
    {
        try
        {
            await sound.PlayAsync(clips, cancellation).WaitAsync(SoundAtMost, time, cancellation);
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
