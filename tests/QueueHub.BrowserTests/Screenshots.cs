using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests;

/// <summary>The pictures of the README: written to the folder that <c>QUEUEHUB_SCREENSHOTS</c> names, only when asked for (<c>-explicit only</c>).</summary>
public class Screenshots(EngineFixture engines, ChromiumFixture chromium)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("QUEUEHUB_SCREENSHOTS");

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Of_one_visit(string language)
    {
        Assert.SkipWhen(Folder is null, "QUEUEHUB_SCREENSHOTS names no folder.");
        await using var scene = await Scene.StartAsync(engines, chromium);
        var lee = await scene.ClerkAsync("lee", "2");
        var park = await scene.ClerkAsync("park", "4");
        var phone = await scene.OpenAsync("/seocho", Device.Phone, language);
        await scene.Citizens.IssueAsync();
        await scene.Citizens.IssueAsync("passport");
        await lee.CallNext(Seocho.Request());
        await park.CallNext(Seocho.Request());
        for (var i = 0; i < 3; i++)
        {
            await scene.Citizens.IssueAsync();
            await scene.Citizens.IssueAsync("passport");
        }

        await phone.ReloadAsync();
        await SaveAsync(phone, "phone-office", language);
        await phone.GotoAsync("/seocho/s/resident/form");
        await phone.FillStepAsync("request", ("document", "household"), ("action", "issue"), ("copies", "2"));
        await SaveAsync(phone, "phone-form", language);
        var ticket = await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        await scene.Citizens.IssueAsync();
        await phone.GotoAsync(ticket.Url);
        await Expect(phone.Locator("[data-live]")).ToBeVisibleAsync();
        await SaveAsync(phone, "phone-ticket-waiting", language);

        var desk = await scene.OpenAsync("/counter/", Device.Desk, language);
        await desk.Locator($".language[lang={language}]").ClickAsync();
        await desk.SignInAsync(scene.Hub, "kim");
        var tv = await scene.OpenAsync("/display/seocho?sound=off", Device.Tv);
        await Expect(tv.Calls()).ToHaveCountAsync(2);
        await desk.TakeAsync("1");
        for (var i = 0; i < 3; i++)
        {
            await desk.Keyboard.PressAsync("F2");
            await Expect(desk.Stage("Called")).ToBeVisibleAsync();
            await desk.Keyboard.PressAsync("F4");
            await Expect(desk.Stage("Serving")).ToBeVisibleAsync();
            await desk.Keyboard.PressAsync("F8");
            await Expect(desk.Stage("Idle")).ToBeVisibleAsync();
        }

        await desk.Keyboard.PressAsync("F2");
        await Expect(phone.View("called")).ToBeVisibleAsync();
        await SaveAsync(phone, "phone-ticket-called", language);
        await Expect(tv.Locator(".call.announced .number")).ToHaveTextAsync($"{ticket.Number}번");
        await SaveAsync(tv, "tv-calls", language);
        await desk.Keyboard.PressAsync("F4");
        await Expect(desk.Stage("Serving")).ToBeVisibleAsync();
        await Expect(desk.Answer("name")).ToBeVisibleAsync();
        await SaveAsync(desk, "counter-serving", language);
    }

    private static Task<byte[]> SaveAsync(IPage page, string name, string language) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder!, $"{name}-{language}.png") });
}
