using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.TestSupport;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;

namespace QueueHub.BrowserTests.Intake;

/// <summary>A citizen's phone, and other citizens behind the doors.</summary>
internal static class Phone
{
    public static BrowserNewContextOptions Options(RunningHub hub, string language, int width = 390, int height = 844, bool script = true) => new()
    {
        BaseURL = hub.Url.ToString(),
        Locale = language == "ko" ? "ko-KR" : "en-GB",
        ViewportSize = new ViewportSize { Width = width, Height = height },
        DeviceScaleFactor = 2,
        HasTouch = width < 600,
        JavaScriptEnabled = script,
        ReducedMotion = ReducedMotion.Reduce,
    };

    /// <summary>Another citizen takes a number; gives the path of their ticket.</summary>
    public static async Task<string> TakeNumberAsync(RunningHub hub, string service = "resident")
    {
        var office = hub.Services.GetRequiredService<IOffices>().Find("seocho")!;
        var outcome = await hub.Services.GetRequiredService<ICitizenCommands>().IssueAsync(
            office, new IssueRequest(RandomNumberGenerator.GetHexString(32, lowercase: true), service), new Caller("citizen", "other", Channels.Phone, "ko"));
        Assert.True(outcome.Ok, outcome.Code);
        return outcome.Ticket!.Url;
    }

    /// <summary>The office closes: who still waits has waited in vain.</summary>
    public static async Task CloseDayAsync(RunningHub hub)
    {
        var queue = hub.Services.GetRequiredService<ITicketQueue>();
        var office = hub.Services.GetRequiredService<IOffices>().Find("seocho")!;
        var state = hub.Services.GetRequiredService<IOfficeStates>().Current("seocho")!;
        QueueContext Context() => new(
            "seocho", office.ServiceIds, state.Day, hub.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds(), "system",
            new RequestBinding(RandomNumberGenerator.GetHexString(32, lowercase: true), ""));
        var living = state.Tickets.Values.Where(ticket => ticket.Living).Select(ticket => ticket.Ordinal).ToList();
        Assert.True((await queue.ExpireTicketsAsync(Context(), living)).Ok);
        var closed = await queue.CloseDayAsync(Context());
        Assert.True(closed.Ok);
        await Eventually.TrueAsync(() => !hub.Services.GetRequiredService<IOfficeStates>().Current("seocho")!.DayOpen, "the day closes");
    }

    /// <summary>Sends the step and waits for the one named.</summary>
    public static async Task NextAsync(IPage page, string step)
    {
        await page.ClickAsync("form > .button >> nth=0");
        await page.Locator($"#form[data-step={step}], [name=step][value={step}]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
