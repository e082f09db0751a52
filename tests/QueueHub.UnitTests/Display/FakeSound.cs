using DisplayClient.Announcing;

namespace QueueHub.UnitTests.Display;

/// <summary>A loudspeaker whose clips last a second each, or as long as those of espeak-ng do.</summary>
internal sealed class FakeSound(TimeProvider time) : ISound
{
    private int _playing;

    /// <summary>Everything that was played, as its clips.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>When each began.</summary>
    public List<DateTimeOffset> At { get; } = [];

    public bool Broken { get; set; }

    public bool Hangs { get; set; }

    public bool Real { get; set; }

    public async Task PlayAsync(IReadOnlyList<string> clips, CancellationToken cancellation)
    {
        if (Broken)
        {
            throw new InvalidOperationException("no sound device");
        }
        Assert.Equal(1, ++_playing);
        Heard.Add(string.Join(' ', clips));
        At.Add(time.GetUtcNow());
        await Task.Delay(Hangs ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(clips.Sum(clip => Real ? Seconds(clip) : 1)), time, cancellation);
        _playing--;
    }

    private static double Seconds(string clip) => clip switch
    {
        "chime" => 1.9,
        "ko/several" => 3.5,
        "ko/number-brief" => 0.6,
        "ko/counter-brief" => 1.2,
        _ when clip.Contains("counter", StringComparison.Ordinal) => 2.4,
        _ when clip.Contains("number", StringComparison.Ordinal) => 1.2,
        _ => 0.3,
    };
}
