using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Protection;

namespace QueueHub.BrowserTests;

/// <summary>One hard visit on all screens at once: phone, lobby, panel, console and the supervisor's room.</summary>
public class HardVisitTests(EngineFixture engines, ChromiumFixture chromium)
{
    // What no screen that a citizen sees may say of the alarm, in either language.
    private static readonly string[] Traces = ["비상", "경보", "지원 요청", "Alarm", "alarm", "support"];

    [Fact]
    public async Task A_clerk_calls_for_help_unseen_warns_aloud_and_ends_the_visit_and_the_next_citizen_finds_nothing_of_it()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var issued = await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        var next = await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm("성춘향"));
        var (phone, tv) = (await scene.OpenAsync(issued.Url, Device.Phone), await scene.OpenAsync("/display/seocho", Device.Tv));
        var panel = await scene.PanelAsync("1", Device.Panel);
        var room = await scene.OpenAsync("/counter/room/seocho", Device.Desk);
        await room.SupervisorAsync(scene.Hub);
        var desk = await scene.OpenAsync("/counter/", Device.Desk);
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        await desk.StrikeAsync("F2");
        await Expect(panel.Phase("called")).ToBeVisibleAsync();
        await Expect(desk.Stage("Called")).ToBeVisibleAsync();
        await desk.StrikeAsync("F4");
        await Expect(panel.Value("copies")).ToHaveTextAsync("1");

        // The supervisor has it at once; whoever stands before the clerk has nothing to notice.
        await desk.Keyboard.PressAsync("F12");
        var call = room.Locator("[data-alarm-dialog]");
        await Expect(call.Locator("[data-alarm='1']")).ToContainTextAsync("1번 창구");
        await Expect(desk.Locator("[data-alarm='Arrived']")).ToBeVisibleAsync();
        await call.Locator("[data-alarm-answer=coming]").ClickAsync();
        await Expect(desk.Locator("[data-alarm='Arrived']")).ToContainTextAsync("가고 있습니다");
        foreach (var screen in new[] { phone, tv, panel })
        {
            var words = await screen.Locator("body").InnerTextAsync();
            Assert.All(Traces, trace => Assert.DoesNotContain(trace, words, StringComparison.Ordinal));
        }

        // The warning stands on the panel, and nowhere else.
        await desk.StrikeAsync("Alt+KeyR");
        await desk.Locator($"[data-kind='{WarningKind.Threat}']").CheckAsync();
        await desk.Locator("[data-answer='Warn']").ClickAsync();
        await Expect(panel.Locator("body")).ToContainTextAsync(WarningTexts.Shown(WarningKind.Threat).Ko);
        Assert.DoesNotContain(WarningTexts.Title(WarningKind.Threat).Ko, await tv.Locator("body").InnerTextAsync(), StringComparison.Ordinal);

        await Expect(desk.Locator("[data-warnings='1']")).ToBeVisibleAsync();
        await desk.StrikeAsync("Alt+KeyX");
        await desk.Locator("[data-answer='EndVisit']").ClickAsync();
        await Expect(panel.Locator("[data-lease]")).ToHaveCountAsync(0);
        await Expect(phone.View("done")).ToBeVisibleAsync();

        // The next one stands at a counter where nothing of all that is to be seen.
        await Expect(desk.Stage("Idle")).ToBeVisibleAsync();
        await desk.StrikeAsync("F2");
        await Expect(panel.Phase("called").Locator($"[data-number='{next.Number}']")).ToBeVisibleAsync();
        await Expect(desk.Stage("Called")).ToBeVisibleAsync();
        await desk.StrikeAsync("F4");
        await Expect(panel.Value("copies")).ToHaveTextAsync("1");
        await Expect(panel.Locator("body")).Not.ToContainTextAsync(WarningTexts.Title(WarningKind.Threat).Ko);
        Assert.DoesNotContain("홍길동", await panel.ContentAsync(), StringComparison.Ordinal);

        // Alarm, answer, warning and ending are one incident.
        await Expect(room.Locator($"[data-incident='t{issued.Ordinal}']")).ToBeVisibleAsync();
        await room.Locator($"[data-incident='t{issued.Ordinal}']").ClickAsync();
        await Expect(room.Locator("dialog[open] .trail li")).ToHaveCountAsync(4);

        // A phone that nobody has touched may not vibrate, says the browser.
        Assert.All(scene.Complaints, complaint => Assert.Contains("navigator.vibrate", complaint, StringComparison.Ordinal));
    }
}
