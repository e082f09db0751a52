using System.Net.Http.Json;
using QueueHub.BrowserTests.Screens;
using QueueHub.BrowserTests.Screenshots;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests;

/// <summary>The ticket in the hand: how long it takes, when it is almost time, why somebody went first, where to go.</summary>
public class LiveTicketTests(EngineFixture engines, ChromiumFixture chromium)
{
    // A phone whose lock and loudspeaker are counted.
    private const string Counted = """
        window.locks = 0; window.tones = 0;
        Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
          window.locks++;
          return window.lock = { released: false, release() { this.released = true; this.onrelease?.(); } };
        } } });
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (...at) { window.tones++; return start.apply(this, at); };
        """;

    [Fact]
    public async Task A_citizen_follows_the_ticket_from_an_empty_counter_to_the_call()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.Citizens.IssueAsync();
        var ticket = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync(ticket.Url, Device.Phone, before: page => page.AddInitScriptAsync(Counted));
        await Expect(phone.View("unserved")).ToContainTextAsync("지금은 열린 창구가 없습니다");
        await Expect(phone.Ahead()).ToHaveTextAsync("1");
        await Expect(phone.Locator("[data-live]")).ToBeVisibleAsync();

        var clerk = await scene.ClerkAsync("kim", "1");
        await Expect(phone.View("near")).ToBeVisibleAsync();
        await Expect(phone.View("near")).ToContainTextAsync("곧 차례입니다");
        await Expect(phone).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^1명 남았습니다"));

        // At one counter five visits end; all but the first come later than this citizen, and with priority.
        await clerk.CompleteAsync(await clerk.ServedAsync());
        for (var visit = 0; visit < 4; visit++)
        {
            await IssuePriorityAsync(scene);
            await clerk.CompleteAsync(await clerk.ServedAsync());
        }

