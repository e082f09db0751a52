using System.Globalization;
using QueueHub.Contracts.Forms;

namespace CounterClient;

/// <summary>A submission laid out for reading: the steps and fields the citizen saw, each with its answer in words. Pure.</summary>
public sealed record FormSheet(string Title, DateTimeOffset SubmittedAt, IReadOnlyList<SheetStep> Steps)
{
    /// <summary>Lays out a submission; steps and fields that were hidden by other answers stay hidden.</summary>
    public static FormSheet Of(SubmissionView view, Texts texts)
    {
        var values = view.Answers.Values;
        var steps = view.Template.Steps
            .Where(step => IsShown(step.ShownWhen, values))
            .Select(step => new SheetStep(
                step.Title.In(texts.Language),
                [.. step.Fields.Where(field => IsShown(field.ShownWhen, values)).Select(field => Row(field, values, texts))]))
            .Where(step => step.Rows.Count > 0);
        return new FormSheet(view.Template.Title.In(texts.Language), view.SubmittedAt, [.. steps]);
    }

    private static bool IsShown(ShownWhen? when, IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        when is null || (values.TryGetValue(when.Field, out var given) && given.Any(when.AnyOf.Contains));

    private static SheetRow Row(FormField field, IReadOnlyDictionary<string, IReadOnlyList<string>> values, Texts texts)
    {
        var given = values.GetValueOrDefault(field.Id, []).Where(value => !string.IsNullOrWhiteSpace(value));
        return new SheetRow(field.Id, field.Label.In(texts.Language), [.. given.Select(value => InWords(field, value, texts))], field.Type);
    }

    private static string InWords(FormField field, string value, Texts texts) => field.Type switch
    {
        FieldType.Choice or FieldType.Choices =>
            field.Options?.FirstOrDefault(option => option.Value == value)?.Label.In(texts.Language) ?? value,
        FieldType.YesNo => value == "yes" ? texts.Yes : texts.No,
        FieldType.Consent => value == "yes" ? texts.Agreed : texts.NotAgreed,
        FieldType.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
            texts.Date(date),
        _ => value,
    };
}

/// <summary>One heading with its rows.</summary>
public sealed record SheetStep(string Title, IReadOnlyList<SheetRow> Rows);

/// <summary>One field; no values when it was left empty.</summary>
public sealed record SheetRow(string Field, string Label, IReadOnlyList<string> Values, FieldType Type);
