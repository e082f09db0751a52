using System.Diagnostics;
using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests;

/// <summary>Screens whose connection has died without a word: because the device slept, or just so.</summary>
public class SleepTests(EngineFixture engines, ChromiumFixture chromium, ITestOutputHelper output)
{
    // Two seconds on an idle machine (the figures are in the output); a busy one is given more, yet less than the silence by which a phone would notice anyway.
    // A display and a console would also notice by their own time-outs: that they do not wait for them is tested without a browser.
    private const float Soon = 20_000;

    // What is left of a sleep when it is over: the clock on the wall has jumped, and (FaultProxy.Strand) no connection answers any more.
    private const string MaySleep = """
        (() => {
          const now = Date.now;
          let slept = 0;
          Date.now = () => now() + slept;
          window.sleep = async minutes => {
            // A browser that is put to sleep lets go of its idle connections: here each is taken by a question that is given up.
            const given = new AbortController();
            for (let i = 0; i < 6; i++) fetch('/phone/icon.svg?' + i, { signal: given.signal }).catch(() => {});
            await new Promise(over => setTimeout(over, 500));
            given.abort();
            slept += minutes * 60_000;
          };
        })();
        """;

    [Fact]
    public async Task Every_screen_that_slept_is_right_again_soon_after_it_wakes_without_a_reload()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await using var link = scene.Link();
        var at = new Uri($"http://{link.EndPoint}/");
        var clerk = await scene.ClerkAsync("lee", "2");
        await scene.Citizens.IssueAsync();
        var ticket = await scene.Citizens.IssueAsync();
        var tv = await OpenAsync("/display/seocho", Device.Tv);
        var phone = await OpenAsync(ticket.Url, Device.Phone);
        var district = await OpenAsync("/", Device.Phone);
        var desk = await OpenAsync("/counter/", Device.Desk);
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        await Expect(tv.Waiting("주민등록")).ToHaveTextAsync("2");
        await Expect(phone.View("near")).ToBeVisibleAsync();
        await Expect(phone.Locator("[data-live]")).ToBeVisibleAsync();
        await Expect(Waiting(district)).ToHaveTextAsync("2");
        await Expect(desk.Locator("[data-ticket='2']")).ToBeVisibleAsync();
        IPage[] screens = [tv, phone, district, desk];
        foreach (var screen in screens)
        {
            await screen.EvaluateAsync("window.neverReloaded = true");
        }

        link.Strand();
        await clerk.CalledAsync();
        await scene.Citizens.IssueAsync();
        await scene.Citizens.IssueAsync();
        await Task.WhenAll(
            RightAsync("TV", tv, () => Expect(tv.Calls()).ToContainTextAsync("2번 창구", new() { Timeout = Soon })),
            RightAsync("phone", phone, () => Expect(phone.View("next")).ToBeVisibleAsync(new() { Timeout = Soon })),
            RightAsync("district page", district, () => Expect(Waiting(district)).ToHaveTextAsync("3", new() { Timeout = Soon })),
            RightAsync("console", desk, () => Expect(desk.Locator("[data-ticket='4']")).ToBeVisibleAsync(new() { Timeout = Soon })));
        foreach (var screen in screens)
        {
            Assert.True(await screen.EvaluateAsync<bool>("window.neverReloaded === true"));
        }

        // The old connection ends at last, and that must not be taken for the end of the new one.
        await Expect(desk.Locator("[data-link=lost]")).ToHaveCountAsync(0);

        Task<IPage> OpenAsync(string path, Device device) => scene.OpenAsync(path, device, at: at, before: page => page.AddInitScriptAsync(MaySleep));
    }

    [Fact]
    public async Task A_phone_and_the_district_page_notice_by_the_silence_that_their_connection_has_died()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await using var link = scene.Link();
        var at = new Uri($"http://{link.EndPoint}/");
        var clerk = await scene.ClerkAsync("lee", "2");
        var ticket = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync(ticket.Url, Device.Phone, at: at, before: page => page.Clock.InstallAsync());
        var district = await scene.OpenAsync("/", Device.Phone, at: at, before: page => page.Clock.InstallAsync());
        await Expect(phone.Locator("[data-live]")).ToBeVisibleAsync();
        await Expect(Waiting(district)).ToHaveTextAsync("1");

        link.Strand();
        await clerk.CalledAsync();

        // Second by second, as they pass for somebody who is awake. The last sign of life may be fifteen seconds old.
        await phone.Clock.RunForAsync("00:10");
        await Expect(phone.View("next")).ToBeVisibleAsync();
        await phone.Clock.RunForAsync("00:30");
        await district.Clock.RunForAsync("00:30");
        await Expect(phone.View("called")).ToBeVisibleAsync();
        await Expect(Waiting(district)).ToHaveTextAsync("0");
    }

    private static ILocator Waiting(IPage district) => district.Locator("[data-office=seocho] [data-waiting]");

    private async Task RightAsync(string name, IPage screen, Func<Task> right)
    {
        await screen.EvaluateAsync("sleep(10)");
        var began = Stopwatch.GetTimestamp();
        await right();
        output.WriteLine($"{name}: right {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms after waking");
    }
}
