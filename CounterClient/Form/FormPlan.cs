using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using RawAnswers = System.Collections.Generic.IReadOnlyDictionary<string, System.Collections.Generic.IReadOnlyList<string>>;

namespace CounterClient;

/// <summary>What the desk does with a form besides reading it. Pure.</summary>
public static class FormPlan
{
    /// <summary>The next answer that is missing or wrong, in the order of the form and from its beginning again; null when nothing is.</summary>
    public static string? NextMissing(SubmissionView view, string? after)
    {
        var keys = view.Template.Leaves.Select(leaf => leaf.Key).ToList();
        var start = after is null ? 0 : keys.IndexOf(after) + 1;
        return keys.Skip(start).Concat(keys.Take(start)).FirstOrDefault(key => key != after && view.Missing.Contains(key));
    }

    /// <summary>The answers with as many further entries, still empty, as the clerk has added.</summary>
    public static RawAnswers WithEntries(SubmissionView view, IReadOnlyDictionary<string, int> entries)
    {
        var answers = view.Answers.Values;
        foreach (var group in view.Template.Fields.Where(field => field.Type == FieldType.Group))
        {
            while (FormGroup.Count(group, answers) is var count && count < entries.GetValueOrDefault(group.Id) && count < FormGroup.Most(group))
            {
                answers = FormGroup.Add(group, answers);
            }
        }

        return answers;
    }

    /// <summary>What taking an entry out of a group changes: the answers after it move up.</summary>
    public static IReadOnlyList<FieldChange> WithoutEntry(SubmissionView view, FormField group, int entry)
    {
        var (before, after) = (view.Answers.Values, FormGroup.Remove(group, entry, view.Answers.Values));
        return
        [
            .. FormLeaf.Of(group)
                .Select(leaf => (leaf.Key, Before: before.GetValueOrDefault(leaf.Key) ?? [], After: after.GetValueOrDefault(leaf.Key) ?? []))
                .Where(answer => !answer.Before.SequenceEqual(answer.After))
                .Select(answer => new FieldChange(answer.Key, view.Revisions.GetValueOrDefault(answer.Key), answer.After)),
        ];
    }

    /// <summary>A row that needs no look: nobody has to answer it, and nobody has.</summary>
    public static bool IsIdle(SheetRow row, SubmissionView view) =>
        row.Values.Count == 0 && row.Entries is null && !view.Missing.Contains(row.Key);
}
