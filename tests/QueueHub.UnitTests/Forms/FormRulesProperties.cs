using System.Globalization;
using CsCheck;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;

namespace QueueHub.UnitTests.Forms;

/// <summary>Whatever arrives, the rules answer; and what they accept, they accept again unchanged.</summary>
public class FormRulesProperties
{
    private static readonly LocalText Text = new("가", "a");

    // Every UTF-16 code unit, lone surrogates and non-characters among them, and the texts that tend to break readers.
    private static readonly Gen<string?> Hostile = Gen.OneOf<string?>(
        Gen.Char.Array[0, 40].Select(letters => (string?)new string(letters)),
        Gen.OneOf<string?>(
            null, "", " ", "yes", "no", "\0", "\uD800", "\uDC00\uD800", "\uFFFE", "\uFFFF", "\uFEFF", "\u202E19900131", "<script>", "-0", "+1", "1e9",
            "２０", "19900131", "1990-02-30", "٣", "0", "9223372036854775808", "010-1234-5678", "\uFDFA\uFDFA", "ﷺ", "household", "issue", "a\u0301"),
        Gen.Int[0, 5000].Select(length => (string?)new string('가', length)),
        Gen.Int[0, 300].Select(length => (string?)string.Concat(Enumerable.Repeat("e\u0301\u0302", length))));

    private static readonly Gen<IReadOnlyList<string>?> Values =
        Gen.OneOf(Gen.Const((IReadOnlyList<string>?)null), Hostile.Array[0, 4].Select(values => (IReadOnlyList<string>?)values!));

    private static readonly FormTemplate EveryType = new("every", 1, Text, 1,
    [
        new FormStep("all", Text,
        [
            .. OfEveryType(""),
            new FormField("group", FieldType.Group, Text, Min: 1, Max: 3, Fields: [.. OfEveryType("In")]),
            new FormField("rare", FieldType.Group, Text, Max: 2, ShownWhen: new ShownWhen("YesNo", ["yes"]), Fields:
            [
                new FormField("must", FieldType.Text, Text, Required: true),
                new FormField("may", FieldType.YesNo, Text, ShownWhen: new ShownWhen("Choice", ["household"])),
            ]),
            new FormField("hollow", FieldType.Group, Text),
        ]),
    ]);

    private static readonly string[] StrangeKeys =
    [
        "", ".", "..", "group", "group.0", "group.3.TextIn", "group.-1.TextIn", "group.00.TextIn", "group.0.TextIn.0", "group.999999999999.TextIn",
        "group.0.group.0.TextIn", "group.٣.TextIn", "group. 0.TextIn", "group.0.nothing", "hollow.0.x", "__proto__", "rare.1e0.must",
    ];

    private static IEnumerable<FormField> OfEveryType(string suffix) => Enum.GetValues<FieldType>().Where(type => type != FieldType.Group).SelectMany(type => new[]
    {
        new FormField($"{type}{suffix}", type, Text, Options: [new("household", Text), new("yes", Text)]),
        new FormField($"{type}Required{suffix}", type, Text, Required: true, MaxLength: 10, Min: 1, Max: 20, Pattern: "^[가-힣a-z0-9+-]+$",
            Autocomplete: "bday", ShownWhen: new ShownWhen($"{type}{suffix}", ["yes", "household", "1990-01-31", "0"])),
    });

    // Some keys are left out, so that entries are missing in the middle; some are of nobody.
    private static Gen<Dictionary<string, IReadOnlyList<string>>> Answers(FormTemplate template) =>
        Gen.Select(Values.Array[template.Leaves.Count()], Gen.Int[0, 3].Array[template.Leaves.Count()], Gen.OneOf(Hostile, Gen.OneOf<string?>(StrangeKeys)), (values, odds, unknown) =>
        {
            var answers = template.Leaves.Zip(values, odds).Where(part => part.Third > 0).ToDictionary(part => part.First.Key, part => part.Second!);
            answers[unknown ?? "unknown"] = ["x"];
            return answers;
        });

