using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Live;

/// <summary>One connection to the display hub, from its opening to its loss; never mended, only replaced.</summary>
public interface IBoardLink : IAsyncDisposable
{
    /// <summary>A later board of the office that is watched.</summary>
    event Action<Board> Shown;

    /// <summary>How this paired display shows its office from now on.</summary>
    event Action<DisplaySettings> Settled;

    /// <summary>Completes when the link is lost.</summary>
    Task Lost { get; }

    /// <summary>Asks for the present board, and from now on for every later one; may be asked again. Null for an unknown office.</summary>
    Task<Board?> WatchAsync(string office, CancellationToken cancellation);
}

/// <summary>Opens links.</summary>
public interface IBoardLinks
{
    /// <exception cref="Exception">The server cannot be reached: whatever the transport throws.</exception>
    Task<IBoardLink> OpenAsync(CancellationToken cancellation);
}
