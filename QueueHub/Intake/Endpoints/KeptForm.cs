using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Intake.Forms;
using QueueHub.Live;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;

namespace QueueHub.Intake.Endpoints;

/// <summary>The form that is kept under a ticket while its pages are written: each page that is sent saves what it changes.</summary>
internal sealed class KeptForm(TicketPlace place, FormTemplate template, ICitizenCommands commands)
{
    /// <summary>What is written so far; empty also when it belongs to another form, of a service the ticket was at before.</summary>
    public async Task<StoredForm> ReadAsync() =>
        await commands.FormAsync(place.Office, place.Row) is { } stored && stored.Template == template.Id ? stored : StoredForm.Empty(template);

    /// <summary>Saves what a page changes, as far as nobody else has touched it.</summary>
    /// <param name="draft">Keys that are its person's own, from a draft that a phone has kept; null: those of the step.</param>
    public async Task<KeptPage> SaveAsync(FormView view, string? step, string? seenText, IReadOnlySet<string>? draft, Caller caller, DateOnly today)
    {
        try
        {
            return await TrySaveAsync(view, step, seenText, draft, caller, today);
        }
        catch (Exception error) when (RedisFaults.IsFault(error))
        {
            return Unkept(view, seenText, StoredForm.Empty(template));
        }
    }

    private async Task<KeptPage> TrySaveAsync(FormView view, string? step, string? seenText, IReadOnlySet<string>? draft, Caller caller, DateOnly today)
    {
        var stored = await ReadAsync();
        var sent = draft ?? template.Steps.FirstOrDefault(candidate => candidate.Id == step)?.Leaves.Select(leaf => leaf.Key).ToHashSet() ?? [];
        var merge = DraftMerge.Of(view, stored, SeenRevisions.Read(seenText), leaf => sent.Contains(leaf.Key), today);
        var conflicts = merge.Conflicts.ToList();
        var fields = stored.Fields.ToDictionary(field => field.Key, field => field.Value);
        if (merge.Changes.Count > 0)
        {
            var reply = await commands.EditFormAsync(place.Office, place.Row, merge.Changes, caller);
            if (reply.Problem is { } problem)
            {
                // Only a call ends the writing.
                return Unkept(view, seenText, stored) with { Locked = problem.Code == ProblemCodes.FormLocked };
            }

            foreach (var field in reply.Fields)
            {
                fields[field.Field] = new StoredField(field.Revision, field.Values);
            }

            conflicts.AddRange(reply.Fields.Where(field => !field.Saved).Select(field => new DraftConflict(template.Leaf(field.Field)!, field.Values)));
        }

        var now = stored with { Fields = fields };
        return new KeptPage(false, merge.Answers, now.Revisions, now, conflicts, merge.TakenOver.Count > 0);
    }

    // The answers still travel with the page, and the next one saves them.
    private static KeptPage Unkept(FormView view, string? seenText, StoredForm stored) =>
        new(false, view.Answers, SeenRevisions.Read(seenText), stored, [], TakenOver: false, Saved: false);
}

/// <summary>A page after it was saved.</summary>
/// <param name="Locked">The ticket was called: the clerk goes on with the form.</param>
/// <param name="Seen">The revisions that the next page is made upon. Those of conflicts too: whoever sends it has read both values.</param>
/// <param name="TakenOver">Something came from elsewhere that this page has not shown yet.</param>
/// <param name="Saved">False when nothing could be kept just now: the phone must not forget its own draft.</param>
internal sealed record KeptPage(
    bool Locked,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Answers,
    IReadOnlyDictionary<string, int> Seen,
    StoredForm Form,
    IReadOnlyList<DraftConflict> Conflicts,
    bool TakenOver,
    bool Saved = true);