    [Fact]
    public void Hostile_answers_never_throw_and_every_shown_field_is_either_accepted_wrong_or_empty() =>
        Gen.OneOf(EveryType, SeedForm.Template).SelectMany(template => Answers(template).Select(answers => (template, answers))).Sample(sample =>
        {
            var check = FormRules.Check(sample.template, sample.answers, SeedForm.Today);
            var wrong = check.Errors.Select(error => error.Field).ToHashSet();
            Assert.Subset(check.Shown.ToHashSet(), wrong);
            var single = check.Answers.Values.Keys.Where(key => !key.Contains('.', StringComparison.Ordinal)).ToHashSet();
            Assert.Empty(wrong.Intersect(single));
            Assert.Subset(check.Shown.ToHashSet(), single);
            foreach (var field in sample.template.Fields.Where(field => field.Required && check.Shown.Contains(field.Id)))
            {
                Assert.True(wrong.Contains(field.Id) || check.Answers.Values.ContainsKey(field.Id));
            }
        });

    [Fact]
    public void A_group_keeps_its_entries_in_order_without_gaps_and_never_more_than_it_may_have() =>
        Answers(EveryType).Sample(answers =>
        {
            var check = FormRules.Check(EveryType, answers, SeedForm.Today);
            foreach (var group in EveryType.Fields.Where(field => field.Type == FieldType.Group))
            {
                var begun = Enumerable.Range(0, FormGroup.Most(group)).Where(entry => FormGroup.IsBegun(group, entry, answers)).ToList();
                var kept = check.Answers.Values.Keys.Where(key => key.StartsWith($"{group.Id}.", StringComparison.Ordinal))
                    .Select(key => int.Parse(key.Split('.')[1], CultureInfo.InvariantCulture)).Distinct().Order().ToList();
                Assert.Equal(Enumerable.Range(0, kept.Count), kept);
                Assert.True(kept.Count <= begun.Count);
            }
        });

    [Fact]
    public void Removing_an_entry_moves_the_others_up_and_adding_one_is_always_possible_until_the_group_is_full() =>
        Gen.Select(Answers(EveryType), Gen.Int[0, 4]).Sample((answers, entry) =>
        {
            var group = EveryType.Fields.First(field => field.Id == "group");
            var before = FormGroup.Count(group, answers);
            var less = FormGroup.Remove(group, entry, answers);
            for (var index = 0; index + 1 < before; index++)
            {
                Assert.All(group.Fields!, field => Assert.Equal(
                    answers.GetValueOrDefault(FormLeaf.KeyOf(group, index < entry ? index : index + 1, field)),
                    less.GetValueOrDefault(FormLeaf.KeyOf(group, index, field))));
            }

            Assert.Equal(Math.Min(before + 1, FormGroup.Most(group)), FormGroup.Count(group, FormGroup.Add(group, answers)));
        });

    [Fact]
    public void What_was_accepted_is_accepted_again_unchanged() =>
        Answers(EveryType).Sample(answers =>
        {
            var once = FormRules.Check(EveryType, answers, SeedForm.Today).Answers;
            var twice = FormRules.Check(EveryType, once.Values, SeedForm.Today).Answers;
            Assert.Equal(once.Values, twice.Values);
        });

    [Fact]
    public void Accepted_answers_are_well_formed_short_and_readable() =>
        Answers(EveryType).Sample(answers =>
        {
            var check = FormRules.Check(EveryType, answers, SeedForm.Today);
            foreach (var (id, values) in check.Answers.Values)
            {
                var field = EveryType.Leaf(id)!.Field;
                Assert.All(values, value => Assert.True(value.Length <= 1000 && value.IsNormalized() && value == value.Trim()));
                Assert.Equal(values.Count, AnswerText.Of(field, values, "ko").Count);
            }
        });
}
