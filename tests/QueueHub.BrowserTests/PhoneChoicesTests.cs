using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests;

/// <summary>The menu in the head of every page of the phone: five languages, the size of letters, contrast.</summary>
public class PhoneChoicesTests(EngineFixture engines, ChromiumFixture chromium)
{
    private const int Narrowest = 320;
    private const string Largest = "150 clear";
    private const string Summary = ".choices > summary";

    // What is large and clear is looked at without asking the server anew.
    private const string Enlarge = "look => { document.documentElement.dataset.look = look; }";

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("vi")]
    [InlineData("ja")]
    public async Task Every_page_is_accessible_and_fits_the_narrowest_phone_with_the_largest_letters(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var paths = await PhonePages.PathsAsync(scene);
        var phone = await scene.OpenAsync("/seocho", Device.Phone, language);
        var faults = new List<string>();
        foreach (var (name, path) in paths)
        {
            await phone.SetViewportSizeAsync(Device.Phone.Width, Device.Phone.Height);
            await phone.GoAsync(path);
            await Expect(phone.Locator("html")).ToHaveAttributeAsync("lang", language);
            faults.AddRange(await phone.FaultsAsync(name));
            await phone.SetViewportSizeAsync(Narrowest, Device.Phone.Height);
            faults.AddRange(await phone.MisfitsAsync(name));
            await phone.EvaluateAsync(Enlarge, Largest);
            faults.AddRange(await phone.MisfitsAsync($"{name}, large"));

            // Colours are the same in every language, and so is the menu where it is made of buttons.
            if (language == "ko")
            {
                faults.AddRange(await phone.FaultsAsync($"{name}, clear"));
            }

            if (name is "office" or "form")
            {
                await phone.ClickAsync(Summary);
                faults.AddRange(await phone.MisfitsAsync($"menu of {name}, large"));
                faults.AddRange(await phone.FaultsAsync($"menu of {name}, large"));
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task What_is_chosen_stays_on_every_page_without_a_script_and_what_is_written_stays_too()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var phone = await scene.OpenAsync("/seocho", Device.Phone, script: false);
        await ChooseAsync(phone, "130%", "[data-look~='130']");
        Assert.EndsWith("/seocho", phone.Url, StringComparison.Ordinal);
        await ChooseAsync(phone, "Tiếng Việt", "[lang=vi]");
        await ChooseAsync(phone, "Dùng độ tương phản cao", "[data-look~=clear]");
        await phone.GoAsync("/seocho/s/resident/form");
        await Expect(phone.Locator("html[lang=vi][data-look='130 clear']")).ToHaveCountAsync(1);

        await phone.Locator("[name='f.document'][value=household]").CheckAsync();
        await phone.Locator("[name='f.purpose'][value=bank]").CheckAsync();
        await ChooseAsync(phone, "日本語", "[lang=ja]");
        await ChooseAsync(phone, "90%", "[data-look~='90']");
        await Expect(phone.Locator("html[lang=ja][data-look='90 clear']")).ToHaveCountAsync(1);
        await Expect(phone.Locator("[name='f.document'][value=household]")).ToBeCheckedAsync();
        await Expect(phone.Locator(".notice.danger")).ToHaveCountAsync(0);

        // Back from elsewhere it is as it was chosen last.
        await phone.GoAsync("/");
        await Expect(phone.Locator("html[lang=ja][data-look='90 clear']")).ToHaveCountAsync(1);
        await ChooseAsync(phone, "ふつうの画面に戻す", ":not([data-look~=clear])");
        await ChooseAsync(phone, "100%", ":not([data-look])");
        await Expect(phone.Locator("html[data-look]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task With_a_script_a_choice_keeps_what_is_written_and_the_menu_is_worked_by_keys()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var phone = await scene.OpenAsync("/seocho/s/resident/form", Device.Phone, "zh");
        await Expect(phone.Locator("html")).ToHaveAttributeAsync("lang", "zh");
        await phone.FillStepAsync("request", ("document", "household"), ("action", "view"), ("purpose", "bank"));
        await phone.Locator(Summary).FocusAsync();
        await phone.Keyboard.PressAsync("Enter");
        await Expect(phone.Locator(".choices > div")).ToBeVisibleAsync();
        await phone.Keyboard.PressAsync("Escape");
        await Expect(phone.Locator(".choices > div")).ToBeHiddenAsync();
        await Expect(phone.Locator(Summary)).ToBeFocusedAsync();

        await phone.Keyboard.PressAsync("Enter");
        await phone.Keyboard.PressAsync("Tab");
        await phone.Keyboard.PressAsync("Tab");
        await phone.Keyboard.PressAsync("Enter");
        await Expect(phone.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(phone.Locator("[name='f.document'][value=household]")).ToBeCheckedAsync();
        await ChooseAsync(phone, "150%", "[data-look~='150']");
        await Expect(phone.Locator("html")).ToHaveAttributeAsync("data-look", "150");
        await Expect(phone.Locator("[name='f.document'][value=household]")).ToBeCheckedAsync();
        Assert.Empty(scene.Complaints);
    }

    [Fact]
    public async Task A_ticket_taken_in_Japanese_is_called_in_Japanese()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var clerk = await scene.ClerkAsync("kim", "1");
        var phone = await scene.OpenAsync("/seocho/s/resident", Device.Phone, "ja");
        await phone.ClickAsync("form[action$='/ticket'] button");
        await phone.HasTicketAsync();
        await clerk.CalledAsync();
        await Eventually.TrueAsync(async () => (await scene.Citizens.BoardAsync())!.Calls.Any(shown => shown.Language == "ja"), "the board has a call in Japanese");
    }

    /// <param name="chosen">What the page then is: the next choice must not be made on the page before.</param>
    private static async Task ChooseAsync(IPage phone, string choice, string chosen)
    {
        await phone.ClickAsync(Summary);
        await phone.Locator(".choices").GetByText(choice, new() { Exact = true }).ClickAsync();
        await Expect(phone.Locator($"html{chosen}")).ToHaveCountAsync(1);
    }
}
