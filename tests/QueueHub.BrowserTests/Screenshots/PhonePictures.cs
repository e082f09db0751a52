using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>Every page and state of the phone, except forms.</summary>
public class PhonePictures(EngineFixture engines, ChromiumFixture chromium)
{
    private const string WithoutForm = "tax";

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Before_the_number(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium, openingHours: true);
        await scene.Hub.OpenNowAsync();
        var page = await scene.OpenAsync("/seocho", Device.Phone, language);
        await page.SaveAsync($"phone-office-empty-{language}");
        await scene.ClerkAsync("kim", "1");
        await scene.ClerkAsync("lee", "2");
        var ticket = await scene.Citizens.IssueAsync();
        for (var i = 0; i < 4; i++)
        {
            await scene.Citizens.IssueAsync(i % 2 == 0 ? Seocho.Service : "passport");
        }

        await page.GotoAsync("/seocho");
        await page.SaveAsync($"phone-office-{language}");
        await page.GotoAsync("/seocho/s/resident");
        await page.SaveAsync($"phone-service-{language}");
        await page.GotoAsync($"/seocho/s/{WithoutForm}");
        await page.SaveAsync($"phone-service-without-form-{language}");
        await page.GotoAsync(ticket.Url);
        await page.KeepsTicketAsync();
        await page.GotoAsync("/seocho");
        await page.SaveAsync($"phone-office-with-ticket-{language}");

        await page.GotoAsync("/nowhere");
        await page.SaveAsync($"phone-problem-unknown-office-{language}");
        await page.GotoAsync("/seocho/t/0123456789abcdef0123456789abcdef");
        await page.SaveAsync($"phone-problem-unknown-ticket-{language}");

        await scene.Hub.CloseNowAsync();
        await page.GotoAsync("/seocho");
        await page.SaveAsync($"phone-office-after-hours-{language}");
        await page.GotoAsync("/seocho/s/resident");
        await page.SaveAsync($"phone-service-after-hours-{language}");
    }

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task The_ticket_in_every_state(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium, openingHours: true);
        await using var link = scene.Link();
        var clerk = await scene.ClerkAsync("kim", "1");
        var page = await scene.OpenAsync((await scene.Citizens.IssueAsync()).Url, Device.Phone, language, at: new Uri($"http://{link.EndPoint}/"));
        await StateAsync("next");
        await page.SaveAsync($"phone-ticket-next-{language}", whole: true);
        link.Cut();
        await Expect(page.Locator("[data-reconnecting]")).ToBeVisibleAsync();
        await page.SaveAsync($"phone-ticket-reconnecting-{language}");
        link.Restore();
        var first = await clerk.ServedAsync();
        await StateAsync("serving");
        await page.SaveAsync($"phone-ticket-serving-{language}");
        await clerk.CompleteAsync(first);
        await StateAsync("done");
        await page.SaveAsync($"phone-ticket-done-{language}");

        await scene.Citizens.IssueAsync();
        await page.GotoAsync((await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm())).Url);
        await page.ClickAsync("summary");
        await page.Locator(".qr").First.EvaluateAsync("image => image.decode()");
        await page.SaveAsync($"phone-ticket-shared-{language}", whole: true);
        await page.GotoAsync($"{page.Url}/cancel");
        await page.SaveAsync($"phone-cancel-{language}");
        await page.ClickAsync(".button.danger");
        await StateAsync("cancelled");
        await page.SaveAsync($"phone-ticket-cancelled-{language}");

        await page.GotoAsync((await scene.Citizens.IssueAsync()).Url);
        await clerk.CompleteAsync(await clerk.ServedAsync());
        await clerk.NoShow(Seocho.Request(await clerk.CalledAsync()));
        await StateAsync("noShow");
        await page.SaveAsync($"phone-ticket-no-show-{language}");

        await page.GotoAsync((await scene.Citizens.IssueAsync()).Url);
        await clerk.Park(new ParkRequest(Seocho.NewRequestId(), await clerk.ServedAsync()));
        await StateAsync("parked");
        await page.SaveAsync($"phone-ticket-parked-{language}");
        await scene.Hub.EndDayAsync();
        await StateAsync("expired");
        await page.SaveAsync($"phone-ticket-expired-{language}");
        await page.GotoAsync("/seocho");
        await page.SaveAsync($"phone-office-day-closed-{language}");

        Task StateAsync(string state) => Expect(page.View(state)).ToBeVisibleAsync();
    }

    [Fact(Explicit = true)]
    public async Task The_poster()
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        var page = await scene.OpenAsync("/seocho/poster", new Device(900, 1200, Scale: 0.75f));
        await page.SaveAsync("phone-poster", whole: true);
    }
}
