using QueueHub.Contracts;
using QueueHub.Contracts.Forms;

namespace QueueHub.UnitTests.Forms;

public class FormRulesTests
{
    private static readonly LocalText Label = new("이름", "Name");

    [Fact]
    public void A_filled_form_is_accepted_in_its_normal_form()
    {
        var check = SeedForm.Check(SeedForm.Household());

        Assert.Empty(check.Errors);
        Assert.Equal(["request", "household", "who", "applicant"], check.Steps.Select(step => step.Id));
        Assert.Equal(["1990-01-31"], check.Answers.Values["birthDate"]);
        Assert.Equal(["01012345678"], check.Answers.Values["phone"]);
    }

    [Fact]
    public void An_empty_form_asks_for_what_is_required_and_shown_only()
    {
        var check = SeedForm.Check([]);

        Assert.Equal(["document", "action", "purpose", "appliedBy", "name", "birthDate", "address", "phone", "privacy"], check.Errors.Select(error => error.Field));
        Assert.All(check.Errors, error => Assert.Equal("required", error.Code));
        Assert.Equal(["request", "who", "applicant"], check.Steps.Select(step => step.Id));
    }

    [Fact]
    public void Answers_to_a_step_that_is_no_longer_asked_are_dropped()
    {
        var answers = SeedForm.Household();
        answers["document"] = ["personal"];
        answers["personalAddresses"] = ["all"];

        var check = SeedForm.Check(answers);

        Assert.True(check.Ok);
        Assert.DoesNotContain("householdItems", check.Answers.Values.Keys);
        Assert.DoesNotContain("householdAddresses", check.Shown);
    }

    [Fact]
    public void A_field_whose_condition_stands_on_a_hidden_field_is_hidden_too()
    {
        var answers = SeedForm.Household();
        answers["action"] = ["view"];
        answers["copies"] = ["a hundred"];

        var check = SeedForm.Check(answers);

        Assert.True(check.Ok);
        Assert.DoesNotContain("copies", check.Answers.Values.Keys);
    }

    [Fact]
    public void Unknown_fields_are_ignored()
    {
        var answers = SeedForm.Household();
        answers["residentNumber"] = ["900131-1234567"];
        Assert.DoesNotContain("residentNumber", SeedForm.Check(answers).Answers.Values.Keys);
    }

    [Fact]
    public void The_order_and_repetition_of_choices_do_not_matter()
    {
        var answers = SeedForm.Household();
        answers["householdItems"] = ["relation", "members", "relation"];
        Assert.Equal(["members", "relation"], SeedForm.Check(answers).Answers.Values["householdItems"]);
    }

    [Theory]
    [InlineData("document", "both", "not_an_option")]
    [InlineData("householdItems", "secrets", "not_an_option")]
    [InlineData("copies", "0", "range")]
    [InlineData("copies", "21", "range")]
    [InlineData("copies", "1.5", "number")]
    [InlineData("copies", "99999999999999999999", "number")]
    [InlineData("copies", "하나", "number")]
    [InlineData("birthDate", "1990-02-30", "date")]
    [InlineData("birthDate", "900131", "date")]
    [InlineData("birthDate", "0001-01-01", "date")]
    [InlineData("birthDate", "20260303", "date_in_future")]
    [InlineData("phone", "전화 없음", "phone")]
    [InlineData("phone", "12", "phone")]
    [InlineData("name", "<b>홍길동</b>", "pattern")]
    [InlineData("name", " \u0000\u202E ", "required")]
    [InlineData("privacy", "no", "required")]
    [InlineData("privacy", "maybe", "not_an_option")]
    public void A_wrong_answer_is_named_at_its_field(string field, string answer, string code)
    {
        var answers = SeedForm.Household();
        answers[field] = [answer];

        var error = Assert.Single(SeedForm.Check(answers).Errors);

        Assert.Equal((field, code), (error.Field, error.Code));
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_with_its_limit()
    {
        var answers = SeedForm.Household();
        answers["name"] = [new string('가', 51)];
        var error = Assert.Single(SeedForm.Check(answers).Errors);
        Assert.Equal("too_long", error.Code);
        Assert.Equal("Please use at most 50 characters.", error.Sentence.En);
    }

    [Fact]
    public void Two_answers_to_a_single_field_are_an_error_and_not_a_guess()
    {
        var answers = SeedForm.Household();
        answers["name"] = ["홍길동", "임꺽정"];
        Assert.Equal("not_single", Assert.Single(SeedForm.Check(answers).Errors).Code);
    }

    [Theory]
    [InlineData("  홍 \t 길동\n", "홍 길동")]
    [InlineData("홍\u0007길\u202E동", "홍길동")]
    [InlineData("\u1112\u1169\u11BC", "홍")]
    [InlineData("홍\uD800길동", "홍길동")]
    public void A_name_is_composed_trimmed_and_freed_of_invisible_marks(string typed, string kept)
    {
        var answers = SeedForm.Household();
        answers["name"] = [typed];
        Assert.Equal([kept], SeedForm.Check(answers).Answers.Values["name"]);
    }

    [Theory]
    [InlineData("1990.1.31.", "1990-01-31")]
    [InlineData("1990년 1월 31일", "1990-01-31")]
    [InlineData("１９９００１３１", "1990-01-31")]
    [InlineData("2000/2/29", "2000-02-29")]
    public void A_date_is_read_in_the_ways_people_write_it(string typed, string kept)
    {
        var answers = SeedForm.Household();
        answers["birthDate"] = [typed];
        Assert.Equal([kept], SeedForm.Check(answers).Answers.Values["birthDate"]);
    }

    [Theory]
    [InlineData("０１０ １２３４ ５６７８", "01012345678")]
    [InlineData("(02) 2155-6000", "0221556000")]
    [InlineData("+82 10–1234–5678", "+821012345678")]
    public void A_phone_number_is_kept_as_digits(string typed, string kept)
    {
        var answers = SeedForm.Household();
        answers["phone"] = [typed];
        Assert.Equal([kept], SeedForm.Check(answers).Answers.Values["phone"]);
    }

    [Fact]
    public void Long_text_keeps_its_lines_but_not_its_blanks()
    {
        var field = new FormField("note", FieldType.LongText, Label);
        var check = FormRules.Check(One(field), new Dictionary<string, IReadOnlyList<string>> { ["note"] = ["  첫 줄  \r\n\r\n\r\n\r\n둘째   줄\r\n"] }, SeedForm.Today);
        Assert.Equal(["첫 줄\n\n둘째 줄"], check.Answers.Values["note"]);
    }

    [Fact]
    public void A_condition_on_a_later_or_unknown_field_hides_the_field_instead_of_failing()
    {
        var field = new FormField("note", FieldType.Text, Label, Required: true, ShownWhen: new ShownWhen("nowhere", ["x"]));
        Assert.True(FormRules.Check(One(field), null, SeedForm.Today).Ok);
    }

    [Fact]
    public void Sentences_are_grouped_by_field_in_the_readers_language()
    {
        var answers = SeedForm.Household();
        answers.Remove("name");
        Assert.Equal(["입력해 주세요."], SeedForm.Check(answers).Sentences("ko")["name"]);
        Assert.Equal(["Please fill this in."], SeedForm.Check(answers).Sentences("en")["name"]);
    }

    private static FormTemplate One(FormField field) => new("t", 1, Label, 1, [new FormStep("s", Label, [field])]);
}
