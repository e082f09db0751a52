using System.Text;
using System.Text.RegularExpressions;
using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests;

/// <summary>A ticket on paper, for those without a phone.</summary>
public partial class SlipTests(EngineFixture engines, ChromiumFixture chromium)
{
    // 40 mm on a thermal printer of 8 points a millimetre.
    private const int ThermalPoints = 320;

    [Fact]
    public async Task A_slip_is_one_piece_of_paper_and_its_QR_code_opens_the_ticket()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.Citizens.IssueAsync();
        var ticket = (await scene.Citizens.IssueAsync()).Url;
        var page = await scene.OpenAsync($"{ticket}/slip", Device.Desk);

        await Expect(page.Locator("h1")).ToHaveTextAsync("번호2");
        await Expect(page.Locator("main")).ToContainTextAsync("1명");
        Assert.Equal(new Uri(scene.Hub.Url, ticket).AbsoluteUri, await page.Locator("img").ReadAsync(ThermalPoints));
        Assert.Empty(await page.FaultsAsync("slip"));
        await OnePageAsync(page, "22[67][.0-9]* 45[34][.0-9]*");

        await page.GetByRole(AriaRole.Link, new() { Name = "A4 용지" }).ClickAsync();
        await page.Locator("img").EvaluateAsync("image => image.decode()");
        await OnePageAsync(page, "59[456][.0-9]* 84[123][.0-9]*");
        Assert.Empty(await page.FaultsAsync("slip on A4"));
        Assert.Empty(scene.Complaints);
    }

    [Fact]
    public async Task It_asks_for_the_printer_by_itself_when_told_to_and_only_then()
    {
        const string Count = "window.printed = 0; window.print = () => { window.printed++; };";
        await using var scene = await Scene.StartAsync(engines, chromium);
        var ticket = (await scene.Citizens.IssueAsync()).Url;

        var page = await scene.OpenAsync($"{ticket}/slip?print=1", Device.Desk, before: opened => opened.AddInitScriptAsync(Count));
        await Eventually.TrueAsync(() => page.EvaluateAsync<bool>("window.printed === 1"), "the printer is asked for");

        await page.GotoAsync($"{ticket}/slip");
        await page.GetByRole(AriaRole.Button, new() { Name = "인쇄하기" }).ClickAsync();
        Assert.Equal(1, await page.EvaluateAsync<int>("window.printed"));
        Assert.Empty(scene.Complaints);
    }

    private static async Task OnePageAsync(IPage page, string size)
    {
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));
        Assert.Single(Sheets().Matches(pdf));
        Assert.Matches($"^/MediaBox \\[0 0 {size}\\]$", MediaBox().Match(pdf).Value);
    }

    [GeneratedRegex("/MediaBox \\[[^]]*\\]")]
    private static partial Regex MediaBox();

    [GeneratedRegex("/Type /Page\\b")]
    private static partial Regex Sheets();
}
