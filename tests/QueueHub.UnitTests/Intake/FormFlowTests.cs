using CsCheck;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Intake.Forms;
using QueueHub.UnitTests.Forms;

namespace QueueHub.UnitTests.Intake;

public class FormFlowTests
{
    private static readonly FormTemplate Form = SeedForm.Template;
    private static readonly LocalText Text = new("글", "Text");

    [Fact]
    public void An_empty_form_opens_at_its_first_step_without_complaints()
    {
        var view = FormFlow.Open(Form, new Dictionary<string, IReadOnlyList<string>>(), SeedForm.Today);
        Assert.Equal("request", view.Name);
        Assert.Empty(view.Errors);
        Assert.Equal((1, 6), (view.Position, view.Count));
    }

    [Fact]
    public void A_filled_form_opens_at_the_review() => Assert.Equal(FormFlow.Review, FormFlow.Open(Form, SeedForm.Household(), SeedForm.Today).Name);

    [Theory]
    [InlineData("request", "household")]
    [InlineData("household", "who")]
    [InlineData("who", "applicant")]
    [InlineData("applicant", FormFlow.Review)]
    public void Each_step_leads_to_the_next_one_that_is_asked(string from, string to) =>
        Assert.Equal(to, Move(SeedForm.Household(), from, FormMove.Next).Name);

    [Theory]
    [InlineData("request", "request")]
    [InlineData("household", "request")]
    [InlineData("who", "household")]
    [InlineData("applicant", "who")]
    [InlineData(FormFlow.Review, "applicant")]
    public void Back_leads_to_the_step_before(string from, string to) => Assert.Equal(to, Move(SeedForm.Household(), from, FormMove.Back).Name);

    [Fact]
    public void Going_back_asks_for_nothing()
    {
        var view = Move(new() { ["document"] = ["household"] }, "household", FormMove.Back);
        Assert.Equal("request", view.Name);
        Assert.Empty(view.Errors);
    }

    [Fact]
    public void A_wrong_step_stays_with_its_own_errors_only_and_what_was_typed()
    {
        var answers = SeedForm.Household();
        answers["copies"] = ["lots"];
        answers.Remove("name");

        var view = Move(answers, "request", FormMove.Next);

        Assert.Equal("request", view.Name);
        Assert.Equal(["copies"], view.Errors.Select(error => error.Field));
        Assert.Equal(["lots"], view.Answer("copies"));
    }

    [Fact]
    public void A_field_that_appears_because_of_an_answer_is_asked_before_it_is_missed()
    {
        var answers = SeedForm.Household();
        answers["purpose"] = ["other"];
        var first = Move(answers, "request", FormMove.Next);
        Assert.Equal("request", first.Name);
        Assert.True(first.Appeared);
        Assert.Empty(first.Errors);
        Assert.Contains("purposeOther", first.Check.Shown);

        var second = Move(answers, "request", FormMove.Next, asked: ["copies", "purposeOther"]);
        Assert.Equal(["purposeOther"], second.Errors.Select(error => error.Field));
    }

    [Fact]
    public void An_optional_field_that_appears_is_offered_before_the_form_goes_on()
    {
        var form = new FormTemplate("t", 1, Text, 1,
        [
            new("one", Text, [new("use", FieldType.YesNo, Text, Required: true), new("note", FieldType.Text, Text, ShownWhen: new("use", ["yes"]))]),
            new("two", Text, [new("name", FieldType.Text, Text)]),
        ]);
        var post = Post(new() { ["use"] = ["yes"] }, "one", FormMove.Next);

        var first = FormFlow.Move(form, post, SeedForm.Today);
        Assert.Equal(("one", true), (first.Name, first.Appeared));
        Assert.Equal("two", FormFlow.Move(form, post with { Asked = new HashSet<string> { "note" } }, SeedForm.Today).Name);
    }

    [Fact]
    public void An_entry_is_added_and_removed_on_the_same_page_without_complaints()
    {
        var added = Group(FormMove.Add, "members", ("members.0.name", "김"));
        Assert.Equal(("one", "members.1.name"), (added.Name, added.Focus));
        Assert.Equal([""], added.Answer("members.1.name"));
        Assert.Empty(added.Errors);

        var removed = Group(FormMove.Remove, "members:0", ("members.0.name", "김"), ("members.1.name", "이"));
        Assert.Equal(("members", 0), (removed.Focus, removed.Removed));
        Assert.Equal(["이"], removed.Answer("members.0.name"));
        Assert.Empty(removed.Answer("members.1.name"));
        Assert.Empty(removed.Errors);
    }

    [Theory]
    [InlineData(FormMove.Add, "nothing")]
    [InlineData(FormMove.Add, null)]
    [InlineData(FormMove.Remove, "members:7")]
    [InlineData(FormMove.Remove, "members:-1")]
    [InlineData(FormMove.Remove, "members:0:0")]
    [InlineData(FormMove.Remove, "members")]
    [InlineData(FormMove.Remove, "other:0")]
    public void A_strange_entry_changes_nothing(FormMove move, string? target)
    {
        var view = Group(move, target, ("members.0.name", "김"));
        Assert.Equal(("one", (string?)null), (view.Name, view.Focus));
        Assert.Equal(["members.0.name"], view.Answers.Keys);
    }

