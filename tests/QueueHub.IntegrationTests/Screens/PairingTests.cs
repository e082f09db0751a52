using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;

namespace QueueHub.IntegrationTests.Screens;

public sealed class PairingTests(EngineFixture engines)
{
    private const string Screens = $"/api/offices/{Seocho.Office}/room/screens";

    [Fact]
    public async Task A_screen_that_asked_one_node_is_confirmed_at_another_and_fetches_its_place_at_either()
    {
        var time = new ShiftedClock();
        await using var here = await new HubFactory(engines).WithTime(time).StartAsync();
        await using var there = await new HubFactory(engines).WithTime(time).Beside(here).StartAsync();
        using var tv = here.NewClient();
        tv.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux aarch64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36");
        var code = await PairedScreen.AskAsync(tv, ScreenKind.Display);

        Assert.Equal(PairingState.Pending, (await PairedScreen.PollAsync(tv, code.DeviceCode)).State);
        Assert.Equal(PairingState.SlowDown, (await PairedScreen.PollAsync(tv, code.DeviceCode)).State);

        var (supervisor, _) = await there.SignInAsync("choi", founder: here);
        using (supervisor)
        {
            var asking = await ReadAsync<AskingScreen>(await supervisor.PostAsJsonAsync($"{Screens}/find", new FindPairingRequest(code.UserCode.ToLowerInvariant())));
            Assert.Equal((code.UserCode, ScreenKind.Display, new ScreenDevice("Chrome 131", "Linux (ARM)"), "127.0.0.1", "test"),
                (asking.Code, asking.Kind, asking.Device, asking.Address, asking.Version));
            var confirmed = await ReadAsync<ConfirmedPairing>(await supervisor.PostAsJsonAsync(Screens, new ConfirmPairingRequest(code.UserCode, null, " 1층  로비 ")));
            var again = await ReadAsync<ConfirmedPairing>(await supervisor.PostAsJsonAsync(Screens, new ConfirmPairingRequest(code.UserCode, null, "1층 로비")));
            Assert.Equal(confirmed, again);
        }

        time.Offset += TimeSpan.FromSeconds(3);
        var answer = await PairedScreen.PollAsync(tv, code.DeviceCode);
        Assert.Equal((PairingState.Paired, Seocho.Office, "", "1층 로비"), (answer.State, answer.Place!.Office, answer.Place.Place, answer.Place.Name));
        Assert.Equal(answer.Place, await tv.GetFromJsonAsync<ScreenPlace>(Routes.DisplayPlace));
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<T>())!;
        }
    }
}
