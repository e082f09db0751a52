using System.Text.Json;
using System.Text.RegularExpressions;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Offices.Documents;
using QueueHub.TestSupport;

namespace QueueHub.UnitTests.Offices;

/// <summary>Every form that is shipped: sound, in both languages, explained, and possible to fill in.</summary>
public partial class ShippedFormTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static IEnumerable<string> Files => SeedDocuments.All("forms").Select(form => form.File).Order(StringComparer.Ordinal);

    public static TheoryData<string> Ids => [.. Files];

    [Fact]
    public void The_forms_of_the_district_are_there() => Assert.Equal(
        ["family-relation", "health-check", "move-in", "passport", "resident-register", "seal-certificate"],
        Files.Intersect(["family-relation", "health-check", "move-in", "passport", "resident-register", "seal-certificate"]));

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_sound_and_bears_the_name_of_its_file(string id)
    {
        var form = Template(id);
        Assert.Empty(FormTemplateRules.Check(form));
        Assert.Equal(id, form.Id);
        Assert.True(form.PagesSaved > 0);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_English_has_Korean_words_in_brackets_only(string id)
    {
        foreach (var text in Template(id).Steps.SelectMany(step => step.Fields.SelectMany(Texts).Append(step.Title)).OfType<LocalText>())
        {
            Assert.True(text.Ko == text.En || !InBrackets().Replace(text.En, "").Any(IsHangul), text.En);
            Assert.Equal(text.Ko, text.Ko.Trim());
            Assert.Equal(text.En, text.En.Trim());
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_typed_has_an_example_or_is_explained_and_a_consent_says_what_for(string id) => Assert.All(
        Template(id).Fields.SelectMany(field => field.Fields ?? [field]).Where(field => field.Type is not (FieldType.Choice or FieldType.Choices or FieldType.YesNo)),
        field => Assert.True(field.Type == FieldType.Consent ? field.Help is not null : field.Example is not null, field.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_asks_few_things_at_a_time(string id) =>
        Assert.All(Template(id).Steps, step => Assert.InRange(step.Fields.Count, 1, 5));

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_never_asks_for_a_resident_registration_number_and_always_for_consent(string id)
    {
        var fields = Template(id).Fields.SelectMany(field => field.Fields ?? [field]).ToList();
        Assert.DoesNotContain(fields, field => field.Label.Ko.Contains("주민등록번호", StringComparison.Ordinal));
        Assert.Contains(fields, field => field is { Type: FieldType.Consent, Required: true, ShownWhen: null });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_example_is_an_answer_that_the_form_takes(string id)
    {
        foreach (var field in Template(id).Fields.SelectMany(field => field.Fields ?? [field]).Where(field => field.Example is not null))
        {
            var alone = new FormTemplate("t", 1, field.Label, 1, [new FormStep("s", field.Label, [field with { ShownWhen = null }])]);
            foreach (var example in new[] { "ko", "en", "zh", "vi", "ja" }.Select(language => field.Example!.In(language)))
            {
                Assert.Empty(FormRules.Check(alone, new Dictionary<string, IReadOnlyList<string>> { [field.Id] = [example] }, Today).Errors);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_can_be_filled_in(string id)
    {
        var filled = FormFiller.Fill(Template(id));
        Assert.True(FormRules.Check(Template(id), filled.Values, Today).Ok);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_the_phone_may_keep_is_of_one_person_who_holds_it(string id)
    {
        var form = Template(id);
        Assert.Contains(form.Fields, field => field.Reuse == "name");
        for (var turn = 0; turn < 40; turn++)
        {
            var check = FormRules.Check(form, FormScenario.Typed(form, turn, "ko"), Today);
            var own = form.Fields.Where(field => field.Reuse is not null && check.Shown.Contains(field.Id) && IsOwn(field, check)).ToList();
            Assert.Equal(own.Count, own.DistinctBy(field => field.Reuse).Count());
            Assert.DoesNotContain(own, field => id == "health-check" && field.Id is not ("name" or "birthDate" or "phone"));
        }
    }

    [Theory]
    [InlineData("resident-register", "appliedBy", "agent", "agentName", "agentBirthDate", "agentRelation", "agentPhone", "agentLetter")]
    [InlineData("seal-certificate", "collectedBy", "agent", "agentName", "agentBirthDate", "agentRelation", "agentPhone", "agentLetter")]
    [InlineData("family-relation", "standing", "agent", "subjectName", "agentRelation", "agentLetter")]
    [InlineData("passport", "minor", "yes", "guardianName", "guardianBirthDate", "guardianRelation", "guardianPhone", "broughtBy")]
    [InlineData("passport", "broughtBy", "relative", "agentName", "agentBirthDate", "agentRelation", "agentPhone", "agentLetter")]
    public void Who_acts_for_another_is_asked_about_and_nobody_else_is(string id, string field, string value, params string[] asked)
    {
        var form = Template(id);
        var acting = FormFiller.Fill(form, given: [.. new[] { ("minor", "yes"), (field, value) }.Distinct()]).Values;
        var oneself = FormFiller.Fill(form, given: [("minor", "no")]).Values;
        Assert.Subset(FormRules.Check(form, acting, Today).Shown.ToHashSet(), asked.ToHashSet());
        Assert.All(asked, key => Assert.DoesNotContain(key, FormRules.Check(form, oneself, Today).Shown));
    }

    private static bool IsOwn(FormField field, FormCheck check) =>
        field.ReuseWhen is not { } when || (check.Answers.Values.GetValueOrDefault(when.Field) ?? []).Any(when.AnyOf.Contains);

    private static IEnumerable<LocalText?> Texts(FormField field) =>
        [field.Label, field.Help, field.Example, field.Item, .. (field.Options ?? []).Select(option => option.Label), .. (field.Fields ?? []).SelectMany(Texts)];

    private static bool IsHangul(char letter) => letter is >= '가' and <= '힣';

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex InBrackets();

    private static FormTemplate Template(string id) =>
        SeedDocuments.Form(id).Deserialize(DocumentJson.Default.FormTemplate)!;
}
