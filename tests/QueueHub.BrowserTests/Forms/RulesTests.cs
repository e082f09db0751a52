using System.Text.Json;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;

namespace QueueHub.BrowserTests.Forms;

/// <summary>The phone's rules are the server's: the same answers, through both.</summary>
public class RulesTests(EngineFixture engines, ChromiumFixture chromium)
{
    private static readonly LocalText Text = new("글", "Text");
    private static readonly DateOnly Today = new(2026, 3, 2);
    private const string Name = @"^[\p{L}\p{M}][\p{L}\p{M} .,'’\-]*$";

    private static readonly FormField[] Fields =
    [
        new("text", FieldType.Text, Text),
        new("name", FieldType.Text, Text, Required: true, MaxLength: 10, Pattern: Name),
        new("roman", FieldType.Text, Text, Pattern: @"^[A-Za-z][A-Za-z \-]*$"),
        new("hangul", FieldType.Text, Text, Required: true, Pattern: "^[가-힣][가-힣 ]*$"),
        new("note", FieldType.LongText, Text, Required: true, MaxLength: 12),
        new("address", FieldType.Address, Text, MaxLength: 15),
        new("number", FieldType.Number, Text),
        new("copies", FieldType.Number, Text, Required: true, Min: 1, Max: 20),
        new("floor", FieldType.Number, Text, Min: -3),
        new("date", FieldType.Date, Text),
        new("birth", FieldType.Date, Text, Required: true, Autocomplete: "section-child bday"),
        new("phone", FieldType.Phone, Text, Required: true),
        new("mobile", FieldType.Phone, Text, Pattern: @"^\+?[0-9][0-9 \-]{6,18}$"),
    ];

    private static readonly string[] Typed =
    [
        "", " ", "　", "\n", "\u0007", "\u202E", "\uFEFF", "\0\0", "\uFFFE", "\uD800", "\uDC00가", "홍길동", "  홍 \t 길동 ", "\u1112\u1169\u11BC", "홍\u202E길동",
        "<b>", "Hong Gildong", "O’Neil-Kim", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", "𠮷𠮷𠮷𠮷𠮷", "𠮷𠮷𠮷𠮷𠮷𠮷", "열글자가되는이름입니", "열한글자가되는이름입니", "- -", "a b",
        "첫 줄\r\n\r\n\r\n\r\n둘째", "a\u2028\u2028\u2028b", " a \n \n \n b ", "일이삼사오\n육칠팔구십", "a\u0085b", "a\vb", "1", "0", "20", "21", "-3", "-4", "+5", "--5", "1.5", "1,000", "１２", "１　２",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "000000000000000000001", "00000000000000000001", "٣", "1e3", "하나", "−1", "－1",
        "19900131", "1990-1-31", "1990.01.31.", "1990. 1. 31", "1990년 1월 31일", "1990/2/29", "2000/2/29", "２０００．２．２９", "19900230", "1990013", "900131", "18991231", "19000101", "21991231",
        "22000101", "20260302", "20260303", "2026-3-3", "0000-01-01", "1990-13-01", "1990-00-10", "1990-01-00", "1990-1-31-", "1990 1 31", "19900131\n", "1990年1月31日",
        "010-1234-5678", "０１０ １２３４ ５６７８", "(02) 2155-6000", "+82 10–1234–5678", "1588-1234", "123456", "1234567", "0101234567890123", "+", "()", "++8210", "전화", "010.1234.5678", "010/1234/5678", "8210+1234567",
    ];

    [Fact]
    public async Task Every_answer_is_judged_alike_by_the_server_and_by_the_phone()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var phone = await scene.OpenAsync("/seocho", Device.Phone);
        var random = new Random(20260302);
        var answers = Typed.Concat(Enumerable.Range(0, 400).Select(_ => Any(random))).ToList();
        var table = Fields.SelectMany(field => answers.Select(answer => (Field: field, Answer: answer))).ToList();

        // Letters travel as numbers: a lone surrogate would not survive the way to the browser.
        var found = await phone.EvaluateAsync<string?[]>(
            """
            async rows => {
              const { fault } = await import('/phone/rules.js');
              return rows.map(([rules, letters]) => fault(JSON.parse(rules), [String.fromCharCode(...letters)]));
            }
            """,
            table.Select(row => new object[] { ClientRules.Of(row.Field, Today, "ko"), row.Answer.Select(letter => (int)letter).ToArray() }).ToArray());

