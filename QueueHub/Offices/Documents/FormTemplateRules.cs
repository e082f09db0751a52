using System.Text.RegularExpressions;
using QueueHub.Contracts.Forms;

namespace QueueHub.Offices.Documents;

/// <summary>What makes a form template usable, also step by step without scripts. Pure.</summary>
internal static partial class FormTemplateRules
{
    private const int LongestText = 2000;
    private const int MostFields = 100;

    /// <summary>Everything wrong with the template, each complaint naming its place; empty when it is sound.</summary>
    public static IReadOnlyList<string> Check(FormTemplate form)
    {
        var complaints = new Complaints();
        complaints.Require(FormId().IsMatch(form.Id), "id", $"'{form.Id}' must be up to 64 lower-case letters, digits or hyphens");
        complaints.Require(form.Version >= 1, "version", "must be 1 or more");
        complaints.Require(form.PagesSaved is >= 0 and <= 100, "pagesSaved", "must be 0 to 100");
        complaints.RequireText(form.Title, "title");
        complaints.Require(form.Steps.Count > 0, "steps", "must be at least one");
        complaints.Require(
            form.Fields.Sum(field => 1 + (field.Fields?.Count ?? 0)) is > 0 and <= MostFields, "steps", $"must have 1 to {MostFields} fields in all");
        complaints.RequireDistinct([.. form.Steps.Select(step => step.Id)], index => $"steps[{index}].id");

        var before = new Dictionary<string, FormField>(StringComparer.Ordinal);
        for (var index = 0; index < form.Steps.Count; index++)
        {
            CheckStep(form.Steps[index], $"steps[{index}]", before, complaints);
        }

        return complaints.All;
    }

    // "before" grows as the form is read: a condition may look only at what the citizen has already been asked.
    private static void CheckStep(FormStep step, string place, Dictionary<string, FormField> before, Complaints complaints)
    {
        complaints.Require(PartId().IsMatch(step.Id), $"{place}.id", $"'{step.Id}' must be a letter, then up to 39 letters or digits");
        complaints.RequireText(step.Title, $"{place}.title");
        complaints.Require(step.Fields.Count > 0, $"{place}.fields", "must be at least one");
        CheckCondition(step.ShownWhen, $"{place}.shownWhen", before, complaints);
        for (var index = 0; index < step.Fields.Count; index++)
        {
            CheckField(step.Fields[index], $"{place}.fields[{index}]", before, complaints);
        }
    }

    // The fields of a group are known only inside it; their ids are still of the whole form, so that a condition never means two things.
    private static void CheckGroup(FormField group, string place, Dictionary<string, FormField> before, Complaints complaints)
    {
        var fields = group.Fields ?? [];
        if (group.Type != FieldType.Group)
        {
            complaints.Require(group.Fields is null, $"{place}.fields", "are for groups only");
            complaints.Require(group.Item is null, $"{place}.item", "is for groups only");
            return;
        }

        complaints.Require(!group.Required, $"{place}.required", "is not for groups: min says how many entries there must be");
        complaints.Require(IsCount(group.Max, 1), $"{place}.max", $"must be 1 to {FormGroup.MostEntries}");
        complaints.Require(group.Min is null || IsCount(group.Min, 0), $"{place}.min", $"must be 0 to {FormGroup.MostEntries}");
        if (complaints.Require(group.Item is not null, $"{place}.item", "must name one entry"))
        {
            complaints.RequireText(group.Item!, $"{place}.item");
        }

        // Otherwise an empty entry could be a complete one, and nobody could say how many there are.
        complaints.Require(
            fields.Any(field => field is { Required: true, ShownWhen: null }), $"{place}.fields", "must have one that is required and always shown");
        var inside = new Dictionary<string, FormField>(before, StringComparer.Ordinal);
        for (var index = 0; index < fields.Count; index++)
        {
            complaints.Require(fields[index].Type != FieldType.Group, $"{place}.fields[{index}].type", "must not be a group within a group");
            complaints.Require(fields[index].Reuse is null, $"{place}.fields[{index}].reuse", "is not for entries of a group: they are about others");
            CheckField(fields[index], $"{place}.fields[{index}]", inside, complaints);
            before.TryAdd(fields[index].Id, group);
        }
    }

    private static bool IsCount(decimal? number, int least) =>
        number is { } count && count >= least && count <= FormGroup.MostEntries && decimal.IsInteger(count);

