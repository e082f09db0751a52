namespace QueueHub.BrowserTests.Screens;

/// <summary>What a clerk does at the console.</summary>
internal static class Desk
{
    public static ILocator Counter(this IPage desk, string counter) => desk.Locator($"[data-counter='{counter}']");
    public static ILocator Stage(this IPage desk, string stage) => desk.Locator($"[data-stage='{stage}']");
    public static ILocator Answer(this IPage desk, string field) => desk.Locator($".form [data-field='{field}'] .value");

    /// <summary>Ends at the choice of counters.</summary>
    public static async Task SignInAsync(this IPage desk, RunningHub hub, string name)
    {
        var (account, password) = hub.Account(name);
        await desk.Locator("#name").FillAsync(account);
        await desk.Locator("#password").FillAsync(password);
        await desk.Locator("button[type=submit]").ClickAsync();
        await desk.Locator($"[data-office='{Seocho.Office}']").ClickAsync();
        await Expect(desk.Counter("1")).ToBeVisibleAsync();
    }

    /// <summary>Takes a counter, which opens it.</summary>
    public static async Task TakeAsync(this IPage desk, string counter)
    {
        await desk.Counter(counter).ClickAsync();
        await Expect(desk.Stage("Idle")).ToBeVisibleAsync();
    }
}
