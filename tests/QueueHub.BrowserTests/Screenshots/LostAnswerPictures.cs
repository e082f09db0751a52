using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>The phone while a press is sent again, when it has given up, and when it has sent a lost form again.</summary>
public class LostAnswerPictures(EngineFixture engines, ChromiumFixture chromium)
{
    [Theory(Explicit = true)]
    [InlineData("ko", 390)]
    [InlineData("en", 390)]
    [InlineData("ko", 320)]
    [InlineData("en", 320)]
    public async Task Trying_again_giving_up_and_sent_again(string language, int width)
    {
        Album.Require();
        var device = Device.Phone with { Width = width };
        await using var redis = await OwnRedis.StartAsync("--appendonly", "yes", "--appendfsync", "always");
        await using var scene = await Scene.StartAsync(engines, chromium, redis: redis);
        await using var link = scene.Link();
        var phone = await scene.OpenAsync("/seocho/s/resident", device, language, at: new Uri($"http://{link.EndPoint}/"));
        link.Cut();
        await phone.Locator("form .button").ClickAsync();
        await Expect(phone.Locator(".sending")).ToBeVisibleAsync();
        await phone.SaveAsync($"phone-trying-again-{language}-{width}");
        await Expect(phone.Locator(".sending .small")).ToBeVisibleAsync();
        await phone.SaveAsync($"phone-gave-up-{language}-{width}");
        Assert.Empty(await phone.MisfitsAsync("gave up"));
        link.Restore();

        var issued = await scene.Citizens.IssueAsync();
        var form = await scene.OpenAsync($"{issued.Url}/form", device, language);
        await form.FillStepAsync("request", ("document", "household"), ("action", "view"), ("purpose", "bank"));
        await Expect(form.Locator("[data-kept]")).ToBeVisibleAsync();
        var ticket = await form.Context.NewPageAsync();
        await ticket.GotoAsync(issued.Url);
        await scene.LoseAsync(redis, redis.LoseFiles);
        foreach (var (page, name) in new[] { (ticket, "ticket"), (form, "form") })
        {
            foreach (var state in new[] { "sending", "sent" })
            {
                await page.EvaluateAsync("state => document.querySelectorAll('[data-again]').forEach(part => { part.hidden = part.dataset.again !== state; })", state);
                await page.SaveAsync($"phone-{name}-{state}-again-{language}-{width}");
                Assert.Empty(await page.MisfitsAsync($"{name} {state}"));
            }
        }
    }
}
