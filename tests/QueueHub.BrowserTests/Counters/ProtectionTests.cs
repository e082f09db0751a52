using Microsoft.Extensions.DependencyInjection;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Tickets.Rows;

namespace QueueHub.BrowserTests.Counters;

/// <summary>A hard visit, told by what the clerk does at the console alone.</summary>
public class ProtectionTests(EngineFixture engines, ChromiumFixture chromium)
{
    // The shortest notice that an office can have.
    private const int NoticeMinutes = 1;

    private readonly List<string> _faults = [];

    [Fact]
    public async Task A_visit_is_warned_helped_ended_and_written_down()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.Hub.SetVisitLengthAsync(NoticeMinutes, limitMinutes: 20);
        await scene.Hub.TakesItsTimeAsync();
        await scene.Citizens.IssueAsync();
        var desk = await scene.OpenAsync("/counter/", Device.Desk);
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        await desk.StrikeAsync("F2");
        await Expect(desk.Stage("Called")).ToBeVisibleAsync();
        await desk.StrikeAsync("F4");
        await Expect(desk.Stage("Serving")).ToBeVisibleAsync();

        // Nothing was told yet: the visit cannot be ended, and the button says why.
        var ending = desk.Locator("[data-action='EndVisit']");
        await Expect(ending).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(ending).ToHaveAttributeAsync("title", "먼저 경고해야 응대를 끝낼 수 있습니다.");
        await desk.StrikeAsync("Alt+KeyR");
        await desk.Locator($"[data-kind='{WarningKind.Language}']").CheckAsync();
        await Expect(desk.Locator("[data-words='ko']")).ToHaveTextAsync(WarningTexts.Shown(WarningKind.Language).Ko);
        await LookAsync(desk, "warning");
        await desk.Locator("[data-answer='Warn']").ClickAsync();
        await Expect(desk.Locator("[data-warnings='1']")).ToContainTextAsync(WarningTexts.Title(WarningKind.Language).Ko);

        await AskForHelpAsync(scene, desk);

        await desk.StrikeAsync("Alt+KeyM");
        await desk.Locator("[data-incident-kind]").SelectOptionAsync(IncidentKind.Abuse);
        await desk.Locator("[data-incident-note]").FillAsync("창구를 여러 번 내리쳤음");
        await LookAsync(desk, "record");
        await desk.ReloadAsync();
        await Expect(desk.Locator("[data-incident-note]")).ToHaveValueAsync("창구를 여러 번 내리쳤음");
        await Expect(desk.Locator("[data-incident-kind]")).ToHaveValueAsync(IncidentKind.Abuse);
        await desk.Locator("[data-save-record]").ClickAsync();
        await Expect(desk.Locator("dialog[open]")).ToHaveCountAsync(0);

        // Counted from the start of the visit, whatever was reloaded in between.
        await Expect(desk.Locator("[data-visit-length='Noticed']")).ToContainTextAsync("1분", new() { Timeout = 180_000 });
        await desk.StrikeAsync("Alt+KeyX");
        await Expect(desk.Locator($"[data-kind='{WarningKind.Language}']")).ToBeCheckedAsync();
        await LookAsync(desk, "ending");
        await desk.Locator("[data-answer='EndVisit']").ClickAsync();
        await Expect(desk.Locator("[data-undo='EndVisit']")).ToBeVisibleAsync();
        await Expect(desk.Locator("[data-offers-record]")).ToBeVisibleAsync();
        await desk.StrikeAsync("Alt+KeyZ");
        await Expect(desk.Stage("Serving")).ToBeVisibleAsync();
        await Expect(desk.Locator("[data-warnings='1']")).ToBeVisibleAsync();

        await desk.StrikeAsync("Alt+KeyG");
        await Expect(desk.Locator("dialog[open] .note")).ToContainTextAsync("1번은 대기로 돌아가");
        await LookAsync(desk, "stepping away");
        await desk.Locator("dialog[open] [type=submit]").ClickAsync();
        await Expect(desk.Stage("Paused")).ToBeVisibleAsync();
        await Expect(desk.Locator("[data-away]")).ToContainTextAsync("돌아오기까지");
        await LookAsync(desk, "away");
        await desk.StrikeAsync("Alt+KeyO");
        await Expect(desk.Locator("[data-waiting='1']")).ToBeVisibleAsync();
        Assert.True(_faults.Count == 0, string.Join(Environment.NewLine, _faults));
        Assert.True(scene.Complaints.Count == 0, string.Join(Environment.NewLine, scene.Complaints));
    }

    // In the middle of another question, whose field keeps the focus and what is written there.
    private async Task AskForHelpAsync(Scene scene, IPage desk)
    {
        await desk.StrikeAsync("Alt+KeyP");
        await desk.Locator("#question-text").FillAsync("서류 준비 중");
        await desk.Keyboard.PressAsync("F12");
        await Eventually.TrueAsync(() => Alarm(scene) is not null, "the alarm is raised");
        await Expect(desk.Locator("dialog [data-alarm='Arrived']")).ToBeVisibleAsync();
        await Expect(desk.Locator("#question-text")).ToBeFocusedAsync();
        await Expect(desk.Locator("#question-text")).ToHaveValueAsync("서류 준비 중");
        await desk.Keyboard.PressAsync("Escape");
        await Expect(desk.Locator("dialog[open]")).ToHaveCountAsync(0);
        await LookAsync(desk, "alarm");

        // It is there after a reload; pressed once more it is the same one, and neither the key nor a second Enter switches it off.
        var raised = Alarm(scene)!.Id;
        await desk.ReloadAsync();
        await desk.Locator("[data-alarm-off]").FocusAsync();
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator("[data-alarm-off-sure]")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("F12");
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator("[data-alarm-off-sure]")).ToHaveCountAsync(0);
        Assert.Equal(raised, Alarm(scene)?.Id);

        await desk.Locator("[data-alarm-off]").ClickAsync();
        await desk.Locator("[data-alarm-off-sure]").ClickAsync();
        await Eventually.TrueAsync(() => Alarm(scene) is null, "the alarm is switched off");
        await Expect(desk.Locator("[data-alarm='Quiet']")).ToHaveCountAsync(1);
    }

    private async Task LookAsync(IPage desk, string screen)
    {
        _faults.AddRange(await desk.FaultsAsync(screen));
        _faults.AddRange(await desk.MisfitsAsync(screen));
    }

    private static CounterAlarm? Alarm(Scene scene) =>
        scene.Hub.Services.GetRequiredService<IOfficeStates>().Current(Seocho.Office)?.Counters.GetValueOrDefault("1")?.Alarm;
}
