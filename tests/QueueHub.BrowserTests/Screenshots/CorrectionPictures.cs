using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>A form that clerk and citizen put right together.</summary>
public class CorrectionPictures(EngineFixture engines, ChromiumFixture chromium)
{
    private static readonly Device Wide = new(1920, 1080);

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task At_the_desk_and_on_the_phone(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        var issued = await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync(issued.Url, Device.Phone, language);
        foreach (var (device, name) in new[] { (Device.Desk, "desk"), (Wide, "wide") })
        {
            var desk = await scene.OpenAsync("/counter/", device, language);
            await desk.Locator($".language[lang={language}]").ClickAsync();
            await desk.SignInAsync(scene.Hub, "kim");
            await desk.Counter("1").ClickAsync();
            if (device == Device.Desk)
            {
                await Expect(desk.Stage("Idle")).ToBeVisibleAsync();
                await desk.Keyboard.PressAsync("F2");
            }

            await Expect(desk.Locator("[data-ask-citizen]")).ToBeVisibleAsync();
            await desk.SaveAsync($"correction-{name}-form-{language}");
            await desk.Locator("[data-change='document']").ClickAsync();
            await desk.SaveAsync($"correction-{name}-edit-{language}");
            await desk.Keyboard.PressAsync("Escape");
            await desk.Locator("[data-ask-citizen]").ClickAsync();
            await desk.Locator("[data-choose='name']").CheckAsync();
            await desk.Locator("[data-choose='purpose']").CheckAsync();
            await desk.SaveAsync($"correction-{name}-choosing-{language}");
            if (device == Wide)
            {
                await desk.Locator("[data-send-request]").ClickAsync();
                await Expect(desk.Locator("[data-ask='asked']")).ToBeVisibleAsync();
                await desk.Locator("[data-change='name']").ClickAsync();
                await desk.Locator("[data-field='name'] input").FillAsync("이몽룡");
                await Expect(phone.Locator("[data-form=asked]")).ToBeVisibleAsync();
                await phone.SaveAsync($"correction-phone-asked-{language}", whole: true);
                await phone.Locator("[data-form=asked] a").ClickAsync();
                await phone.Locator("[name='f.name']").FillAsync("");
                await phone.Locator("#corrections .button").First.ClickAsync();
                await Expect(phone.Locator(".notice.danger")).ToBeVisibleAsync();
                await phone.SaveAsync($"correction-phone-errors-{language}", whole: true);
                await phone.Locator("[name='f.name']").FillAsync("성춘향");
                await phone.Locator("#corrections .button").First.ClickAsync();
                await phone.HasTicketAsync();
                await Expect(desk.Locator(".dispute")).ToBeVisibleAsync();
                await desk.SaveAsync($"correction-{name}-dispute-{language}");
                await desk.Locator("[data-keep=theirs]").ClickAsync();
                await desk.Keyboard.PressAsync("Alt+KeyN");
                await Expect(desk.Stage("Idle")).ToBeVisibleAsync();
                await desk.Keyboard.PressAsync("F2");
                await desk.Locator("[data-begin-form]").ClickAsync();
                await desk.Locator("[data-field='document'] input").First.PressAsync("Space");
                await desk.Keyboard.PressAsync("Enter");
                await Expect(desk.Locator("[data-field='action'] input").First).ToBeFocusedAsync();
                await desk.SaveAsync($"correction-{name}-writing-{language}");
            }

            await desk.Context.CloseAsync();
        }
    }
}
