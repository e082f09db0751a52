using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;

namespace QueueHub.UnitTests.Forms;

/// <summary>A citizen at the counter answers what the clerk asks for.</summary>
public class CorrectionTests
{
    private static readonly LocalText Text = new("글", "Text");
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly FormTemplate Form = new("t", 1, Text, 1,
    [
        new("one", Text,
        [
            new FormField("name", FieldType.Text, Text, Required: true, MaxLength: 5),
            new FormField("way", FieldType.Choice, Text, Required: true, Options: [new("post", Text), new("desk", Text)]),
            new FormField("address", FieldType.Address, Text, Required: true, ShownWhen: new("way", ["post"])),
            new FormField("parts", FieldType.Choices, Text, Options: [new("a", Text), new("b", Text)]),
            new FormField("phone", FieldType.Phone, Text, Required: true),
        ]),
    ]);

    [Fact]
    public void Only_the_fields_that_were_asked_for_are_taken()
    {
        var correction = Of(["name"], Kept(("name", "홍길동"), ("way", "desk")), ("name", " 성춘향 "), ("way", "post"), ("phone", "01012345678"));

        Assert.Equal(["name"], correction.Asked.Select(leaf => leaf.Key));
        var change = Assert.Single(correction.Changes);
        Assert.Equal(("name", "성춘향"), (change.Leaf.Key, Assert.Single(change.Values)));
        Assert.Equal(["desk"], correction.Check.Answers.Values["way"]);
    }

    [Fact]
    public void What_is_missing_elsewhere_on_an_unfinished_form_does_not_stop_the_answer()
    {
        Assert.Empty(Of(["name"], Kept(), ("name", "홍길동")).Errors);

        var wrong = Of(["name", "phone"], Kept(), ("name", "여섯 글자가 넘는 이름"), ("phone", ""));
        Assert.Equal([("name", "too_long"), ("phone", "required")], wrong.Errors.Select(error => (error.Field, error.Code)));
    }

    [Fact]
    public void An_answer_that_opens_another_field_leaves_that_one_to_the_clerk()
    {
        var correction = Of(["way"], Kept(("name", "홍길동"), ("way", "desk"), ("phone", "01012345678")), ("way", "post"));

        Assert.Empty(correction.Errors);
        Assert.Equal(["way"], correction.Changes.Select(change => change.Leaf.Key));
    }

    [Fact]
    public void A_field_that_another_answer_hides_is_not_asked()
    {
        Assert.Equal(["name"], Of(["name", "address"], Kept(("way", "desk"))).Asked.Select(leaf => leaf.Key));
        Assert.Equal(["name", "address"], Of(["name", "address", "nothing"], Kept(("way", "post"))).Asked.Select(leaf => leaf.Key));
    }

    [Fact]
    public void Boxes_that_were_unticked_are_removed_and_a_page_that_was_only_opened_changes_nothing()
    {
        var kept = Kept(("parts", "a"), ("name", "홍길동"));

        Assert.Empty(Assert.Single(Of(["parts"], kept, ("name", "x")).Changes).Values);
        Assert.Empty(Of(["parts"], kept).Changes);
    }

    private static Correction Of(IReadOnlyList<string> asked, StoredForm kept, params (string Field, string Value)[] sent) => Correction.Of(
        Form, asked, kept, sent.Length == 0 ? null : sent.ToDictionary(answer => answer.Field, answer => (IReadOnlyList<string>)[answer.Value]), Today);

    private static StoredForm Kept(params (string Field, string Value)[] answers) =>
        new("t", 1, answers.ToDictionary(answer => answer.Field, answer => new StoredField(1, [answer.Value])));
}