        await Expect(phone.Locator("[data-passed='priority']")).ToBeVisibleAsync();
        await Expect(phone.Locator("[data-passed='priority']")).ToHaveTextAsync("우선 배려 대상인 분이 먼저 호출되었습니다.");
        await Expect(phone.View("next")).ToBeVisibleAsync();
        await IssuePriorityAsync(scene);
        await Expect(phone.View("near").Locator("[data-band='within']")).ToBeVisibleAsync();
        await Expect(phone.View("near")).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"예상 대기 약 \d분 이내"));
        await clerk.CompleteAsync(await clerk.ServedAsync());
        await Expect(phone.View("next")).ToBeVisibleAsync();

        await phone.PressAsync("소리로 알림 켜기");
        await Expect(phone.Locator("[data-aid='sound']")).ToHaveTextAsync("소리로 알림 끄기");
        await phone.PressAsync("화면 켜 두기");
        await Expect(phone.Locator("[data-aid='wake']")).ToHaveTextAsync("화면 켜 두기 끝내기");
        Assert.Equal((1, 1), (await phone.EvaluateAsync<int>("tones"), await phone.EvaluateAsync<int>("locks")));

        var called = await clerk.CalledAsync();
        await Expect(phone.View("called")).ToBeVisibleAsync();
        await Expect(phone.Locator("[data-map] .here")).ToHaveTextAsync("1");
        await phone.BecomesAsync("tones === 7");
        await clerk.Start(Seocho.Request(called));
        await clerk.CompleteAsync(called);
        await Expect(phone.View("done")).ToBeVisibleAsync();
        await Expect(phone.Locator(".map:visible")).ToHaveCountAsync(0);
        await Expect(phone.Locator("[data-aid='sound']")).ToBeHiddenAsync();
        await phone.BecomesAsync("lock.released && !localStorage.getItem('qh.aids')");
        Assert.Empty(scene.Complaints);
    }

    [Fact]
    public async Task Nothing_sounds_and_no_screen_stays_on_unless_it_was_asked_for_and_a_reload_keeps_the_wish()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var clerk = await scene.ClerkAsync("kim", "1");
        var ticket = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync(ticket.Url, Device.Phone, before: page => page.AddInitScriptAsync(Counted));
        await Expect(phone.Locator("[data-live]")).ToBeVisibleAsync();

        // A phone that nobody has touched may not vibrate, and complains of it.
        await phone.Mouse.ClickAsync(5, 5);
        await clerk.CalledAsync();
        await Expect(phone.View("called")).ToBeVisibleAsync();
        Assert.Equal((0, 0), (await phone.EvaluateAsync<int>("tones"), await phone.EvaluateAsync<int>("locks")));

        await phone.PressAsync("화면 켜 두기");
        await Expect(phone.Locator("[data-aid='wake']")).ToHaveTextAsync("화면 켜 두기 끝내기");
        await phone.ReloadAsync();
        await Expect(phone.Locator("[data-aid='wake']")).ToHaveTextAsync("화면 켜 두기 끝내기");
        Assert.Equal(1, await phone.EvaluateAsync<int>("locks"));

        // Something else was looked at: the lock has ended, and begins again.
        await phone.EvaluateAsync("lock.release(); document.dispatchEvent(new Event('visibilitychange'))");
        await phone.BecomesAsync("locks === 2");
        await phone.PressAsync("화면 켜 두기 끝내기");
        await Expect(phone.Locator("[data-aid='wake']")).ToHaveTextAsync("화면 켜 두기");
        Assert.True(await phone.EvaluateAsync<bool>("lock.released && !localStorage.getItem('qh.aids')"));
        Assert.Empty(scene.Complaints);
    }

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Pictures_of_the_ticket_and_of_other_offices(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        var clerk = await scene.ClerkAsync("kim", "1");
        for (var visit = 0; visit < 5; visit++)
        {
            await scene.Citizens.IssueAsync();
            await clerk.CompleteAsync(await clerk.ServedAsync());
        }

        await scene.Citizens.IssueAsync();
        await clerk.ServedAsync();
        for (var ahead = 0; ahead < 2; ahead++)
        {
            await scene.Citizens.IssueAsync();
        }

        var ticket = await scene.Citizens.IssueAsync();
        foreach (var width in new[] { 390, 320 })
        {
            var page = await scene.OpenAsync(ticket.Url, Device.Phone with { Width = width }, language);
            await Expect(page.Locator("[data-live]")).ToBeVisibleAsync();
            await page.SaveAsync($"phone-ticket-near-{width}-{language}", whole: true);
            await page.EvaluateAsync("document.querySelector('[data-passed=priority]').hidden = false");
            await page.SaveAsync($"phone-ticket-passed-{width}-{language}", whole: true);
            await page.GotoAsync($"/seocho/s/{Seocho.Service}");
            await page.SaveAsync($"phone-service-band-{width}-{language}", whole: true);
            await page.GotoAsync($"/seocho/s/{Seocho.Service}/nearby");
            await page.SaveAsync($"phone-nearby-{width}-{language}");
        }

        var mine = await scene.OpenAsync(ticket.Url, Device.Phone, language);
        var small = await scene.OpenAsync(ticket.Url, Device.Phone with { Width = 320 }, language);
        await CallAsync(scene, ticket);
        foreach (var page in new[] { mine, small })
        {
            await Expect(page.View("called")).ToBeVisibleAsync();
            await page.SaveAsync($"phone-ticket-map-{page.ViewportSize!.Width}-{language}", whole: true);
        }
    }

    private static async Task CallAsync(Scene scene, IssuedTicket ticket)
    {
        var other = await scene.ClerkAsync("lee", "2");
        for (var called = 0L; called != ticket.Ordinal;)
        {
            called = await other.CalledAsync();
            if (called != ticket.Ordinal)
            {
                await other.NoShow(Seocho.Request(called));
            }
        }
    }

    private static async Task IssuePriorityAsync(Scene scene)
    {
        var (kim, _) = await scene.Hub.SignInAsync("kim");
        using var client = kim;
        using var answer = await client.PostAsJsonAsync(
            $"/api/offices/{Seocho.Office}/desk/tickets", new IssueRequest(Seocho.NewRequestId(), Seocho.Service, Class: "priority"));
        answer.EnsureSuccessStatusCode();
    }
}
