using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Contracts.History;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.IntegrationTests.Staff.Accounts;

namespace QueueHub.IntegrationTests.History;

/// <summary>Administrators look after webhooks, each those of their own offices, on pages without a script and by programs alike.</summary>
public sealed partial class WebhookPageTests(EngineFixture engines)
{
    private const string Pages = "/staff/webhooks", Api = "/api/webhooks", Outside = "https://hooks.example.kr/queue?key=hush";

    [Fact]
    public async Task An_administrator_makes_a_webhook_sees_its_secret_once_pauses_resumes_and_deletes_it()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var boss = await BossAsync(hub);
        var list = (await boss.ReadAsync(Pages)).Page;

        var made = await boss.SendAsync(Pages, list, ("office", "seocho"), ("url", Outside), ("types", "ticketCalled"), ("types", "ticketNoShow"));

        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Contains("no-store", made.CacheControl, StringComparison.Ordinal);
        var (secret, id) = (WebUtility.HtmlDecode(Secret().Match(made.Page).Groups[1].Value), Link().Match(made.Page).Groups[1].Value);
        list = WebUtility.HtmlDecode((await boss.ReadAsync(Pages)).Page);
        Assert.Contains("hooks.example.kr", list, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", list, StringComparison.Ordinal);
        Assert.Contains("호출, 부재", list, StringComparison.Ordinal);
        var page = (await boss.ReadAsync($"{Pages}/{id}")).Page;
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, list + WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        await using var connection = new NpgsqlConnection(hub.PostgresConnectionString);
        Assert.DoesNotContain(secret, await connection.QuerySingleAsync<string>("select to_jsonb(webhook)::text from webhook"), StringComparison.Ordinal);

        foreach (var (verb, state) in new[] { ("pause", "일시 중지"), ("resume", "사용 중") })
        {
            var changed = await boss.SendAsync($"{Pages}/{id}/{verb}", page);
            Assert.Equal((HttpStatusCode.SeeOther, $"{Pages}/{id}?done={verb}"), (changed.Status, changed.Location));
            page = (await boss.ReadAsync(changed.Location!)).Page;
            Assert.Contains($"tag {(verb == "pause" ? "bad" : "good")}\">{state}<", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }

        Assert.Equal($"{Pages}?done=delete", (await boss.SendAsync($"{Pages}/{id}/delete", page)).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await boss.ReadAsync($"{Pages}/{id}")).Status);
        Assert.Equal(0, await connection.QuerySingleAsync<int>("select count(*)::int from webhook"));

        // The log remembers who did it, also of what is gone, and nothing of the address but its host.
        Assert.Equal(
            ["created", "paused", "resumed", "deleted"],
            await connection.QueryAsync<string>("select action from webhook_log where by = (select id from staff where name = 'boss') order by id"));
        list = WebUtility.HtmlDecode((await boss.ReadAsync(Pages)).Page);
        Assert.Matches("(?s)>삭제<.*hooks.example.kr.*>다시 시작<.*>일시 중지<.*>만듦<", list);
        Assert.DoesNotContain("hush", list, StringComparison.Ordinal);
        Assert.Contains("append-only", (await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("delete from webhook_log"))).MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_inside_are_refused_and_what_was_typed_stays_on_the_page()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var boss = await BossAsync(hub);
        var list = (await boss.ReadAsync(Pages)).Page;

        foreach (var inside in new[] { "https://10.1.2.3/hook", "https://[::ffff:192.168.0.7]/hook", "https://169.254.169.254/latest", "https://localhost/hook", "http://hooks.example.kr/" })
        {
            var refused = await boss.SendAsync(Pages, list, ("office", "jamwon"), ("url", inside), ("types", "ticketParked"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            var page = WebUtility.HtmlDecode(refused.Page);
            Assert.Contains("외부의 https 주소", page, StringComparison.Ordinal);
            Assert.Contains($"value=\"{inside}\"", page, StringComparison.Ordinal);
            Assert.Matches("value=\"jamwon\" selected", page);
            Assert.Matches("value=\"ticketParked\" checked", page);
            Assert.DoesNotMatch("value=\"ticketCalled\" checked", page);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await boss.SendAsync(Pages, list, ("office", "jamwon"), ("url", Outside))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await boss.SendAsync(Pages, list, ("office", ""), ("url", Outside), ("types", "ticketParked"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await boss.SendAsync(Pages, list, ("office", "jamwon"), ("url", Outside), ("types", "formRead"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await boss.SendAsync(Pages, "", ("office", "jamwon"), ("url", Outside), ("types", "ticketParked"))).Status);
        await using var connection = new NpgsqlConnection(hub.PostgresConnectionString);
        Assert.Equal(0, await connection.QuerySingleAsync<int>("select count(*)::int from webhook"));
    }

    [Fact]
    public async Task An_administrator_of_one_office_neither_sees_nor_touches_webhooks_of_others_on_the_pages_or_by_programs()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var boss = await BossAsync(hub);
        var list = (await boss.ReadAsync(Pages)).Page;
        foreach (var office in new[] { "*", "seocho", "jamwon" })
        {
            Assert.Equal(HttpStatusCode.OK, (await boss.SendAsync(Pages, list, ("office", office), ("url", $"https://{(office == "*" ? "all" : office)}.example.kr/"), ("types", "ticketCalled"))).Status);
        }

        await using var connection = new NpgsqlConnection(hub.PostgresConnectionString);
        var others = (await connection.QueryAsync<Guid>("select id from webhook where office is distinct from 'jamwon'")).AsList();
        var before = await StateAsync(connection);
        var head = await hub.AppointAsync("head", StaffRole.Administrator, "jamwon");
        var http = hub.NewClient();
        using var browser = await SignedInAsync(http, head.Name, head.Password);
        var own = (await browser.ReadAsync(Pages)).Page;

        Assert.Contains("jamwon.example.kr", own, StringComparison.Ordinal);
        Assert.DoesNotContain("all.example.kr", own, StringComparison.Ordinal);
        Assert.DoesNotContain("seocho.example.kr", own, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"seocho\"", own, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"*\"", own, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(own, ">만듦<|>&#xB9CC;&#xB4E6;<"));
        Assert.Equal("jamwon", Assert.Single((await http.GetFromJsonAsync<List<WebhookView>>(Api))!).Office);
        foreach (var office in new[] { "*", "seocho" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(Pages, own, ("office", office), ("url", Outside), ("types", "ticketCalled"))).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await http.PostAsJsonAsync(Api, new WebhookWish(office == "*" ? null : office, Outside, ["ticketCalled"]))).StatusCode);
        }

        foreach (var id in others)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.ReadAsync($"{Pages}/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{Api}/{id}")).StatusCode);
            foreach (var verb in new[] { "pause", "resume", "resend", "delete" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync($"{Pages}/{id}/{verb}", own)).Status);
                using var refused = await http.PostAsync($"{Api}/{id}/{verb}", null);
                Assert.Equal(ProblemCodes.UnknownWebhook, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
            }
        }

