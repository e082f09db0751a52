namespace DisplayClient.Announcing;

/// <summary>The loudspeaker.</summary>
public interface ISound
{
    /// <summary>Plays clips one after another without a gap and completes when the last has ended; at once when the browser does not allow sound.</summary>
    Task PlayAsync(IReadOnlyList<string> clips, CancellationToken cancellation);
}
