using System.Net.Http.Json;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.History;

namespace QueueHub.BrowserTests;

/// <summary>The supervisor's statistics page.</summary>
public class HistoryTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact]
    public async Task After_three_visits_a_supervisor_reads_them_compares_them_and_finds_the_same_view_after_a_reload()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await ThreeVisitsAsync(scene);
        var page = await scene.OpenAsync("/counter/room/seocho", Device.Desk);
        await page.SupervisorAsync(scene.Hub);
        await page.GetByRole(AriaRole.Link, new() { Name = "통계" }).ClickAsync();
        await page.Control("range").SelectOptionAsync("Today");
        await Expect(page.Figure("Visits")).ToHaveTextAsync("3건");
        await Expect(page.Figure("Served")).ToHaveTextAsync("2건");
        await Expect(page.Figure("FormShare")).ToHaveTextAsync("50.0%");
        await Expect(page.Locator("[data-section='by-service'] [data-row='resident'] td").First).ToContainTextAsync("2");
        await Expect(page.Locator("[data-section='by-counter'] [data-row='1']")).ToContainTextAsync("1번 창구");
        await Expect(page.Locator("[data-paper='sheets']")).ToContainTextAsync("장");
        await Expect(page.Locator("[data-section='by-staff']")).ToHaveCountAsync(0);

        await page.Control("compare").SelectOptionAsync("Before");
        await Expect(page.Locator("[data-section='headline'] .history-hint").First).ToHaveTextAsync("비교 기간: 자료 없음");
        await page.ReloadAsync();
        await Expect(page.Locator("[data-section='headline'] .history-hint").First).ToHaveTextAsync("비교 기간: 자료 없음");
        await Expect(page.Control("range")).ToHaveValueAsync("Today");
        await page.Locator("[data-switch='table']").ClickAsync();
        await Expect(page.Locator("[data-section='over-time'] [data-part] td").First).ToBeVisibleAsync();

        foreach (var language in new[] { "ko", "en" })
        {
            await page.Locator($".language[lang={language}]").ClickAsync();
            await Expect(page.Locator("#headline-heading")).ToHaveTextAsync(language == "ko" ? "주요 지표" : "Key figures");
            Assert.Empty(await page.FaultsAsync($"statistics in {language}"));
            Assert.Empty(await page.MisfitsAsync($"statistics in {language}"));
        }

        await page.SetViewportSizeAsync(390, 844);
        Assert.Empty(await page.MisfitsAsync("statistics on a narrow screen"));
    }

    [Fact]
    public async Task A_range_that_ends_before_it_begins_is_told_and_nothing_is_lost()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await ThreeVisitsAsync(scene);
        var page = await scene.OpenAsync("/counter/history/seocho?range=today", Device.Desk);
        await page.SupervisorAsync(scene.Hub);
        await Expect(page.Figure("Visits")).ToHaveTextAsync("3건");
        await page.Control("range").SelectOptionAsync("Custom");
        await page.Control("days-from").FillAsync("2026-03-02");
        await page.Control("days-to").FillAsync("2026-03-01");
        await page.Control("show").ClickAsync();
        await Expect(page.Locator("#days-wrong")).ToHaveTextAsync("종료일이 시작일보다 빠릅니다. 날짜를 확인해 주세요.");
        await Expect(page.Figure("Visits")).ToHaveTextAsync("3건");
        Assert.Empty(await page.FaultsAsync("reversed days"));

        await page.ReloadAsync();
        await Expect(page.Control("days-from")).ToHaveValueAsync("2026-03-02");
        await Expect(page.Control("days-to")).ToHaveValueAsync("2026-03-01");
        await Expect(page.Locator("#days-wrong")).ToBeVisibleAsync();
        await page.Control("days-to").FillAsync("2026-03-03");
        await page.Control("show").ClickAsync();
        await Expect(page.Locator("#days-wrong")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-section='headline']")).ToContainTextAsync("이 기간에는 자료가 없습니다.");
    }

    // Two are served, one of them with a form; the third waits. History keeps them before the page asks.
    private static async Task ThreeVisitsAsync(Scene scene)
    {
        var clerk = await scene.ClerkAsync("kim", "1");
        await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        await scene.Citizens.IssueAsync();
        await scene.Citizens.IssueAsync("tax");
        await clerk.CompleteAsync(await clerk.ServedAsync());
        await clerk.CompleteAsync(await clerk.ServedAsync());
        await scene.KeptAsync(visits: 3, served: 2);
    }
}

/// <summary>What a supervisor finds on the page.</summary>
internal static class HistoryScreen
{
    public static ILocator Control(this IPage page, string name) => page.Locator($"[data-control='{name}']");

    /// <summary>The writer has caught up with the day.</summary>
    public static async Task KeptAsync(this Scene scene, int visits, int served)
    {
        var (choi, _) = await scene.Hub.SignInAsync("choi");
        using (choi)
        {
            await Eventually.TrueAsync(
                async () => (await choi.GetFromJsonAsync<FiguresTable>("/api/history/seocho/figures"))!.Total is var total && total.Visits == visits && total.Served == served,
                "history keeps the visits");
        }
    }

    public static ILocator Figure(this IPage page, string name) => page.Locator($"[data-figure='{name}'] .value");
}
