using System.Net.Http.Json;
using System.Text.RegularExpressions;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;

namespace QueueHub.BrowserTests;

/// <summary>One office, many kinds of screens: each shows what it is for, whole, and read from ten metres.</summary>
public class LobbyLayoutTests(EngineFixture engines, ChromiumFixture chromium)
{
    // Of docs/lobby.md, in hundredths of the shorter side; a wall is twice as high as what the others are measured for.
    private const double SmallestFigure = 8.5 / 0.73;
    private const double SmallestName = 3.2;
    private const double SmallestWaiting = 6.5;

    private static readonly (string Layout, Device Device, string More, double Scale)[] Screens =
    [
        ("landscape", new(1366, 768), "", 1),
        ("landscape", Device.Tv, "&notices=on&theme=light", 1),
        ("portrait", Device.TallTv, "&theme=light", 1),
        ("portrait", Device.TallTv, "&notices=on", 1),
        ("wall", Device.LargeTv, "", 2),
        ("wall", Device.LargeTv, "&notices=on&theme=light", 2),
    ];

    [Fact]
    public async Task Nothing_is_cut_in_any_layout_with_long_names_many_calls_a_notice_and_paused_counters()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await Hall.BuildAsync(scene, longNames: true);
        await Hall.FillAsync(scene);
        var kim = await scene.ClerkAsync("kim", "3");
        await kim.Pause(new PauseCounterRequest(Seocho.NewRequestId()));
        var (choi, _) = await scene.Hub.SignInAsync("choi");
        using var _1 = choi;
        using var told = await choi.PostAsJsonAsync(
            "/api/offices/seocho/room/notice", new NoticeRequest(Seocho.NewRequestId(), new string('가', 80), "The lift is being checked. Please use the stairs."));
        Assert.True(told.IsSuccessStatusCode);
        await scene.Hub.ShowSlidesAsync(new SlideDefinition(new(new string('가', 120), new string('a', 60) + " " + new string('b', 59)), Seconds: 600));

