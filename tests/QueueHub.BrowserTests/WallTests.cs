using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;

namespace QueueHub.BrowserTests;

/// <summary>What hangs on a wall is to be read from afar, on every size, with the longest names.</summary>
public class WallTests(EngineFixture engines, ChromiumFixture chromium)
{
    // The rules of docs/display.md, in hundredths of the shorter side. Figures are 0.73 of their font's size.
    private const double SmallestFigure = 8.5 / 0.73;
    private const double SmallestName = 3.2;
    private const double SmallestWaiting = 6.5;
    private const int BusyOffices = 12;
    private const int TwoDigits = 12;

    private static readonly Device[] Walls = [Device.Tv, Device.LargeTv, Device.TallTv];
    private static readonly TimeSpan AllPages = TimeSpan.FromMinutes(5);

    private readonly List<string> _misfits = [];

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task The_district_shows_every_office_without_scrolling(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium, openingHours: true);
        await scene.Hub.OpenNowAsync();
        await scene.ClerkAsync("kim", "1");
        await scene.Citizens.IssueAsync();
        foreach (var office in scene.Hub.Services.GetRequiredService<IOffices>().All.Take(BusyOffices))
        {
            for (var i = 0; i < TwoDigits; i++)
            {
                await scene.Citizens.IssueAsync(office.ServiceIds[^1], office.Slug);
            }
        }

