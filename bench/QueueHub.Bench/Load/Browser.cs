using System.Text.Json;
using Microsoft.Playwright;

namespace QueueHub.Bench.Load;

/// <summary>Debian's Chromium, without a window. Every visit is the first one: nothing is cached.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const int Quiet = 750;
    private static readonly float Patience = (float)TimeSpan.FromSeconds(60).TotalMilliseconds;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("QUEUEHUB_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        }));
    }

    /// <summary>Opens a page, and leaves it when <paramref name="awaited"/> is there and nothing more is fetched.</summary>
    public async Task<Visit> VisitAsync(Uri address, string awaited)
    {
        await using var context = await _browser.NewContextAsync(new BrowserNewContextOptions { Locale = "ko-KR", IgnoreHTTPSErrors = true });
        var page = await context.NewPageAsync();
        var network = await context.NewCDPSessionAsync(page);
        var paths = new Dictionary<string, string>();
        var bytes = new Dictionary<string, long>();
        network.Event("Network.responseReceived").OnEvent += (_, said) =>
            paths[Request(said)] = new Uri(said!.Value.GetProperty("response").GetProperty("url").GetString()!).AbsolutePath;
        network.Event("Network.loadingFinished").OnEvent += (_, said) => bytes[Request(said)] = said!.Value.GetProperty("encodedDataLength").GetInt64();
        await network.SendAsync("Network.enable");

        // By the page's own clock, which begins with the navigation: what the driver needs is not counted.
        await page.AddInitScriptAsync(
            $$"""
            new MutationObserver((_, watch) => {
              if (document.querySelector({{JsonSerializer.Serialize(awaited)}})) {
                window.shownAfter = performance.now();
                watch.disconnect();
              }
            }).observe(document, { childList: true, subtree: true });
            """);
        await page.GotoAsync(address.ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Load, Timeout = Patience });
        await page.WaitForFunctionAsync("() => window.shownAfter", null, new PageWaitForFunctionOptions { Timeout = Patience });
        for (var seen = -1; seen != bytes.Count;)
        {
            seen = bytes.Count;
            await page.WaitForTimeoutAsync(Quiet);
        }

        var shown = TimeSpan.FromMilliseconds(await page.EvaluateAsync<double>("window.shownAfter"));
        return new Visit(shown, [.. bytes.Where(request => paths.ContainsKey(request.Key)).Select(request => (paths[request.Key], request.Value))]);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string Request(JsonElement? said) => said!.Value.GetProperty("requestId").GetString()!;
}

/// <summary>What a first visit took.</summary>
/// <param name="Shown">From the start of the navigation until what was awaited was in the page.</param>
/// <param name="Files">All that was fetched, with the bytes on the wire, headers and all.</param>
internal sealed record Visit(TimeSpan Shown, IReadOnlyList<(string Path, long Bytes)> Files)
{
    public long Bytes => Files.Sum(file => file.Bytes);
}
