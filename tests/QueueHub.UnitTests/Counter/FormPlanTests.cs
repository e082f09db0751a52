using CounterClient;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.UnitTests.Forms;

namespace QueueHub.UnitTests.Counter;

/// <summary>What the desk does with a form besides reading it.</summary>
public class FormPlanTests
{
    private static readonly LocalText Text = new("글", "Text");

    private static readonly FormField Members = new(
        "members", FieldType.Group, new("세대원", "Members"), Min: 0, Max: 3, Item: new("세대원", "Member"), Fields:
        [
            new("name", FieldType.Text, new("이름", "Name"), Required: true),
            new("born", FieldType.Date, new("생년월일", "Date of birth")),
        ]);

    private static readonly FormTemplate Household = new("t", 1, Text, 1, [new("one", Text, [Members])]);

    [Fact]
    public void The_next_missing_answer_is_found_in_the_order_of_the_form_and_from_its_beginning_again()
    {
        var view = SampleForm.View() with { Missing = ["name", "kind"] };

        Assert.Equal("kind", FormPlan.NextMissing(view, null));
        Assert.Equal("name", FormPlan.NextMissing(view, "kind"));
        Assert.Equal("kind", FormPlan.NextMissing(view, "name"));
        Assert.Null(FormPlan.NextMissing(view with { Missing = ["name"] }, "name"));
    }

    [Fact]
    public void An_added_entry_is_there_before_anything_is_written_in_it_and_no_more_than_the_group_may_have()
    {
        var view = View(("members.0.name", "김철수"));

        Assert.Equal(2, FormGroup.Count(Members, FormPlan.WithEntries(view, new Dictionary<string, int> { ["members"] = 2 })));
        Assert.Equal(3, FormGroup.Count(Members, FormPlan.WithEntries(view, new Dictionary<string, int> { ["members"] = 9 })));
        var sheet = FormSheet.Of(Household, FormPlan.WithEntries(view, new Dictionary<string, int> { ["members"] = 2 }), "ko", toWrite: true);
        Assert.Equal([("세대원 1", 0), ("세대원 2", 1)], sheet.Steps[0].Rows[0].Entries!.Select(entry => (entry.Title, entry.Index)));
    }

    [Fact]
    public void Taking_an_entry_out_moves_the_others_up_upon_the_revisions_that_were_seen()
    {
        var view = View(("members.0.name", "김"), ("members.0.born", "2000-01-01"), ("members.1.name", "이")) with
        {
            Revisions = new Dictionary<string, int> { ["members.0.name"] = 3, ["members.0.born"] = 1, ["members.1.name"] = 2 },
        };

        Assert.Equal(
            [("members.0.name", 3, "이"), ("members.0.born", 1, ""), ("members.1.name", 2, "")],
            FormPlan.WithoutEntry(view, Members, 0).Select(change => (change.Field, change.Revision, string.Concat(change.Values!))));
        Assert.Equal(["members.1.name"], FormPlan.WithoutEntry(view, Members, 1).Select(change => change.Field));
    }

    [Fact]
    public void A_date_is_copied_in_digits_a_choice_in_words_and_a_section_as_rows()
    {
        var view = SampleForm.View(("name", ["홍길동"]), ("birth", ["1990-01-31"]), ("kind", ["full"]), ("parts", ["a", "b"]));
        var sheet = FormSheet.Of(view.Template, view.Answers.Values, "ko");

        Assert.Equal("1990-01-31", CopyText.Of(view.Template.Leaf("birth")!.Field, ["1990-01-31"], "ko"));
        Assert.Equal("가, 나", CopyText.Of(view.Template.Leaf("parts")!.Field, ["a", "b"], "ko"));
        Assert.Equal("이름\t홍길동\n생년월일\t1990-01-31", CopyText.Of(view.Template, sheet.Steps[1], view.Answers.Values, "ko"));
    }

    [Fact]
    public void A_row_is_idle_only_while_nobody_has_to_look_at_it()
    {
        var view = SampleForm.View(("kind", ["full"])) with { Missing = ["name"] };
        var rows = FormSheet.Of(view.Template, view.Answers.Values, "ko").Steps.SelectMany(step => step.Rows);

        Assert.Equal(["parts", "copies", "birth", "agent", "consent"], rows.Where(row => FormPlan.IsIdle(row, view)).Select(row => row.Key));
    }

    private static SubmissionView View(params (string Field, string Value)[] answers) => new(
        Household, new FormAnswers("t", 1, answers.ToDictionary(answer => answer.Field, answer => (IReadOnlyList<string>)[answer.Value])));
}
