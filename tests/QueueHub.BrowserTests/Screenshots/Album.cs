using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>
/// Pictures of every page and state, for people to look at: written to the folder that <c>QUEUEHUB_SCREENSHOTS</c> names, and only when asked for
/// (<c>docs/screenshots/make</c> does).
/// </summary>
internal static class Album
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("QUEUEHUB_SCREENSHOTS");

    /// <summary>Half or a quarter of its points are enough to see a large screen.</summary>
    public static Device Small(this Device device) => device with { Scale = 960f / Math.Max(device.Width, device.Height) };

    /// <summary>Takes the picture; of the whole page, also what is below the screen's edge, when <paramref name="whole"/>.</summary>
    /// <param name="moving">Leaves animations as they are: they show what is to be seen.</param>
    public static async Task SaveAsync(this IPage page, string name, bool whole = false, bool moving = false)
    {
        await page.EvaluateAsync("document.fonts.ready");
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Folder!, $"{name}.png"),
            FullPage = whole,
            Animations = moving ? ScreenshotAnimations.Allow : ScreenshotAnimations.Disabled,
            Caret = ScreenshotCaret.Hide,
        });
    }

    /// <summary>Prints the page as the browser would.</summary>
    public static Task SavePaperAsync(this IPage page, string name) =>
        page.PdfAsync(new PagePdfOptions { Path = Path.Combine(Folder!, $"{name}.pdf"), PreferCSSPageSize = true });

    public static void Require() => Assert.SkipWhen(Folder is null, "QUEUEHUB_SCREENSHOTS names no folder.");
}
