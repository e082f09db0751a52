using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using QueueHub.IntegrationTests.Database;

namespace QueueHub.IntegrationTests.Screens;

/// <summary>How a display shows its office is said in the room, and the display follows.</summary>
public sealed class DisplaySettingsTests(EngineFixture engines)
{
    private const string Screens = $"/api/offices/{Seocho.Office}/room/screens";

    private static readonly DisplaySettings Wall = new(DisplayLayout.Wall, "tax", Notices: true, Light: true, Sound: false);

    [Fact]
    public async Task A_display_is_told_at_once_also_at_another_node_and_again_whenever_it_connects()
    {
        await using var here = await new HubFactory(engines).With(OnlyNotices.Into).StartAsync();
        await using var there = await new HubFactory(engines).With(OnlyNotices.Into).Beside(here).StartAsync();
        using var tv = await PairedScreen.DisplayAsync(here, "로비");
        using var other = await PairedScreen.DisplayAsync(here, "입구");
        Assert.Equal(DisplaySettings.Usual, tv.Place.Settings);
        var (supervisor, _) = await here.SignInAsync("choi");
        using var _1 = supervisor;
        await using var connection = tv.Connection(there, Routes.DisplayHub);
        await using var neighbour = other.Connection(there, Routes.DisplayHub);
        var (heard, overheard) = (Listen(connection), Listen(neighbour));
        await connection.StartAsync();
        await neighbour.StartAsync();
        await Eventually.TrueAsync(() => heard.SequenceEqual([DisplaySettings.Usual]) && overheard.Count == 1, "each is told what is so");

        var list = await SettleAsync(supervisor, tv.Place.Id, Wall);
        await Eventually.TrueAsync(() => heard.Contains(Wall), "the display is told");
        Assert.Equal(Wall, list.Screens.Single(screen => screen.Id == tv.Place.Id).Settings);
        Assert.Equal(["civil", "tax"], list.Zones!.Select(zone => zone.Id));
        using var browser = tv.At(there);
        Assert.Equal(Wall, (await browser.GetFromJsonAsync<ScreenPlace>(Routes.DisplayPlace))!.Settings);
        await using var again = tv.Connection(there, Routes.DisplayHub);
        var heardAgain = Listen(again);
        await again.StartAsync();
        await Eventually.TrueAsync(() => heardAgain.SequenceEqual([Wall]), "it is told when it comes back");
        Assert.Equal([DisplaySettings.Usual], overheard);
    }

    [Fact]
    public async Task Settings_are_given_with_the_pairing_and_changed_by_supervisors_of_the_office_alone()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var (supervisor, _) = await hub.SignInAsync("choi");
        using var _1 = supervisor;
        using var browser = hub.NewClient();
        var code = await PairedScreen.AskAsync(browser, ScreenKind.Display);
        var wrong = new ConfirmPairingRequest(code.UserCode, null, "로비", Wall with { Zone = "attic" });
        await AssertProblemAsync(await supervisor.PostAsJsonAsync(Screens, wrong), ProblemCodes.UnknownZone, HttpStatusCode.NotFound);
        using var confirmed = await supervisor.PostAsJsonAsync(Screens, wrong with { Settings = Wall });
        var display = (await confirmed.Content.ReadFromJsonAsync<ConfirmedPairing>())!.Screen;
        Assert.Equal(Wall, display.Settings);
        Assert.Equal(Wall, (await PairedScreen.PollAsync(browser, code.DeviceCode)).Place!.Settings);

        var path = $"{Screens}/{display.Id}/settings";
        var (clerk, _) = await hub.SignInAsync("kim");
        using var _2 = clerk;
        await AssertProblemAsync(await clerk.PostAsJsonAsync(path, DisplaySettings.Usual), ProblemCodes.Forbidden, HttpStatusCode.Forbidden);
        await AssertProblemAsync(await browser.PostAsJsonAsync(path, DisplaySettings.Usual), ProblemCodes.SignInRequired, HttpStatusCode.Unauthorized);
        await AssertProblemAsync(await supervisor.PostAsJsonAsync(path, Wall with { Zone = "attic" }), ProblemCodes.UnknownZone, HttpStatusCode.NotFound);
        await AssertProblemAsync(await supervisor.PostAsJsonAsync(path, new { layout = "round" }), ProblemCodes.InvalidRequest, HttpStatusCode.BadRequest);
        using var panel = await PairedScreen.PanelAsync(hub, "1");
        await AssertProblemAsync(
            await supervisor.PostAsJsonAsync($"{Screens}/{panel.Place.Id}/settings", DisplaySettings.Usual), ProblemCodes.UnknownScreen, HttpStatusCode.NotFound);
        var list = (await supervisor.GetFromJsonAsync<ScreenList>(Screens))!;
        Assert.Equal(Wall, list.Screens.Single(screen => screen.Id == display.Id).Settings);
        Assert.Null(list.Screens.Single(screen => screen.Id == panel.Place.Id).Settings);
    }

    private static ConcurrentQueue<DisplaySettings> Listen(HubConnection connection)
    {
        var heard = new ConcurrentQueue<DisplaySettings>();
        connection.On<DisplaySettings>(nameof(IDisplayClient.Settle), heard.Enqueue);
        return heard;
    }

    private static async Task<ScreenList> SettleAsync(HttpClient supervisor, string screen, DisplaySettings settings)
    {
        using var answer = await supervisor.PostAsJsonAsync($"{Screens}/{screen}/settings", settings);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<ScreenList>())!;
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, string code, HttpStatusCode status)
    {
        using (answer)
        {
            Assert.Equal((status, code), (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        }
    }
}
