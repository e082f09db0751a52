using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.IntegrationTests.Privacy;
using QueueHub.Notify.Push;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Notify;

/// <summary>Told while the phone is in the pocket, by Web Push.</summary>
public class PushTests(EngineFixture engines)
{
    private const string Canary = "/push/Qzcanaryendpoint";
    private static readonly TimeSpan Patient = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Two_nodes_tell_everybody_once_that_it_is_near_and_once_that_they_are_called_and_forget_them_after_the_visit()
    {
        await using var ear = new Eavesdropper();
        await using var scene = await PocketScene.StartAsync(engines, factory => factory.With(ear.Into));
        await ear.SubscribeAsync(scene.One);
        var phones = new List<Pocketed>();
        for (var i = 0; i < 12; i++)
        {
            phones.Add(await scene.PocketAsync($"{Canary}{i}", ahead: i % 3 == 2 ? 0 : 2, called: i % 3 != 1, at: i % 2 == 0 ? scene.One : scene.Two));
        }

        var key = await PocketScene.PublicKeyAsync(scene.One, phones[0].Url);
        Assert.Equal(key, await PocketScene.PublicKeyAsync(scene.Two, phones[0].Url));

        foreach (var phone in phones)
        {
            // Who is called before that is not told any more that it is near.
            var expected = Expected(phones.IndexOf(phone));
            await Eventually.TrueAsync(() => expected[0] == "called" || scene.Kinds(phone).Contains("ahead"), $"{phone.Number} is told that it is near", Patient);
            var ticket = await scene.CallAsync();
            Assert.Equal(phone.Ordinal, ticket);
            Assert.True((await scene.Clerk.Recall(Seocho.Request(ticket))).Problem is null or { Code: ProblemCodes.RecallLocked });
            await Eventually.TrueAsync(() => expected.All(scene.Kinds(phone).Contains), $"{phone.Number} is told", Patient);
            await scene.FinishAsync(ticket);
        }

        await Eventually.TrueAsync(async () => (await scene.KeptAsync()).Count == 0, "nothing of them is left in Redis");
        Assert.All(phones, phone => Assert.Equal(Expected(phones.IndexOf(phone)), scene.Kinds(phone)));
        var arrival = scene.Service.At(phones[3].Path).Last();
        var (claims, named) = PushBrowser.Verify(arrival.Headers["Authorization"]);
        Assert.Equal(
            (key, scene.Service.Url.GetLeftPart(UriPartial.Authority), "mailto:queue@example.kr"),
            (named, claims.GetProperty("aud").GetString(), claims.GetProperty("sub").GetString()));
        Assert.Equal(("high", "aes128gcm", phones[3].Id), (arrival.Headers["Urgency"], arrival.Headers["Content-Encoding"], arrival.Headers["Topic"]));
        Assert.InRange(int.Parse(arrival.Headers["TTL"], null), 1, 180);
        Assert.True(phones[3].Id.Length <= 32);
        var message = scene.Told(phones[3])[^1];
        Assert.Equal(
            (phones[3].Id, "called", "ko", $"{phones[3].Number}번, 1번 창구로 오세요"),
            (Text(message, "id"), Text(message, "kind"), Text(message, "lang"), Text(message, "title")));

        // Where the link of a ticket is not, it cannot be learned: neither in the clear nor encrypted for the phone.
        foreach (var phone in phones)
        {
            var token = phone.Url.Split('/')[^1];
            Assert.All(scene.Told(phone), message => Assert.DoesNotContain(token, message.GetRawText(), StringComparison.Ordinal));
        }

        var canaries = new Canaries("Qzcanaryendpoint", phones[0].Browser.Auth, phones[0].Browser.P256dh);
        Assert.Empty(ear.Heard.Concat(await Kept.ByAsync(scene.One)).Concat(await Kept.ByAsync(scene.Two))
            .SelectMany(place => canaries.In(place.Content).Select(found => $"{place.Place}: {found}")));

        static string? Text(JsonElement message, string name) => message.GetProperty(name).GetString();
        static string[] Expected(int i) => (i % 3) switch { 0 => ["ahead", "called"], 1 => ["ahead"], _ => ["called"] };
    }

