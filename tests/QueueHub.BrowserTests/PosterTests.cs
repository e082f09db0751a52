using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.BrowserTests.Screens;
using QueueHub.Offices;

namespace QueueHub.BrowserTests;

public partial class PosterTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact]
    public async Task Every_office_s_poster_is_one_sheet_of_A4()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var page = await scene.OpenAsync("/", Device.Desk);
        foreach (var office in scene.Hub.Services.GetRequiredService<IOffices>().All)
        {
            await page.GotoAsync($"/{office.Slug}/poster");
            await page.Locator("img").EvaluateAsync("image => image.decode()");

            var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true }));

            Assert.Single(Sheets().Matches(pdf));
            Assert.Matches("/MediaBox \\[0 0 59[456][.0-9]* 84[123][.0-9]*\\]", pdf);
        }
    }

    [GeneratedRegex("/Type /Page\\b")]
    private static partial Regex Sheets();
}
