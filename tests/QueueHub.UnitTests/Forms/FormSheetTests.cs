using QueueHub.Contracts;
using QueueHub.Contracts.Forms;

namespace QueueHub.UnitTests.Forms;

public class FormSheetTests
{
    [Fact]
    public void Answers_stand_in_words_of_the_clerks_language()
    {
        var view = SampleForm.View(
            ("kind", ["full"]), ("parts", ["a", "b"]), ("copies", ["2"]), ("name", ["김철수"]), ("birth", ["1990-01-31"]), ("agent", ["no"]), ("consent", ["yes"]));

        Assert.Equal(["등본", "가 나", "2", "김철수", "1990년 1월 31일", "아니요", "동의함"], Values(FormSheet.Of(view.Template, view.Answers.Values, "ko")));
        Assert.Equal(["Full copy", "A B", "2", "김철수", "31 January 1990", "No", "Agreed"], Values(FormSheet.Of(view.Template, view.Answers.Values, "en")));
    }

    [Fact]
    public void Steps_and_fields_that_the_answers_hide_are_not_shown()
    {
        var sheet = Sheet(("kind", ["part"]), ("copies", ["2"]), ("agent", ["no"]), ("agentName", ["박"]));

        Assert.Equal(["내용", "신청인"], sheet.Steps.Select(step => step.Title));
        Assert.DoesNotContain(sheet.Steps.SelectMany(step => step.Rows), row => row.Key is "copies" or "agentName");
    }

    [Fact]
    public void A_step_opens_by_an_answer_given_before_it()
    {
        var sheet = Sheet(("agent", ["yes"]), ("agentName", ["박영희"]));

        Assert.Equal(["박영희"], sheet.Steps[^1].Rows.Single().Values);
    }

    [Fact]
    public void A_field_left_empty_is_shown_as_empty()
    {
        var sheet = Sheet(("name", [" "]));

        Assert.All(sheet.Steps.SelectMany(step => step.Rows), row => Assert.Empty(row.Values));
    }

    [Fact]
    public void What_the_template_cannot_name_is_shown_as_it_was_written()
    {
        var sheet = Sheet(("kind", ["other"]), ("birth", ["31 January"]), ("stranger", ["x"]));

        Assert.Equal(["other", "31 January"], Values(sheet));
    }

    [Fact]
    public void The_entries_of_a_group_stand_one_below_the_other_without_the_empty_ones()
    {
        var form = new FormTemplate("t", 1, Text("신청서", "Form"), 1, [new FormStep("s", Text("단계", "Step"),
        [
            new FormField("members", FieldType.Group, Text("세대원", "Members"), Max: 4, Item: Text("세대원", "Member"), Fields:
            [
                new FormField("name", FieldType.Text, Text("이름", "Name"), Required: true),
                new FormField("child", FieldType.YesNo, Text("자녀", "Child")),
                new FormField("school", FieldType.Text, Text("학교", "School"), ShownWhen: new("child", ["yes"])),
            ]),
        ])]);
        var answers = new Dictionary<string, IReadOnlyList<string>>
        {
            ["members.0.name"] = ["김"],
            ["members.0.child"] = ["no"],
            ["members.0.school"] = ["x"],
            ["members.1.name"] = [""],
            ["members.2.name"] = ["이"],
            ["members.2.child"] = ["yes"],
        };

        var row = Assert.Single(Assert.Single(FormSheet.Of(form, answers, "en").Steps).Rows);

        Assert.Equal(["Member 1: Name 김, Child No", "Member 2: Name 이, Child Yes, School "], row.Entries!.Select(entry =>
            $"{entry.Title}: {string.Join(", ", entry.Rows.Select(inner => $"{inner.Label} {string.Join(' ', inner.Values)}"))}"));
        Assert.Equal("members.2.school", row.Entries![1].Rows[2].Key);
    }

    private static LocalText Text(string ko, string en) => new(ko, en);

    private static FormSheet Sheet(params (string Field, string[] Values)[] answers) =>
        FormSheet.Of(SampleForm.View().Template, SampleForm.View(answers).Answers.Values, "ko");

    private static List<string> Values(FormSheet sheet) =>
        [.. sheet.Steps.SelectMany(step => step.Rows).Where(row => row.Values.Count > 0).Select(row => string.Join(' ', row.Values))];
}
