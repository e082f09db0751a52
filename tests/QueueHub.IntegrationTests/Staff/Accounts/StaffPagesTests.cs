using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Staff;
using QueueHub.Staff.Accounts;

namespace QueueHub.IntegrationTests.Staff.Accounts;

/// <summary>The staff's pages from the side of those who must not use them. That nobody gets in without the role, EveryEndpointTests tells.</summary>
public sealed partial class StaffPagesTests(EngineFixture engines)
{
    private static readonly string[] Verbs = ["rename", "disable", "enable", "unlock", "revoke", "grant", "reset"];

    [Fact]
    public async Task Nobody_gets_the_sign_in_form_and_lands_where_they_wanted_to_go_but_never_on_another_site()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var boss = await hub.AppointAsync("boss", StaffRole.Administrator);
        using var browser = Browser(hub);

        var (status, page) = await browser.ReadAsync("/staff/log");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("name=\"to\" value=\"/staff/log\"", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SendAsync("/staff/sign-in", page, ("name", boss.Name), ("password", "wrong"), ("to", "/staff/log"))).Status);
        foreach (var (to, lands) in new[] { ("/staff/log", "/staff/log"), ("//evil.example", "/staff"), ("/staffroom", "/staff"), ("https://evil.example/staff", "/staff") })
        {
            using var other = Browser(hub);
            var form = (await other.ReadAsync("/staff")).Page;
            var answer = await other.SendAsync("/staff/sign-in", form, ("name", boss.Name), ("password", boss.Password), ("to", to));
            Assert.Equal((HttpStatusCode.SeeOther, lands), (answer.Status, answer.Location));
            Assert.Equal(HttpStatusCode.OK, (await other.ReadAsync(lands)).Status);
        }
    }

    [Fact]
    public async Task A_clerk_is_told_that_this_is_not_theirs_and_can_still_change_their_password()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var kim = await SignedInAsync(hub, hub.Account("kim"));

        var (status, page) = await kim.ReadAsync("/staff");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.DoesNotContain("park", page, StringComparison.Ordinal);
        Assert.Contains("/staff/password", page, StringComparison.Ordinal);

        var form = (await kim.ReadAsync("/staff/password")).Page;
        Assert.Contains("value=\"kim\"", form, StringComparison.Ordinal);
        const string chosen = "a long walk at noon";
        var differing = await kim.SendAsync("/staff/password", form, ("name", "kim"), ("password", hub.Account("kim").Password), ("new", chosen), ("again", chosen + "!"));
        Assert.Equal(HttpStatusCode.BadRequest, differing.Status);
        var changed = await kim.SendAsync("/staff/password", form, ("name", "kim"), ("password", hub.Account("kim").Password), ("new", chosen), ("again", chosen));
        Assert.Equal((HttpStatusCode.SeeOther, "/staff/password?changed"), (changed.Status, changed.Location));
        Assert.Equal(HttpStatusCode.Unauthorized, (await kim.ReadAsync("/staff")).Status);
    }

    [Fact]
    public async Task The_administrator_of_another_office_neither_sees_nor_changes_a_person()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var head = await hub.AppointAsync("head", StaffRole.Administrator, "jamwon");
        var target = await hub.AddAsync("target", StaffRole.Clerk, "seocho", "가려진이름");
        using var browser = await SignedInAsync(hub, (head.Name, head.Password));
        var form = (await browser.ReadAsync("/staff/new")).Page;
        var before = await PersonAsync(hub, target.Id);

        foreach (var page in new[] { "/staff", "/staff?q=target", "/staff?office=seocho", "/staff/log", $"/staff/{target.Id}" })
        {
            var (status, text) = await browser.ReadAsync(page);
            Assert.Equal(page.EndsWith(target.Id, StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK, status);
            Assert.DoesNotContain("가려진이름", text, StringComparison.Ordinal);
        }

        foreach (var verb in Verbs)
        {
            var answer = await browser.SendAsync($"/staff/{target.Id}/{verb}", form, ("display", "x"), ("office", "jamwon"), ("role", "Clerk"));
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }

        foreach (var office in new[] { "seocho", "*" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync("/staff/new", form, ("name", "spy"), ("display", "x"), ("office", office), ("role", "Administrator"))).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync($"/staff/{head.Id}/grant", form, ("office", office), ("role", "Administrator"))).Status);
        }

        Assert.Equal(before, await PersonAsync(hub, target.Id));
    }

    [Fact]
    public async Task Without_the_pages_own_token_nothing_is_done()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var boss = await hub.AppointAsync("boss", StaffRole.Administrator);
        var target = await hub.AddAsync("target", StaffRole.Clerk, "seocho");
        using var browser = await SignedInAsync(hub, (boss.Name, boss.Password));
        await browser.ReadAsync("/staff/new");
        var before = await PersonAsync(hub, target.Id);

        foreach (var verb in Verbs)
        {
            var answer = await browser.SendAsync($"/staff/{target.Id}/{verb}", "", ("display", "x"), ("office", "seocho"), ("role", "Administrator"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync("/staff/new", "", ("name", "x1"), ("display", "x"), ("office", "seocho"), ("role", "Clerk"))).Status);
        await browser.SendAsync("/staff/sign-out", "");
        Assert.Equal(HttpStatusCode.OK, (await browser.ReadAsync("/staff")).Status);
        Assert.Equal(before, await PersonAsync(hub, target.Id));
    }

    [Fact]
    public async Task A_password_for_one_use_is_shown_once_and_every_page_is_kept_by_no_cache()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var boss = await hub.AppointAsync("boss", StaffRole.Administrator);
        using var browser = await SignedInAsync(hub, (boss.Name, boss.Password));
        var form = (await browser.ReadAsync("/staff/new")).Page;

        var made = await browser.SendAsync("/staff/new", form, ("name", "yuna"), ("display", "<한유나>"), ("office", "seocho"), ("role", "Clerk"));

        var password = Secret().Match(made.Page).Groups[1].Value;
        Assert.Matches("^[a-z2-9]{4}(-[a-z2-9]{4}){3}$", password);
        Assert.Equal("no-store", made.CacheControl);
        var person = (await hub.Services.GetRequiredService<StaffPeople>().NamedAsync("yuna"))!;
        var (_, page) = await browser.ReadAsync($"/staff/{person.Id}");
        Assert.DoesNotContain(password, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<한유나>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;한유나&gt;", page, StringComparison.Ordinal);
    }

    private static async Task<string> PersonAsync(RunningHub hub, string id)
    {
        var people = hub.Services.GetRequiredService<StaffPeople>();
        var rights = await people.RightsAsync(StaffActor.CommandLine);
        var person = (await people.FindAsync(rights, id))!;
        return $"{person with { Roles = [] }} {string.Join(' ', person.Roles)} {(await people.LogAsync(rights, id, null, 100)).Count}";
    }

    private static PageBrowser Browser(RunningHub hub) => new(hub.NewClient());

    private static async Task<PageBrowser> SignedInAsync(RunningHub hub, (string Name, string Password) person)
    {
        var browser = Browser(hub);
        var form = (await browser.ReadAsync("/staff")).Page;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/staff/sign-in", form, ("name", person.Name), ("password", person.Password))).Status);
        return browser;
    }

    [GeneratedRegex("<code>([^<]+)</code>")]
    private static partial Regex Secret();
}

/// <summary>A browser without scripts, as far as these pages need one.</summary>
internal sealed partial class PageBrowser(HttpClient http) : IDisposable
{
    public async Task<(HttpStatusCode Status, string Page)> ReadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" }, { "Accept-Language", "ko" } } };
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends fields with the token that stands on <paramref name="page"/>, if any.</summary>
    public async Task<(HttpStatusCode Status, string Page, string? Location, string? CacheControl)> SendAsync(
        string path, string page, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(page) is { Success: true } found ? [KeyValuePair.Create("key", WebUtility.HtmlDecode(found.Groups[1].Value))] : Array.Empty<KeyValuePair<string, string>>();
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Headers = { { "Accept", "text/html" } },
            Content = new FormUrlEncodedContent([.. token, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
        };
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.ToString(), answer.Headers.CacheControl?.ToString());
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"key\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