        await LookAtDistrictAsync(scene, language);
        await scene.Hub.CloseNowAsync();
        await LookAtDistrictAsync(scene, language);
        Assert.True(_misfits.Count == 0, string.Join(Environment.NewLine, _misfits));
    }

    [Fact]
    public async Task The_lobby_screen_is_read_from_ten_metres()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        foreach (var (name, counter) in new[] { ("kim", "1"), ("lee", "2"), ("park", "4"), ("choi", "5") })
        {
            await (await scene.ClerkAsync(name, counter)).CallNextOfAsync(scene, counter is "4" or "5" ? "passport" : Seocho.Service);
        }

        foreach (var device in Walls)
        {
            var tv = await scene.OpenAsync("/display/seocho?sound=off", device);
            await Expect(tv.Calls()).ToHaveCountAsync(4);
            _misfits.AddRange(await tv.MisfitsAsync("lobby"));
            Assert.All(await SizesAsync(tv, ".call .figure", device), size => Assert.True(size >= SmallestFigure, $"figure of {size} on {device}"));
            Assert.All(await SizesAsync(tv, ".services .name", device), size => Assert.True(size >= SmallestName, $"name of {size} on {device}"));
            Assert.All(await SizesAsync(tv, ".services .count b", device), size => Assert.True(size >= SmallestWaiting, $"count of {size} on {device}"));
        }

        Assert.True(_misfits.Count == 0, string.Join(Environment.NewLine, _misfits));
    }

    [Fact]
    public async Task A_notice_and_numbers_that_go_on_leave_the_calls_their_size_and_are_read_from_ten_metres()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var kim = await scene.ClerkAsync("kim", "1");
        foreach (var next in new[] { "passport", "land", "tax" })
        {
            await scene.Citizens.IssueAsync();
            var ticket = await kim.ServedAsync();
            Assert.True((await kim.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket, Next: next))).Ok);
        }

        await kim.CallNextOfAsync(scene);
        foreach (var (name, counter) in new[] { ("lee", "2"), ("park", "3"), ("choi", "7") })
        {
            await (await scene.ClerkAsync(name, counter)).CallNextOfAsync(scene);
        }

        var (choi, _) = await scene.Hub.SignInAsync("choi");
        using var told = await choi.PostAsJsonAsync(
            "/api/offices/seocho/room/notice", new NoticeRequest(Seocho.NewRequestId(), new string('가', 80), "The lift is being checked. Please use the stairs."));
        Assert.True(told.IsSuccessStatusCode);
        foreach (var device in Walls.Append(new Device(1280, 720)))
        {
            var tv = await scene.OpenAsync("/display/seocho?sound=off", device);
            await Expect(tv.Calls()).ToHaveCountAsync(4);
            await Expect(tv.Locator(".onward li")).Not.ToHaveCountAsync(0);
            await Expect(tv.Locator(".told [lang=ko]")).ToBeVisibleAsync();
            _misfits.AddRange(await tv.MisfitsAsync("lobby with a notice"));
            Assert.All(await SizesAsync(tv, ".call .figure", device), size => Assert.True(size >= SmallestFigure, $"figure of {size} on {device}"));
            Assert.All(await SizesAsync(tv, ".told [lang=ko]", device), size => Assert.True(size >= SmallestName, $"notice of {size} on {device}"));
            Assert.All(await SizesAsync(tv, ".services .name", device), size => Assert.True(size >= SmallestName, $"name of {size} on {device}"));
        }

        choi.Dispose();
        Assert.True(_misfits.Count == 0, string.Join(Environment.NewLine, _misfits));
    }

    [Fact]
    public async Task Long_names_and_four_digits_fit_the_lobby_screen()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await LengthenAsync(scene);
        foreach (var counter in new[] { "101", "102", "A-12" })
        {
            await (await scene.ClerkAsync("kim", counter)).CallNextOfAsync(scene, "long1");
        }

        foreach (var device in Walls)
        {
            var tv = await scene.OpenAsync("/display/seocho?sound=off", device);
            await Expect(tv.Calls()).ToHaveCountAsync(3);
            var names = new HashSet<string>();
            await Eventually.TrueAsync(
                async () =>
                {
                    if ((await tv.Locator(".services .name [lang=ko]").AllTextContentsAsync()).Any(names.Add))
                    {
                        _misfits.AddRange(await tv.MisfitsAsync("lobby with long names"));
                    }

                    return names.Count == 8;
                },
                "every service on some page",
                AllPages);
            Assert.All(await SizesAsync(tv, ".call .figure", device), size => Assert.True(size >= SmallestFigure, $"figure of {size} on {device}"));
        }

        Assert.True(_misfits.Count == 0, string.Join(Environment.NewLine, _misfits));
    }

    private async Task LookAtDistrictAsync(Scene scene, string language)
    {
        foreach (var device in Walls)
        {
            var page = await scene.OpenAsync("/?theme=dark", device, language);
            await Expect(page.Locator("[data-live]")).ToBeVisibleAsync();
            _misfits.AddRange(await page.MisfitsAsync("district"));
            Assert.Equal(24, await page.Locator(".office").CountAsync());
            var below = await page.EvaluateAsync<double>("Math.max(...[...document.querySelectorAll('.office')].map(tile => tile.getBoundingClientRect().bottom))");
            Assert.True(below <= device.Height, $"tiles reach {below} on {device}");
            Assert.All(await SizesAsync(page, ".office:not([data-pace=closed]) .waiting b", device), size => Assert.True(size >= SmallestWaiting, $"count of {size} on {device}"));
        }
    }

    // Font sizes in hundredths of the shorter side.
    private static async Task<double[]> SizesAsync(IPage page, string selector, Device device)
    {
        var sizes = await page.EvaluateAsync<double[]>(
            "selector => [...document.querySelectorAll(selector)].map(node => parseFloat(getComputedStyle(node).fontSize))", selector);
        return [.. sizes.Select(size => size * 100 / Math.Min(device.Width, device.Height))];
    }

    private static async Task LengthenAsync(Scene scene)
    {
        await using var source = NpgsqlDataSource.Create(scene.Hub.PostgresConnectionString);
        await using var change = source.CreateCommand(
            """
            update office set document = jsonb_set(jsonb_set(document - 'zones',
              '{services}', (select jsonb_agg(jsonb_build_object(
                'id', 'long' || n, 'from', n * 1000, 'to', n * 1000 + 999, 'description', jsonb_build_object('ko', '설명', 'en', 'Text'),
                'name', jsonb_build_object('ko', '외국인등록 사실증명 및 국내거소신고 사실증명 ' || n, 'en', 'Certificates of alien registration and of domestic residence report ' || n)))
                from generate_series(1, 8) n)),
              '{counters}', (select jsonb_agg(jsonb_build_object('id', id, 'primary', array['long1', 'long2', 'long3'], 'helping', array['long4']))
                from unnest(array['101', '102', 'A-12']) id))
            where slug = 'seocho'
            """);
        await change.ExecuteNonQueryAsync();
        await Eventually.TrueAsync(async () => (await scene.Citizens.BoardAsync())!.Services.Count == 8, "the office with long names");
    }
}
