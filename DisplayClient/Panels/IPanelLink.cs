using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;

namespace DisplayClient.Panels;

/// <summary>One connection to the panel hub, from its opening to its loss; never mended, only replaced.</summary>
public interface IPanelLink : IAsyncDisposable
{
    /// <summary>A later board of the counter.</summary>
    event Action<PanelBoard> Shown;

    /// <summary>Something was written on the form of a ticket.</summary>
    event Action<long, IReadOnlyDictionary<string, int>> FormChanged;

    /// <summary>Where the clerk is on the form of a ticket; null: at none of its fields.</summary>
    event Action<long, string?> OtherAt;

    /// <summary>The pairing was revoked.</summary>
    event Action Unpaired;

    /// <summary>Completes when the link is lost.</summary>
    Task Lost { get; }

    /// <summary>Asks for the present board, and from now on for every later one; may be asked again. Null: no longer paired, or the counter is gone.</summary>
    Task<PanelBoard?> WatchAsync(CancellationToken cancellation);

    /// <summary>Whether the ticket is still served here.</summary>
    Task<bool> ServesAsync(long ticket);

    Task<SubmissionView?> SubmissionAsync(long ticket);

    Task<FormEditReply> EditFormAsync(EditFormRequest request, string language);

    Task<CommandReply> SignAsync(SignRequest request);

    /// <summary>Says where the citizen is on the form.</summary>
    Task WritingAtAsync(long ticket, string? field);
}

/// <summary>Opens links.</summary>
public interface IPanelLinks
{
    /// <summary>Whether this device is paired as a panel; null when nobody can tell now.</summary>
    Task<bool?> IsPairedAsync(CancellationToken cancellation);

    /// <exception cref="Exception">The server cannot be reached: whatever the transport throws.</exception>
    Task<IPanelLink> OpenAsync(CancellationToken cancellation);
}
