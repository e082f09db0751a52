using CsCheck;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Intake.Forms;
using QueueHub.Tickets;

namespace QueueHub.UnitTests.Intake;

/// <summary>A page of a form meets what another phone has written since the page was made.</summary>
public class DraftMergeTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly LocalText Label = new("이름", "Name");

    private static readonly FormTemplate Form = new("form", 1, Label, 1,
    [
        new("one", Label, [new("name", FieldType.Text, Label, Required: true), new("day", FieldType.Date, Label)]),
        new("two", Label, [new("phone", FieldType.Phone, Label), new("more", FieldType.Text, Label, ShownWhen: new("name", ["special"]))]),
    ]);

    [Fact]
    public void What_nobody_else_has_touched_is_written_in_its_normal_form()
    {
        var merge = Merge(Page(("name", " 홍길동 "), ("phone", "010-1234-5678")), Stored(("name", 2, "김")), Seen("name:2"));

        Assert.Equal([("name", 2, "홍길동"), ("phone", 0, "01012345678")], merge.Changes.Select(change => (change.Field, change.Revision, change.Values!.Single())));
        Assert.Empty(merge.Conflicts);
        Assert.Empty(merge.TakenOver);
    }

    [Fact]
    public void What_is_there_already_is_no_change_whoever_wrote_it_and_whenever() =>
        Assert.Equal((0, 0, 0), Counts(Merge(Page(("name", "홍길동"), ("day", "19900131")), Stored(("name", 7, "홍길동"), ("day", 1, "1990-01-31")), Seen(""))));

    [Fact]
    public void An_answer_of_this_page_that_was_changed_elsewhere_stays_and_both_are_shown()
    {
        var merge = Merge(Page(("name", "홍길동")), Stored(("name", 3, "성춘향")), Seen("name:2"));

        var conflict = Assert.Single(merge.Conflicts);
        Assert.Equal(("name", "성춘향"), (conflict.Leaf.Key, conflict.Theirs.Single()));
        Assert.Equal(["홍길동"], merge.Answers["name"]);
        Assert.Empty(merge.Changes);
    }

    [Fact]
    public void An_answer_that_the_page_only_carries_gives_way_to_the_newer_one()
    {
        var merge = Merge(Page(("name", "홍길동"), ("phone", "01011112222")), Stored(("name", 1, "홍길동"), ("phone", 4, "01099998888")), Seen("name:1,phone:3"));

        Assert.Equal(["01099998888"], merge.Answers["phone"]);
        Assert.Equal(["phone"], merge.TakenOver);
        Assert.Empty(merge.Conflicts);
    }

    [Fact]
    public void What_is_kept_under_a_lower_revision_than_the_page_has_seen_was_lost_and_is_written_again()
    {
        var merge = Merge(Page(("name", "홍길동"), ("phone", "01011112222")), Stored(("name", 2, "홍")), Seen("name:3,phone:1,more:2"));

        Assert.Equal(
            [("name", 3, "홍길동", true), ("phone", 1, "01011112222", true)],
            merge.Changes.Select(change => (change.Field, change.Revision, change.Values!.Single(), change.Again)));
        Assert.Empty(merge.Conflicts);
        Assert.Empty(merge.TakenOver);
    }

    [Fact]
    public void In_a_draft_that_a_phone_has_kept_every_answer_is_its_persons_own() =>
        Assert.Equal("phone", Assert.Single(Merge(Page(("phone", "01011112222")), Stored(("phone", 4, "01099998888")), Seen("phone:3"), whole: true).Conflicts).Leaf.Key);

    [Fact]
    public void An_emptied_answer_is_removed_and_one_that_was_not_asked_is_left_alone()
    {
        var merge = Merge(Page(), Stored(("name", 1, "홍길동"), ("phone", 1, "01012345678"), ("more", 1, "x")), Seen("name:1,phone:1,more:1"));

        var change = Assert.Single(merge.Changes);
        Assert.Equal(("name", 1, 0), (change.Field, change.Revision, change.Values!.Count));
        Assert.Equal(["x"], merge.Answers["more"]);
        Assert.Empty(merge.TakenOver);
    }

    [Fact]
    public void A_wrong_answer_is_not_kept_and_stays_on_the_page()
    {
        var merge = Merge(Page(("name", "홍길동"), ("day", "내일")), Stored(("name", 1, "홍길동")), Seen("name:1"));

        Assert.Equal((0, 0, 0), Counts(merge));
        Assert.Equal(["내일"], merge.Answers["day"]);
    }

    [Fact]
    public void Revisions_come_back_as_they_were_written() => Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 8], Gen.Int[0, 1000]).Sample(seen =>
        Assert.Equal(seen.OrderBy(field => field.Key), SeenRevisions.Read(SeenRevisions.Write(seen)).OrderBy(field => field.Key)));

    [Fact]
    public void Whatever_a_page_sends_as_revisions_can_be_read() => Gen.String.Sample(text => SeenRevisions.Read(text).Count >= 0);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(",:,name,name:,name:-1,:1,name:99999999999,name: 1")]
    public void What_cannot_be_read_was_not_seen(string? text) => Assert.Empty(SeenRevisions.Read(text));

    private static DraftMerge Merge(Dictionary<string, IReadOnlyList<string>> answers, StoredForm stored, IReadOnlyDictionary<string, int> seen, bool whole = false)
    {
        var view = new FormView(Form, answers, FormRules.Check(Form, answers, Today), Form.Steps[0]);
        var sent = Form.Steps[0].Leaves.Select(leaf => leaf.Key).ToHashSet();
        return DraftMerge.Of(view, stored, seen, leaf => whole || sent.Contains(leaf.Key), Today);
    }

    private static (int Changes, int Conflicts, int TakenOver) Counts(DraftMerge merge) => (merge.Changes.Count, merge.Conflicts.Count, merge.TakenOver.Count);

    private static Dictionary<string, IReadOnlyList<string>> Page(params (string Key, string Value)[] answers) =>
        answers.ToDictionary(answer => answer.Key, answer => (IReadOnlyList<string>)[answer.Value]);

    private static StoredForm Stored(params (string Key, int Revision, string Value)[] fields) =>
        new("form", 1, fields.ToDictionary(field => field.Key, field => new StoredField(field.Revision, [field.Value])));

    private static IReadOnlyDictionary<string, int> Seen(string text) => SeenRevisions.Read(text);
}
