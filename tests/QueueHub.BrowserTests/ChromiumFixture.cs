namespace QueueHub.BrowserTests;

/// <summary>
/// One Chromium for all tests of the assembly: the one that <c>QUEUEHUB_CHROMIUM</c> names, or <c>chromium</c> on the path. Where there is none
/// the test is skipped, and fails under <c>CI=true</c>.
/// </summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    // The clients are compiled by the browser at each first visit; on a busy machine that takes its time.
    private const float Patience = 60_000;

    private static readonly string? Executable = Environment.GetEnvironmentVariable("QUEUEHUB_CHROMIUM") is { Length: > 0 } named ? named : OnPath("chromium");

    // Chromium heeds the last such switch alone: these are Playwright's own. The last four keep it from drawing its toolbar for each of hundreds of contexts.
    private const string NotNeeded =
        "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter," +
        "PaintHolding,ThirdPartyStoragePartitioning,BlockOriginHeaderModificationOnRedirect,AvoidCorsURLLoaderRestartOnRedirect,Translate,AutoDeElevate," +
        "OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreloadTopChromeWebUI,InitialWebUI,WebUIToolbarProcessOverheadExperiment,WebUIOmniboxPopup";

    private static readonly string[] Args =
    [
        $"--disable-features={NotNeeded}",
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
        {
            return;
        }

        SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = Args,
        });
    }

    /// <summary>A browser without history.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        Skip();
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    /// <summary>A wall screen of its own, with the flags of docs/lobby.md; what it keeps stays in the folder when it is switched off.</summary>
    /// <param name="flags">Besides those that every test has.</param>
    public async Task<IBrowserContext> SwitchOnAsync(string profile, BrowserTypeLaunchPersistentContextOptions options, params string[] flags)
    {
        Skip();
        options.ExecutablePath = Executable;
        options.Args = [.. Args, .. flags];
        var context = await _playwright!.Chromium.LaunchPersistentContextAsync(profile, options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private void Skip()
    {
        if (_browser is null)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", "There is no Chromium.");
            throw new InvalidOperationException("There is no Chromium: install it, or name it in QUEUEHUB_CHROMIUM.");
        }
    }

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
