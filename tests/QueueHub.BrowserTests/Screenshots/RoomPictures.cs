using System.Net.Http.Json;
using Npgsql;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>The supervisor's room empty, busy and lost, all offices, and the lobby screen with a notice and with tickets that go on.</summary>
public class RoomPictures(EngineFixture engines, ChromiumFixture chromium)
{
    private static readonly Device Large = new(1920, 1080);

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Every_state(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        await using var link = scene.Link();
        var at = new Uri($"http://{link.EndPoint}/");
        var room = await OpenAsync(scene, "/counter/room/seocho", Device.Desk, language, at);
        await Expect(room.Seat("1")).ToBeVisibleAsync();
        await room.SaveAsync($"room-empty-{language}");
        await CrowdAsync(scene, language);
        await Expect(room.Seat("20")).ToBeVisibleAsync();
        await room.SaveAsync($"room-busy-{language}", whole: true);
        await room.ManageAsync("1", "Services");
        await room.SaveAsync($"room-services-{language}");
        await room.Keyboard.PressAsync("Escape");
        await room.Seat("2").GetByRole(AriaRole.Button).ClickAsync();
        await room.SaveAsync($"room-counter-{language}");
        await room.Keyboard.PressAsync("Escape");
        await room.Locator(".notice .button").First.ClickAsync();
        await room.SaveAsync($"room-notice-{language}");
        await room.Keyboard.PressAsync("Escape");
        var large = await OpenAsync(scene, "/counter/room/seocho", Large.Small(), language, at);
        await Expect(large.Seat("20")).ToBeVisibleAsync();
        await large.SaveAsync($"room-large-{language}");
        var all = await OpenAsync(scene, "/counter/district", Device.Desk, language, at);
        await Expect(all.Locator("[data-office='seocho']")).ToBeVisibleAsync();
        await all.SaveAsync($"room-district-{language}");
        if (language == "ko")
        {
            await LobbyAsync(scene);
        }

        link.Cut();
        await Expect(room.Locator(".banner")).ToBeVisibleAsync();
        await room.SaveAsync($"room-lost-{language}");
        await Expect(all.Locator(".banner")).ToBeVisibleAsync();
        await all.SaveAsync($"room-district-lost-{language}");
    }

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task A_counter_is_proposed(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.ClerkAsync("park", "4");
        for (var people = 0; people < 3; people++)
        {
            await scene.Citizens.IssueAsync();
            await scene.Citizens.IssueAsync("tax");
        }

        foreach (var (device, size) in new[] { (Device.Desk, ""), (new Device(390, 844), "-narrow") })
        {
            var room = await OpenAsync(scene, "/counter/room/seocho", device, language, scene.Hub.Url);
            await Expect(room.Locator("[data-relief]").First).ToBeVisibleAsync();
            await room.SaveAsync($"room-relief{size}-{language}", whole: true);
            Assert.Empty(await room.MisfitsAsync($"a proposal in {language}"));
            Assert.Empty(await room.FaultsAsync($"a proposal in {language}"));
        }
    }

    private static async Task<IPage> OpenAsync(Scene scene, string path, Device device, string language, Uri at)
    {
        var page = await scene.OpenAsync(path, device, language, at: at);
        await page.Locator($".language[lang={language}]").ClickAsync();
        await page.SupervisorAsync(scene.Hub);
        return page;
    }

    // Twenty counters: most of them at work, some paused, absent and parked numbers, a long line, a notice.
    private static async Task CrowdAsync(Scene scene, string language)
    {
        await using var source = NpgsqlDataSource.Create(scene.Hub.PostgresConnectionString);
        await using var change = source.CreateCommand(
            """
            update office set document = jsonb_set(document, '{counters}',
              (select jsonb_agg(jsonb_build_object('id', number::text,
                 'primary', case when number <= 9 then array['resident'] when number <= 14 then array['passport', 'permits'] else array['registry', 'land'] end,
                 'helping', case when number % 3 = 0 then array['tax'] else array[]::text[] end)) from generate_series(1, 20) number))
            """);
        await change.ExecuteNonQueryAsync();
        await Eventually.TrueAsync(async () => (await scene.Citizens.BoardAsync())!.Counters.Count == 20, "the office with more counters");
        var counters = new List<ICounterHub>();
        for (var i = 1; i <= 17; i++)
        {
            counters.Add(await scene.ClerkAsync(new[] { "kim", "lee", "park" }[i % 3], $"{i}"));
        }

        for (var i = 0; i < 60; i++)
        {
            await scene.Citizens.IssueAsync(new[] { "resident", "resident", "passport", "registry", "tax" }[i % 5]);
        }

        for (var i = 0; i < 8; i++)
        {
            var ticket = await counters[0].ServedAsync();
            await counters[0].CompleteAsync(ticket);
        }

        foreach (var (counter, next) in new[] { (counters[1], "passport"), (counters[2], "land"), (counters[3], "permits") })
        {
            var ticket = await counter.ServedAsync();
            Assert.True((await counter.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket, Next: next))).Ok);
        }

        foreach (var counter in counters.Skip(1).Take(4))
        {
            await counter.ServedAsync();
        }

        foreach (var counter in counters.Skip(9).Take(3))
        {
            await counter.CalledAsync();
        }

        await counters[14].Park(new ParkRequest(
            Seocho.NewRequestId(), await counters[14].CalledAsync(), language == "ko" ? "수수료 납부 중" : "Paying the fee", language == "ko" ? "1층 은행" : "Bank, ground floor"));
        await counters[15].NoShow(Seocho.Request(await counters[15].CalledAsync()));
        await counters[6].Pause(new PauseCounterRequest(Seocho.NewRequestId(), language == "ko" ? "점심" : "Lunch", 60));
        await counters[7].Pause(new PauseCounterRequest(Seocho.NewRequestId(), language == "ko" ? "시스템 점검" : "System check"));
    }

    private static async Task LobbyAsync(Scene scene)
    {
        var (choi, _) = await scene.Hub.SignInAsync("choi");
        var notices = new (string Name, string Ko, string En)[]
        {
            ("short", "승강기 점검 중입니다. 계단을 이용해 주세요.", "The lift is being checked. Please use the stairs."),
            ("long", "오늘 오후 3시부터 전산 시스템 점검으로 여권과 가족관계 등록 업무가 약 30분 동안 늦어질 수 있습니다. 기다려 주셔서 감사합니다.", "From 3 p.m. today passports and family registration may take about 30 minutes longer because of maintenance."),
        };
        foreach (var (name, ko, en) in notices)
        {
            using var told = await choi.PostAsJsonAsync("/api/offices/seocho/room/notice", new NoticeRequest(Seocho.NewRequestId(), ko, en));
            Assert.True(told.IsSuccessStatusCode);
            foreach (var device in new[] { Device.Tv, new Device(1280, 720), Device.TallTv })
            {
                var tv = await scene.OpenAsync("/display/seocho?sound=off", device.Small());
                await Expect(tv.Locator(".told")).ToBeVisibleAsync();
                await Expect(tv.Locator(".onward li").First).ToBeVisibleAsync();
                await tv.SaveAsync($"tv-notice-{name}-{device.Width}");
                Assert.Empty(await tv.MisfitsAsync($"lobby with a {name} notice"));
            }
        }

        choi.Dispose();
    }
}
