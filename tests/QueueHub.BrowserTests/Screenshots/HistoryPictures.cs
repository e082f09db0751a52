using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Staff;
using QueueHub.Demo.PastDays;
using QueueHub.History;
using QueueHub.Offices;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>The statistics page: empty, of one office, of all, compared, on a narrow screen and on paper.</summary>
public class HistoryPictures(EngineFixture engines, ChromiumFixture chromium)
{
    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Every_state(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        var page = await scene.OpenAsync("/counter/history/seocho?range=yesterday", Device.Desk, language);
        await page.Locator($".language[lang={language}]").ClickAsync();
        await page.SupervisorAsync(scene.Hub);
        await Expect(page.Locator("[data-section='paper'] .history-quiet")).ToBeVisibleAsync();
        await page.SaveAsync($"history-empty-{language}", whole: true);
        var clerk = await scene.ClerkAsync("kim", "1");
        for (var i = 0; i < 6; i++)
        {
            await scene.Citizens.IssueAsync(i % 2 == 0 ? "resident" : "tax", form: i == 0 ? scene.Hub.FilledForm() : null);
        }

        await clerk.CompleteAsync(await clerk.ServedAsync());
        await scene.KeptAsync(visits: 6, served: 1);
        await page.Control("range").SelectOptionAsync("Today");
        await page.Control("compare").SelectOptionAsync("Before");
        await Expect(page.Figure("Visits")).ToContainTextAsync("6");
        await page.SaveAsync($"history-today-{language}", whole: true);
        await page.Locator(".history-menu summary").ClickAsync();
        await page.SaveAsync($"history-download-{language}");
        await page.SavePaperAsync($"history-paper-{language}");
        await page.SetViewportSizeAsync(390, 844);
        await page.SaveAsync($"history-narrow-{language}");
    }

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Months_that_are_past(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        var mayor = await scene.Hub.AppointAsync("haneul.seo", StaffRole.Administrator);
        await PastAsync(scene.Hub);
        var page = await scene.OpenAsync("/counter/history/seocho?range=last-month&compare=before", Device.Desk, language);
        await page.Locator($".language[lang={language}]").ClickAsync();
        await page.Locator("#name").FillAsync(mayor.Name);
        await page.Locator("#password").FillAsync(mayor.Password);
        await page.Locator("button[type=submit]").ClickAsync();
        await ShownAsync(page, advice: 1);
        await page.SaveAsync($"history-month-{language}", whole: true);
        await page.SavePaperAsync($"history-month-{language}");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.SetViewportSizeAsync(673, 960);
        await page.SaveAsync($"history-printed-{language}", whole: true);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await page.SetViewportSizeAsync(390, 844);
        await page.SaveAsync($"history-month-narrow-{language}", whole: true);
        Assert.Empty(await page.MisfitsAsync("a month on a narrow screen"));
        await page.SetViewportSizeAsync(1366, 768);
        await page.Mouse.MoveAsync(0, 0);
        await page.SaveAsync($"history-{language}");
        await page.SetViewportSizeAsync(1920, 1080);
        await page.GotoAsync("/counter/history?range=28d");
        await ShownAsync(page, advice: 0);
        await page.SaveAsync($"history-offices-{language}", whole: true);
        Assert.Empty(await page.MisfitsAsync("all offices"));
        Assert.Empty(await page.FaultsAsync("all offices"));
    }

    private static async Task ShownAsync(IPage page, int advice)
    {
        await Expect(page.Locator("[data-section='advice'] tbody tr").First).ToHaveCountAsync(advice);
        await Expect(page.Locator("[data-section='foretold'] tbody tr").First).ToBeVisibleAsync();
        await Expect(page.Locator(".history-section[aria-busy='true']")).ToHaveCountAsync(0);
    }

    // Of one office three months, so that there is something to compare; of the others the last days.
    private static async Task PastAsync(RunningHub hub)
    {
        var offices = hub.Services.GetRequiredService<IOffices>();
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        var writer = new PastDaysWriter(source);
        foreach (var office in offices.All)
        {
            var past = new PastOffice(office, hub.Services.GetRequiredService<IOfficeFacts>(), offices.Form, seed: 1);
            var yesterday = OfficeClock.Date(office, DateTimeOffset.UtcNow).AddDays(-1);
            for (var (last, months) = (yesterday, office.Slug == Seocho.Office ? 4 : 1); months > 0; months--)
            {
                var first = new DateOnly(last.Year, last.Month, 1);
                await writer.WriteAsync(past, first, last, CancellationToken.None);
                last = first.AddDays(-1);
            }
        }
    }
}
