using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>Screens that wait for their place, and the room's page of screens.</summary>
public class ScreenPictures(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact(Explicit = true)]
    public async Task Screens_that_wait()
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        foreach (var (name, device) in new[] { ("tv-pairing", Device.Tv), ("tv-pairing-portrait", Device.TallTv), ("tv-pairing-2160", Device.LargeTv), ("tv-pairing-1280", Device.Panel) })
        {
            var screen = await scene.OpenAsync("/display/", device.Small());
            await Expect(screen.UserCode()).ToBeVisibleAsync();
            await screen.Locator(".qr").EvaluateAsync("image => image.decode()");
            await screen.SaveAsync(name);
        }

        using var revoked = await PairedScreen.DisplayAsync(scene.Hub, "1층 로비");
        var (supervisor, _) = await scene.Hub.SignInAsync("choi");
        using (supervisor)
        {
            (await supervisor.PostAsync($"/api/offices/{Seocho.Office}/room/screens/{revoked.Place.Id}/revoke", null)).EnsureSuccessStatusCode();
        }

        await using var link = scene.Link();
        var unpaired = await scene.OpenAsync("/display/", Device.Tv.Small(), at: new Uri($"http://{link.EndPoint}/"), before: page => page.Context.AddCookiesAsync(
            [new Cookie { Name = revoked.Cookie.Name, Value = revoked.Cookie.Value, Url = $"http://{link.EndPoint}/" }]));
        await Expect(unpaired.Locator("[data-unpaired]")).ToBeVisibleAsync();
        await unpaired.Locator(".qr").EvaluateAsync("image => image.decode()");
        await unpaired.SaveAsync("tv-unpaired");
        link.Cut();
        await Expect(unpaired.Locator("[data-away]")).ToBeVisibleAsync();
        await unpaired.SaveAsync("tv-pairing-away");
    }

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task The_rooms_page(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        using var lobby = await PairedScreen.DisplayAsync(scene.Hub, "1층 로비 입구");
        using var panel = await PairedScreen.PanelAsync(scene.Hub, "1");
        await using var connection = lobby.Connection(scene.Hub, $"{Routes.DisplayHub}?version=0.1.0");
        await connection.StartAsync();
        await connection.InvokeAsync<Board?>(nameof(IDisplayHub.Watch), Seocho.Office);
        using var asking = scene.Hub.NewClient();
        var code = await PairedScreen.AskAsync(asking, ScreenKind.Panel);
        var page = await scene.OpenAsync("/counter/room/seocho/screens", Device.Desk, language);
        await page.Locator($".language[lang={language}]").ClickAsync();
        await page.SupervisorAsync(scene.Hub);
        await Expect(page.Locator("[data-connected=true]")).ToBeVisibleAsync();
        await page.SaveAsync($"room-screens-{language}");
        await page.Locator("#pair-code").FillAsync(code.UserCode);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#pair-counter").SelectOptionAsync("1");
        await page.SaveAsync($"room-screens-found-{language}");
        await page.Locator("[data-revoke]").First.ClickAsync();
        await page.SaveAsync($"room-screens-revoke-{language}");
    }
}
