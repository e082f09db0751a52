using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>Presence, companions, letting others go first, several services, and the page that only shows.</summary>
public class ControlPictures(EngineFixture engines, ChromiumFixture chromium)
{
    private static readonly Device Narrow = new(320, 640, Touch: true);

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    [InlineData("vi")]
    public async Task Every_page(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        foreach (var (name, device) in new[] { ("", Device.Phone), ("-320", Narrow) })
        {
            var page = await scene.OpenAsync($"/seocho/visit?lang={language}", device);
            await SaveAsync("visit-choose");
            await page.GotoAsync("/seocho/visit?s=tax&s=resident&s=vehicle");
            await SaveAsync("visit-order");
            await page.Locator("form .button").ClickAsync();
            await page.Locator("[data-ticket]").WaitForAsync();
            for (var other = 0; other < 3; other++)
            {
                await scene.Citizens.IssueAsync("tax");
            }

            var mine = page.Url;
            await page.Locator(".card summary").First.ClickAsync();
            await page.Locator(".qr").First.EvaluateAsync("image => image.decode()");
            await SaveAsync("ticket-journey-share");
            var watch = await page.Locator("[data-share]").GetAttributeAsync("data-share");
            await page.GotoAsync($"{mine}/later");
            await SaveAsync("later");
            await page.GotoAsync(watch!);
            await SaveAsync("watch");
            await page.GotoAsync("/seocho/s/tax");
            await page.Locator("main form .button").ClickAsync();
            await page.Locator(".notice form").WaitForAsync();
            await SaveAsync("held");
            await page.Locator(".notice form .button").ClickAsync();
            await page.Locator("[data-ticket]").WaitForAsync();
            await page.GotoAsync("/seocho");
            await page.Locator(".mine [data-view]:not([hidden])").First.WaitForAsync();
            await SaveAsync("family");

            Task SaveAsync(string what) => page.SaveAsync($"control-{what}-{language}{name}", whole: true);
        }
    }

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    [InlineData("vi")]
    public async Task Presence(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.Hub.RequirePresenceAsync();
        using var screen = await PairedScreen.DisplayAsync(scene.Hub, "로비");
        var cookie = screen.Cookie;
        var tv = await scene.OpenAsync("/display/?sound=off", Device.Tv, before: page => page.Context.AddCookiesAsync(
            [new() { Name = cookie.Name, Value = cookie.Value, Domain = scene.Hub.Url.Host, Path = "/", HttpOnly = true, SameSite = SameSiteAttribute.Strict }]));
        var qr = tv.Locator(".scan[data-here] img");
        await qr.WaitForAsync();
        await tv.SaveAsync("control-tv-here");
        var page = await scene.OpenAsync($"/seocho?lang={language}", Device.Phone);
        await page.SaveAsync($"control-presence-office-{language}", whole: true);
        await page.GotoAsync("/seocho/s/tax");
        await page.Locator("main form .button").ClickAsync();
        await page.Locator("[data-ticket]").WaitForAsync();
        var mine = page.Url;
        await page.SaveAsync($"control-presence-on-the-way-{language}", whole: true);
        await page.GotoAsync("/seocho/here/00000000000000000000");
        await page.SaveAsync($"control-presence-expired-{language}");
        await page.GotoAsync(new Uri((await qr.ReadAsync(400))!).AbsolutePath);
        await page.SaveAsync($"control-presence-here-{language}", whole: true);
        await page.GotoAsync(mine);
        await page.SaveAsync($"control-presence-arrive-{language}", whole: true);
    }
}
