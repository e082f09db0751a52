using System.Globalization;
using RawAnswers = System.Collections.Generic.IReadOnlyDictionary<string, System.Collections.Generic.IReadOnlyList<string>>;

namespace QueueHub.Contracts.Forms;

/// <summary>The entries of a group in raw answers: which are there, one more, one less. Whatever the answers are, only as many as the group may have are looked at.</summary>
public static class FormGroup
{
    /// <summary>More entries than this are not asked in one form.</summary>
    public const int MostEntries = 20;

    /// <summary>How many entries a group must have.</summary>
    public static int Least(FormField group) => (int)Math.Clamp(group.Min ?? 0, 0, Most(group));

    /// <summary>How many entries a group may have.</summary>
    public static int Most(FormField group) => (int)Math.Clamp(group.Max ?? 0, 0, MostEntries);

    /// <summary>How many entries to show: up to the last that was sent, be it empty, and at least as many as there must be.</summary>
    public static int Count(FormField group, RawAnswers answers) =>
        Math.Max(Least(group), 1 + Enumerable.Range(0, Most(group)).LastOrDefault(entry => IsThere(group, entry, answers), -1));

    /// <summary>True when something was written in the entry.</summary>
    public static bool IsBegun(FormField group, int entry, RawAnswers answers) =>
        FormLeaf.InEntry(group, entry).Any(leaf => answers.GetValueOrDefault(leaf.Key) is { } values && values.Any(value => !string.IsNullOrWhiteSpace(value)));

    /// <summary>The answers with one more entry, still empty; unchanged when the group is full.</summary>
    public static RawAnswers Add(FormField group, RawAnswers answers)
    {
        var count = Count(group, answers);
        return count == Most(group) ? answers : new Dictionary<string, IReadOnlyList<string>>(answers) { [KeyOfFirst(group, count)] = [""] };
    }

    /// <summary>The answers without an entry; those after it move up.</summary>
    public static RawAnswers Remove(FormField group, int entry, RawAnswers answers)
    {
        var left = new Dictionary<string, IReadOnlyList<string>>(answers);
        for (var index = entry; index < Count(group, answers); index++)
        {
            foreach (var field in group.Fields ?? [])
            {
                if (answers.TryGetValue(FormLeaf.KeyOf(group, index + 1, field), out var values))
                {
                    left[FormLeaf.KeyOf(group, index, field)] = values;
                }
                else
                {
                    left.Remove(FormLeaf.KeyOf(group, index, field));
                }
            }
        }

        return left;
    }

    /// <summary>The key of an entry's first field: where writing begins.</summary>
    public static string KeyOfFirst(FormField group, int entry) => FormLeaf.KeyOf(group, entry, group.Fields![0]);

    /// <summary>True when something was sent for an entry beyond those the group may have.</summary>
    internal static bool Overflows(FormField group, RawAnswers answers) => answers.Any(answer =>
        answer.Value is { Count: > 0 }
        && answer.Key.Split('.', 4) is [var id, var entry, var field]
        && id == group.Id
        && int.TryParse(entry, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index >= Most(group)
        && (group.Fields ?? []).Any(known => known.Id == field));

    private static bool IsThere(FormField group, int entry, RawAnswers answers) =>
        FormLeaf.InEntry(group, entry).Any(leaf => answers.GetValueOrDefault(leaf.Key) is { Count: > 0 });
}
