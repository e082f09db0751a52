using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Notify;

/// <summary>Two nodes, a push service of our own, a clerk at counter 1, and citizens who have put their phones away.</summary>
internal sealed partial class PocketScene : IAsyncDisposable
{
    private readonly List<PushBrowser> _browsers = [];

    private PocketScene(OtherServer service, RunningHub one, RunningHub two)
    {
        (Service, One, Two) = (service, one, two);
        Phone = one.NewClient();
    }

    public OtherServer Service { get; }
    public RunningHub One { get; }
    public RunningHub Two { get; }
    public HttpClient Phone { get; }
    public HttpDoor Clerk { get; private set; } = null!;

    public static async Task<PocketScene> StartAsync(EngineFixture engines, Func<HubFactory, HubFactory>? also = null)
    {
        var service = await OtherServer.StartAsync();
        also ??= factory => factory;
        var one = await also(Factory(engines)).StartAsync();
        var scene = new PocketScene(service, one, await also(Factory(engines)).Beside(one).StartAsync());
        await Eventually.TrueAsync(() => scene.States(one).Life(Seocho.Office) is not null && scene.States(scene.Two).Life(Seocho.Office) is not null, "the office works");
        var (client, _) = await one.SignInAsync("kim");
        scene.Clerk = new HttpDoor(client, Seocho.Office, "1");
        Assert.True((await scene.Clerk.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
        return scene;
    }

    public static HubFactory Factory(EngineFixture engines) => new HubFactory(engines)
        .WithSetting("Limits:PerDevice", "1000000").WithSetting("Limits:PerAddress", "1000000")
        .WithSetting("Notify:AllowLoopback", "true").WithSetting("Notify:Contact", "mailto:queue@example.kr")
        .WithSetting("Notify:Patience", "00:00:20").WithSetting("Notify:Lease", "00:01:00");

    /// <summary>A number for somebody whose phone asks for push at a path of the service.</summary>
    public async Task<Pocketed> PocketAsync(string path, int ahead, bool called, RunningHub? at = null)
    {
        var ticket = await Phone.IssueAsync();
        var browser = new PushBrowser();
        _browsers.Add(browser);
        var row = await Eventually.NotNullAsync(
            () => Task.FromResult(States(at ?? One).Current(Seocho.Office)?.ByToken(TicketToken.Hash(ticket.Url.Split('/')[^1]))), "the node has the ticket");
        using var response = await WishAsync(ticket.Url, new PushWish(new Uri(Service.Url, path).ToString(), browser.P256dh, browser.Auth, ahead, called), at);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var kept = (await response.Content.ReadFromJsonAsync<PushKept>())!;
        return new Pocketed(ticket.Url, row.Ordinal, row.Number, path, browser, kept.Id);
    }

    public async Task<HttpResponseMessage> WishAsync(string ticket, PushWish wish, RunningHub? at = null)
    {
        using var client = (at ?? One).NewClient();
        return await client.PostAsJsonAsync($"{ticket}/notify/push", wish);
    }

    /// <summary>What one phone was told, as it reads it.</summary>
    public IReadOnlyList<JsonElement> Told(Pocketed phone) =>
        [.. Service.At(phone.Path).Select(arrival => JsonDocument.Parse(phone.Browser.Decrypt(arrival.Body)).RootElement)];

    public IEnumerable<string> Kinds(Pocketed phone) => Told(phone).Select(message => message.GetProperty("kind").GetString()!);

    public async Task<long> CallAsync()
    {
        var reply = await Clerk.CallNext(Seocho.CallNext());
        Assert.Null(reply.Problem);
        return reply.Ticket!.Value;
    }

    public async Task FinishAsync(long ticket)
    {
        Assert.True((await Clerk.Start(Seocho.Request(ticket))).Ok);
        Assert.True((await Clerk.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket))).Ok);
    }

    /// <summary>Keys of subscriptions in Redis, and fields of their index.</summary>
    public async Task<IReadOnlyList<string>> KeptAsync()
    {
        var redis = One.Services.GetRequiredService<IConnectionMultiplexer>();
        var keys = new List<string>();
        await foreach (var key in redis.GetServers()[0].KeysAsync(pattern: "qh:{*}:notify*"))
        {
            keys.Add(key.ToString());
        }

        return keys;
    }

    /// <summary>The key that pages give to browsers.</summary>
    public static async Task<string> PublicKeyAsync(RunningHub hub, string ticket)
    {
        using var client = hub.NewClient();
        return DataKey().Match(await client.GetStringAsync($"{ticket}/notify")).Groups[1].Value;
    }

    public IOfficeStates States(RunningHub hub) => hub.Services.GetRequiredService<IOfficeStates>();

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(browser => browser.Dispose());
        Phone.Dispose();
        await Service.DisposeAsync();
        await Two.DisposeAsync();
        await One.DisposeAsync();
    }

    [GeneratedRegex("data-key=\"([^\"]+)\"")]
    private static partial Regex DataKey();
}

/// <summary>A citizen with the phone in the pocket.</summary>
internal sealed record Pocketed(string Url, long Ordinal, int Number, string Path, PushBrowser Browser, string Id);
