using System.Globalization;
using QueueHub.Contracts.Forms;

namespace QueueHub.TestSupport;

/// <summary>How citizens fill in any form: each turn another one, who chooses differently, and always the same in the same turn.</summary>
public static class FormScenario
{
    private const int Turns = 60;
    private const int MostEntries = 3;

    /// <summary>Few turns that together come by every field of the form.</summary>
    public static IReadOnlyList<int> Cover(FormTemplate form)
    {
        var met = Enumerable.Range(0, Turns).Select(turn => Typed(form, turn, "ko").Keys.Select(key => form.Leaf(key)!.Field.Id).ToHashSet()).ToList();
        var missing = form.Fields.SelectMany(field => field.Fields ?? [field]).Select(field => field.Id).ToHashSet();
        var chosen = new List<int>();
        while (missing.Count > 0)
        {
            var best = Enumerable.Range(0, Turns).MaxBy(turn => met[turn].Count(missing.Contains));
            if (!met[best].Overlaps(missing))
            {
                throw new InvalidOperationException($"Nobody comes by {string.Join(", ", missing)}.");
            }

            missing.ExceptWith(met[best]);
            chosen.Add(best);
        }

        return chosen;
    }

    /// <summary>As typed: key → values.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Typed(FormTemplate form, int turn, string language)
    {
        var random = new Random(turn);
        var entries = form.Fields.Where(field => field.Type == FieldType.Group).SelectMany(group =>
            Enumerable.Range(0, random.Next(Math.Max(1, FormGroup.Least(group)), Math.Min(MostEntries, FormGroup.Most(group)) + 1)).Select(entry => FormGroup.KeyOfFirst(group, entry)));

        // An entry that is still to be written must be there to be asked.
        var typed = entries.ToDictionary(key => key, IReadOnlyList<string> (_) => [""]);
        var passed = new HashSet<string>();
        while (form.Leaves.FirstOrDefault(leaf => !passed.Contains(leaf.Key) && FormRules.Check(form, typed, DateOnly.MaxValue).Shown.Contains(leaf.Key)) is { } asked)
        {
            passed.Add(asked.Key);
            if (asked.Field.Required || random.Next(2) == 0)
            {
                typed[asked.Key] = Answer(asked.Field, random, language);
            }
        }

        return typed.Where(answer => answer.Value.Any(value => value.Length > 0)).ToDictionary();
    }

    private static string[] Answer(FormField field, Random random, string language) => field.Type switch
    {
        FieldType.Choice => [field.Options![random.Next(field.Options.Count)].Value],
        FieldType.Choices => [.. field.Options!.Where((_, index) => index == 0 || random.Next(2) == 0).Select(option => option.Value)],
        FieldType.YesNo => [random.Next(2) == 0 ? "no" : "yes"],
        FieldType.Consent => ["yes"],
        FieldType.Number => [((int)(field.Min ?? 1) + random.Next(3)).ToString(CultureInfo.InvariantCulture)],
        FieldType.Date => [random.Next(2) == 0 ? "19900131" : "2001. 2. 3."],
        FieldType.LongText => [$"{field.Example!.In(language)}\n2"],
        _ => [field.Example!.In(language)],
    };
}
