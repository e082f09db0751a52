using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using QueueHub.IntegrationTests.Database;
using QueueHub.Platform;
using QueueHub.Screens;

namespace QueueHub.IntegrationTests.Screens;

public sealed class PairedScreenTests(EngineFixture engines)
{
    private const string Screens = $"/api/offices/{Seocho.Office}/room/screens";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_revoked_display_loses_its_connection_at_once_also_at_another_node_and_a_display_that_nobody_paired_does_not()
    {
        await using var here = await new HubFactory(engines).With(OnlyNotices.Into).StartAsync();
        await using var there = await new HubFactory(engines).With(OnlyNotices.Into).Beside(here).StartAsync();
        using var tv = await PairedScreen.DisplayAsync(here, "로비");
        await using var paired = tv.Connection(there, $"{Routes.DisplayHub}?version=1.2.3");
        await using var open = there.DisplayConnection();
        var closed = Closed(paired);
        await paired.StartAsync();
        await open.StartAsync();
        Assert.NotNull(await paired.InvokeAsync<Board?>(nameof(IDisplayHub.Watch), Seocho.Office));
        var (supervisor, _) = await here.SignInAsync("choi");
        using var _1 = supervisor;
        await Eventually.TrueAsync(
            async () => await ListAsync(supervisor) is [{ Connected: true, Shows: Seocho.Office, Version: "1.2.3", LastSeen: not null, PairedBy.Length: > 0 }],
            "the list tells what the display shows");

        using var revoked = await supervisor.PostAsync($"{Screens}/{tv.Place.Id}/revoke", null);
        await closed.WaitAsync(Limit);

        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Empty(await ListAsync(supervisor));
        using var browser = tv.At(there);
        await AssertProblemAsync(await browser.GetAsync(Routes.DisplayPlace), ProblemCodes.ScreenUnpaired, HttpStatusCode.Unauthorized);
        await AssertProblemAsync(await supervisor.PostAsync($"{Screens}/{tv.Place.Id}/revoke", null), ProblemCodes.UnknownScreen, HttpStatusCode.NotFound);

        // What is public stays so, for whoever was never paired and for whoever no longer is.
        Assert.Equal(HubConnectionState.Connected, open.State);
        await using var again = tv.Connection(there, Routes.DisplayHub);
        await again.StartAsync();
        Assert.NotNull(await again.InvokeAsync<Board?>(nameof(IDisplayHub.Watch), Seocho.Office));
    }

    [Fact]
    public async Task A_screen_that_goes_is_seen_to_have_gone_and_another_office_ends_no_pairing_here()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var tv = await PairedScreen.DisplayAsync(hub, "로비");
        var (supervisor, _) = await hub.SignInAsync("choi");
        using var _1 = supervisor;
        Assert.Equal((false, (DateTimeOffset?)null), (await ListAsync(supervisor)).Select(screen => (screen.Connected, screen.LastSeen)).Single());
        await using (var connection = tv.Connection(hub, Routes.DisplayHub))
        {
            await connection.StartAsync();
            await Eventually.TrueAsync(async () => await ListAsync(supervisor) is [{ Connected: true }], "it is here");
        }

        await Eventually.TrueAsync(async () => await ListAsync(supervisor) is [{ Connected: false, LastSeen: not null }], "it has gone");
        Assert.False(await hub.Services.GetRequiredService<ScreenStore>().RevokeAsync("banpo-1", tv.Place.Id, "nobody", DateTimeOffset.UtcNow));
    }

    [Fact]
    public async Task A_counter_has_one_panel_and_the_new_one_ends_the_pairing_of_the_old()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var old = await PairedScreen.PanelAsync(hub, "1");
        using var neighbour = await PairedScreen.PanelAsync(hub, "2");
        var revoked = new ConcurrentQueue<string>();
        hub.Services.GetRequiredService<IScreens>().Revoked += revoked.Enqueue;

        using var fresh = await PairedScreen.PanelAsync(hub, "1");

        await Eventually.TrueAsync(() => !revoked.IsEmpty, "a pairing has ended");
        Assert.Equal([old.Place.Id], revoked);
        await AssertProblemAsync(await old.Browser.GetAsync(Routes.PanelPlace), ProblemCodes.ScreenUnpaired, HttpStatusCode.Unauthorized);
        Assert.Equal("1", (await fresh.Browser.GetFromJsonAsync<ScreenPlace>(Routes.PanelPlace))!.Place);
        Assert.Equal("2", (await neighbour.Browser.GetFromJsonAsync<ScreenPlace>(Routes.PanelPlace))!.Place);
    }

    [Fact]
    public async Task A_node_that_starts_without_Postgres_knows_its_screens_and_tells_no_other_that_it_is_not_paired()
    {
        using var folder = new TestFolder();
        await using var link = new PostgresLink(await engines.CreateDatabaseAsync());
        PairedScreen tv;
        await using (var before = await Factory().StartAsync())
        {
            tv = await PairedScreen.DisplayAsync(before, "로비");
            var kept = Path.Combine(before.Services.GetRequiredService<HubOptions>().PrivateFolder, "screens.json");
            Assert.Contains(tv.Place.Id, await File.ReadAllTextAsync(kept), StringComparison.Ordinal);
            Assert.DoesNotContain(tv.Cookie.Value, await File.ReadAllTextAsync(kept), StringComparison.Ordinal);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(kept));
        }

        link.Cut();
        await using var after = await Factory().StartAsync();
        using var browser = tv.At(after);
        Assert.Equal(tv.Place, await browser.GetFromJsonAsync<ScreenPlace>(Routes.DisplayPlace));
        using var stranger = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = after.Url };
        using var question = new HttpRequestMessage(HttpMethod.Get, Routes.DisplayPlace) { Headers = { { "Cookie", $"qh.display={new string('A', 43)}" } } };
        await AssertProblemAsync(await stranger.SendAsync(question), ProblemCodes.Unavailable, HttpStatusCode.ServiceUnavailable);
        await AssertProblemAsync(
            await stranger.PostAsJsonAsync(Routes.Pairings, new PairingRequest(ScreenKind.Display, "")), ProblemCodes.Unavailable, HttpStatusCode.ServiceUnavailable);
        tv.Dispose();

        HubFactory Factory() => new HubFactory(engines).WithDataFolder(folder["data"]).WithPostgresAt(link.ConnectionString);
    }

    private static Task Closed(HubConnection connection)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        return closed.Task;
    }

    private static async Task<IReadOnlyList<ListedScreen>> ListAsync(HttpClient supervisor) => (await supervisor.GetFromJsonAsync<ScreenList>(Screens))!.Screens;

    private static async Task AssertProblemAsync(HttpResponseMessage answer, string code, HttpStatusCode status)
    {
        using (answer)
        {
            Assert.Equal((status, code), (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        }
    }
}
