namespace QueueHub.BrowserTests.Screens;

/// <summary>What an administrator and a clerk do on the staff's pages.</summary>
internal static class Office
{
    /// <summary>Signs in on a page of the staff.</summary>
    public static async Task SignInHereAsync(this IPage page, string name, string password)
    {
        await page.Locator("input[name=name]").FillAsync(name);
        await page.Locator("input[name=password]").FillAsync(password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".who")).ToBeVisibleAsync();
    }

    /// <summary>Fills the page's form for a new password in, and sends it.</summary>
    public static async Task ChoosePasswordAsync(this IPage page, string name, string present, string chosen)
    {
        await page.Locator("input[name=name]").FillAsync(name);
        await page.Locator("input[name=password]").FillAsync(present);
        await page.Locator("input[name=new]").FillAsync(chosen);
        await page.Locator("input[name=again]").FillAsync(chosen);
        await page.Keyboard.PressAsync("Enter");
    }
}
