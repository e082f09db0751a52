using System.Collections.Immutable;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;

namespace DisplayClient.Panels;

/// <summary>
/// All that one panel knows: the newest board of its counter, and the form of the ticket that is served, as long as it may be shown. Pure and immutable; what
/// arrives makes the next one.
/// </summary>
/// <param name="Board">Null before the first.</param>
/// <param name="Form">The form before the citizen; null when there is none to be shown.</param>
/// <param name="OtherAt">Key of the field at which the clerk is.</param>
/// <param name="Touched">Keys of private fields that the citizen has touched: they are masked no longer.</param>
/// <param name="Chosen">The language that the citizen has chosen; null: the ticket's.</param>
public sealed record Panel(
    PanelBoard? Board, SubmissionView? Form, Lease Lease, string? OtherAt, ImmutableHashSet<string> Touched, string? Chosen)
{
    /// <summary>Before anything is known.</summary>
    public static readonly Panel Empty = new(null, null, Lease.Over, null, [], null);

    /// <summary>The ticket that is served here and whose form may be asked for; null when there is none, or nobody can know.</summary>
    public long? Served => Board is { Stale: false, Ticket: { State: TicketState.Serving } ticket } ? ticket.Ordinal : null;

    /// <summary>For how long a yes lets the form be shown.</summary>
    public TimeSpan LeaseLength => TimeSpan.FromMilliseconds(Board?.LeaseMilliseconds ?? 0);

    /// <summary>What the citizen reads.</summary>
    public string Language => Chosen ?? (Board?.Ticket is { } ticket ? PanelTexts.Offered(ticket.Language) : "ko");

    /// <summary>Takes a board unless it is older than the present one. Of another ticket nothing stays that belonged to the one before.</summary>
    public Panel With(PanelBoard board) => !IsNewer(board) ? this
        : board.Ticket?.Ordinal != Board?.Ticket?.Ordinal ? Empty with { Board = board }
        : (this with { Board = board }).WithoutFormUnlessServed();

    /// <summary>The form was read, by a question of the moment <paramref name="asked"/>: that it was given is a yes, too.</summary>
    public Panel Reading(long ticket, SubmissionView? view, TimeSpan asked) => Served != ticket ? this
        : view is null ? Blank()
        : this with { Form = view, Lease = Later(Lease.From(asked, LeaseLength)) };

    /// <summary>The server has answered whether the ticket is still served here.</summary>
    public Panel Answered(long ticket, bool serves, TimeSpan asked) => Served != ticket ? this
        : serves ? this with { Lease = Later(Lease.From(asked, LeaseLength)) }
        : Blank();

    /// <summary>At this moment: what may be shown no longer is forgotten.</summary>
    public Panel At(TimeSpan now) => Form is not null && Lease.Left(now) == TimeSpan.Zero ? Blank() : this;

    /// <summary>Without the form, and all that was done with it.</summary>
    public Panel Blank() => this with { Form = null, Lease = Lease.Over, OtherAt = null, Touched = [] };

    /// <summary>The clerk is at a field of the form; null: at none.</summary>
    public Panel WithOtherAt(long ticket, string? field) => Served == ticket ? this with { OtherAt = field } : this;

    /// <summary>The citizen touches a field.</summary>
    public Panel Touch(string key) => this with { Touched = Touched.Add(key) };

    /// <summary>The citizen chooses a language, for as long as the ticket is here.</summary>
    public Panel Speaking(string language) => this with { Chosen = PanelTexts.Offered(language) };

    /// <summary>True for an answer that whoever stands behind the citizen is not to read.</summary>
    public bool IsMasked(FormLeaf leaf, bool answered) => answered && leaf.Field.IsPrivate && !Touched.Contains(leaf.Key);

    private Panel WithoutFormUnlessServed() => Served is null ? Blank() : this;

    private Lease Later(Lease next) => next.Until > Lease.Until ? next : Lease;

    private bool IsNewer(PanelBoard next) =>
        Board is null || next.Epoch != Board.Epoch || next.Version > Board.Version || (next.Version == Board.Version && next.At >= Board.At);
}
