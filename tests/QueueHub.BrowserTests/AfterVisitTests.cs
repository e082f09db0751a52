using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;
using StackExchange.Redis;

namespace QueueHub.BrowserTests;

/// <summary>The visit is over: how was it, and what is left of it?</summary>
public class AfterVisitTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact]
    public async Task The_page_asks_in_the_moment_the_visit_ends_and_neither_phone_nor_hub_keep_what_was_written()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var clerk = await scene.ClerkAsync("kim", "1");
        var phone = await scene.OpenAsync("/seocho/s/resident/form", Device.Phone);
        await phone.WriteFormAsync();
        await phone.PressAsync("제출하고 번호표 받기");
        await phone.HasTicketAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "서식 고치기" }).ClickAsync();
        await phone.Locator("[value='to:request']").ClickAsync();
        await phone.CopiesAsync("3");
        await Expect(phone.Locator("[data-kept]")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "1번" }).Or(phone.Locator(".strip")).First.ClickAsync();
        await phone.HasTicketAsync();
        await phone.KeepsTicketAsync();
        Assert.NotEmpty(await HeldAsync(phone));
        await Expect(phone.Locator(".after")).ToBeHiddenAsync();

        // As what stands beside the page would keep: a setting for this ticket, and the link of a notice.
        await phone.EvaluateAsync(
            """
            async url => {
              localStorage.setItem('qh.aside', JSON.stringify({ ticket: url }));
              const links = await caches.open('qh.links');
              await links.put('/push/1', new Response(JSON.stringify({ url })));
              await links.put('/push/2', new Response(JSON.stringify({ url: '/another' })));
            }
            """, new Uri(phone.Url).AbsolutePath);

        var ticket = (await clerk.CallNext(Seocho.CallNext())).Ticket!.Value;
        await clerk.Start(Seocho.Request(ticket));
        await clerk.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket));

        await Expect(phone.Locator(".after")).ToBeVisibleAsync();
        await Expect(phone.Locator(".after")).ToContainTextAsync("이미 지웠습니다");
        Assert.Empty(await HeldAsync(phone));
        await Eventually.TrueAsync(async () => await phone.EvaluateAsync<int>("caches.open('qh.links').then(links => links.keys()).then(keys => keys.length)") == 1, "its link is gone");
        Assert.Empty(await phone.FaultsAsync("visit over"));
        Assert.Empty(await phone.MisfitsAsync("visit over"));
        await phone.GetByRole(AriaRole.Link, new() { Name = "만족", Exact = true }).ClickAsync();
        await Expect(phone.GetByLabel("만족", new() { Exact = true })).ToBeCheckedAsync();
        await phone.GetByLabel("남기고 싶은 말씀").FillAsync("친절했습니다");
        await Expect(phone.Locator("[data-count]")).ToHaveTextAsync("6 / 500");
        Assert.Empty(await phone.FaultsAsync("rating"));
        Assert.Empty(await phone.MisfitsAsync("rating"));
        await phone.PressAsync("보내기");

        await phone.HasTicketAsync();
        await Expect(phone.Locator(".after")).ToContainTextAsync("의견을 보내 주셔서 고맙습니다");
        Assert.Empty(await phone.FaultsAsync("rated"));
        Assert.Empty(await HeldAsync(phone));

        // At the hub what was written has its end.
        await using var redis = await ConnectionMultiplexer.ConnectAsync(scene.Hub.RedisConnectionString);
        var written = redis.GetServers()[0].Keys(pattern: "*{seocho}*").Where(key => key.ToString().Contains("submission", StringComparison.Ordinal)).ToList();
        Assert.All(written, key => Assert.InRange(redis.GetDatabase().KeyTimeToLive(key)!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(60)));
        Assert.Empty(scene.Complaints);
    }

    // Everything that this phone remembers of the hub.
    private static Task<string[]> HeldAsync(IPage phone) =>
        phone.EvaluateAsync<string[]>("[...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(key => key.startsWith('qh.'))");
}
