using QueueHub.Contracts.Forms;

namespace CounterClient;

/// <summary>An answer as the office's other systems take it: dates in digits, everything else in words. Pure.</summary>
public static class CopyText
{
    /// <summary>One answer; several values stand beside each other.</summary>
    public static string Of(FormField field, IReadOnlyList<string> values, string language) =>
        string.Join(", ", field.Type == FieldType.Date ? values : AnswerText.Of(field, values, language));

    /// <summary>A section, a line for each answer: its label, a tab, and the answer. A line break within an answer would begin another row.</summary>
    public static string Of(FormTemplate template, SheetStep step, IReadOnlyDictionary<string, IReadOnlyList<string>> answers, string language) =>
        string.Join('\n', Rows(step.Rows)
            .Select(row => template.Leaf(row.Key))
            .OfType<FormLeaf>()
            .Select(leaf => $"{leaf.Label.In(language)}\t{Of(leaf.Field, answers.GetValueOrDefault(leaf.Key) ?? [], language).ReplaceLineEndings(" ")}"));

    private static IEnumerable<SheetRow> Rows(IEnumerable<SheetRow> rows) =>
        rows.SelectMany(row => row.Entries is { } entries ? entries.SelectMany(entry => Rows(entry.Rows)) : [row]).Where(row => row.Values.Count > 0);
}
