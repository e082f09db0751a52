using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Protection;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>What protects a clerk, as the console shows it.</summary>
public class ConsoleProtectionPictures(EngineFixture engines, ChromiumFixture chromium)
{
    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task At_the_console(string language)
    {
        Album.Require();
        List<string> faults = [];
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.Hub.SetVisitLengthAsync(noticeMinutes: 1, limitMinutes: 20);
        await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        for (var i = 0; i < 5; i++)
        {
            await scene.Citizens.IssueAsync();
        }

        foreach (var counter in new[] { "2", "4" })
        {
            await scene.ClerkAsync("lee", counter);
        }

        var desk = await scene.OpenAsync("/counter/", Device.Desk, language);
        await desk.Locator($".language[lang={language}]").ClickAsync();
        await Expect(desk.Locator("html")).ToHaveAttributeAsync("lang", language);
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        await SaveAsync("idle");
        await desk.Keyboard.PressAsync("F2");
        await Expect(desk.Stage("Called")).ToBeVisibleAsync();
        await SaveAsync("called");
        await desk.Keyboard.PressAsync("F4");
        await Expect(desk.Stage("Serving")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("Alt+KeyR");
        await desk.Locator($"[data-kind='{WarningKind.Language}']").CheckAsync();
        await SaveAsync("warning");
        await desk.Locator("[data-answer='Warn']").ClickAsync();
        await Expect(desk.Locator("[data-warnings='1']")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("F12");
        await Expect(desk.Locator("[data-alarm='Arrived']")).ToBeVisibleAsync();
        await Expect(desk.Locator("[data-visit-length='Noticed']")).ToBeVisibleAsync(new() { Timeout = 75_000 });
        await SaveAsync("serving");
        await desk.Locator("[data-alarm-off]").ClickAsync();
        await SaveAsync("alarm-off");
        await desk.Locator("[data-alarm-off-sure]").ClickAsync();
        await Expect(desk.Locator("[data-alarm='Quiet']")).ToHaveCountAsync(1);
        await desk.Keyboard.PressAsync("Alt+KeyG");
        await Expect(desk.Locator("dialog[open]")).ToBeVisibleAsync();
        await SaveAsync("step-away");
        await desk.Keyboard.PressAsync("Escape");
        await desk.Keyboard.PressAsync("Alt+KeyX");
        await Expect(desk.Locator("dialog[open]")).ToBeVisibleAsync();
        await SaveAsync("ending");
        await desk.Locator("[data-answer='EndVisit']").ClickAsync();
        await Expect(desk.Locator("[data-offers-record]")).ToBeVisibleAsync();
        await SaveAsync("ended");
        await desk.Keyboard.PressAsync("Alt+KeyM");
        await desk.Locator("[data-incident-kind]").SelectOptionAsync(IncidentKind.Abuse);
        await desk.Locator("[data-incident-note]").FillAsync("큰 소리로 욕설을 하고 창구를 여러 번 내리쳤음.");
        await SaveAsync("record");
        await desk.Locator("[data-save-record]").ClickAsync();
        await Expect(desk.Locator("dialog[open]")).ToHaveCountAsync(0);
        await desk.Keyboard.PressAsync("Alt+KeyM");
        await desk.Locator("[data-tab='read']").ClickAsync();
        await desk.Locator("[data-add-note]").First.ClickAsync();
        await SaveAsync("records");
        await desk.Keyboard.PressAsync("Escape");
        await Expect(desk.Locator("dialog[open]")).ToHaveCountAsync(0);
        await desk.Keyboard.PressAsync("Alt+KeyG");
        if (await desk.Locator("[data-book]").CountAsync() > 0)
        {
            await desk.Locator("[data-book]").CheckAsync();
        }

        await desk.Locator("dialog[open] [type=submit]").ClickAsync();
        await Expect(desk.Stage("Paused")).ToBeVisibleAsync();
        await SaveAsync("away");
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));

        async Task SaveAsync(string name)
        {
            await desk.SaveAsync($"protection-{name}-{language}");
            faults.AddRange(await desk.FaultsAsync(name));
            faults.AddRange(await desk.MisfitsAsync(name));
        }
    }
}
