namespace QueueHub.BrowserTests.Screens;

/// <summary>What is to be read on a screen that waits for its place.</summary>
internal static class PairingWall
{
    public static ILocator UserCode(this IPage screen) => screen.Locator(".letters");
}
