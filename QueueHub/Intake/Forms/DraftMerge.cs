using System.Globalization;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;

namespace QueueHub.Intake.Forms;

/// <summary>
/// A page of a form under a ticket meets what is kept of that form, which another phone may have changed since the page was made. Pure: what to write, what
/// to take over, and where a person has to look.
/// </summary>
/// <param name="Answers">Those of the page, with what was taken over.</param>
/// <param name="Changes">What the page has and nobody else has touched since, and what is kept no longer although the page has seen it kept.</param>
/// <param name="Conflicts">What both have changed: the page keeps its own and shows both.</param>
/// <param name="TakenOver">Keys of answers that the page only carried along, and that are newer elsewhere.</param>
public sealed record DraftMerge(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Answers,
    IReadOnlyList<FieldChange> Changes,
    IReadOnlyList<DraftConflict> Conflicts,
    IReadOnlyList<string> TakenOver)
{
    /// <param name="view">The page after the move that was pressed.</param>
    /// <param name="seen">The revisions that the page was made upon.</param>
    /// <param name="written">True for an answer that stood on the page as sent, where its person saw and may have changed it.</param>
    public static DraftMerge Of(FormView view, StoredForm stored, IReadOnlyDictionary<string, int> seen, Func<FormLeaf, bool> written, DateOnly today)
    {
        var answers = new Dictionary<string, IReadOnlyList<string>>(view.Answers);
        var (changes, conflicts, takenOver) = (new List<FieldChange>(), new List<DraftConflict>(), new List<string>());
        foreach (var leaf in view.Template.Leaves)
        {
            var (mine, theirs) = (FormRules.Check(leaf, view.Answer(leaf.Key), today), stored.Field(leaf.Key));
            if (mine.Error is null && theirs.Holds(mine.Values))
            {
                continue;
            }

            // An answer that was not asked is not on the page; its absence says nothing.
            var said = view.Answer(leaf.Key).Any(value => value.Length > 0) || (written(leaf) && (leaf.Group is not null || view.Check.Shown.Contains(leaf.Key)));
            var known = seen.GetValueOrDefault(leaf.Key);
            var unchanged = theirs.Revision == known;

            // Revisions only rise: one below what the page has seen is no newer answer, but an older one that has come back with Redis, or none.
            var lost = theirs.Revision < known;
            if (said && (unchanged || lost) && mine.Error is null)
            {
                changes.Add(new FieldChange(leaf.Key, known, mine.Values, Again: lost));
            }
            else if (said && !unchanged && !lost && written(leaf))
            {
                conflicts.Add(new DraftConflict(leaf, theirs.Values));
            }
            else if (!lost && (!said || !unchanged))
            {
                answers[leaf.Key] = theirs.Values;
                if (!unchanged)
                {
                    takenOver.Add(leaf.Key);
                }
            }
        }

        return new DraftMerge(answers, changes, conflicts, takenOver);
    }
}

/// <summary>An answer that was changed on this page and elsewhere.</summary>
/// <param name="Theirs">What is kept; nothing when it was removed.</param>
public sealed record DraftConflict(FormLeaf Leaf, IReadOnlyList<string> Theirs);

/// <summary>The revisions a page was made upon, as it carries them: <c>name:3,members.0.name:1</c>.</summary>
public static class SeenRevisions
{
    public const string Name = "seen";

    public static string Write(IReadOnlyDictionary<string, int> seen) =>
        string.Join(',', seen.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Key}:{field.Value}")));

    /// <summary>What cannot be read was not seen: the worst that follows is a conflict.</summary>
    public static IReadOnlyDictionary<string, int> Read(string? text)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in (text ?? "").Split(',', 1000))
        {
            var colon = field.LastIndexOf(':');
            if (colon > 0 && int.TryParse(field.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            {
                seen[field[..colon]] = revision;
            }
        }

        return seen;
    }
}
