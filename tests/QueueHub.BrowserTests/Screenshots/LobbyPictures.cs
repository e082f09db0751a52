using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>The lobby's layouts in every size, theme and state.</summary>
public class LobbyPictures(EngineFixture engines, ChromiumFixture chromium)
{
    private static readonly (string Name, string Query, Device Device)[] Walls =
    [
        ("landscape", "", Device.Tv),
        ("landscape-notices-light", "&notices=on&theme=light", new(1366, 768)),
        ("landscape-zone", "&zone=2f&notices=on", Device.Tv),
        ("portrait", "", Device.TallTv),
        ("portrait-notices-light", "&notices=on&theme=light", Device.TallTv),
        ("wall", "&layout=wall", Device.LargeTv),
        ("wall-notices", "&layout=wall&notices=on", Device.LargeTv),
    ];

    [Fact(Explicit = true)]
    public async Task Every_layout_in_every_state()
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium, openingHours: true);
        await scene.Hub.OpenNowAsync();
        await Hall.BuildAsync(scene, longNames: false);
        await using var link = scene.Link();
        var studio = await scene.OpenAsync("about:blank", Device.Tv);
        await scene.Hub.PutMediaAsync("poster.png", await studio.PictureAsync());
        await scene.Hub.PutMediaAsync("film.webm", await studio.FilmAsync());
        var screens = new List<(string Name, IPage Tv)>();
        foreach (var (name, query, device) in Walls)
        {
            var tv = await scene.OpenAsync($"/display/seocho?sound=off{query}", device.Small(), at: new Uri($"http://{link.EndPoint}/"));
            await Expect(tv.Locator(".board")).ToBeVisibleAsync();
            screens.Add((name, tv));
        }

        var kim = await scene.ClerkAsync("kim", "1");
        await kim.Pause(new PauseCounterRequest(Seocho.NewRequestId()));
        await AllAsync("paused", ".idle:has-text('멈추었습니다'), .paused, .slide");
        await kim.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        await Expect(screens[1].Tv.Locator(".board.alone")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await AllAsync("alone", ".board");
        await Hall.FillAsync(scene);
        await AllAsync("busy", ".call");
        await scene.Hub.ShowSlidesAsync(new SlideDefinition(Image: "poster.png", Seconds: 600));
        await AllAsync("image", ".call");
        await scene.Hub.ShowSlidesAsync(new SlideDefinition(Video: "film.webm", Seconds: 600));
        await AllAsync("video", ".call");
        link.Cut();
        await AllAsync("lost", ".notice");
        link.Restore();
        await AllAsync("again", ".recent");
        await scene.Hub.EndDayAsync();
        await AllAsync("closed", ".board.night");

        async Task AllAsync(string state, string selector)
        {
            foreach (var (name, tv) in screens)
            {
                await Expect(tv.Locator(selector).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
                await tv.SaveAsync($"lobby-{name}-{state}");
            }
        }
    }
}
