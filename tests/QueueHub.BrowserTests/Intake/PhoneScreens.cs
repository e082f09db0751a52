using Microsoft.Extensions.DependencyInjection;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets;

namespace QueueHub.BrowserTests.Intake;

/// <summary>
/// Pictures of every page and state, for people to look at: written to the folder that <c>QUEUEHUB_SCREENSHOTS</c> names, and not made without it.
/// </summary>
public sealed class PhoneScreens(EngineFixture engines, ChromiumFixture chromium)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("QUEUEHUB_SCREENSHOTS");

    [Theory(Explicit = true)]
    [InlineData("ko", 390, 844)]
    [InlineData("en", 390, 844)]
    [InlineData("ko", 320, 568)]
    [InlineData("ko", 1280, 900)]
    public async Task Every_page_of_the_phone(string language, int width, int height)
    {
        Assert.SkipWhen(Folder is null, "QUEUEHUB_SCREENSHOTS names no folder.");
        await using var scene = await Scene.StartAsync(engines, chromium);
        var page = await scene.OpenAsync("/seocho", new Device(width, height, Touch: width < 600), language);
        var index = 0;
        async Task ShootAsync(string name) => await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Folder!, $"{language}-{width}-{index++:00}-{name}.png"),
            FullPage = true,
        });

        await ShootAsync("office-nobody");
        var one = await scene.ClerkAsync("kim", "1");
        var three = await scene.ClerkAsync("lee", "3");
        for (var i = 0; i < 3; i++)
        {
            await scene.Citizens.IssueAsync();
        }

        await page.GotoAsync("/seocho");
        await ShootAsync("office");
        await page.GotoAsync("/seocho/s/resident");
        await ShootAsync("service");
        await page.GotoAsync("/seocho/s/passport");
        await ShootAsync("service-without-form");

        await page.GotoAsync("/seocho/s/resident/form");
        await ShootAsync("form-1");
        await page.ClickAsync("main .button >> nth=0");
        await page.Locator(".notice.danger").WaitForAsync();
        await ShootAsync("form-1-errors");
        await page.CheckAsync("[name='f.document'][value=household]");
        await page.CheckAsync("[name='f.action'][value=issue]");
        await page.CheckAsync("[name='f.purpose'][value=other]");
        await page.FillAsync("[name='f.copies']", "2");
        await page.FillAsync("[name='f.purposeOther']", "휴대전화 개통");
        await ShootAsync("form-1-filled");
        await NextAsync(page, "household");
        await page.CheckAsync("[name='f.householdAddresses'][value=none]");
        await page.CheckAsync("[name='f.householdItems'][value=members]");
        await ShootAsync("form-2");
        await NextAsync(page, "applicant");
        await page.FillAsync("[name='f.name']", "홍길동");
        await page.FillAsync("[name='f.birthDate']", "1990");
        await page.FillAsync("[name='f.address']", "서울특별시 서초구 남부순환로 2584, 101동 1001호");
        await page.FillAsync("[name='f.phone']", "01012345678");
        await ShootAsync("form-3");
        await page.ClickAsync("main .button >> nth=0");
        await page.Locator(".notice.danger").WaitForAsync();
        await ShootAsync("form-3-errors");
        await page.FillAsync("[name='f.birthDate']", "19900131");
        await page.CheckAsync("[name='f.privacy']");
        await page.ReloadAsync();
        await page.Locator("[data-discard]").WaitForAsync();
        await ShootAsync("form-restored");
        await NextAsync(page, "review");
        await ShootAsync("form-review");
        await page.ClickAsync("main > form > .button >> nth=0");
        await page.WaitForURLAsync("**/t/*");
        await page.Locator("[data-live]").WaitForAsync();
        await ShootAsync("ticket-waiting-form-ready");
        await page.ClickAsync("summary");
        await page.Locator(".qr").EvaluateAsync("image => image.decode()");
        await ShootAsync("ticket-share");
        var address = page.Url;
        await page.GotoAsync("/seocho");
        await ShootAsync("office-with-ticket");
        await page.GotoAsync(address + "/cancel");
        await ShootAsync("cancel");

        await page.GotoAsync("/seocho/s/resident");
        await page.ClickAsync("button.wide");
        await page.WaitForURLAsync("**/t/*");
        await page.Locator("[data-live]").WaitForAsync();
        await ShootAsync("ticket-form-todo");
        var own = page.Url;
        await page.GotoAsync(own + "/form");
        await ShootAsync("form-under-ticket");
        await page.GotoAsync(own);
        for (var i = 0; i < 4; i++)
        {
            await one.Complete(new CompleteRequest(Seocho.NewRequestId(), await StartedAsync(one)));
        }

        await page.Locator("[data-view=next]").WaitForAsync();
        await ShootAsync("ticket-next");
        await page.GotoAsync(own + "/form");
        var ticket = await CalledAsync(three);
        await page.Locator(".strip[data-state=called]").WaitForAsync();
        await ShootAsync("form-called");
        await page.GotoAsync(own);
        await page.Locator("[data-view=called]").WaitForAsync();
        await ShootAsync("ticket-called");
        await three.Start(Seocho.Request(ticket));
        await page.Locator("[data-view=serving]").WaitForAsync();
        await ShootAsync("ticket-serving");
        await three.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket));
        await page.Locator("[data-view=done]").WaitForAsync();
        await ShootAsync("ticket-done");

        await page.GotoAsync((await scene.Citizens.IssueAsync()).Url);
        ticket = await CalledAsync(three);
        await three.NoShow(Seocho.Request(ticket));
        await page.Locator("[data-view=noShow]").WaitForAsync();
        await ShootAsync("ticket-no-show");
        await page.GotoAsync((await scene.Citizens.IssueAsync()).Url);
        ticket = await CalledAsync(three);
        await three.Start(Seocho.Request(ticket));
        await three.Park(new ParkRequest(Seocho.NewRequestId(), ticket));
        await page.Locator("[data-view=parked]").WaitForAsync();
        await ShootAsync("ticket-parked");
        await page.EvaluateAsync("document.querySelector('[data-reconnecting]').hidden = false; document.querySelector('[data-stale]').hidden = false");
        await ShootAsync("ticket-lost");
        await page.GotoAsync(page.Url + "/cancel");
        await page.ClickAsync(".button.danger");
        await page.Locator("[data-view=cancelled]").WaitForAsync();
        await ShootAsync("ticket-cancelled");

        await page.GotoAsync("/nowhere");
        await ShootAsync("problem-office");
        await page.GotoAsync("/seocho/t/0123456789abcdef0123456789abcdef");
        await ShootAsync("problem-ticket");
        await page.GotoAsync("/seocho/poster");
        await ShootAsync("poster");
        await CloseDayAsync(scene.Hub);
        await page.GotoAsync("/seocho");
        await ShootAsync("office-closed");
    }

    [Fact(Explicit = true)]
    public async Task The_poster_on_paper()
    {
        Assert.SkipWhen(Folder is null, "QUEUEHUB_SCREENSHOTS names no folder.");
        await using var scene = await Scene.StartAsync(engines, chromium);
        var page = await scene.OpenAsync("/seocho/poster", Device.Desk);
        await page.PdfAsync(new PagePdfOptions { Path = Path.Combine(Folder!, "poster.pdf"), PreferCSSPageSize = true, PrintBackground = true });
    }

    private static async Task NextAsync(IPage page, string step)
    {
        await page.NextAsync();
        await page.FillStepAsync(step);
    }

    private static async Task<long> CalledAsync(ICounterHub clerk) => (await clerk.CallNext(Seocho.Request())).Ticket!.Value;

    private static async Task<long> StartedAsync(ICounterHub clerk)
    {
        var ticket = await CalledAsync(clerk);
        await clerk.Start(Seocho.Request(ticket));
        return ticket;
    }

    // Who still waits has waited in vain.
    private static async Task CloseDayAsync(RunningHub hub)
    {
        var queue = hub.Services.GetRequiredService<ITicketQueue>();
        var states = hub.Services.GetRequiredService<IOfficeStates>();
        var services = hub.Services.GetRequiredService<IOffices>().Find(Seocho.Office)!.ServiceIds;
        var state = states.Current(Seocho.Office)!;
        QueueContext Context() => new(
            Seocho.Office, services, state.Day, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), "system", new RequestBinding(Seocho.NewRequestId(), ""));
        Assert.True((await queue.ExpireTicketsAsync(Context(), [.. state.Tickets.Values.Where(ticket => ticket.Living).Select(ticket => ticket.Ordinal)])).Ok);
        Assert.True((await queue.CloseDayAsync(Context())).Ok);
        await Eventually.TrueAsync(() => !states.Current(Seocho.Office)!.DayOpen, "the day closes");
    }
}
