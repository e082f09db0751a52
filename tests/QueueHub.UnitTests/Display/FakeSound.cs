using DisplayClient.Announcing;

namespace QueueHub.UnitTests.Display;

/// <summary>A loudspeaker whose clips last a second each.</summary>
internal sealed class FakeSound(TimeProvider time) : ISound
{
    private int _playing;

    /// <summary>Every announcement that has begun, as its clips.</summary>
    public List<string> Heard { get; } = [];

    public bool Broken { get; set; }

    public bool Hangs { get; set; }

    public async Task PlayAsync(IReadOnlyList<string> clips, CancellationToken cancellation)
    {
        if (Broken)
        {
            throw new InvalidOperationException("no sound device");
        }
        Assert.Equal(1, ++_playing);
        Heard.Add(string.Join(' ', clips));
        await Task.Delay(Hangs ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(clips.Count), time, cancellation);
        _playing--;
    }
}
