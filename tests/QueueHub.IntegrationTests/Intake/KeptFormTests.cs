using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Tickets;
using QueueHub.Intake.Forms;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Intake;

/// <summary>A form written under a ticket, page by page, without scripts: what was sent is kept, on whatever phone.</summary>
public partial class KeptFormTests(EngineFixture engines)
{
    private static readonly (string, string)[] Request = [("document", "household"), ("action", "view"), ("purpose", "bank")];

    [Fact]
    public async Task Each_page_is_kept_and_the_form_goes_on_on_another_phone()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = Phone(hub);
        using var tablet = Phone(hub);
        var ticket = await phone.IssueAsync();

        var second = await SendAsync(phone, ticket, await phone.GetStringAsync($"{ticket.Url}/form"), "next", Request);
        Assert.Equal(HttpStatusCode.OK, second.Status);

        var there = await tablet.GetStringAsync($"{ticket.Url}/form");
        Assert.Equal("household", Field(there, "step"));
        Assert.Equal("bank", Field(there, "f.purpose"));
        Assert.Equal("action:1,document:1,purpose:1", Field(there, SeenRevisions.Name));
    }

    [Fact]
    public async Task Two_phones_that_change_the_same_answer_are_shown_both_and_whoever_goes_on_decides()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = Phone(hub);
        using var tablet = Phone(hub);
        var ticket = await phone.IssueAsync();
        var (mine, theirs) = (await phone.GetStringAsync($"{ticket.Url}/form"), await tablet.GetStringAsync($"{ticket.Url}/form"));
        await SendAsync(tablet, ticket, theirs, "next", [.. Request[..2], ("purpose", "school")]);

        var conflict = await SendAsync(phone, ticket, mine, "next", Request);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("request", Field(conflict.Html, "step"));
        var notice = Notice().Match(conflict.Html).Value;
        Assert.Contains("은행", notice, StringComparison.Ordinal);
        Assert.Contains("학교", notice, StringComparison.Ordinal);

        // Sent twice, as an impatient finger does: the second time finds its own answer there.
        foreach (var _ in new[] { 1, 2 })
        {
            var next = await SendAsync(phone, ticket, conflict.Html, "next", Request);
            Assert.Equal((HttpStatusCode.OK, "household"), (next.Status, Field(next.Html, "step")));
            Assert.Equal("action:1,document:1,purpose:2", Field(next.Html, SeenRevisions.Name));
        }
    }

    [Fact]
    public async Task A_review_that_has_grown_old_is_shown_anew_before_it_is_submitted()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = Phone(hub);
        using var tablet = Phone(hub);
        var ticket = await phone.IssueAsync(form: hub.FilledForm());
        var (review, other) = (await phone.GetStringAsync($"{ticket.Url}/form"), await tablet.GetStringAsync($"{ticket.Url}/form"));
        Assert.Equal(FormFlow.Review, Field(review, "step"));
        var step = await SendAsync(tablet, ticket, other, "to:applicant", []);
        await SendAsync(tablet, ticket, step.Html, "next", [("name", "성춘향"), ("birthDate", "19900131"), ("address", "서울"), ("phone", "01012345678"), ("privacy", "yes")]);

        var stale = await SendAsync(phone, ticket, review, "submit", []);

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("다른 화면에서 변경되었습니다", stale.Html, StringComparison.Ordinal);
        Assert.Contains("성춘향", stale.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("홍길동", stale.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(phone, ticket, stale.Html, "submit", [])).Status);
    }

    [Fact]
    public async Task A_page_sent_after_the_call_leads_to_the_ticket_which_says_that_the_clerk_goes_on()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = Phone(hub);
        var (kim, _) = await hub.SignInAsync("kim");
        var counter = new HttpDoor(kim, Seocho.Office, "1");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var ticket = await phone.IssueAsync();
        var page = await phone.GetStringAsync($"{ticket.Url}/form");
        Assert.True((await counter.CallNext(Seocho.CallNext())).Ok);

        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(phone, ticket, page, "next", Request)).Status);
        await Eventually.TrueAsync(
            async () => Regex.IsMatch(await phone.GetStringAsync(ticket.Url), """data-form="clerk">\s*<h2>"""), "the page says that the clerk goes on");
        kim.Dispose();
    }

    [Fact]
    public async Task A_page_that_cannot_be_kept_goes_on_says_so_and_is_kept_with_the_next_one()
    {
        await using var home = await new HubFactory(engines).StartAsync();
        await using var link = new FaultProxy(ConfigurationOptions.Parse(home.RedisConnectionString).EndPoints[0]);
        await using var node = await new HubFactory(engines)
            .WithRedisAt($"127.0.0.1:{link.EndPoint.Port}").WithPostgresAt(home.PostgresConnectionString).StartAsync();
        using var phone = Phone(node);
        var ticket = await phone.IssueAsync();
        var page = await phone.GetStringAsync($"{ticket.Url}/form");
        var redis = node.Services.GetRequiredService<IConnectionMultiplexer>();

        link.Cut();
        await Eventually.TrueAsync(() => !redis.IsConnected, "the node notices");
        var unkept = await SendAsync(phone, ticket, page, "next", Request);
        Assert.Equal((HttpStatusCode.OK, "household"), (unkept.Status, Field(unkept.Html, "step")));
        Assert.Contains("data-unkept", unkept.Html, StringComparison.Ordinal);
        Assert.Contains("지금은 저장하지 못했습니다", unkept.Html, StringComparison.Ordinal);

        link.Restore();
        await Eventually.TrueAsync(() => redis.IsConnected, "the node is back", TimeSpan.FromMinutes(2));
        var kept = await SendAsync(phone, ticket, unkept.Html, "next", [("householdAddresses", "none")]);
        Assert.DoesNotContain("data-unkept", kept.Html, StringComparison.Ordinal);
        Assert.Equal("bank", Field(await phone.GetStringAsync($"{ticket.Url}/form"), "f.purpose"));
    }

    [Fact]
    public async Task Steps_of_a_form_are_no_commands_and_sending_it_is_one()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:PerDevice", "2").StartAsync();
        using var phone = Phone(hub);
        var form = $"/{Seocho.Office}/s/{Seocho.Service}";
        var answers = hub.FilledForm().Values.SelectMany(answer => answer.Value.Select(value => (answer.Key, value))).ToArray();
        var page = await phone.GetStringAsync($"{form}/form");
        for (var step = 0; step < 5; step++)
        {
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(phone, form, page, "next", Request)).Status);
        }

        // Each from a page of its own: the same one would be the same request. A number that is refused is a command, too.
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(phone, form, page, "submit", answers)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(phone, form, await phone.GetStringAsync($"{form}/form"), "submit", answers)).Status);
        var refused = "";
        await Eventually.TrueAsync(
            async () =>
            {
                (var status, refused) = await SendAsync(phone, form, await phone.GetStringAsync($"{form}/form"), "submit", answers);
                return status == HttpStatusCode.TooManyRequests;
            },
            "the minute's numbers are used up");
        Assert.Contains("홍길동", refused, StringComparison.Ordinal);
    }

    private static HttpClient Phone(RunningHub hub)
    {
        var phone = hub.NewClient();
        phone.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return phone;
    }

    /// <summary>Presses a button of a page: its hidden fields go along, what is written on it is given.</summary>
    private static async Task<(HttpStatusCode Status, string Html)> SendAsync(
        HttpClient phone, IssuedTicket ticket, string page, string button, (string Field, string Value)[] written) =>
        await SendAsync(phone, ticket.Url, page, button, written);

    private static async Task<(HttpStatusCode Status, string Html)> SendAsync(
        HttpClient phone, string place, string page, string button, (string Field, string Value)[] written)
    {
        var own = written.Select(answer => $"f.{answer.Field}").ToHashSet();
        var fields = Hidden().Matches(page)
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))
            .Where(field => !own.Contains(field.Key))
            .Concat(written.Select(answer => KeyValuePair.Create($"f.{answer.Field}", answer.Value)))
            .Append(KeyValuePair.Create("go", button));
        using var content = new FormUrlEncodedContent(fields);
        using var response = await phone.PostAsync($"{place}/form", content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static string? Field(string page, string name) =>
        Hidden().Matches(page).FirstOrDefault(match => match.Groups[1].Value == name) is { } match ? WebUtility.HtmlDecode(match.Groups[2].Value) : null;

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)"[^>]*>""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<div class="notice warning".*?</ul>""", RegexOptions.Singleline)]
    private static partial Regex Notice();
}
