namespace QueueHub.BrowserTests.Screens;

/// <summary>What only the page itself knows. Playwright's own wait evaluates strings in the page, which its policy forbids from the second look on.</summary>
internal static class Moments
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // At each of the page's pictures, so that nothing comes and goes unseen.
    private const string Look = """
        selector => new Promise(seen => {
          const look = () => document.querySelector(selector) ? seen() : requestAnimationFrame(look);
          look();
        })
        """;

    /// <summary>Returns when an expression is true in the page.</summary>
    public static Task BecomesAsync(this IPage page, string expression) => Eventually.TrueAsync(() => page.EvaluateAsync<bool>(expression), expression);

    /// <summary>Returns when the page is there with all that it shows. Playwright's own wait can miss the moment, and then waits in vain.</summary>
    public static Task LoadedAsync(this IPage page) => Eventually.TrueAsync(
        async () =>
        {
            try
            {
                return await page.EvaluateAsync<bool>("document.readyState === 'complete'");
            }
            catch (PlaywrightException)
            {
                // On its way to another page.
                return false;
            }
        },
        "the page is loaded");

    /// <summary>Completes when something was on the page, if only for a moment; to be begun before it comes.</summary>
    public static Task SeenAsync(this IPage page, string selector) => page.EvaluateAsync(Look, selector).WaitAsync(Patience);
}
