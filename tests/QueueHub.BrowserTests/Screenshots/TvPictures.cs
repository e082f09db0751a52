using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>The lobby screen in every state and size; its words are Korean and English at once.</summary>
public class TvPictures(EngineFixture engines, ChromiumFixture chromium)
{
    private const string Board = "/display/seocho?sound=off";

    [Fact(Explicit = true)]
    public async Task Every_state()
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium, openingHours: true);
        await scene.Hub.OpenNowAsync();
        await using var link = scene.Link();
        var tv = await scene.OpenAsync(Board, Device.Tv.Small(), at: new Uri($"http://{link.EndPoint}/"));
        await Expect(tv.Locator(".idle")).ToBeVisibleAsync();
        await tv.SaveAsync("tv-no-counter");
        var clerk = await scene.ClerkAsync("kim", "1");
        await Expect(tv.Locator(".idle")).ToContainTextAsync("호출 중인 번호가 없습니다");
        await tv.SaveAsync("tv-idle");
        await clerk.Pause(new PauseCounterRequest(Seocho.NewRequestId()));
        await Expect(tv.Locator(".idle")).ToContainTextAsync("멈추었습니다");
        await tv.SaveAsync("tv-paused");
        await clerk.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var ticket = await clerk.CallNextOfAsync(scene);
        await Expect(tv.Calls()).ToHaveCountAsync(1);
        await tv.SaveAsync("tv-one-call");
        link.Cut();
        await Expect(tv.Notice()).ToContainTextAsync("연결이 끊겼습니다");
        await tv.SaveAsync("tv-lost");
        link.Restore();
        await Expect(tv.Notice()).ToHaveCountAsync(0);
        await scene.Hub.CloseNowAsync();
        await Expect(tv.Locator(".hours")).ToBeVisibleAsync();
        await tv.SaveAsync("tv-after-hours-calls");
        await clerk.Start(Seocho.Request(ticket));
        await clerk.CompleteAsync(ticket);
        await Expect(tv.Locator(".board.night")).ToBeVisibleAsync();
        await tv.SaveAsync("tv-after-hours");
        await scene.Hub.OpenNowAsync();
        await clerk.CallNextOfAsync(scene);
        await scene.Citizens.IssueAsync();
        await Expect(tv.Calls()).ToHaveCountAsync(1);
        await scene.Hub.EndDayAsync();
        await Expect(tv.Locator(".board.night")).ToBeVisibleAsync();
        await tv.SaveAsync("tv-day-closed");
        await SaveAsync(scene, "/display/nowhere", "tv-unknown-office", Device.Tv);
    }

    [Fact(Explicit = true)]
    public async Task Every_size()
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        foreach (var (name, counter, service) in new[] { ("kim", "1", "resident"), ("lee", "2", "resident"), ("park", "4", "passport") })
        {
            await (await scene.ClerkAsync(name, counter)).CallNextOfAsync(scene, service);
            await scene.Citizens.IssueAsync(service);
        }

        await SaveAsync(scene, $"{Board}", "tv-2160", Device.LargeTv);
        await SaveAsync(scene, $"{Board}", "tv-portrait", Device.TallTv);
        await SaveAsync(scene, $"{Board}&theme=light", "tv-light", Device.Tv);
    }

    private static async Task SaveAsync(Scene scene, string path, string name, Device device)
    {
        var tv = await scene.OpenAsync(path, device.Small());
        await Expect(tv.Locator(".board, .splash:not(#loading) p")).ToBeVisibleAsync();
        await tv.SaveAsync(name);
    }
}