        var differences = table.Zip(found).Where(row => Server(row.First.Field, row.First.Answer)?.Code != row.Second)
            .Select(row => $"{row.First.Field.Id} {JsonSerializer.Serialize(row.First.Answer)}: {Server(row.First.Field, row.First.Answer)?.Code} here, {row.Second} on the phone").ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(50)));
        Assert.True(found.Distinct().Count() >= 9, "All codes were met.");
    }

    [Fact]
    public void The_phone_says_the_very_sentences_of_the_server() => Assert.All(
        Fields.SelectMany(field => Typed.Select(answer => (Field: field, Error: Server(field, answer)))).Where(row => row.Error is not null),
        row =>
        {
            using var rules = JsonDocument.Parse(ClientRules.Of(row.Field, Today, "en"));
            Assert.Equal(row.Error!.Sentence.En, rules.RootElement.GetProperty("says").GetProperty(row.Error.Code).GetString());
        });

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task A_wrong_step_is_answered_at_once_with_the_page_that_the_server_would_send(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var plain = await scene.OpenAsync("/seocho/s/resident/form", Device.Phone, language, script: false);
        var phone = await scene.OpenAsync("/seocho/s/resident/form", Device.Phone, language);
        var sent = 0;
        phone.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;

        // Without the rules, for which the page does not wait long, the step would be sent.
        await phone.FocusAsync("[name='f.action'][value=view]");
        await phone.BecomesAsync("performance.getEntriesByType('resource').some(loaded => loaded.name.includes('/rules'))");

        foreach (var page in new[] { plain, phone })
        {
            await page.CheckAsync("[name='f.action'][value=view]");
            await page.NextAsync();
            await Expect(page.Locator(".notice.danger li")).ToHaveCountAsync(2);
        }

        Assert.Equal(0, sent);
        Assert.Equal(await Complaints(plain), await Complaints(phone));
        await Expect(phone.Locator(".notice.danger")).ToBeFocusedAsync();
        await phone.Locator(".notice.danger a").First.ClickAsync();
        await Expect(phone.Locator("#f-document")).ToBeFocusedAsync();

        // What is put right is not wrong any longer, and what is wrong is told when it is left.
        await phone.CheckAsync("[name='f.document'][value=household]");
        await Expect(phone.Locator("#f-document-box .error")).ToHaveCountAsync(0);
        await phone.CheckAsync("[name='f.action'][value=issue]");
        await phone.FillAsync("[name='f.copies']", "21");
        await phone.Locator("[name='f.copies']").BlurAsync();
        await Expect(phone.Locator("#f-copies-box .error")).ToHaveTextAsync(language == "ko" ? "1부터 20까지의 숫자를 입력해 주세요." : "Please give a number from 1 to 20.");
        await Expect(phone.Locator("[name='f.copies']")).ToHaveAttributeAsync("aria-invalid", "true");
        await phone.FillAsync("[name='f.copies']", "2");
        await Expect(phone.Locator("#f-copies-box .error")).ToHaveCountAsync(0);
        await phone.CheckAsync("[name='f.purpose'][value=bank]");
        await phone.NextAsync();
        await Expect(phone.Locator("#form")).ToHaveAttributeAsync("data-step", "household");

        // One press, sent again should its answer be late.
        Assert.InRange(sent, 1, 5);
    }

    private static async Task<string> Complaints(IPage page)
    {
        var summary = await page.Locator(".notice.danger li").AllInnerTextsAsync();
        var beside = await page.Locator(".field .error").AllInnerTextsAsync();
        var described = await page.Locator("[aria-describedby*='e-']").EvaluateAllAsync<string[]>("found => found.map(each => each.id)");
        return string.Join('\n', [.. summary, .. beside, .. described]);
    }

    private static FieldError? Server(FormField field, string answer) => FormRules.Check(
        new FormTemplate("t", 1, Text, 1, [new FormStep("s", Text, [field])]),
        new Dictionary<string, IReadOnlyList<string>> { [field.Id] = [answer] }, Today).Errors.SingleOrDefault();

    private static string Any(Random random)
    {
        const string Letters = "0123456789 -+./()년월일가힣홍aZé\u0301\u1112\u1169\u202E\u0007\n\t\u3000\uD83D\uDE00\uFF10\u00A8\u2028";
        return new string([.. Enumerable.Range(0, random.Next(0, 24)).Select(_ => Letters[random.Next(Letters.Length)])]);
    }
}
