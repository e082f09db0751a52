namespace QueueHub.BrowserTests.Screens;

/// <summary>What a citizen sees and does at the panel of a counter.</summary>
internal static class CitizensPanel
{
    // Told by the page itself, at each of its pictures: a form that is faded out is not to be seen.
    private const string Watch = """
        () => {
          window.blankAt = null;
          window.late = 0;
          let last = Date.now();
          const seen = () => {
            const box = document.querySelector('[data-lease]');
            return box !== null && !box.hidden && Number(getComputedStyle(box).opacity) > 0.01;
          };
          const look = () => {
            const now = Date.now();
            window.late = Math.max(window.late, now - last);
            last = now;
            if (seen()) window.blankAt = null; else window.blankAt ??= now;
            requestAnimationFrame(look);
          };
          look();
        }
        """;

    /// <summary>The panel of a counter, paired as a supervisor pairs it.</summary>
    public static async Task<IPage> PanelAsync(this Scene scene, string counter, Device device, Uri? at = null)
    {
        using var screen = await PairedScreen.PanelAsync(scene.Hub, counter);
        var (url, cookie) = (at ?? scene.Hub.Url, screen.Cookie);
        return await scene.OpenAsync("/display/panel", device, at: at, before: page => page.Context.AddCookiesAsync(
            [new() { Name = cookie.Name, Value = cookie.Value, Domain = url.Host, Path = "/", HttpOnly = true, SameSite = SameSiteAttribute.Strict }]));
    }

    public static ILocator Phase(this IPage panel, string phase) => panel.Locator($".panel[data-phase='{phase}']");
    public static ILocator Row(this IPage panel, string field) => panel.Locator($".panel-form [data-field='{field}']");
    public static ILocator Value(this IPage panel, string field) => panel.Row(field).Locator(".value");

    /// <summary>Begins to note since when nothing of a form is to be seen.</summary>
    public static Task WatchBlankAsync(this IPage panel) => panel.EvaluateAsync(Watch);

    /// <summary>
    /// Milliseconds from a moment until nothing of a form was to be seen any more, once it is so for good, without the longest time between two pictures: what the page
    /// does not draw it cannot take away.
    /// </summary>
    public static async Task<double> BlankAfterAsync(this IPage panel, DateTimeOffset moment)
    {
        await Expect(panel.Locator("[data-lease]")).ToHaveCountAsync(0);
        return await panel.EvaluateAsync<double>("window.blankAt - window.late") - moment.ToUnixTimeMilliseconds();
    }

    /// <summary>Opens a field, however often the form leaves the panel meanwhile.</summary>
    /// <param name="value">What is written there.</param>
    public static Task OpenFieldAsync(this IPage panel, string field, string value) => Eventually.TrueAsync(
        () => panel.EvaluateAsync<bool>(
            """
            ([field, value]) => {
              const input = document.querySelector('.panel-field input');
              if (!input) document.querySelector(`.panel-form [data-field='${field}']`)?.click();
              return input?.value === value;
            }
            """, new[] { field, value }),
        $"{field} is open with what is written there");

    /// <summary>
    /// Does something with the form, and once more from the start when the form has left the panel meanwhile: a hub that stands still for seconds is a lost connection,
    /// and nothing of what was typed stays.
    /// </summary>
    public static async Task WithFormAsync(this IPage panel, Func<Task> steps)
    {
        for (var tries = 1; ; tries++)
        {
            await panel.Locator("[data-lease]").EvaluateAsync("form => { form.begun = true; }");
            try
            {
                await steps();
                return;
            }
            catch (Exception failure) when (tries < 3 && failure is PlaywrightException or TimeoutException)
            {
                if (await panel.EvaluateAsync<bool>("document.querySelector('[data-lease]')?.begun === true"))
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Draws a name.</summary>
    public static async Task DrawAsync(this IPage panel)
    {
        // A pad has its size from the script that draws.
        await Expect(panel.Locator("[data-pad][width]")).ToBeVisibleAsync();
        var pad = (await panel.Locator("[data-pad]").BoundingBoxAsync())!;
        (float X, float Y)[] points = [(.2f, .3f), (.3f, .8f), (.45f, .3f), (.6f, .75f), (.8f, .4f)];
        await panel.Mouse.MoveAsync(pad.X + (pad.Width * points[0].X), pad.Y + (pad.Height * points[0].Y));
        await panel.Mouse.DownAsync();
        foreach (var (x, y) in points)
        {
            await panel.Mouse.MoveAsync(pad.X + (pad.Width * x), pad.Y + (pad.Height * y), new() { Steps = 6 });
        }

        await panel.Mouse.UpAsync();
    }
}
