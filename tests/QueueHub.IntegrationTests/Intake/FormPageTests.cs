using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace QueueHub.IntegrationTests.Intake;

/// <summary>The form's pages as a browser without scripts meets them: nothing is lost, nothing happens twice, nothing that was typed is taken for HTML.</summary>
public partial class FormPageTests(EngineFixture engines)
{
    private const string Path = "/seocho/s/resident/form";
    private const string Html = "<script>alert(1)</script>\"'&<b>";

    private static readonly (string Key, string Value)[] Complete =
    [
        ("f.document", "personal"), ("f.action", "view"), ("f.purpose", "bank"), ("f.personalAddresses", "none"), ("f.name", "홍길동"), ("f.birthDate", "19900131"),
        ("f.address", "서초구"), ("f.phone", "010-1234-5678"), ("f.privacy", "yes"), ("f.appliedBy", "self"), ("step", "review"), ("go", "submit"),
    ];

    [Fact]
    public async Task A_form_sent_twice_at_once_gives_one_ticket()
    {
        await using var hub = await StartAsync();
        using var phone = Phone(hub);
        var keys = Keys(await phone.GetStringAsync(Path));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync(phone, [.. keys, .. Complete])));
        var late = await PostAsync(phone, [.. keys, .. Complete]);

        Assert.All(answers.Append(late), answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
        Assert.Single(answers.Append(late).Select(answer => answer.Location).Distinct());
        Assert.Equal(1, (await phone.BoardAsync())!.Services.Sum(service => service.Waiting));
    }

    [Theory]
    [InlineData("key")]
    [InlineData("requestId")]
    public async Task A_page_that_has_grown_old_comes_back_with_all_answers_and_works_when_pressed_again(string missing)
    {
        await using var hub = await StartAsync();
        using var phone = Phone(hub);
        var keys = Keys(await phone.GetStringAsync(Path));

        var refused = await PostAsync(phone, [.. keys.Where(key => key.Key != missing), .. Complete]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("한 번 더 확인이 필요합니다", refused.Html, StringComparison.Ordinal);
        Assert.Equal(0, (await phone.BoardAsync())!.Services.Sum(service => service.Waiting));
        var again = await PostAsync(phone, [.. Hidden(refused.Html), ("go", "submit")]);
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Contains("/seocho/t/", again.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_browsers_token_changes_nothing()
    {
        await using var hub = await StartAsync();
        using var phone = Phone(hub);
        using var other = Phone(hub);
        var keys = Keys(await other.GetStringAsync(Path));
        await phone.GetStringAsync(Path);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(phone, [.. keys, .. Complete])).Status);
        Assert.Equal(0, (await phone.BoardAsync())!.Services.Sum(service => service.Waiting));
    }

    [Fact]
    public async Task What_cannot_be_read_is_answered_with_a_page_for_people()
    {
        await using var hub = await StartAsync();
        using var phone = Phone(hub);
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        using var unsupported = await phone.PostAsync(Path, json);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, unsupported.StatusCode);
        Assert.Contains("<h1", await unsupported.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var tooLarge = await PostAsync(phone, [("f.purposeOther", new string('가', 1_000_000))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.Status);
        Assert.Contains("<h1", tooLarge.Html, StringComparison.Ordinal);

        var tooMany = await PostAsync(phone, [.. Enumerable.Range(0, 2000).Select(index => ($"f.members.{index}.name", "x"))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooMany.Status);
        Assert.Contains("<h1", tooMany.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_with_html_are_text_on_every_page()
    {
        await using var hub = await StartAsync();
        using var phone = Phone(hub);
        var keys = Keys(await phone.GetStringAsync(Path));
        (string, string)[] answers = [.. Complete.Where(answer => answer.Key is not ("step" or "go" or "f.purpose" or "f.address")),
            ("f.purpose", "other"), ("f.purposeOther", Html), ("f.address", Html)];

        foreach (var step in new[] { "request", "personal", "applicant", "review", "nowhere" })
        {
            foreach (var go in new[] { "next", "back", "to:request", "to:applicant", "to:<b>", "add:<b>", "remove:<b>:0" })
            {
                var page = await PostAsync(phone, [.. keys, .. answers, ("step", step), ("go", go)]);
                AssertText(page.Html, at: $"{step} {go}");
            }
        }

        var wrong = await PostAsync(phone, [.. keys, .. answers.Where(answer => answer.Item1 != "f.name"), ("f.name", Html), ("step", "applicant"), ("go", "next")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        AssertText(wrong.Html, "a wrong name");

        var sent = await PostAsync(phone, [.. keys, .. answers, ("step", "review"), ("go", "submit")]);
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        AssertText(await phone.GetStringAsync($"{sent.Location}/form"), "the form under the ticket");
    }

    private static void AssertText(string html, string at)
    {
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&<b>", html, StringComparison.Ordinal);
        Assert.True(html.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", StringComparison.Ordinal), $"{at}: {html}");
    }

    // Of pages, not of limits.
    private Task<RunningHub> StartAsync() => new HubFactory(engines).WithSetting("Limits:PerDevice", "1000000").StartAsync();

    private static HttpClient Phone(RunningHub hub)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }, disposeHandler: true) { BaseAddress = hub.Url };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("ko"));
        return client;
    }

    private static async Task<(HttpStatusCode Status, string Location, string Html)> PostAsync(HttpClient phone, IEnumerable<(string Key, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = content };

        // Asks first: a body that is too large is refused before it is written.
        request.Headers.ExpectContinue = true;
        using var response = await phone.SendAsync(request);
        return (response.StatusCode, response.Headers.Location?.OriginalString ?? "", await response.Content.ReadAsStringAsync());
    }

    private static IEnumerable<(string Key, string Value)> Keys(string html) => Hidden(html).Where(input => input.Key is "key" or "requestId");

    private static IEnumerable<(string Key, string Value)> Hidden(string html) =>
        HiddenInput().Matches(html).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)));

    [GeneratedRegex(@"<input type=""hidden"" name=""([^""]+)"" value=""([^""]*)""")]
    private static partial Regex HiddenInput();
}
