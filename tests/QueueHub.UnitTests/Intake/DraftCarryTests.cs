using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Intake.Forms;

namespace QueueHub.UnitTests.Intake;

/// <summary>A draft on a phone meets a form that has changed since.</summary>
public class DraftCarryTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly LocalText Label = new("이름", "Name");

    private static readonly FormField Name = new("name", FieldType.Text, Label, Required: true);
    private static readonly FormField Kind = new("kind", FieldType.Choice, Label, Options: [new("a", Label), new("b", Label)]);
    private static readonly FormField Agreed = new("agreed", FieldType.Consent, Label, Help: new("보관 1년", "kept a year"));

    private static readonly Dictionary<string, IReadOnlyList<string>> Draft = new()
    {
        ["name"] = [" 홍길동"],
        ["kind"] = ["a"],
        ["agreed"] = ["yes"],
        ["empty"] = [" "],
    };

    [Fact]
    public void What_is_asked_as_before_goes_on_as_it_was_typed()
    {
        var carried = DraftCarry.Of(Form(2, Name with { MaxLength = 5, Help = Label, Reuse = "name" }, Kind, Agreed), Form(1, Name, Kind, Agreed), Draft, Today);

        Assert.False(carried.Dropped);
        Assert.Equal(["agreed", "kind", "name"], carried.Answers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([" 홍길동"], carried.Answers["name"]);
    }

    [Fact]
    public void What_is_asked_otherwise_or_no_longer_right_stays_behind()
    {
        var other = new LocalText("성", "Surname");
        Assert.Equal(["agreed", "kind"], Left(Name with { Label = other }, Kind, Agreed));
        Assert.Equal(["agreed", "kind"], Left(Name with { Pattern = "^[a-z]+$" }, Kind, Agreed));
        Assert.Equal(["agreed", "name"], Left(Name, Kind with { Options = [new("b", Label), new("c", Label)] }, Agreed));
        Assert.Equal(["agreed", "name"], Left(Name, Kind with { Options = [new("a", other), new("b", Label)] }, Agreed));

        // Agreed to other words.
        Assert.Equal(["kind", "name"], Left(Name, Kind, Agreed with { Help = new("보관 5년", "kept five years") }));
    }

    [Fact]
    public void Of_a_form_that_has_changed_too_much_nothing_goes_on()
    {
        Assert.Empty(Left(Name, Kind with { Id = "sort" }, Agreed with { Id = "accepted" }));
        Assert.True(DraftCarry.Of(Form(2, Name), Form(1, Name, Kind, Agreed), Draft, Today).Dropped);

        // Of a version that nobody knows it cannot be said what was asked.
        Assert.True(DraftCarry.Of(Form(2, Name, Kind, Agreed), null, Draft, Today).Dropped);
    }

    private static IEnumerable<string> Left(params FormField[] fields) =>
        DraftCarry.Of(Form(2, fields), Form(1, Name, Kind, Agreed), Draft, Today).Answers.Keys.Order(StringComparer.Ordinal);

    private static FormTemplate Form(int version, params FormField[] fields) => new("form", version, Label, 1, [new("one", Label, fields)]);
}
