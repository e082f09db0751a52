using QueueHub.Contracts.Forms;
using Simulator.Plan;

namespace QueueHub.UnitTests.Demo;

public class FormWriterTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    public static TheoryData<string> Forms => [.. DemoOffices.Forms.Select(form => form.Id)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Whatever_is_written_passes_the_form_s_own_rules(string id)
    {
        var form = DemoOffices.Forms.Single(form => form.Id == id);

        for (var seed = 0; seed < 300; seed++)
        {
            var answers = FormWriter.Write(form, Today, new Chance(seed, id));

            Assert.NotNull(answers);
            var check = FormRules.Check(form, answers.Values, Today);
            Assert.Empty(check.Errors);
            Assert.Equal(form.Version, answers.TemplateVersion);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Different_citizens_go_down_different_branches(string id)
    {
        var form = DemoOffices.Forms.Single(form => form.Id == id);
        var written = Enumerable.Range(0, 300).Select(seed => FormWriter.Write(form, Today, new Chance(seed, id))!).ToList();

        Assert.All(
            form.Fields.Where(field => field.Type == FieldType.Choice),
            field => Assert.True(written.Select(answers => answers.Values.GetValueOrDefault(field.Id)?[0]).Distinct().Count() > 1, field.Id));
    }

    [Fact]
    public void The_same_citizen_writes_the_same() => Assert.Equal(
        FormWriter.Write(DemoOffices.Forms[0], Today, new Chance(5, "x"))!.Values.Select(pair => $"{pair.Key}={string.Join(',', pair.Value)}"),
        FormWriter.Write(DemoOffices.Forms[0], Today, new Chance(5, "x"))!.Values.Select(pair => $"{pair.Key}={string.Join(',', pair.Value)}"));

    [Fact]
    public void A_form_that_nothing_satisfies_is_left_alone()
    {
        var impossible = new FormTemplate("impossible", 1, new("가", "a"), 0,
            [new FormStep("only", new("가", "a"), [new FormField("code", FieldType.Text, new("가", "a"), Required: true, Pattern: "^zzz[0-9]{9}$")])]);

        Assert.Null(FormWriter.Write(impossible, Today, new Chance(1)));
    }
}