    [Fact]
    public void A_group_that_appears_is_asked_before_it_is_missed()
    {
        Assert.True(Group(FormMove.Next, null, ("more", "yes")).Appeared);
        Assert.Empty(Group(FormMove.Next, null, ("more", "yes")).Errors);
        Assert.Equal(["members.0.name"], Group(FormMove.Next, null, ("more", "yes"), ("members.0.name", "")).Errors.Select(error => error.Field));
    }

    private static FormView Group(FormMove move, string? target, params (string Key, string Value)[] answers)
    {
        var form = new FormTemplate("t", 1, Text, 1,
        [
            new("one", Text,
            [
                new("more", FieldType.YesNo, Text),
                new("members", FieldType.Group, Text, Min: 1, Max: 3, Item: Text, Fields: [new("name", FieldType.Text, Text, Required: true)], ShownWhen: new("more", ["yes"])),
            ]),
        ]);
        var asked = answers.Any(answer => answer.Key.StartsWith("members.", StringComparison.Ordinal)) ? new HashSet<string> { "members" } : [];
        var raw = answers.ToDictionary(answer => answer.Key, answer => (IReadOnlyList<string>)[answer.Value]);
        return FormFlow.Move(form, Post(raw, "one", move) with { Target = target, Asked = asked }, SeedForm.Today);
    }

    [Fact]
    public void Submitting_a_complete_form_submits_it() => Assert.True(Move(SeedForm.Household(), FormFlow.Review, FormMove.Submit).Submit);

    [Fact]
    public void Submitting_an_incomplete_form_leads_to_the_first_step_that_lacks_something()
    {
        var answers = SeedForm.Household();
        answers.Remove("householdAddresses");
        var view = Move(answers, FormFlow.Review, FormMove.Submit);
        Assert.False(view.Submit);
        Assert.Equal("household", view.Name);
        Assert.Equal(["householdAddresses"], view.Errors.Select(error => error.Field));
    }

    [Fact]
    public void A_step_opened_from_the_review_leads_back_to_it()
    {
        var opened = FormFlow.Move(Form, Post(SeedForm.Household(), FormFlow.Review, FormMove.To) with { Target = "request" }, SeedForm.Today);
        Assert.Equal(("request", true), (opened.Name, opened.Returning));

        var changed = FormFlow.Move(Form, Post(SeedForm.Household(), "request", FormMove.Next) with { Returning = true }, SeedForm.Today);
        Assert.Equal(FormFlow.Review, changed.Name);
    }

    [Fact]
    public void A_change_that_opens_another_step_leads_there_and_not_to_the_review()
    {
        var answers = SeedForm.Household();
        answers["document"] = ["personal"];
        var view = FormFlow.Move(Form, Post(answers, "request", FormMove.Next) with { Returning = true }, SeedForm.Today);
        Assert.Equal("personal", view.Name);
        Assert.Empty(view.Errors);
    }

    [Fact]
    public void The_other_pages_answers_travel_with_the_page_also_those_of_a_step_that_is_hidden_now()
    {
        var answers = SeedForm.Household();
        answers["document"] = ["personal"];
        var carried = Move(answers, "request", FormMove.Stay).Carried.ToList();
        Assert.Contains(("householdItems", "members"), carried);
        Assert.Contains(("householdItems", "relation"), carried);
        Assert.DoesNotContain(carried, pair => pair.Key == "document");
    }

    [Fact]
    public void Changing_the_language_complains_about_nothing()
    {
        var view = Move([], "request", FormMove.Stay);
        Assert.Equal("request", view.Name);
        Assert.Empty(view.Errors);
    }

    [Fact]
    public void Whatever_is_sent_leads_to_a_page_of_the_form()
    {
        var text = Gen.OneOf(Gen.OneOf([.. Form.Steps.Select(step => step.Id), FormFlow.Review, "nowhere", ""]), Gen.String[0, 20]);
        var answers = Gen.Select(Gen.OneOf([.. Form.Fields.Select(field => field.Id)]), Gen.OneOf(text, Gen.OneOf("household", "personal", "issue", "other", "recent")))
            .Array[0, 12].Select(pairs => pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => (IReadOnlyList<string>)[pair.Item2]));
        Gen.Select(answers, text, text, Gen.Enum<FormMove>(), Gen.Bool).Sample((given, step, target, move, returning) =>
        {
            var view = FormFlow.Move(Form, new FormPost(given, new HashSet<string>(), step, move, target, returning), SeedForm.Today);
            Assert.True(view.Step is null || view.Check.Steps.Contains(view.Step));
            Assert.InRange(view.Position, 1, view.Count);
            Assert.True(!view.Submit || view.Check.Ok);
            Assert.Subset(view.Check.Errors.ToHashSet(), view.Errors.ToHashSet());
        });
    }

    private static FormView Move(Dictionary<string, IReadOnlyList<string>> answers, string step, FormMove move, params string[] asked) =>
        FormFlow.Move(Form, Post(answers, step, move) with { Asked = asked.ToHashSet() }, SeedForm.Today);

    private static FormPost Post(Dictionary<string, IReadOnlyList<string>> answers, string step, FormMove move) =>
        new(answers, new HashSet<string>(), step, move);
}
