using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>What the console asks and shows in the course of a day.</summary>
public class ConsolePictures(EngineFixture engines, ChromiumFixture chromium)
{
    [Theory(Explicit = true)]
    [InlineData("ko", 1366, 768)]
    [InlineData("en", 1366, 768)]
    [InlineData("ko", 1920, 1080)]
    public async Task Every_question(string language, int width, int height)
    {
        Album.Require();
        List<string> faults = [];
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        for (var i = 0; i < 14; i++)
        {
            await scene.Citizens.IssueAsync(i % 3 == 0 ? "passport" : i % 5 == 0 ? "tax" : Seocho.Service);
        }

        var lee = await scene.ClerkAsync("lee", "4");
        foreach (var (note, place) in new[] { ("수수료 납부 중", "수납 창구"), ("서류 준비 중", "작성대"), ("확인 중", (string?)null), ("배우자를 기다림", "대기석") })
        {
            await lee.Park(new ParkRequest(Seocho.NewRequestId(), await lee.CalledAsync(), note, place));
        }

        await lee.NoShow(Seocho.Request(await lee.CalledAsync()));
        await lee.Transfer(new TransferRequest(Seocho.NewRequestId(), await lee.ServedAsync(), Counter: "4"));
        await lee.CalledAsync();
        var desk = await scene.OpenAsync("/counter/", new Device(width, height), language);
        await desk.Locator($".language[lang={language}]").ClickAsync();
        await Expect(desk.Locator("html")).ToHaveAttributeAsync("lang", language);
        await desk.SignInAsync(scene.Hub, "kim");
        await SaveAsync("choice");
        await desk.TakeAsync("1");
        await SaveAsync("idle");
        await AskAsync("F3", "preview");
        await AskAsync("Alt+KeyA", "issue");
        await desk.Keyboard.PressAsync("Alt+KeyA");
        await Expect(desk.Locator("dialog[open]")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("Digit3");
        await Expect(desk.Locator("[data-issued]")).ToBeVisibleAsync();
        await SaveAsync("issued");
        await desk.Keyboard.PressAsync("Escape");
        await AskAsync("Alt+KeyS", "services");
        await AskAsync("Alt+KeyU", "pause");
        await desk.Keyboard.PressAsync("F2");
        await Expect(desk.Stage("Called")).ToBeVisibleAsync();
        await SaveAsync("called");
        await AskAsync("Alt+KeyP", "park");
        await AskAsync("Alt+KeyT", "transfer");
        await desk.Keyboard.PressAsync("F4");
        await Expect(desk.Stage("Serving")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("Alt+KeyJ");
        await desk.Locator("[data-add='passport']").ClickAsync();
        await desk.Locator("[data-add='tax']").ClickAsync();
        await SaveAsync("journey");
        await desk.Locator("dialog[open] [type=submit]").ClickAsync();
        await Expect(desk.Locator(".now [data-rest]")).ToBeVisibleAsync();
        await SaveAsync("serving");
        await AskAsync("F7", "ending");
        await desk.Keyboard.PressAsync("F8");
        await Expect(desk.Stage("Idle")).ToBeVisibleAsync();
        await SaveAsync("completed");
        await desk.Locator(".list .row").First.ClickAsync();
        await SaveAsync("details");
        await desk.Keyboard.PressAsync("Escape");
        await desk.Keyboard.PressAsync("Alt+KeyU");
        await desk.Locator("[data-minutes='15']").CheckAsync();
        await desk.Locator("dialog[open] [type=submit]").ClickAsync();
        await Expect(desk.Stage("Paused")).ToBeVisibleAsync();
        await SaveAsync("paused");
        var other = await scene.OpenAsync("/counter/", new Device(width, height), language);
        await other.Locator($".language[lang={language}]").ClickAsync();
        await Expect(other.Locator("html")).ToHaveAttributeAsync("lang", language);
        await other.SignInAsync(scene.Hub, "lee");
        await other.Counter("1").ClickAsync();
        await other.Locator("[data-take-over]").ClickAsync();
        await Expect(desk.Locator("[data-taken]")).ToBeVisibleAsync();
        await SaveAsync("taken");
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));

        async Task SaveAsync(string name)
        {
            await desk.SaveAsync($"console-{name}-{language}-{width}");
            faults.AddRange(await desk.FaultsAsync(name));
            faults.AddRange(await desk.MisfitsAsync(name));
        }

        async Task AskAsync(string key, string name)
        {
            await desk.Keyboard.PressAsync(key);
            await Expect(desk.Locator("dialog[open]")).ToBeVisibleAsync();
            await SaveAsync(name);
            await desk.Keyboard.PressAsync("Escape");
            await Expect(desk.Locator("dialog[open]")).ToHaveCountAsync(0);
        }
    }
}
