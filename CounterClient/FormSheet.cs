using QueueHub.Contracts.Forms;

namespace CounterClient;

/// <summary>A submission laid out for reading: the steps and fields the citizen saw, each with its answer in words. Pure.</summary>
public sealed record FormSheet(string Title, IReadOnlyList<SheetStep> Steps)
{
    /// <summary>Lays out a submission; steps and fields that were hidden by other answers stay hidden.</summary>
    public static FormSheet Of(SubmissionView view, string language)
    {
        var values = view.Answers.Values;
        var steps = view.Template.Steps
            .Where(step => IsShown(step.ShownWhen, values))
            .Select(step => new SheetStep(
                step.Title.In(language),
                [.. step.Fields.Where(field => IsShown(field.ShownWhen, values)).Select(field => Row(field, values, language))]))
            .Where(step => step.Rows.Count > 0);
        return new FormSheet(view.Template.Title.In(language), [.. steps]);
    }

    private static bool IsShown(ShownWhen? when, IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        when is null || (values.TryGetValue(when.Field, out var given) && given.Any(when.AnyOf.Contains));

    private static SheetRow Row(FormField field, IReadOnlyDictionary<string, IReadOnlyList<string>> values, string language) => new(
        field.Id, field.Label.In(language),
        AnswerText.Of(field, [.. values.GetValueOrDefault(field.Id, []).Where(value => !string.IsNullOrWhiteSpace(value))], language));
}

/// <summary>One heading with its rows.</summary>
public sealed record SheetStep(string Title, IReadOnlyList<SheetRow> Rows);

/// <summary>One field; no values when it was left empty.</summary>
public sealed record SheetRow(string Field, string Label, IReadOnlyList<string> Values);
