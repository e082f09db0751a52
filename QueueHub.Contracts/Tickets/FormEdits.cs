namespace QueueHub.Contracts.Tickets;

// Edits of single fields of a form, by its citizen, the clerk or the panel of the counter. They carry no request id: an edit names the revision it changes, so a
// repeated one finds its own value there and is answered as saved.

/// <summary>A change of one field.</summary>
/// <param name="Field">The answer's key, see <see cref="Forms.FormLeaf"/>.</param>
/// <param name="Revision">The revision that the writer has seen; 0 when there was none.</param>
/// <param name="Values">As typed; nothing, to remove the answer.</param>
/// <param name="Again">
/// The office had acknowledged these values as <paramref name="Revision"/>, and may have lost them with Redis since: they become that revision again where there is
/// an older one, and nothing happens where there is as new a one. So it does not matter in which order several phones send what they still have.
/// </param>
public sealed record FieldChange(string Field, int Revision, IReadOnlyList<string>? Values = null, bool Again = false);

/// <summary>The citizen's edit: the ticket is the link's.</summary>
public sealed record EditFieldsRequest(IReadOnlyList<FieldChange> Changes);

/// <summary>The edit of the clerk, or the panel, at whose counter the ticket is.</summary>
public sealed record EditFormRequest(long Ticket, IReadOnlyList<FieldChange> Changes);

/// <summary>The signature of the citizen at the panel, under the form as it stands there.</summary>
/// <param name="Revisions">Every field of the form as the citizen has seen it: with any other the signature is refused with <c>form_conflict</c>.</param>
/// <param name="Drawing">Null: it is confirmed without one.</param>
/// <param name="Language">Of the sentences, two letters.</param>
public sealed record SignRequest(
    string RequestId, long Ticket, IReadOnlyDictionary<string, int> Revisions, Forms.SignatureDrawing? Drawing, string Language) : ICommandRequest;

/// <summary>A field after an edit: what is there now, and whether it is what this writer wanted.</summary>
/// <param name="Saved">False: somebody else has changed it since; nothing of theirs was touched.</param>
/// <param name="Values">In their normal form; none when it was removed.</param>
public sealed record FieldOutcome(string Field, bool Saved, int Revision, IReadOnlyList<string> Values);

/// <summary>What an edit is answered. With a <see cref="Problem"/> nothing was changed at all.</summary>
/// <param name="Errors">For <c>form_invalid</c>: field → sentences.</param>
public sealed record FormEditReply(
    CommandProblem? Problem, IReadOnlyList<FieldOutcome> Fields, IReadOnlyDictionary<string, string[]>? Errors = null)
{
    /// <summary>True when it was carried out, be it with conflicts.</summary>
    public bool Ok => Problem is null;
}
