namespace QueueHub.Contracts.Forms;

/// <summary>A form laid out for reading, for phone, clerk and print alike: the steps and fields that were asked, each with its answer in words. Pure.</summary>
public sealed record FormSheet(string Title, IReadOnlyList<SheetStep> Steps)
{
    /// <summary>Lays out answers; steps and fields that other answers hide stay hidden, entries in which nothing was written too.</summary>
    /// <param name="toWrite">Entries in which nothing was written are there as well: somebody is about to.</param>
    public static FormSheet Of(
        FormTemplate template, IReadOnlyDictionary<string, IReadOnlyList<string>> answers, string language, bool toWrite = false)
    {
        var page = new Page(answers, language, toWrite);
        var steps = template.Steps
            .Where(step => page.IsShown(step.ShownWhen))
            .Select(step => new SheetStep(
                step.Id, step.Title.In(language), [.. step.Fields.Where(field => page.IsShown(field.ShownWhen)).Select(page.Row)]));
        return new FormSheet(template.Title.In(language), [.. steps.Where(step => step.Rows.Count > 0)]);
    }

    /// <summary>The sheet without some of its rows, and without steps of which nothing is left.</summary>
    public FormSheet Without(IReadOnlySet<string> keys)
    {
        return this with { Steps = [.. Steps.Select(step => step with { Rows = [.. Rest(step.Rows)] }).Where(step => step.Rows.Count > 0)] };

        IEnumerable<SheetRow> Rest(IReadOnlyList<SheetRow> rows) => rows.Where(row => !keys.Contains(row.Key))
            .Select(row => row.Entries is { } entries ? row with { Entries = [.. entries.Select(entry => entry with { Rows = [.. Rest(entry.Rows)] })] } : row);
    }

    private sealed class Page(IReadOnlyDictionary<string, IReadOnlyList<string>> answers, string language, bool toWrite)
    {
        public bool IsShown(ShownWhen? when, string? key = null) =>
            when is null || (answers.TryGetValue(key ?? when.Field, out var given) && given.Any(when.AnyOf.Contains));

        public SheetRow Row(FormField field) => field.Type == FieldType.Group
            ? new(field.Id, field.Label.In(language), [], [.. Entries(field)])
            : Row(new FormLeaf(field.Id, field));

        private IEnumerable<SheetEntry> Entries(FormField group) =>
            Enumerable.Range(0, toWrite ? FormGroup.Count(group, answers) : FormGroup.Most(group))
                .Where(entry => toWrite || FormGroup.IsBegun(group, entry, answers))
                .Select((entry, place) => new SheetEntry(
                    FormLeaf.Name(group, place).In(language),
                    [.. FormLeaf.InEntry(group, entry).Where(leaf => IsShown(leaf.Field.ShownWhen, leaf.Watched)).Select(Row)],
                    entry));

        private SheetRow Row(FormLeaf leaf) => new(
            leaf.Key, leaf.Field.Label.In(language),
            AnswerText.Of(leaf.Field, [.. answers.GetValueOrDefault(leaf.Key, []).Where(value => !string.IsNullOrWhiteSpace(value))], language));
    }
}

/// <summary>One heading with its rows.</summary>
public sealed record SheetStep(string Id, string Title, IReadOnlyList<SheetRow> Rows);

/// <summary>One field; no values when it was left empty. A group has entries instead.</summary>
public sealed record SheetRow(string Key, string Label, IReadOnlyList<string> Values, IReadOnlyList<SheetEntry>? Entries = null);

/// <summary>One entry of a group: "Member 2" with its rows.</summary>
/// <param name="Index">Its number in the keys of its answers, from 0.</param>
public sealed record SheetEntry(string Title, IReadOnlyList<SheetRow> Rows, int Index = 0);
