using Dapper;
using Npgsql;
using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests;

/// <summary>Sections of the statistics page that are tables of days past: arrivals, journeys, foretold waits, advice.</summary>
public class HistorySectionTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Past_days_are_told_by_hour_path_and_promise_and_counters_are_advised(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var friday = await PastDays.AddAsync(scene.Hub.PostgresConnectionString, weeks: 6);
        var page = await scene.OpenAsync($"/counter/history/seocho?range=days&from={friday.AddDays(-41):yyyy-MM-dd}&to={friday:yyyy-MM-dd}", Device.Desk);
        await page.Locator($".language[lang={language}]").ClickAsync();
        await page.SupervisorAsync(scene.Hub);

        var advice = page.Locator("[data-section=advice]");
        await Expect(advice.Locator("[data-hour='10'] td").Nth(3)).ToHaveTextAsync("4");
        await Expect(advice.Locator(".changes li").First).ToContainTextAsync("2 → 4");
        await Expect(page.Locator("[data-section=arrivals] .heat-5").First).ToHaveTextAsync("30");
        await Expect(page.Locator("[data-section=journeys] [data-paths] tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-section=foretold] tbody tr").First).ToContainTextAsync("76.2%");
        Assert.Empty(await page.FaultsAsync("sections"));
        await PicturesAsync(page, $"sections-{language}");

        await page.Locator("[data-section=arrivals] [data-totals]").SelectOptionAsync("totals");
        await Expect(page.Locator("[data-section=arrivals] .heat-5").First).ToHaveTextAsync("180");

        // What is picked is what the list shows; days on which nobody came for it let go of it.
        var service = page.Locator("[data-section=arrivals] [data-service]");
        await Expect(service).ToHaveValueAsync("*");
        await service.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Expect(page.Locator("[data-section=arrivals] .history-hint").First).ToContainTextAsync(await service.Locator("option").Nth(1).InnerTextAsync());
        await page.Control("range").SelectOptionAsync("Today");
        await Expect(service).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await Expect(service).ToHaveValueAsync("*");

        await advice.Locator("[data-weekday]").SelectOptionAsync("7");
        await Expect(advice.Locator("[data-hour]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_paper_tables_are_whole_and_have_their_headings()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var friday = await PastDays.AddAsync(scene.Hub.PostgresConnectionString, weeks: 1);
        await using var connection = new NpgsqlConnection(scene.Hub.PostgresConnectionString);
        await connection.ExecuteAsync(
            "insert into rollup (grain, kind, office, start, key, served) select 'day', 'counter', 'seocho', @friday, n::text, n from generate_series(101, 140) as n",
            new { friday = friday.ToDateTime(TimeOnly.MinValue) });
        var page = await scene.OpenAsync($"/counter/history/seocho?range=days&from={friday:yyyy-MM-dd}&to={friday:yyyy-MM-dd}", Device.Desk);
        await page.SupervisorAsync(scene.Hub);
        var counters = page.Locator("[data-section=by-counter]");
        await Expect(counters.Locator("[data-all]")).ToBeVisibleAsync();
        var shown = counters.Locator("tbody tr:visible");
        await Expect(shown).ToHaveCountAsync(25);

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(counters.Locator("[data-all]")).ToBeHiddenAsync();
        await Expect(counters.Locator("[data-row='140']")).ToBeVisibleAsync();
        Assert.Equal(await counters.Locator("tbody tr").CountAsync(), await shown.CountAsync());
        Assert.True(await shown.CountAsync() >= 40);
        await Expect(counters.Locator("th .history-sort:visible")).ToHaveCountAsync(0);
        Assert.All(await counters.Locator("thead th").AllInnerTextsAsync(), heading => Assert.NotEqual("", heading.Trim()));
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await Expect(shown).ToHaveCountAsync(25);
    }

    // For people to look at, when they ask for them.
    private static async Task PicturesAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("QUEUEHUB_SCREENSHOTS") is null)
        {
            return;
        }

        await page.SetViewportSizeAsync(1366, 768);
        await Screenshots.Album.SaveAsync(page, $"{name}-1366", whole: true);
        await page.SetViewportSizeAsync(390, 844);
        await Screenshots.Album.SaveAsync(page, $"{name}-390", whole: true);
        await Screenshots.Album.SavePaperAsync(page, name);
        await page.SetViewportSizeAsync(1366, 768);
    }
}
