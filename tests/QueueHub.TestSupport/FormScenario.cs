using System.Globalization;
using QueueHub.Contracts.Forms;

namespace QueueHub.TestSupport;

/// <summary>
/// How one citizen fills in any form: each turn chooses other options, so that a few turns come by every branch. Even turns leave out what
/// is optional, and groups have an entry more each turn.
/// </summary>
public static class FormScenario
{
    /// <summary>As typed: key → values.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Typed(FormTemplate form, int turn, string language)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> typed = new Dictionary<string, IReadOnlyList<string>>();
        for (var asked = Asked(form, typed, turn).ToList(); asked.Count > 0; asked = [.. Asked(form, typed, turn)])
        {
            typed = typed.Append(new(asked[0].Key, Answer(asked[0].Field, turn + asked[0].Entry, language))).ToDictionary();
        }

        return typed.Where(answer => answer.Value.Count > 0).ToDictionary();
    }

    private static IEnumerable<FormLeaf> Asked(FormTemplate form, IReadOnlyDictionary<string, IReadOnlyList<string>> typed, int turn)
    {
        // Entries that are still to come must be there to be asked.
        var begun = form.Fields.Where(field => field.Type == FieldType.Group)
            .SelectMany(group => Enumerable.Range(0, Math.Clamp(turn, Math.Max(1, FormGroup.Least(group)), FormGroup.Most(group))).Select(entry => FormGroup.KeyOfFirst(group, entry)));
        var shown = FormRules.Check(form, typed.Concat(begun.Except(typed.Keys).Select(key => KeyValuePair.Create(key, (IReadOnlyList<string>)[""]))).ToDictionary(), DateOnly.MaxValue).Shown;
        return form.Leaves.Where(leaf => shown.Contains(leaf.Key) && !typed.ContainsKey(leaf.Key) && (leaf.Field.Required || turn % 2 == 1));
    }

    private static string[] Answer(FormField field, int turn, string language) => field.Type switch
    {
        FieldType.Choice => [field.Options![turn % field.Options.Count].Value],
        FieldType.Choices => [.. field.Options!.Where((_, index) => index % 2 == turn % 2).Select(option => option.Value)],
        FieldType.YesNo => [turn % 2 == 0 ? "no" : "yes"],
        FieldType.Consent => ["yes"],
        FieldType.Number => [((int)(field.Min ?? 1) + (turn % 3)).ToString(CultureInfo.InvariantCulture)],
        FieldType.Date => [turn % 2 == 0 ? "19900131" : "2001. 2. 3."],
        FieldType.LongText => [$"{field.Example!.In(language)}\n{turn}"],
        _ => [field.Example!.In(language)],
    };
}