        var faults = new List<string>();
        foreach (var (layout, device, more, scale) in Screens)
        {
            var name = $"{layout}{more}";
            var tv = await scene.OpenAsync($"/display/seocho?sound=off&layout={layout}{more}", device);
            await Expect(tv.Locator($".board[data-layout={layout}]")).ToBeVisibleAsync();
            await Expect(tv.Calls()).Not.ToHaveCountAsync(0);
            await Expect(tv.Locator(".slide")).ToHaveCountAsync(more.Contains("notices", StringComparison.Ordinal) ? 1 : 0);
            faults.AddRange([.. await tv.MisfitsAsync(name), .. await tv.FaultsAsync(name)]);

            // The names of services shrink before they are cut: none is as long as these.
            foreach (var (what, smallest) in new[] { (".call .figure", SmallestFigure), (".slide .text [lang=ko]", SmallestName) })
            {
                faults.AddRange((await SizesAsync(tv, what, device)).Where(size => size * scale < smallest - 0.01).Select(size => $"{name}: {what} is {size:0.00} high"));
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.Empty(scene.Complaints);
    }

    [Fact]
    public async Task A_display_of_one_floor_shows_its_calls_alone_and_a_paired_one_follows_the_room_without_anybody_touching_it()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await Hall.BuildAsync(scene, longNames: false);
        await Hall.FillAsync(scene);
        using var paired = await PairedScreen.DisplayAsync(scene.Hub, "2층 복도");
        var tv = await scene.OpenAsync("/display/", Device.Tv, before: page => page.Context.AddCookiesAsync(
            [new Cookie { Name = paired.Cookie.Name, Value = paired.Cookie.Value, Url = scene.Hub.Url.ToString() }]));
        await Expect(tv.Locator(".board[data-layout=landscape]")).ToBeVisibleAsync();
        await Expect(tv.Locator(".dots .of").First).ToHaveTextAsync("1/3");

        var room = await scene.OpenAsync("/counter/room/seocho/screens", Device.Desk);
        await room.SupervisorAsync(scene.Hub);
        await room.Locator("[data-settle]").ClickAsync();
        await room.Locator("#display-layout").SelectOptionAsync("Wall");
        await room.Locator("#display-zone").SelectOptionAsync("2f");
        await room.Locator("[data-choice=notices]").CheckAsync();
        await room.Locator("[data-choice=light]").CheckAsync();
        Assert.Empty(await room.FaultsAsync("settings"));
        Assert.Empty(await room.MisfitsAsync("settings"));
        await room.AnswerAsync("settle");

        await Expect(tv.Locator(".board.showing[data-layout=wall]")).ToBeVisibleAsync();
        await Expect(tv.Calls()).ToHaveCountAsync(6);
        Assert.All(await tv.Locator(".call .counter").AllTextContentsAsync(), text => Assert.Matches("^(7|8|9|10|11|12)번", text));
        await Expect(tv.Locator(".office [lang=ko]")).ToContainTextAsync("2층 세무");
        await Expect(tv.Locator(".services li")).ToHaveCountAsync(1);
        Assert.All(await SizesAsync(tv, ".services .name", Device.Tv), size => Assert.True(size * 2 >= SmallestName, $"name of {size}"));
        Assert.All(await SizesAsync(tv, ".services .count b", Device.Tv), size => Assert.True(size * 2 >= SmallestWaiting, $"count of {size}"));
        await Expect(tv.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await Expect(room.Locator("[data-screen]")).ToContainTextAsync("2층 세무");
        await Expect(room.Locator("[data-done]")).ToContainTextAsync("2층 복도");

        // An unpaired one turned upright.
        var open = await scene.OpenAsync("/display/seocho?sound=off&zone=1f", Device.Tv);
        await Expect(open.Locator(".board[data-layout=landscape]")).ToBeVisibleAsync();
        await open.SetViewportSizeAsync(Device.TallTv.Width, Device.TallTv.Height);
        await Expect(open.Locator(".board[data-layout=portrait]")).ToBeVisibleAsync();
        await Expect(open.Calls()).ToHaveCountAsync(6);
        Assert.Empty(scene.Complaints);
    }

    [Fact]
    public async Task Pictures_and_films_take_turns_a_broken_one_is_passed_over_and_a_film_is_silent_while_a_number_is_called()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var studio = await scene.OpenAsync("about:blank", Device.Tv);
        await scene.Hub.PutMediaAsync("poster.png", await studio.PictureAsync());
        await scene.Hub.PutMediaAsync("film.webm", await studio.FilmAsync());
        await scene.Hub.PutMediaAsync("broken.png", "\x89PNG\r\n"u8.ToArray());
        await scene.Hub.ShowSlidesAsync(
            new SlideDefinition(Image: "broken.png", Seconds: 600), new SlideDefinition(Video: "gone.webm", Seconds: 600),
            new SlideDefinition(Image: "poster.png", Seconds: 5), new SlideDefinition(Video: "film.webm", Seconds: 600));
        var clerk = await scene.ClerkAsync("kim", "1");

        var tv = await scene.OpenAsync("/display/seocho?notices=on", Device.Tv);
        await Expect(tv.Locator(".slide img[src$='poster.png']")).ToBeVisibleAsync();
        await tv.LetSpeakAsync();
        var film = tv.Locator(".slide video[src$='film.webm']");
        await Expect(film).ToBeVisibleAsync();
        await Expect(film).ToHaveJSPropertyAsync("muted", false);
        Assert.True(await film.EvaluateAsync<bool>("film => film.clientWidth > 100 && film.clientHeight > 100"));

        // The film is over in two seconds, and the poster comes again: alone it takes turns with itself.
        await Expect(tv.Locator(".slide img")).ToBeVisibleAsync();
        await scene.Hub.ShowSlidesAsync(new SlideDefinition(Video: "film.webm", Seconds: 600));
        await Expect(film).ToHaveJSPropertyAsync("muted", false);
        await tv.EvaluateAsync("document.addEventListener('volumechange', event => { window.silenced ||= event.target.muted; }, true)");
        await clerk.CallNextOfAsync(scene);
        await tv.BecomesAsync("window.silenced === true");
        await Expect(tv.Locator(".call.announced")).ToHaveCountAsync(0);
        await Expect(film).ToHaveJSPropertyAsync("muted", false);
        Assert.Equal(1, await tv.Locator("video, .slide img").CountAsync());

        // The browser writes down what it could not load.
        Assert.All(scene.Complaints, complaint => Assert.Matches(new Regex("gone.webm|broken.png"), complaint));
    }

    // Font sizes in hundredths of the shorter side.
    private static async Task<double[]> SizesAsync(IPage page, string selector, Device device)
    {
        var sizes = await page.EvaluateAsync<double[]>(
            "selector => [...document.querySelectorAll(selector)].map(node => parseFloat(getComputedStyle(node).fontSize))", selector);
        return [.. sizes.Select(size => size * 100 / Math.Min(device.Width, device.Height))];
    }
}
