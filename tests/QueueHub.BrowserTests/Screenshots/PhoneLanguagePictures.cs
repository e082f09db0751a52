using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>The main pages of the phone in the languages of foreign residents, the menu, and the page as somebody with weak eyes has it.</summary>
public class PhoneLanguagePictures(EngineFixture engines, ChromiumFixture chromium)
{
    private const string Menu = ".choices > summary";
    private static readonly Device Narrow = new(320, 700, Touch: true);

    [Theory(Explicit = true)]
    [InlineData("zh")]
    [InlineData("vi")]
    [InlineData("ja")]
    public async Task From_the_office_to_the_call(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        var clerk = await scene.ClerkAsync("kim", "1");
        var first = await scene.Citizens.IssueAsync();
        var ticket = await scene.Citizens.IssueAsync();
        var page = await scene.OpenAsync("/seocho", Device.Phone, language);
        await page.SaveAsync($"phone-office-{language}");
        await page.GotoAsync("/seocho/s/resident");
        await page.SaveAsync($"phone-service-{language}");
        await page.GotoAsync("/seocho/s/resident/form");
        await page.ClickAsync(Menu);
        await page.SaveAsync($"phone-menu-{language}");
        await page.GotoAsync(ticket.Url);
        await Expect(page.Locator("[data-live]")).ToBeVisibleAsync();
        await page.SaveAsync($"phone-ticket-waiting-{language}", whole: true);
        await page.GotoAsync($"{ticket.Url}/cancel");
        await page.SaveAsync($"phone-cancel-{language}");
        await page.GotoAsync("/seocho/t/0123456789abcdef0123456789abcdef");
        await page.SaveAsync($"phone-problem-unknown-ticket-{language}");
        await page.GotoAsync(first.Url);
        await clerk.CalledAsync();
        await Expect(page.View("called")).ToBeVisibleAsync();
        await page.SaveAsync($"phone-ticket-called-{language}", whole: true);
    }

    [Fact(Explicit = true)]
    public async Task With_the_largest_letters_and_clear_lines_on_the_narrowest_phone()
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.ClerkAsync("kim", "1");
        await scene.Citizens.IssueAsync();
        var ticket = await scene.Citizens.IssueAsync();
        foreach (var language in new[] { "ko", "vi" })
        {
            var page = await scene.OpenAsync($"/seocho?look=150&lang={language}", Narrow);
            await page.GotoAsync("/seocho?look=clear");
            await page.SaveAsync($"phone-large-office-{language}", whole: true);
            await page.ClickAsync(Menu);
            await page.SaveAsync($"phone-large-menu-{language}");
            await page.GotoAsync(ticket.Url);
            await Expect(page.Locator("[data-live]")).ToBeVisibleAsync();
            await page.SaveAsync($"phone-large-ticket-{language}", whole: true);
            await page.GotoAsync($"{ticket.Url}/form");
            await page.SaveAsync($"phone-large-form-{language}", whole: true);
            await page.GotoAsync("/");
            await page.SaveAsync($"phone-large-district-{language}");
        }
    }
}
