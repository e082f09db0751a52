using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using QueueHub.Contracts.Hubs;

namespace QueueHub.IntegrationTests.Intake;

/// <summary>What a phone holds is deleted with one press, also without scripts; what a clerk's browser needs stays.</summary>
public partial class MyDataTests(EngineFixture engines)
{
    [Fact]
    public async Task Cookies_are_deleted_without_scripts_and_a_clerk_in_the_same_browser_stays_signed_in()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var (browser, cookies) = await hub.SignInAsync("kim");
        browser.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        await browser.GetStringAsync("/seocho?lang=en");
        var page = await browser.GetStringAsync("/my-data");
        Assert.Contains("erased one minute after the visit", page, StringComparison.Ordinal);
        Assert.Equal(["qh.device", "qh.key", "qh.lang", "qh.look", "qh.staff"], Names(cookies, hub));

        using var forged = new FormUrlEncodedContent([KeyValuePair.Create("key", "forged")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/my-data", forged)).StatusCode);
        Assert.Contains("qh.lang", Names(cookies, hub));

        using var press = new FormUrlEncodedContent(Hidden().Matches(page).Select(match => KeyValuePair.Create(match.Groups[1].Value, match.Groups[2].Value)));
        using var deleted = await browser.PostAsync("/my-data", press);
        Assert.Contains("Everything on this phone is deleted", await deleted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["qh.staff"], Names(cookies, hub));
        browser.DefaultRequestHeaders.Accept.Clear();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Routes.WhoAmI)).StatusCode);
        browser.Dispose();
    }

    private static IEnumerable<string> Names(CookieContainer cookies, RunningHub hub) =>
        cookies.GetCookies(hub.Url).Where(cookie => cookie.Value.Length > 0).Select(cookie => cookie.Name).Order(StringComparer.Ordinal);

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)"[^>]*>""")]
    private static partial Regex Hidden();
}
