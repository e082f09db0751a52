using System.Globalization;
using QueueHub.Contracts.Forms;

namespace Simulator.Plan;

/// <summary>Fills a form as some citizen would: other choices lead down other branches. Only what the form's own rules accept is given back.</summary>
internal static class FormWriter
{
    private const double Optional = 0.3;
    private const int Tries = 400;

    private static readonly string[] Names = ["김민준", "이서연", "박도윤", "최지우", "정하은", "강시우", "조수아", "윤예준", "장지민", "임서준"];
    private static readonly string[] Streets = ["반포대로 58", "사평대로 273", "효령로29길 43", "바우뫼로 41", "방배로 173"];

    // Tried one after another until one is accepted: patterns may want Latin letters, digits or a word of a certain kind.
    private static readonly string[] Texts = ["KIM", "MINJUN", "서울특별시 서초구", "12345678", "A", "1"];

    /// <summary>Complete answers, or null when nothing that is tried satisfies the form.</summary>
    public static FormAnswers? Write(FormTemplate template, DateOnly today, Chance chance)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var leaf in template.Leaves.Where(leaf => (leaf.Group is null ? !leaf.Field.Required : leaf.Entry == 0) && chance.In(Optional)))
        {
            values[leaf.Key] = Candidate(leaf.Field, today, chance, 0);
        }

        var tried = new Dictionary<string, int>();
        for (var round = 0; round < Tries; round++)
        {
            var check = FormRules.Check(template, values, today);
            if (check.Ok)
            {
                return check.Answers;
            }

            foreach (var key in check.Errors.Select(error => error.Field).Distinct())
            {
                if (template.Leaf(key) is not { } leaf)
                {
                    return null;
                }

                var attempt = tried[key] = tried.GetValueOrDefault(key) + 1;
                if (!leaf.Field.Required && attempt > Texts.Length + 3)
                {
                    values.Remove(key);
                }
                else
                {
                    values[key] = Candidate(leaf.Field, today, chance, attempt - 1);
                }
            }
        }

        return null;
    }

    private static string[] Candidate(FormField field, DateOnly today, Chance chance, int attempt) => field.Type switch
    {
        FieldType.Choice => [chance.One(field.Options!).Value],
        FieldType.Choices => Some(field.Options!, chance),
        FieldType.YesNo => [chance.In(0.5) ? "yes" : "no"],
        FieldType.Consent => ["yes"],
        FieldType.Number => [Number(field, chance)],
        FieldType.Date => [Date(field, today, chance)],
        FieldType.Phone => [string.Create(CultureInfo.InvariantCulture, $"010-{1000 + chance.Below(9000)}-{1000 + chance.Below(9000)}")],
        FieldType.Address => [$"서울특별시 서초구 {chance.One(Streets)}"],
        _ => [Text(field, chance, attempt)],
    };

    private static string Text(FormField field, Chance chance, int attempt) => attempt switch
    {
        0 => chance.One(Names),
        1 => field.Example?.Ko ?? chance.One(Names),
        2 => field.Example?.En ?? chance.One(Names),
        _ => Texts[(attempt - 3) % Texts.Length],
    };

    private static string[] Some(IReadOnlyList<FieldOption> options, Chance chance)
    {
        var chosen = options.Where(_ => chance.In(0.4)).Select(option => option.Value).ToArray();
        return chosen.Length > 0 ? chosen : [chance.One(options).Value];
    }

    private static string Number(FormField field, Chance chance)
    {
        var least = field.Min ?? 1;
        var most = Math.Min(field.Max ?? least + 3, least + 3);
        return (least + chance.Below((int)(most - least) + 1)).ToString("0", CultureInfo.InvariantCulture);
    }

    // A birthday of an adult, or a day of the last two years.
    private static string Date(FormField field, DateOnly today, Chance chance) =>
        (field.Autocomplete == "bday" ? today.AddYears(-20).AddDays(-chance.Below(60 * 365)) : today.AddDays(-chance.Below(730)))
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
