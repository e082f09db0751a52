using System.Text.RegularExpressions;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;
using QueueHub.Platform.Limits;

namespace QueueHub.BrowserTests;

/// <summary>Panel, clerk and phone at once: what the citizen at the counter sees, writes and signs, and what is there no longer a second later.</summary>
public partial class PanelTests(EngineFixture engines, ChromiumFixture chromium)
{
    private const double Second = 1000;

    [Fact]
    public async Task Clerk_and_citizen_write_one_form_each_sees_the_other_and_the_citizen_signs_it()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var faults = new List<string>();
        var panel = await scene.PanelAsync("1", Device.Panel);
        await Expect(panel.Phase("closed")).ToBeVisibleAsync();
        var issued = await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        var phone = await scene.OpenAsync(issued.Url, Device.Phone);
        var desk = await scene.OpenAsync("/counter/", Device.Desk);
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        await Expect(panel.Locator($"[data-next='{issued.Number}']")).ToBeVisibleAsync();
        faults.AddRange(await panel.FaultsAsync("panel, idle"));

        await desk.StrikeAsync("F2");
        await Expect(panel.Phase("called").Locator($"[data-number='{issued.Number}']")).ToBeVisibleAsync();
        await Expect(phone.View("called")).ToBeVisibleAsync();
        await Expect(panel.Locator("[data-lease]")).ToHaveCountAsync(0);
        faults.AddRange(await panel.FaultsAsync("panel, called"));
        await Expect(desk.Stage("Called")).ToBeVisibleAsync();
        await desk.StrikeAsync("F4");

        // Private answers are masked, in the page as well, until they are touched.
        await Expect(panel.Row("name")).ToHaveAttributeAsync("data-masked", "");
        await Expect(panel.Value("copies")).ToHaveTextAsync("1");
        Assert.DoesNotContain("홍길동", await panel.ContentAsync(), StringComparison.Ordinal);
        faults.AddRange(await panel.FaultsAsync("panel, form"));

        // The clerk writes, the panel has it.
        var copies = await ClerkWritesAsync(2);
        await Expect(panel.Value("copies")).ToHaveTextAsync($"{copies}");

        // The citizen writes, the desk has it.
        await panel.WithFormAsync(async () =>
        {
            await panel.Row("name").ClickAsync();
            await Expect(panel.Locator(".panel-field input")).ToHaveValueAsync("홍길동");
            await Expect(panel.Locator(".panel-field input")).ToBeFocusedAsync();
            faults.AddRange(await panel.FaultsAsync("panel, field"));
            await panel.Locator("[data-cancel]").ClickAsync();
        });
        await panel.WithFormAsync(async () =>
        {
            await panel.Row("name").ClickAsync();
            await panel.Locator(".panel-field input").FillAsync("성춘향");
            await panel.Locator("[data-save]").ClickAsync();
            await Expect(panel.Value("name")).ToHaveTextAsync("성춘향");
        });
        await Expect(desk.Answer("name")).ToHaveTextAsync("성춘향");

        // Both write one field: the citizen is shown both values, and chooses.
        await panel.WithFormAsync(async () =>
        {
            await panel.Row("copies").ClickAsync();
            await panel.Locator(".panel-field input").FillAsync("9");
            copies = await ClerkWritesAsync(copies + 1);
            await Expect(panel.Locator("[data-theirs]")).ToHaveTextAsync($"{copies}");
            await Expect(panel.Locator("[data-mine]")).ToHaveTextAsync("9");
            faults.AddRange(await panel.FaultsAsync("panel, conflict"));
            await panel.Locator("[data-keep=mine]").ClickAsync();
            await Expect(desk.Answer("copies")).ToHaveTextAsync("9");
        });
        copies = 9;

        // What is to be signed stands first; what changes meanwhile is told.
        await panel.WithFormAsync(async () =>
        {
            await panel.Locator("[data-confirm]").ClickAsync();
            await Expect(panel.Locator("[data-signed-field='copies']")).ToContainTextAsync($"{copies}");
            faults.AddRange(await panel.FaultsAsync("panel, signing"));
            copies = await ClerkWritesAsync(copies + 1);
            await Expect(panel.Locator("[data-notice]")).ToContainTextAsync("다시 확인해 주세요");
            await panel.DrawAsync();
            await panel.Locator("[data-sign]").ClickAsync();
            await Expect(panel.Locator("[data-signed=valid]")).ToHaveTextAsync(SignedAt());
        });
        faults.AddRange(await panel.FaultsAsync("panel, signed"));

        await ClerkWritesAsync(1);
        await Expect(panel.Locator("[data-signed=void]")).ToContainTextAsync("다시 확인해 주세요");
        Assert.True(faults.Count == 0, string.Join('\n', faults));

        // A phone that nobody has touched may not vibrate, says the browser.
        Assert.All(scene.Complaints, complaint => Assert.Contains("navigator.vibrate", complaint, StringComparison.Ordinal));

