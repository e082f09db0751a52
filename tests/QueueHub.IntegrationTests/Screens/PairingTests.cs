using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using QueueHub.IntegrationTests.Staff.Policies;

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
        await Eventually.TrueAsync(
            async () => (await PairedScreen.PollAsync(tv, code.DeviceCode)).State == PairingState.SlowDown, "it is told that it asks too often");

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

    [Fact]
    public async Task A_code_is_good_for_ten_minutes_once_and_for_the_screen_that_shows_it()
    {
        var time = new ShiftedClock();
        await using var hub = await new HubFactory(engines).WithTime(time).StartAsync();
        using var tv = hub.NewClient();
        var (supervisor, _) = await hub.SignInAsync("choi");
        var (administrator, _) = await hub.SignInAsync("admin");
        using var first = supervisor;
        using var second = administrator;

        var late = await PairedScreen.AskAsync(tv, ScreenKind.Display);
        time.Offset += TimeSpan.FromMinutes(10);
        Assert.Equal(PairingState.Expired, (await PairedScreen.PollAsync(tv, late.DeviceCode)).State);
        await AssertProblemAsync(await ConfirmAsync(supervisor, late, "로비"), ProblemCodes.UnknownPairingCode, HttpStatusCode.NotFound);

        var code = await PairedScreen.AskAsync(tv, ScreenKind.Display);
        Assert.Equal(PairingState.Expired, (await PairedScreen.PollAsync(tv, code.UserCode)).State);
        Assert.Equal(PairingState.Expired, (await PairedScreen.PollAsync(tv, new string('A', 43))).State);
        await ReadAsync<ConfirmedPairing>(await ConfirmAsync(supervisor, code, "로비"));
        await AssertProblemAsync(await ConfirmAsync(administrator, code, "로비"), ProblemCodes.UnknownPairingCode, HttpStatusCode.NotFound);
        await AssertProblemAsync(await ConfirmAsync(supervisor, code, "입구"), ProblemCodes.UnknownPairingCode, HttpStatusCode.NotFound);

        // Whose answer was lost asks again; what was sent before is worth nothing then, and after a minute nothing is sent any more.
        var lost = await TokenAsync(tv, code);
        var token = await TokenAsync(tv, code);
        await AssertProblemAsync(await PlaceAsync(hub, "qh.display", lost), ProblemCodes.ScreenUnpaired, HttpStatusCode.Unauthorized);
        Assert.Equal("로비", (await ReadAsync<ScreenPlace>(await PlaceAsync(hub, "qh.display", token))).Name);
        time.Offset += TimeSpan.FromMinutes(1);
        Assert.Equal(PairingState.Expired, (await PairedScreen.PollAsync(tv, code.DeviceCode)).State);

        // A token opens its own place alone.
        await AssertProblemAsync(await PlaceAsync(hub, "qh.panel", token, Routes.PanelPlace), ProblemCodes.ScreenUnpaired, HttpStatusCode.Unauthorized);
        await AssertProblemAsync(await PlaceAsync(hub, "qh.display", new string('A', 43)), ProblemCodes.ScreenUnpaired, HttpStatusCode.Unauthorized);
        await AssertProblemAsync(await PlaceAsync(hub, "qh.display", "what?"), ProblemCodes.ScreenNotPaired, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Only_a_supervisor_of_the_office_pairs_and_only_a_place_that_there_is()
    {
        await using var scene = await StaffScene.StartAsync(engines);
        using var tv = scene.Hub.NewClient();
        var supervisor = scene["supervisor"].Browser;
        var display = await PairedScreen.AskAsync(tv, ScreenKind.Display);
        var panel = await PairedScreen.AskAsync(tv, ScreenKind.Panel);

        foreach (var person in new[] { scene["clerk"].Browser, scene["administrator elsewhere"].Browser })
        {
            await AssertProblemAsync(await person.GetAsync(Screens), ProblemCodes.Forbidden, HttpStatusCode.Forbidden);
            await AssertProblemAsync(
                await person.PostAsJsonAsync($"{Screens}/find", new FindPairingRequest(display.UserCode)), ProblemCodes.Forbidden, HttpStatusCode.Forbidden);
            await AssertProblemAsync(await ConfirmAsync(person, display, "로비"), ProblemCodes.Forbidden, HttpStatusCode.Forbidden);
        }

        foreach (var (code, counter, name, problem, status) in new (PairingCode, string?, string?, string, HttpStatusCode)[]
        {
            (display, null, null, ProblemCodes.ScreenNameInvalid, HttpStatusCode.UnprocessableEntity),
            (display, null, " \n ", ProblemCodes.ScreenNameInvalid, HttpStatusCode.UnprocessableEntity),
            (display, null, new string('가', 61), ProblemCodes.ScreenNameInvalid, HttpStatusCode.UnprocessableEntity),
            (display, "1", null, ProblemCodes.UnknownPairingCode, HttpStatusCode.NotFound),
            (panel, "99", null, ProblemCodes.UnknownCounter, HttpStatusCode.NotFound),
            (panel, null, "로비", ProblemCodes.UnknownPairingCode, HttpStatusCode.NotFound),
        })
        {
            await AssertProblemAsync(await supervisor.PostAsJsonAsync(Screens, new ConfirmPairingRequest(code.UserCode, counter, name)), problem, status);
        }

        Assert.Empty((await supervisor.GetFromJsonAsync<ScreenList>(Screens))!.Screens);
        Assert.Equal(PairingState.Pending, (await PairedScreen.PollAsync(tv, panel.DeviceCode)).State);
    }

    [Fact]
    public async Task Nobody_asks_for_codes_without_end_and_nobody_finds_one_by_guessing()
    {
        await using var hub = await new HubFactory(engines)
            .WithSetting("Limits:PairingsPerAddress", "2").WithSetting("Limits:PairingPollsPerAddress", "2").WithSetting("Limits:CodesPerPerson", "3").StartAsync();
        using var tv = hub.NewClient();
        var (supervisor, _) = await hub.SignInAsync("choi");
        using var _1 = supervisor;
        var code = await PairedScreen.AskAsync(tv, ScreenKind.Display);
        await PairedScreen.AskAsync(tv, ScreenKind.Display);
        await PairedScreen.PollAsync(tv, code.DeviceCode);
        await PairedScreen.PollAsync(tv, code.DeviceCode);

        await LimitedAsync(() => tv.PostAsJsonAsync(Routes.Pairings, new PairingRequest(ScreenKind.Display, "")));
        await LimitedAsync(() => tv.PostAsJsonAsync(Routes.PairingPoll, new PairingQuestion(code.DeviceCode)));
        foreach (var guess in new[] { "BCDF-GHJK", "BCDF-GHJL", "nonsense" })
        {
            await AssertProblemAsync(
                await supervisor.PostAsJsonAsync($"{Screens}/find", new FindPairingRequest(guess)), ProblemCodes.UnknownPairingCode, HttpStatusCode.NotFound);
        }

        await LimitedAsync(() => supervisor.PostAsJsonAsync($"{Screens}/find", new FindPairingRequest(code.UserCode)));
        await LimitedAsync(() => ConfirmAsync(supervisor, code, "로비"));
    }

    // A limit is one of a minute: where that is over, it is reached once more.
    private static Task LimitedAsync(Func<Task<HttpResponseMessage>> ask) => Eventually.TrueAsync(
        async () =>
        {
            using var answer = await ask();
            return answer.StatusCode == HttpStatusCode.TooManyRequests
                && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString() == ProblemCodes.RateLimited;
        },
        "it is asked too often");

    private static Task<HttpResponseMessage> ConfirmAsync(HttpClient person, PairingCode code, string name) =>
        person.PostAsJsonAsync(Screens, new ConfirmPairingRequest(code.UserCode, null, name));

    // From the cookie as it was set, to which no script comes.
    private static async Task<string> TokenAsync(HttpClient screen, PairingCode code)
    {
        using var answer = await screen.PostAsJsonAsync(Routes.PairingPoll, new PairingQuestion(code.DeviceCode));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^qh\\.display=[A-Za-z0-9_-]{43}; max-age=34560000; path=/; samesite=strict; httponly$", cookie);
        return cookie.Split('=', ';')[1];
    }

    private static async Task<HttpResponseMessage> PlaceAsync(RunningHub hub, string cookie, string token, string route = Routes.DisplayPlace)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = hub.Url };
        using var request = new HttpRequestMessage(HttpMethod.Get, route) { Headers = { { "Cookie", $"{cookie}={token}" } } };
        return await browser.SendAsync(request);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, string code, HttpStatusCode status)
    {
        using (answer)
        {
            Assert.Equal((status, code), (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        }
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