    [Fact]
    public async Task A_push_service_that_hangs_fails_or_knows_nobody_delays_neither_commands_nor_other_phones()
    {
        await using var scene = await PocketScene.StartAsync(engines);
        var hanging = new TaskCompletionSource();
        scene.Service.Answer = async (arrival, response, over) =>
        {
            switch (arrival.Path)
            {
                case "/hangs":
                    hanging.TrySetResult();
                    await Task.Delay(Timeout.Infinite, over);
                    break;
                case "/gone":
                    response.StatusCode = 410;
                    break;
                case "/fails" when arrival.Nth <= 2:
                    response.StatusCode = 500;
                    break;
                case "/busy" when arrival.Nth == 1:
                    (response.StatusCode, response.Headers.RetryAfter) = (429, "2");
                    break;
                case "/leads":
                    (response.StatusCode, response.Headers.Location) = (307, "/inside");
                    break;
                default:
                    response.StatusCode = 201;
                    break;
            }
        };
        var hangs = await scene.PocketAsync("/hangs", 0, called: true);
        var gone = await scene.PocketAsync("/gone", 3, called: true);
        var fails = await scene.PocketAsync("/fails", 3, called: false);
        var busy = await scene.PocketAsync("/busy", 10, called: false);
        var leads = await scene.PocketAsync("/leads", 10, called: false);
        var well = await scene.PocketAsync("/well", 10, called: false);

        var first = await scene.CallAsync();
        Assert.Equal(hangs.Ordinal, first);
        await hanging.Task.WaitAsync(Patient);

        // The service has taken the message and says nothing: commands are answered all the same.
        Assert.True((await scene.Clerk.Start(Seocho.Request(first))).Ok);
        Assert.True((await scene.Clerk.Park(new ParkRequest(Seocho.NewRequestId(), first, "서류", null))).Ok);
        await Eventually.TrueAsync(
            () => new[] { gone, leads, well }.All(phone => scene.Kinds(phone).Any()) && scene.Service.At("/fails").Count() == 3 && scene.Service.At("/busy").Count() == 2,
            "the others are told", Patient);

        var second = await scene.CallAsync();
        Assert.Equal(gone.Ordinal, second);
        await scene.FinishAsync(second);
        Assert.Equal(["ahead"], scene.Kinds(gone));
        Assert.Equal(["ahead", "ahead", "ahead"], scene.Kinds(fails));
        Assert.Equal(["ahead", "ahead"], scene.Kinds(busy));
        Assert.Equal(["ahead"], scene.Kinds(leads));
        Assert.Empty(scene.Service.At("/inside"));
        Assert.Equal(["ahead"], scene.Kinds(well));
    }

    [Fact]
    public async Task What_a_node_that_dies_has_taken_up_another_one_sends()
    {
        await using var scene = await PocketScene.StartAsync(
            engines, factory => factory.WithSetting("Notify:Patience", "00:00:01").WithSetting("Notify:Lease", "00:00:03"));
        var taken = new TaskCompletionSource();
        scene.Service.Answer = async (arrival, response, over) =>
        {
            if (arrival.Nth == 1)
            {
                taken.TrySetResult();
                await Task.Delay(Timeout.Infinite, over);
            }
        };
        await using var third = await PocketScene.Factory(engines).Beside(scene.One).WithSetting("Notify:Patience", "00:00:20").WithSetting("Notify:Lease", "00:00:25").StartAsync();
        await scene.Two.StopAsync();
        var phone = await scene.PocketAsync("/once", 0, called: true);

        // As a node leaves it that was killed after it had taken the notice up, and before it had sent it.
        var redis = scene.One.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
        await redis.StringSetAsync($"qh:{{{Seocho.Office}}}:notice:{phone.Ordinal}:push:0:called", "a node that was killed", TimeSpan.FromSeconds(2));
        await scene.CallAsync();
        await taken.Task.WaitAsync(Patient);

        // Whichever node has it now stops while the service has not answered; the one that is left takes over.
        await third.StopAsync();
        await Eventually.TrueAsync(() => scene.Kinds(phone).Count() >= 2, "another node sends it", Patient);
        Assert.All(scene.Kinds(phone), kind => Assert.Equal("called", kind));
    }

