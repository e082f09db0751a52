using Deque.AxeCore.Playwright;

namespace QueueHub.BrowserTests.Screens;

/// <summary>Rules of accessibility.</summary>
internal static class Axe
{
    /// <summary>What axe finds wrong with the page as it stands now; empty when nothing.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page, string screen)
    {
        await page.LoadedAsync();
        var result = await page.RunAxe();
        return
        [
            .. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{screen}: {violation.Id} ({violation.Help}) {node.Html}")),
        ];
    }
}
