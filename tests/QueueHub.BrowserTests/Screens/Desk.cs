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

    /// <summary>Strikes a key once the console listens to it: it does not while a question stands there or an order is under way.</summary>
    public static async Task StrikeAsync(this IPage desk, string key)
    {
        await Expect(desk.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Expect(desk.Locator("[data-action]:not([aria-disabled]):visible").First).ToBeVisibleAsync();
        await Expect(desk.Locator($"[aria-keyshortcuts='{key.Replace("Key", "", StringComparison.Ordinal)}'][aria-disabled]")).ToHaveCountAsync(0);
        await desk.Keyboard.PressAsync(key);
    }

    /// <summary>What a keyboard-wedge reader does: it types a code faster than anybody, and Enter.</summary>
    public static Task ScanAsync(this IPage desk, string code) => desk.EvaluateAsync(
        """
        code => {
          const signs = { ':': ['Semicolon', true], '/': ['Slash', false], '.': ['Period', false], '-': ['Minus', false] };
          // Times of their own: a busy machine must not make a person of a fast reader.
          let at = performance.now() + 1000;
          const press = (code, shiftKey, key) => {
            const event = new KeyboardEvent('keydown', { code, shiftKey, key, bubbles: true, cancelable: true });
            Object.defineProperty(event, 'timeStamp', { value: at += 5 });
            (document.activeElement ?? document.body).dispatchEvent(event);
          };
          for (const character of code) {
            const [place, shift] = signs[character]
              ?? (/[0-9]/.test(character) ? [`Digit${character}`, false] : [`Key${character.toUpperCase()}`, character !== character.toLowerCase()]);
            press(place, shift, character);
          }
          press('Enter', false, 'Enter');
        }
        """, code);

    /// <summary>Takes a counter, which opens it.</summary>
    public static async Task TakeAsync(this IPage desk, string counter)
    {
        await desk.Counter(counter).ClickAsync();
        await Expect(desk.Stage("Idle")).ToBeVisibleAsync();
    }
}
