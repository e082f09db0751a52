using System.Net;
using System.Text.RegularExpressions;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests;

/// <summary>The network goes away and comes back while the lobby works on.</summary>
public partial class LostLinkTests(EngineFixture engines, ChromiumFixture chromium)
{
    private const int TvRounds = 50;
    private const int PhoneRounds = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_lobby_screen_says_how_old_it_is_and_is_right_again_after_every_loss()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await using var link = new FaultProxy(new IPEndPoint(IPAddress.Loopback, scene.Hub.Url.Port));
        var tv = await scene.OpenAsync("/display/seocho", Device.Tv, at: Address(link));
        await Expect(tv.Waiting("주민등록")).ToHaveTextAsync("0");
        await tv.EvaluateAsync("window.neverReloaded = true");
        var lobby = new BusyLobby(scene.Citizens, [await scene.ClerkAsync("kim", "1"), await scene.ClerkAsync("lee", "2"), await scene.ClerkAsync("park", "4")]);

        for (var round = 1; round <= TvRounds; round++)
        {
            // The link breaks in the middle of the work, and comes back in the middle of it.
            await Task.WhenAll(lobby.WorkAsync(), BreakAsync(link));
            await lobby.WorkAsync();
            await Expect(tv.Notice()).ToHaveTextAsync(LostSince());
            await Task.WhenAll(lobby.WorkAsync(), RestoreAsync(link));
            await Expect(tv.Notice()).ToHaveCountAsync(0);

            await Eventually.TrueAsync(async () => await tv.ShowsAsync((await scene.Citizens.BoardAsync())!), $"the screen right again in round {round}", Limit);
        }

        Assert.True(await tv.EvaluateAsync<bool>("window.neverReloaded === true"));
    }

    [Fact]
    public async Task A_phone_keeps_its_place_through_every_loss()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await using var link = new FaultProxy(new IPEndPoint(IPAddress.Loopback, scene.Hub.Url.Port));
        var clerk = await scene.ClerkAsync("kim", "1");
        for (var i = 0; i < PhoneRounds; i++)
        {
            await scene.Citizens.IssueAsync();
        }

        var ticket = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync(ticket.Url, Device.Phone, at: Address(link));
        await Expect(phone.Ahead()).ToHaveTextAsync($"{PhoneRounds}");
        await Expect(phone.Locator("[data-live]")).ToBeVisibleAsync();

        for (var ahead = PhoneRounds - 1; ahead >= 0; ahead--)
        {
            link.Cut();
            await Expect(phone.Locator("[data-reconnecting]")).ToContainTextAsync("순서는 그대로 유지됩니다");
            await Expect(phone.Locator("[data-reconnecting]")).ToBeVisibleAsync();
            var called = await clerk.CallNext(Seocho.CallNext());
            await clerk.NoShow(Seocho.Request(called.Ticket!.Value));
            link.Restore();
            await Expect(phone.Locator("[data-reconnecting]")).ToBeHiddenAsync();
            await (ahead > 0
                ? Expect(phone.Ahead()).ToHaveTextAsync($"{ahead}")
                : Expect(phone.View("next")).ToBeVisibleAsync());
        }

        await clerk.CallNext(Seocho.CallNext());
        await Expect(phone.View("called")).ToBeVisibleAsync();
    }

    private static Uri Address(FaultProxy link) => new($"http://{link.EndPoint}/");

    private static async Task BreakAsync(FaultProxy link)
    {
        await Task.Delay(Random.Shared.Next(30));
        link.Cut();
    }

    private static async Task RestoreAsync(FaultProxy link)
    {
        await Task.Delay(Random.Shared.Next(30));
        link.Restore();
    }

    [GeneratedRegex("^연결이 끊겼습니다 · [0-9]+(초|분) 전 상태$")]
    private static partial Regex LostSince();

    /// <summary>Citizens who come and clerks who call, serve and finish, one chance step after another.</summary>
    private sealed class BusyLobby(HttpClient citizens, IReadOnlyList<ICounterHub> clerks)
    {
        private readonly long?[] _atCounter = new long?[clerks.Count];

        public async Task WorkAsync()
        {
            for (var steps = Random.Shared.Next(1, 5); steps > 0; steps--)
            {
                if (Random.Shared.Next(2) == 0)
                {
                    await citizens.IssueAsync(Random.Shared.Next(3) == 0 ? "passport" : Seocho.Service);
                }

                var i = Random.Shared.Next(clerks.Count);
                if (_atCounter[i] is { } ticket)
                {
                    var done = Random.Shared.Next(3) == 0
                        ? await clerks[i].NoShow(Seocho.Request(ticket))
                        : await clerks[i].Start(Seocho.Request(ticket)) is { Ok: true }
                            ? await clerks[i].Complete(new CompleteRequest(Seocho.NewRequestId(), ticket))
                            : throw new InvalidOperationException("A called ticket was not served.");
                    Assert.True(done.Ok, done.Problem?.Code);
                    _atCounter[i] = null;
                }
                else
                {
                    _atCounter[i] = (await clerks[i].CallNext(Seocho.CallNext())).Ticket;
                }
            }
        }
    }
}