        Assert.Equal(before, await StateAsync(connection));
    }

    [Fact]
    public async Task Messages_that_were_given_up_are_sent_again_from_the_page_one_or_all()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var http = hub.NewClient();
        var person = await hub.AppointAsync("boss", StaffRole.Administrator);
        using var boss = await SignedInAsync(http, person.Name, person.Password);
        await boss.SendAsync(Pages, (await boss.ReadAsync(Pages)).Page, ("office", "seocho"), ("url", Outside), ("types", "ticketCalled"));
        await using var connection = new NpgsqlConnection(hub.PostgresConnectionString);
        var id = await connection.QuerySingleAsync<Guid>("select id from webhook");

        // Paused, so that the hub of the test tells nobody outside.
        await connection.ExecuteAsync(
            """
            update webhook set paused_at = now(), paused_because = '500';
            insert into webhook_delivery (webhook, office, ordinal, message, body, tries, next_at, dead, reason)
            select @id, 'seocho', n, 'seocho:' || n || ':10' || n,
              json_build_object('id', 'seocho:' || n, 'type', 'ticketCalled', 'at', '2026-03-02T00:06:40+00:00', 'number', 1000 + n)::text, 8, now(), true, 'ConnectionError'
            from generate_series(1, 3) as n
            """,
            new { id });
        var page = (await boss.ReadAsync($"{Pages}/{id}")).Page;
        foreach (var shown in new[] { "seocho:2:102", ">1002<", ">8<", "연결할 수 없음", "응답 코드 500", "2026-03-02 09:06" })
        {
            Assert.Contains(shown, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await boss.SendAsync($"{Pages}/{id}/resend", page, ("message", "seocho:2:102"))).Status);
        Assert.Equal(["seocho:3:103", "seocho:1:101"], await DeadAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await boss.SendAsync($"{Pages}/{id}/resend", page, ("message", "seocho:2:102"))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Api}/{id}/resend/seocho:3:103", null)).StatusCode);
        using var again = await http.PostAsync($"{Api}/{id}/resend/seocho:3:103", null);
        Assert.Equal(ProblemCodes.UnknownWebhookMessage, (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await boss.SendAsync($"{Pages}/{id}/resend", "")).Status);
        Assert.Equal(["seocho:1:101"], await DeadAsync());

        Assert.Equal(HttpStatusCode.SeeOther, (await boss.SendAsync($"{Pages}/{id}/resend", page)).Status);

        Assert.Empty(await DeadAsync());
        Assert.Equal(
            ["resent", "resent", "resent", "created"], (await http.GetFromJsonAsync<WebhookPage>($"{Api}/{id}"))!.Log.Select(act => act.Action));
        Assert.Equal(3, await connection.QuerySingleAsync<int>("select count(*)::int from webhook_delivery where tries = 0 and reason is null and next_at < now()"));

        async Task<IEnumerable<string>> DeadAsync() => (await http.GetFromJsonAsync<WebhookPage>($"{Api}/{id}"))!.Dead.Select(message => message.Id);
    }

    [Fact]
    public async Task What_was_destroyed_is_read_by_administrators_of_the_district_alone_page_by_page()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await using var connection = new NpgsqlConnection(hub.PostgresConnectionString);
        await connection.ExecuteAsync(
            """
            insert into destruction (what, first_day, before_day, row_count, rule, build)
            select 'event', '2014-01-01', '2014-02-01', n, 'History:KeepYears=10', 'test' from generate_series(1, 201) as n
            """);
        var (boss, head) = (await hub.AppointAsync("boss", StaffRole.Administrator), await hub.AppointAsync("head", StaffRole.Administrator, "jamwon"));
        var (http, office) = (hub.NewClient(), hub.NewClient());
        using var signedIn = await SignedInAsync(http, boss.Name, boss.Password);
        using var elsewhere = await SignedInAsync(office, head.Name, head.Password);
        const string Path = $"{Routes.History}/destructions";

        var newest = (await http.GetFromJsonAsync<DestructionPage>(Path))!;
        var oldest = (await http.GetFromJsonAsync<DestructionPage>($"{Path}?before={newest.Next}"))!;

        Assert.Equal(Enumerable.Range(2, 200).Reverse().Select(rows => (long)rows), newest.Entries.Select(entry => entry.Rows));
        var entry = Assert.Single(oldest.Entries);
        Assert.Equal(("event", "2014-01-01", "2014-02-01", 1L, "History:KeepYears=10"), (entry.What, entry.First, entry.Before, entry.Rows, entry.Rule));
        Assert.Null(oldest.Next);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync(Path)).StatusCode);
    }

    private static async Task<string> StateAsync(NpgsqlConnection connection) =>
        await connection.QuerySingleAsync<string>("select json_agg(webhook order by id)::text from webhook");

    private static async Task<PageBrowser> BossAsync(RunningHub hub)
    {
        var boss = await hub.AppointAsync("boss", StaffRole.Administrator);
        return await SignedInAsync(hub.NewClient(), boss.Name, boss.Password);
    }

    private static async Task<PageBrowser> SignedInAsync(HttpClient http, string name, string password)
    {
        var browser = new PageBrowser(http);
        var form = (await browser.ReadAsync("/staff")).Page;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/staff/sign-in", form, ("name", name), ("password", password))).Status);
        return browser;
    }

    [GeneratedRegex("<code>(whsec_[^<]+)</code>")]
    private static partial Regex Secret();

    [GeneratedRegex("href=\"/staff/webhooks/([0-9a-f-]{36})\"")]
    private static partial Regex Link();
}
