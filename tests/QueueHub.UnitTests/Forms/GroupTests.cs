using QueueHub.Contracts;
using QueueHub.Contracts.Forms;

namespace QueueHub.UnitTests.Forms;

/// <summary>The repeated group: entries of the same fields.</summary>
public class GroupTests
{
    private static readonly LocalText Text = new("글", "Text");

    private static readonly FormField Members = new(
        "members", FieldType.Group, new("세대원", "Members"), Min: 1, Max: 3, Item: new("세대원", "Member"), Fields:
        [
            new("name", FieldType.Text, new("이름", "Name"), Required: true, MaxLength: 20),
            new("relation", FieldType.Choice, Text, Required: true, Options: [new("spouse", Text), new("other", Text)]),
            new("which", FieldType.Text, Text, Required: true, ShownWhen: new("relation", ["other"])),
            new("school", FieldType.Text, Text, ShownWhen: new("children", ["yes"])),
        ]);

    private static readonly FormTemplate Form = new("t", 1, Text, 1,
    [
        new("one", Text, [new FormField("children", FieldType.YesNo, Text), Members]),
    ]);

    [Fact]
    public void Empty_entries_are_dropped_and_the_others_move_up()
    {
        var check = Check(("members.0.name", ""), ("members.1.name", " 김철수 "), ("members.1.relation", "spouse"), ("members.2.name", "  "));

        Assert.True(check.Ok);
        Assert.Equal(["members.0.name", "members.0.relation"], check.Answers.Values.Keys);
        Assert.Equal(["김철수"], check.Answers.Values["members.0.name"]);
    }

    [Fact]
    public void What_is_wrong_is_named_at_the_key_that_was_sent()
    {
        var check = Check(("members.0.name", ""), ("members.2.name", new string('가', 21)), ("members.2.relation", "spouse"));
        Assert.Equal(("members.2.name", "too_long"), (Assert.Single(check.Errors).Field, check.Errors[0].Code));
    }

    [Fact]
    public void The_least_number_of_entries_is_asked_for_at_the_first_empty_one()
    {
        Assert.Equal(["members.0.name", "members.0.relation"], Check().Errors.Select(error => error.Field));
        Assert.Equal(["members.0.relation"], Check(("members.0.name", "김")).Errors.Select(error => error.Field));
        Assert.Empty(Check(("members.1.name", "김"), ("members.1.relation", "spouse")).Errors);
    }

    [Fact]
    public void A_condition_sees_its_own_entry_before_the_rest_of_the_form()
    {
        var check = Check(
            ("members.0.name", "김"), ("members.0.relation", "other"),
            ("members.1.name", "이"), ("members.1.relation", "spouse"), ("members.1.which", "x"), ("members.1.school", "서초초"));
        Assert.Equal(["members.0.which"], check.Errors.Select(error => error.Field));
        Assert.DoesNotContain("members.1.which", check.Answers.Values.Keys);
        Assert.DoesNotContain("members.1.school", check.Answers.Values.Keys);

        var children = Check(("children", "yes"), ("members.0.name", "이"), ("members.0.relation", "spouse"), ("members.0.school", "서초초"));
        Assert.True(children.Ok);
        Assert.Equal(["서초초"], children.Answers.Values["members.0.school"]);
    }

    [Theory]
    [InlineData("members.3.name", "too_many")]
    [InlineData("members.999999.name", "too_many")]
    [InlineData("members.99999999999999.name", null)]
    [InlineData("members.-1.name", null)]
    [InlineData("members.01.name", null)]
    [InlineData("members.1 .name", null)]
    [InlineData("members.1.name.x", null)]
    [InlineData("members.1.members.0.name", null)]
    [InlineData("members.1.nothing", null)]
    [InlineData("members", null)]
    public void A_key_that_no_entry_has_is_refused_or_ignored(string key, string? code)
    {
        var check = Check(("members.0.name", "김"), ("members.0.relation", "spouse"), (key, "x"));
        Assert.Equal(code, check.Errors.SingleOrDefault()?.Code);
        Assert.Equal(["members.0.name", "members.0.relation"], check.Answers.Values.Keys);
    }

    [Fact]
    public void A_hundred_thousand_strange_keys_show_nothing_more()
    {
        var answers = Enumerable.Range(0, 100_000).ToDictionary(index => $"members.{index}.name.{index}", IReadOnlyList<string> (_) => ["x"]);
        Assert.Equal(Check().Shown, FormRules.Check(Form, answers, SeedForm.Today).Shown);
    }

    [Fact]
    public void An_entry_is_added_behind_the_last_and_a_removed_one_leaves_no_gap()
    {
        var one = Raw(("members.0.name", "김"), ("members.0.relation", "spouse"));
        var two = FormGroup.Add(Members, one);
        Assert.Equal((1, 2), (FormGroup.Count(Members, one), FormGroup.Count(Members, two)));
        var three = FormGroup.Add(Members, two);
        Assert.Same(three, FormGroup.Add(Members, three));
        Assert.Equal(1, FormGroup.Count(Members, new Dictionary<string, IReadOnlyList<string>> { ["members.2.name"] = [] }));

        var left = FormGroup.Remove(Members, 0, Raw(("members.0.name", "김"), ("members.1.name", "이"), ("members.2.relation", "spouse")));
        Assert.Equal([("members.0.name", "이"), ("members.1.relation", "spouse")], left.Select(pair => (pair.Key, pair.Value[0])).Order());
    }

    [Fact]
    public void A_leaf_is_called_by_its_entry_and_its_label()
    {
        Assert.Equal("세대원 2 – 이름", Form.Leaf("members.1.name")!.Label.Ko);
        Assert.Equal("Member 2 – Name", Form.Leaf("members.1.name")!.Label.En);
        Assert.Null(Form.Leaf("members.3.name"));
    }

    private static FormCheck Check(params (string Key, string Value)[] answers) => FormRules.Check(Form, Raw(answers), SeedForm.Today);

    private static Dictionary<string, IReadOnlyList<string>> Raw(params (string Key, string Value)[] answers) =>
        answers.ToDictionary(answer => answer.Key, answer => (IReadOnlyList<string>)[answer.Value]);
}
