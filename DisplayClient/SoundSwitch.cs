using DisplayClient.Announcing;

namespace DisplayClient;

/// <summary>The loudspeaker of this screen, on or off: one of two screens in earshot of each other is silent.</summary>
public sealed class SoundSwitch(ISound loudspeaker) : ISound
{
    /// <summary>Announcements are heard here.</summary>
    public bool On { get; set; } = true;

    /// <inheritdoc/>
    public Task PlayAsync(IReadOnlyList<string> clips, CancellationToken cancellation) => On ? loudspeaker.PlayAsync(clips, cancellation) : Task.CompletedTask;
}
