using System.Globalization;
using System.Text.RegularExpressions;
using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests;

/// <summary>A wall screen that nobody stands by: it speaks by itself, by the hour of the office, and keeps its page.</summary>
public class KioskTests(EngineFixture engines, ChromiumFixture chromium)
{
    // Of docs/lobby.md.
    private static readonly string[] Flags = ["--autoplay-policy=no-user-gesture-required", "--disable-session-crashed-bubble", "--noerrdialogs"];

    // The clock of a screen that has been in a store room.
    private static readonly DateTime Wrong = new(2011, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task With_its_flags_it_speaks_without_a_touch_whatever_its_clock_says_and_keeps_its_page()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await using var link = scene.Link();
        var one = await scene.ClerkAsync("kim", "1");
        var profile = Directory.CreateTempSubdirectory("queuehub-kiosk-");
        try
        {
            await using (var first = await SwitchOnAsync(profile, link))
            {
                var tv = await OpenAsync(first, Wrong);
                await Expect(tv.Waiting("주민등록")).ToBeVisibleAsync();
                await one.CallNextOfAsync(scene);
                await tv.HeardAsync(1);
                await Expect(tv.GetByText("소리 켜기")).ToHaveCountAsync(0);
                await Expect(tv.Locator("time.clock")).ToHaveTextAsync(Now());
                await Eventually.TrueAsync(
                    () => tv.EvaluateAsync<bool>("caches.match('/display/', { cacheName: 'queuehub-page' }).then(Boolean)"), "the page is kept", Kept);
            }
        }
        finally
        {
            await RemoveAsync(profile);
        }
    }

    // The browser's processes may still be writing when it is closed.
    private static Task RemoveAsync(DirectoryInfo profile) => Eventually.TrueAsync(
        () =>
        {
            try
            {
                profile.Delete(recursive: true);
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        },
        "the profile is removed");

    private Task<IBrowserContext> SwitchOnAsync(DirectoryInfo profile, FaultProxy link) => chromium.SwitchOnAsync(
        profile.FullName,
        new BrowserTypeLaunchPersistentContextOptions
        {
            BaseURL = $"http://{link.EndPoint}/",
            ViewportSize = new ViewportSize { Width = Device.Tv.Width, Height = Device.Tv.Height },
            ReducedMotion = ReducedMotion.Reduce,
        },
        Flags);

    private static async Task<IPage> OpenAsync(IBrowserContext screen, DateTime clock)
    {
        var tv = screen.Pages[0];
        await tv.ListenAsync();
        await tv.Clock.SetSystemTimeAsync(clock);
        await tv.GotoAsync("/display/seocho");
        return tv;
    }

    // The office's, in Korea; the minute may turn meanwhile.
    private static Regex Now() => new(string.Join('|', new[] { 0, 1, 2 }.Select(minutes =>
        DateTimeOffset.UtcNow.AddMinutes(minutes).ToOffset(TimeSpan.FromHours(9)).ToString("HH:mm", CultureInfo.InvariantCulture))));
}
