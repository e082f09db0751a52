using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>The panel in every state, in its five languages and sizes.</summary>
public class PanelPictures(EngineFixture engines, ChromiumFixture chromium)
{
    private static readonly string[] Languages = ["ko", "en", "zh", "vi", "ja"];

    [Fact(Explicit = true)]
    public async Task Every_state()
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        var unpaired = await scene.OpenAsync("/display/panel", Device.Panel);
        await Expect(unpaired.Locator("[data-code]")).ToBeVisibleAsync();
        await unpaired.SaveAsync("panel-unpaired");
        var panel = await scene.PanelAsync("1", Device.Panel);
        await Expect(panel.Phase("closed")).ToBeVisibleAsync();
        await panel.SaveAsync("panel-closed", moving: true);
        var clerk = await scene.ClerkAsync("kim", "1");
        await Expect(panel.Phase("idle")).ToBeVisibleAsync();
        await panel.SaveAsync("panel-nobody", moving: true);
        await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        await Expect(panel.Locator("[data-next]")).ToBeVisibleAsync();
        await panel.SaveAsync("panel-idle", moving: true);
        await panel.SetViewportSizeAsync(1080, 1920);
        await panel.SaveAsync("panel-idle-portrait", moving: true);
        await panel.SetViewportSizeAsync(1280, 800);
        await clerk.Pause(new PauseCounterRequest(Seocho.NewRequestId()));
        await Expect(panel.Phase("paused")).ToBeVisibleAsync();
        await panel.SaveAsync("panel-paused", moving: true);
        await clerk.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var ticket = await clerk.CalledAsync();
        await Expect(panel.Phase("called")).ToBeVisibleAsync();
        await EachLanguageAsync(panel, "called");
        await clerk.Start(Seocho.Request(ticket));
        await Expect(panel.Value("copies")).ToBeVisibleAsync();
        await EachLanguageAsync(panel, "form");
        await panel.SetViewportSizeAsync(1080, 1920);
        await panel.SaveAsync("panel-form-portrait", moving: true);
        await panel.SetViewportSizeAsync(1920, 1080);
        await panel.SaveAsync("panel-form-large", moving: true);
        await panel.SetViewportSizeAsync(1280, 800);
        await panel.Row("name").ClickAsync();
        await panel.SaveAsync("panel-field-text", moving: true);
        await panel.Locator(".panel-field input").FillAsync("성춘향");
        await clerk.EditForm(new EditFormRequest(ticket, [new("name", 1, ["이몽룡"])]));
        await Expect(panel.Locator(".dispute")).ToBeVisibleAsync();
        await panel.SaveAsync("panel-conflict", moving: true);
        await panel.Locator("[data-keep=theirs]").ClickAsync();
        await panel.Row("purpose").ClickAsync();
        await panel.SaveAsync("panel-field-choice", moving: true);
        await panel.Locator("[data-cancel]").ClickAsync();
        await panel.Locator("[data-confirm]").ClickAsync();
        await panel.DrawAsync();
        await EachLanguageAsync(panel, "signing");
        await panel.SetViewportSizeAsync(1080, 1920);
        await panel.SaveAsync("panel-signing-portrait", moving: true);
        await panel.SetViewportSizeAsync(1280, 800);
        await panel.Locator("[data-sign]").ClickAsync();
        await Expect(panel.Locator("[data-signed=valid]")).ToBeVisibleAsync();
        await panel.SaveAsync("panel-signed", moving: true);
        await clerk.Warn(new WarnRequest(Seocho.NewRequestId(), ticket, WarningKind.Language));
        await Expect(panel.Locator("[data-warning]")).ToBeVisibleAsync();
        await EachLanguageAsync(panel, "warning");
    }

    private static async Task EachLanguageAsync(IPage panel, string state)
    {
        foreach (var language in Languages.Reverse())
        {
            // Behind a dialog the buttons are still there, and to be pressed.
            await panel.Locator($"[data-language={language}]").ClickAsync();
            await Expect(panel.Locator($".panel[lang={language}]")).ToBeVisibleAsync();
            await panel.SaveAsync($"panel-{state}-{language}", moving: true);
        }
    }
}
