using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>Asking to be told with the phone in the pocket.</summary>
public class NotifyPictures(EngineFixture engines, ChromiumFixture chromium)
{
    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Every_state(string language)
    {
        Album.Require();
        await using var gateway = await OtherServer.StartAsync();
        await using var scene = await Scene.StartAsync(engines, chromium, also: factory => NotifyTests.WithGateway(factory, gateway));
        using var browser = new PushBrowser();
        for (var i = 0; i < 5; i++)
        {
            await scene.Citizens.IssueAsync();
        }

        var ticket = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync(
            ticket.Url, Device.Phone, language, before: page => page.AddInitScriptAsync(NotifyTests.PlayedPush(new Uri(gateway.Url, "/push"), browser)));
        await phone.SaveAsync($"phone-ticket-notify-{language}", whole: true);
        await phone.GotoAsync($"{ticket.Url}/notify");
        await phone.SaveAsync($"phone-notify-{language}", whole: true);
        await phone.Locator("[data-push] button").ClickAsync();
        await Expect(phone.Locator(".done")).ToBeVisibleAsync();
        await phone.SaveAsync($"phone-notify-on-{language}", whole: true);
    }
}