    [Fact]
    public async Task Who_withdraws_or_gives_the_number_up_is_told_nothing_more_and_only_the_ticket_itself_may_ask()
    {
        await using var scene = await PocketScene.StartAsync(engines);
        var withdrawn = await scene.PocketAsync("/withdrawn", 0, called: true);
        var cancelled = await scene.PocketAsync("/cancelled", 0, called: true);
        var stays = await scene.PocketAsync("/stays", 0, called: true);
        using var forgot = await scene.Phone.DeleteAsync($"{withdrawn.Url}/notify");
        Assert.Equal(HttpStatusCode.NoContent, forgot.StatusCode);
        using var cancel = await scene.Phone.PostAsJsonAsync($"{cancelled.Url}/cancel", Seocho.Request());
        Assert.Equal(HttpStatusCode.NoContent, cancel.StatusCode);
        await Eventually.TrueAsync(
            async () => !(await scene.KeptAsync()).Any(key => key.EndsWith($":{withdrawn.Ordinal}", StringComparison.Ordinal) || key.EndsWith($":{cancelled.Ordinal}", StringComparison.Ordinal)),
            "both are forgotten");

        Assert.Equal(withdrawn.Ordinal, await scene.CallAsync());
        await scene.FinishAsync(withdrawn.Ordinal);
        Assert.Equal(stays.Ordinal, await scene.CallAsync());
        await Eventually.TrueAsync(() => scene.Kinds(stays).Any(), "the last one is told", Patient);
        Assert.Empty(scene.Service.At("/withdrawn").Concat(scene.Service.At("/cancelled")));

        var wish = new PushWish(new Uri(scene.Service.Url, "/x").ToString(), stays.Browser.P256dh, stays.Browser.Auth, 3, true);
        await RefusedAsync(HttpStatusCode.NotFound, ProblemCodes.UnknownTicket, $"/{Seocho.Office}/t/{new string('0', 32)}", wish);
        await RefusedAsync(HttpStatusCode.NotFound, ProblemCodes.UnknownTicket, $"/{Seocho.Office}/t/{TicketToken.Watch(stays.Url.Split('/')[^1])}", wish);
        await RefusedAsync(HttpStatusCode.Conflict, ProblemCodes.WrongState, cancelled.Url, wish);
        foreach (var bad in new[]
        {
            wish with { Endpoint = "https://169.254.169.254/latest" }, wish with { Endpoint = "https://evil.example/x" }, wish with { Endpoint = null },
            wish with { Endpoint = wish.Endpoint + new string('x', 1000) }, wish with { P256dh = stays.Browser.Auth }, wish with { P256dh = "BB" + wish.P256dh![2..^4] + "AAAA" },
            wish with { Auth = "###" }, wish with { Auth = null }, wish with { Ahead = 0, Called = false }, wish with { Ahead = 1000 }, wish with { Ahead = -1 },
        })
        {
            await RefusedAsync(HttpStatusCode.UnprocessableEntity, ProblemCodes.SubscriptionInvalid, stays.Url, bad);
        }

        async Task RefusedAsync(HttpStatusCode status, string code, string ticket, PushWish asked)
        {
            using var response = await scene.WishAsync(ticket, asked);
            Assert.Equal((status, code), (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task The_key_is_made_once_and_a_node_has_it_also_while_Postgres_is_away()
    {
        using var folder = new TestFolder();
        string first;
        await using (var hub = await PocketScene.Factory(engines).WithDataFolder(folder["data"]).StartAsync())
        {
            first = Key(hub)!;
            var file = await File.ReadAllTextAsync(Path.Combine(folder["data"], "hub", "push-key"));
            Assert.DoesNotContain(first, file, StringComparison.Ordinal);
        }

        await using (var hub = await PocketScene.Factory(engines).WithDataFolder(folder["data"]).WithPostgresAt("Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=1").StartAsync())
        {
            Assert.Equal(first, Key(hub));
        }

        // A database that was set up anew learns it from the node.
        await using var again = await PocketScene.Factory(engines).WithDataFolder(folder["data"]).StartAsync();
        Assert.Equal(first, Key(again));

        static string? Key(RunningHub hub) => hub.Services.GetRequiredService<PushKeys>().Present?.Public;
    }
}
