using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;

namespace QueueHub.BrowserTests.Screens;

/// <summary>A hub and the people before it: each has a browser of their own, and all that their consoles complain of is kept.</summary>
internal sealed class Scene : IAsyncDisposable
{
    // Of screens, not of limits: all citizens of a test may come from one device.
    private const string NoLimit = "1000000";

    // On a busy machine a panel is often without a yes for a second, and what was typed there would be gone.
    private const string LongLease = "00:05:00";

    private static readonly string[] AsksWho = [Routes.WhoAmI, Routes.DisplayPlace, Routes.PanelPlace];

    // A node waits three seconds for the others before it decides.
    private static readonly TimeSpan Founded = TimeSpan.FromMinutes(2);

    private readonly ChromiumFixture _chromium;
    private readonly List<IBrowserContext> _contexts = [];
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly Dictionary<string, HttpClient> _clerks = [];

    private Scene(RunningHub hub, ChromiumFixture chromium)
    {
        (Hub, _chromium) = (hub, chromium);
        Citizens = hub.NewClient();
    }

    public RunningHub Hub { get; }

    private string? Life => Hub.Services.GetRequiredService<IOfficeStates>().Life(Seocho.Office);

    /// <summary>Other people's phones, behind the doors.</summary>
    public HttpClient Citizens { get; }

    /// <summary>Errors of all consoles so far: a refused style or script is one, too.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <param name="openingHours">The offices keep theirs; otherwise they are always open.</param>
    /// <param name="redis">One that the test may lose.</param>
    /// <param name="also">What else the hub is told.</param>
    public static async Task<Scene> StartAsync(
        EngineFixture engines, ChromiumFixture chromium, bool openingHours = false, OwnRedis? redis = null, Func<HubFactory, HubFactory>? also = null)
    {
        var factory = new HubFactory(engines).WithSetting("Limits:PerDevice", NoLimit).WithSetting("Limits:PerAddress", NoLimit).WithSetting("Limits:PanelLease", LongLease);
        factory = redis is null ? factory : factory.WithRedisAt(redis.ConnectionString);
        factory = also?.Invoke(factory) ?? factory;
        var scene = new Scene(await (openingHours ? factory.WithOpeningHours() : factory).StartAsync(), chromium);

        // Another Redis than a private one may have other nodes, for which the first one waits.
        await Eventually.TrueAsync(() => scene.Life is not null, "the office works", Founded);
        return scene;
    }

    /// <summary>A link to the hub that can be cut.</summary>
    public FaultProxy Link() => new(new IPEndPoint(IPAddress.Loopback, Hub.Url.Port));

    /// <summary>Somebody opens a page.</summary>
    /// <param name="language">Of the browser.</param>
    /// <param name="at">Where the hub is reached, when not directly.</param>
    /// <param name="before">What is done to the page before it is loaded.</param>
    public async Task<IPage> OpenAsync(
        string path, Device device, string language = "ko", bool script = true, Uri? at = null, Func<IPage, Task>? before = null)
    {
        var context = await _chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (at ?? Hub.Url).ToString(),
            Locale = language switch { "ko" => "ko-KR", "en" => "en-GB", "zh" => "zh-CN", "vi" => "vi-VN", _ => "ja-JP" },
            ViewportSize = new ViewportSize { Width = device.Width, Height = device.Height },
            HasTouch = device.Touch,
            DeviceScaleFactor = device.Scale,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,

            // A phone is in the office's day, whatever the machine's is: at its midnight it forgets its tickets.
            TimezoneId = "Asia/Seoul",
        });
        _contexts.Add(context);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => _complaints.Enqueue($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            // Asking who one is is answered with 401 when one is nobody, and the browser writes every such answer down.
            if (message.Type == "error" && !AsksWho.Any(message.Location.Contains))
            {
                _complaints.Enqueue($"{page.Url}: {message.Text} ({message.Location})");
            }
        };
        await (before?.Invoke(page) ?? Task.CompletedTask);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Redis comes back with other files than it died with; returns when the office works again.</summary>
    /// <param name="change">What happens to its files meanwhile.</param>
    public async Task LoseAsync(OwnRedis redis, Action change)
    {
        var before = Life;
        await redis.KillAsync();
        change();
        await redis.RestartAsync();
        await Eventually.TrueAsync(() => Life is { } life && life != before, "the office works again", Founded);
    }

    /// <summary>A clerk who works behind the doors, at a counter that is now open.</summary>
    public async Task<ICounterHub> ClerkAsync(string name, string counter)
    {
        if (!_clerks.TryGetValue(name, out var client))
        {
            (client, _) = await Hub.SignInAsync(name);
            _clerks.Add(name, client);
        }

        var door = new HttpDoor(client, Seocho.Office, counter);
        Assert.True((await door.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }

        foreach (var client in _clerks.Values.Append(Citizens))
        {
            client.Dispose();
        }

        await Hub.DisposeAsync();
    }
}