    private static void CheckField(FormField field, string place, Dictionary<string, FormField> before, Complaints complaints)
    {
        complaints.Require(PartId().IsMatch(field.Id), $"{place}.id", $"'{field.Id}' must be a letter, then up to 39 letters or digits");
        complaints.Require(Enum.IsDefined(field.Type), $"{place}.type", $"there is no type {(int)field.Type}");
        complaints.RequireText(field.Label, $"{place}.label");
        if (field.Help is not null)
        {
            complaints.RequireText(field.Help, $"{place}.help");
        }

        if (field.Example is not null)
        {
            complaints.RequireText(field.Example, $"{place}.example");
        }

        var isText = field.Type is FieldType.Text or FieldType.LongText or FieldType.Phone or FieldType.Address;
        complaints.Require(field.MaxLength is null || isText, $"{place}.maxLength", "is for texts only");
        complaints.Require(field.MaxLength is null or (>= 1 and <= LongestText), $"{place}.maxLength", $"must be 1 to {LongestText}");
        complaints.Require(field.Pattern is null || isText, $"{place}.pattern", "is for texts only");
        CheckPattern(field.Pattern, $"{place}.pattern", complaints);
        complaints.Require(
            (field.Min ?? field.Max) is null || field.Type is FieldType.Number or FieldType.Group, $"{place}.min", "and max are for numbers and groups only");
        complaints.Require(!(field.Min > field.Max), $"{place}.max", "must not be below min");
        complaints.Require(
            field.Autocomplete is null || Autocomplete().IsMatch(field.Autocomplete), $"{place}.autocomplete", "must be HTML autocomplete tokens, such as 'name'");
        CheckOptions(field, place, complaints);
        CheckCondition(field.ShownWhen, $"{place}.shownWhen", before, complaints);
        CheckReuse(field, place, before, complaints);
        complaints.Require(before.TryAdd(field.Id, field), $"{place}.id", $"'{field.Id}' stands there twice");
        CheckGroup(field, place, before, complaints);
    }

    private static void CheckReuse(FormField field, string place, Dictionary<string, FormField> before, Complaints complaints)
    {
        if (field.Reuse is { } key)
        {
            complaints.Require(
                Reusable.Types.TryGetValue(key, out var type) && type == field.Type,
                $"{place}.reuse", $"must be of {string.Join(", ", Reusable.Types.Select(known => $"{known.Key} ({known.Value})"))}");
        }

        complaints.Require(field.ReuseWhen is null || field.Reuse is not null, $"{place}.reuseWhen", "is for fields with reuse only");
        CheckCondition(field.ReuseWhen, $"{place}.reuseWhen", before, complaints);
    }

    private static void CheckOptions(FormField field, string place, Complaints complaints)
    {
        var options = field.Options ?? [];
        if (field.Type is not (FieldType.Choice or FieldType.Choices))
        {
            complaints.Require(options.Count == 0, $"{place}.options", "are for choices only");
            return;
        }

        complaints.Require(options.Count > 0, $"{place}.options", "must be at least one");
        complaints.RequireDistinct([.. options.Select(option => option.Value)], index => $"{place}.options[{index}].value");
        for (var index = 0; index < options.Count; index++)
        {
            complaints.Require(
                PartId().IsMatch(options[index].Value),
                $"{place}.options[{index}].value", $"'{options[index].Value}' must be a letter, then up to 39 letters or digits");
            complaints.RequireText(options[index].Label, $"{place}.options[{index}].label");
        }
    }

    private static void CheckCondition(ShownWhen? condition, string place, Dictionary<string, FormField> before, Complaints complaints)
    {
        if (condition is null)
        {
            return;
        }

        complaints.Require(condition.AnyOf.Count > 0, $"{place}.anyOf", "must name a value");
        if (!complaints.Require(
            before.TryGetValue(condition.Field, out var asked), $"{place}.field", $"there is no field '{condition.Field}' before this"))
        {
            return;
        }

        if (!complaints.Require(asked!.Type != FieldType.Group, $"{place}.field", $"'{condition.Field}' is a group or part of one"))
        {
            return;
        }

        string[]? values = asked.Type switch
        {
            FieldType.Choice or FieldType.Choices => [.. (asked.Options ?? []).Select(option => option.Value)],
            FieldType.YesNo => ["yes", "no"],
            FieldType.Consent => ["yes"],
            _ => null,
        };
        if (!complaints.Require(values is not null, $"{place}.field", $"'{condition.Field}' is not a choice"))
        {
            return;
        }

        for (var index = 0; index < condition.AnyOf.Count; index++)
        {
            complaints.Require(
                values!.Contains(condition.AnyOf[index]), $"{place}.anyOf[{index}]", $"'{condition.AnyOf[index]}' is no answer of '{condition.Field}'");
        }
    }

    // Patterns run on what strangers send: only those that cannot backtrack are let in. And they run on phones, too, where these classes
    // mean other letters.
    private static void CheckPattern(string? pattern, string place, Complaints complaints)
    {
        if (pattern is null)
        {
            return;
        }

        complaints.Require(!UnlikeClasses().IsMatch(pattern), place, "must spell out what \\d, \\w, \\s or \\b stand for: they differ on phones");
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            complaints.Require(false, place, $"is not a usable pattern: {error.Message}");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,63}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex FormId();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9]{0,39}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex PartId();

    [GeneratedRegex(@"\\[dDwWsSbB]", RegexOptions.CultureInvariant)]
    private static partial Regex UnlikeClasses();

    [GeneratedRegex("^[a-z][a-z0-9-]*( [a-z][a-z0-9-]*){0,3}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Autocomplete();
}
