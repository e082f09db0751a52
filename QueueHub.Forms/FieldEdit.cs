using QueueHub.Contracts.Tickets;

namespace QueueHub.Forms;

/// <summary>A field that somebody at a counter is writing, clerk or citizen: what stands in its inputs, and how far its saving has come.</summary>
/// <param name="Key">The answer's key.</param>
/// <param name="Revision">The one that the writer has seen.</param>
/// <param name="Values">As typed.</param>
/// <param name="Saving">Sent, and not answered yet; without a connection it is sent when there is one again.</param>
/// <param name="Error">What is wrong with it, in the writer's language.</param>
/// <param name="Theirs">What somebody else has made of it meanwhile: the writer decides.</param>
public sealed record FieldEdit(
    string Key, int Revision, IReadOnlyList<string> Values, bool Saving = false, string? Error = null, FieldOutcome? Theirs = null)
{
    /// <summary>What the server has now, under the hands of the writer: the same, one's own, or another's, which is shown beside it.</summary>
    public FieldEdit Meet(int revision, IReadOnlyList<string> values) =>
        Saving || revision <= Revision ? this
        : values.SequenceEqual(Values) ? this with { Revision = revision, Theirs = null }
        : this with { Theirs = new FieldOutcome(Key, false, revision, values) };
}