        async Task<int> ClerkWritesAsync(int wanted)
        {
            await desk.Locator("[data-change='copies']").ClickAsync();
            await desk.Locator("[data-field='copies'] input").FillAsync($"{wanted}");
            await desk.Keyboard.PressAsync("Enter");
            return wanted;
        }
    }

    [Fact]
    public async Task A_second_after_the_visit_has_ended_or_the_connection_is_lost_nothing_of_the_form_is_to_be_seen()
    {
        await using var scene = await Scene.StartAsync(engines, chromium, also: hub => hub.WithSetting("Limits:PanelLease", $"{new LimitOptions().PanelLease}"));
        await using var link = scene.Link();
        var clerk = await scene.ClerkAsync("kim", "1");
        var panel = await scene.PanelAsync("1", Device.Panel, at: new Uri($"http://{link.EndPoint}/"));
        await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm("성춘향"));

        var first = await clerk.ServedAsync();
        await Expect(panel.Value("copies")).ToBeVisibleAsync();
        await panel.OpenFieldAsync("name", "홍길동");
        await panel.WatchBlankAsync();
        await clerk.CompleteAsync(first);
        var ended = DateTimeOffset.UtcNow;
        Assert.InRange(await panel.BlankAfterAsync(ended), double.MinValue, Second);
        Assert.DoesNotContain("홍길동", await panel.ContentAsync(), StringComparison.Ordinal);

        // A link that was closed, and one over which nothing comes any more.
        await clerk.ServedAsync();
        foreach (var lose in new[] { link.Cut, link.Silence })
        {
            await Expect(panel.Value("copies")).ToBeVisibleAsync();
            await panel.OpenFieldAsync("name", "성춘향");
            await panel.WatchBlankAsync();
            lose();
            var lost = DateTimeOffset.UtcNow;
            Assert.InRange(await panel.BlankAfterAsync(lost), double.MinValue, Second);
            Assert.DoesNotContain("성춘향", await panel.ContentAsync(), StringComparison.Ordinal);
            link.Restore();
        }

        // Should the program itself hang, the page forgets to show it all the same.
        await Expect(panel.Value("copies")).ToBeVisibleAsync();
        await panel.EvaluateAsync("import('./js/lease.js').then(lease => lease.renew(300))");
        var faded = await panel.EvaluateAsync<bool>("""
            () => new Promise(done => {
              const box = document.querySelector('[data-lease]');
              const end = () => box.getAnimations().forEach(animation => { animation.currentTime = animation.effect.getTiming().duration; });
              const still = setInterval(end, 10);
              setTimeout(() => { clearInterval(still); end(); done(box.hidden || Number(getComputedStyle(box).opacity) < 0.01); }, 300);
            })
            """);
        Assert.True(faded);
    }

    [Fact]
    public async Task A_warning_stands_across_the_panel_in_the_citizens_language_and_a_pause_says_so()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var clerk = await scene.ClerkAsync("kim", "1");
        var panel = await scene.PanelAsync("1", Device.Panel);
        await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        var ticket = await clerk.ServedAsync();
        await Expect(panel.Value("copies")).ToBeVisibleAsync();

        await panel.Locator("[data-language=vi]").ClickAsync();
        Assert.True((await clerk.Warn(new WarnRequest(Seocho.NewRequestId(), ticket, WarningKind.Language))).Ok);
        await Expect(panel.Locator("[data-warning=language]")).ToContainTextAsync(WarningTexts.Shown(WarningKind.Language).Vi!);
        var faults = await panel.FaultsAsync("panel, warning");
        await clerk.CompleteAsync(ticket);
        await Expect(panel.Locator("[data-warning]")).ToHaveCountAsync(0);

        Assert.True((await clerk.Pause(new PauseCounterRequest(Seocho.NewRequestId(), "식사", 30))).Ok);
        await Expect(panel.Phase("paused")).ToContainTextAsync("잠시 중단");
        Assert.DoesNotContain("식사", await panel.ContentAsync(), StringComparison.Ordinal);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(scene.Complaints);
    }

    [Fact]
    public async Task Every_word_is_to_be_read_and_every_button_to_be_hit_on_every_size_of_panel()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var clerk = await scene.ClerkAsync("kim", "1");
        var panel = await scene.PanelAsync("1", Device.Panel);
        await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        await Expect(panel.Locator("[data-next]")).ToBeVisibleAsync();
        var misfits = new List<string>();
        await EachSizeAsync("idle");
        var ticket = await clerk.CalledAsync();
        await Expect(panel.Phase("called")).ToBeVisibleAsync();
        await EachSizeAsync("called");
        Assert.True((await clerk.Start(Seocho.Request(ticket))).Ok);
        await clerk.Warn(new WarnRequest(Seocho.NewRequestId(), ticket, WarningKind.Threat));
        foreach (var language in new[] { "ko", "vi" })
        {
            await Expect(panel.Value("copies")).ToBeVisibleAsync();
            await panel.Locator($"[data-language={language}]").ClickAsync();
            await EachSizeAsync($"form, {language}");
            await panel.Row("name").ClickAsync();
            await EachSizeAsync($"field, {language}");
            await panel.Locator("[data-cancel]").ClickAsync();
            await panel.Locator("[data-confirm]").ClickAsync();
            await EachSizeAsync($"signing, {language}");
            await panel.Locator("[data-back]").ClickAsync();
        }

        Assert.True(misfits.Count == 0, string.Join(Environment.NewLine, misfits));

        async Task EachSizeAsync(string state)
        {
            foreach (var (width, height) in new[] { (1920, 1080), (1080, 1920), (1280, 800) })
            {
                await panel.SetViewportSizeAsync(width, height);
                misfits.AddRange(await panel.MisfitsAsync($"panel, {state}"));
                misfits.AddRange(await panel.EvaluateAsync<string[]>("""
                    () => [...document.querySelectorAll('.panel button, .panel .options label')]
                      .filter(button => button.checkVisibility() && (button.offsetHeight < 48 || button.offsetWidth < 48))
                      .map(button => `${button.textContent.trim()} is ${button.offsetWidth}×${button.offsetHeight}`)
                    """));
            }
        }
    }

    [GeneratedRegex(@"^[0-9]{2}:[0-9]{2}에 서명하고 제출하셨습니다$")]
    private static partial Regex SignedAt();
}
