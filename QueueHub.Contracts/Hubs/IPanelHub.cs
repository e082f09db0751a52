using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;

namespace QueueHub.Contracts.Hubs;

/// <summary>
/// The panel at a counter, the screen that faces the citizen. The connection carries the screen's own token, which says at which counter it stands: it can ask
/// about no other, and about a form only while its ticket is being served there.
/// </summary>
public interface IPanelHub
{
    /// <summary>Follows the counter from now on: the present board, and each later one by <see cref="IPanelClient.ShowPanel"/>. Null: no longer paired, or the counter is gone.</summary>
    /// <exception cref="Exception">The node has not read the office yet (<see cref="ProblemCodes.Unavailable"/>): ask again.</exception>
    Task<PanelBoard?> Watch();

    /// <summary>
    /// Whether the ticket is still being served here, asked of Redis itself and not of what this node remembers. A panel that has not heard a yes for
    /// a moment shows no form.
    /// </summary>
    Task<bool> Serves(long ticket);

    /// <summary>The form of the ticket that is served here; null when there is none, or it is another counter's.</summary>
    Task<SubmissionView?> Submission(long ticket);

    /// <summary>Changes fields of that form, each only while it has the revision named.</summary>
    /// <param name="language">Of the sentences, two letters.</param>
    Task<FormEditReply> EditForm(EditFormRequest request, string language);

    /// <summary>Submits the form as it is, signed.</summary>
    Task<CommandReply> Sign(SignRequest request);

    /// <summary>Where the citizen is on the form; null: at none of its fields.</summary>
    Task WritingAt(long ticket, string? field);
}

/// <summary>What the server tells a panel.</summary>
public interface IPanelClient
{
    /// <summary>The newest board; ones in between may have been skipped.</summary>
    Task ShowPanel(PanelBoard board);

    /// <summary>Something was written on the form: see <see cref="ICounterClient.FormChanged"/>.</summary>
    Task FormChanged(long ticket, IReadOnlyDictionary<string, int> fields);

    /// <summary>Where the clerk is on the form; null: at none of its fields.</summary>
    Task OtherAt(long ticket, string? field);

    /// <summary>The pairing was revoked; the connection is closed next.</summary>
    Task Unpaired();
}
