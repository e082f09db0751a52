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
            .. Enum.GetValues<FieldType>().SelectMany(type => new[]
            {
                new FormField($"{type}", type, Text, Options: [new("household", Text), new("yes", Text)]),
                new FormField($"{type}Required", type, Text, Required: true, MaxLength: 10, Min: 1, Max: 20, Pattern: "^[가-힣a-z0-9+-]+$",
                    Autocomplete: "bday", ShownWhen: new ShownWhen($"{type}", ["yes", "household", "1990-01-31", "0"])),
            }),
        ]),
    ]);

    private static Gen<Dictionary<string, IReadOnlyList<string>>> Answers(FormTemplate template) =>
        Gen.Select(Values.Array[template.Fields.Count()], Hostile, (values, unknown) =>
        {
            var answers = template.Fields.Zip(values).ToDictionary(pair => pair.First.Id, pair => pair.Second!);
            answers[unknown ?? "unknown"] = ["x"];
            return answers;
        });

    [Fact]
    public void Hostile_answers_never_throw_and_every_shown_field_is_either_accepted_wrong_or_empty() =>
        Gen.OneOf(EveryType, SeedForm.Template).SelectMany(template => Answers(template).Select(answers => (template, answers))).Sample(sample =>
        {
            var check = FormRules.Check(sample.template, sample.answers, SeedForm.Today);
            var wrong = check.Errors.Select(error => error.Field).ToHashSet();
            Assert.Empty(wrong.Intersect(check.Answers.Values.Keys));
            Assert.Subset(check.Shown.ToHashSet(), wrong);
            Assert.Subset(check.Shown.ToHashSet(), check.Answers.Values.Keys.ToHashSet());
            foreach (var field in sample.template.Fields.Where(field => field.Required && check.Shown.Contains(field.Id)))
            {
                Assert.True(wrong.Contains(field.Id) || check.Answers.Values.ContainsKey(field.Id));
            }
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
                var field = EveryType.Fields.First(field => field.Id == id);
                Assert.All(values, value => Assert.True(value.Length <= 1000 && value.IsNormalized() && value == value.Trim()));
                Assert.Equal(values.Count, AnswerText.Of(field, values, "ko").Count);
            }
        });
}
