using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>The clerk's console from sign-in to a lost link.</summary>
public class CounterPictures(EngineFixture engines, ChromiumFixture chromium)
{
    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Every_state(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium, openingHours: true);
        await scene.Hub.OpenNowAsync();
        await using var link = scene.Link();
        await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        for (var i = 0; i < 9; i++)
        {
            await scene.Citizens.IssueAsync(i % 3 == 0 ? "passport" : Seocho.Service);
        }

        var lee = await scene.ClerkAsync("lee", "4");
        await lee.Park(new ParkRequest(Seocho.NewRequestId(), await lee.CalledAsync(), language == "ko" ? "수수료 납부 중" : "Paying the fee"));
        await lee.NoShow(Seocho.Request(await lee.CalledAsync()));
        await lee.CalledAsync();

        var desk = await scene.OpenAsync("/counter/", Device.Desk, language, at: new Uri($"http://{link.EndPoint}/"));
        await desk.Locator($".language[lang={language}]").ClickAsync();
        await Expect(desk.Locator("html")).ToHaveAttributeAsync("lang", language);
        await desk.SaveAsync($"counter-sign-in-{language}");
        await desk.Locator("#name").FillAsync("kim");
        await desk.Locator("#password").FillAsync("wrong");
        await desk.Locator("button[type=submit]").ClickAsync();
        await Expect(desk.Locator("[role=alert]").First).ToBeVisibleAsync();
        await desk.SaveAsync($"counter-sign-in-failed-{language}");
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.SaveAsync($"counter-choice-{language}");
        await desk.TakeAsync("1");
        await desk.SaveAsync($"counter-idle-{language}");
        await desk.Keyboard.PressAsync("F2");
        await Expect(desk.Stage("Called")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("Alt+KeyT");
        await Expect(desk.Locator("dialog[open]")).ToBeVisibleAsync();
        await desk.SaveAsync($"counter-question-{language}");
        await desk.Keyboard.PressAsync("Escape");
        await desk.Keyboard.PressAsync("Alt+KeyN");
        await Expect(desk.Stage("Idle")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("Alt+KeyU");
        await desk.Locator("dialog[open] .button-primary").ClickAsync();
        await Expect(desk.Stage("Paused")).ToBeVisibleAsync();
        await desk.SaveAsync($"counter-paused-{language}");
        await scene.Hub.CloseNowAsync();
        link.Cut();
        await Expect(desk.Locator(".banner")).ToBeVisibleAsync();
        await desk.SaveAsync($"counter-lost-{language}");
        link.Restore();
        await Expect(desk.Locator(".banner")).ToHaveCountAsync(0);
        await Expect(desk.Locator(".hours")).ToBeVisibleAsync();
        await desk.SaveAsync($"counter-after-hours-{language}");
        await scene.Hub.EndDayAsync();
        await Expect(desk.Locator(".day")).ToBeVisibleAsync();
        await desk.SaveAsync($"counter-day-closed-{language}");
    }
}
