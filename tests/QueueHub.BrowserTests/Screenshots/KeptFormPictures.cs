using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>A form written under a ticket: kept, disputed by two phones, and finished by the clerk.</summary>
public class KeptFormPictures(EngineFixture engines, ChromiumFixture chromium)
{
    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Kept_disputed_and_called_before_it_was_submitted(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        var issued = await scene.Citizens.IssueAsync();
        var form = $"{issued.Url}/form";
        var plain = await scene.OpenAsync(form, Device.Phone, language, script: false);
        var phone = await scene.OpenAsync(form, Device.Phone, language);
        var other = await scene.OpenAsync(form, Device.Phone, language);
        await other.FillStepAsync("request", ("document", "household"), ("action", "view"), ("purpose", "bank"));
        await Expect(other.Locator("[data-kept]")).ToBeVisibleAsync();
        await other.SaveAsync($"form-kept-{language}");

        await phone.FillStepAsync("request", ("purpose", "school"));
        await Expect(phone.Locator(".dispute")).ToBeVisibleAsync();
        await phone.SaveAsync($"form-dispute-{language}", whole: true);

        await plain.FillStepAsync("request", ("document", "household"), ("action", "view"), ("purpose", "work"));
        await plain.NextAsync();
        await plain.SaveAsync($"form-dispute-without-script-{language}", whole: true);

        var desk = await scene.OpenAsync("/counter/", Device.Desk, language);
        await desk.Locator($".language[lang={language}]").ClickAsync();
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        await desk.Keyboard.PressAsync("F2");
        await Expect(desk.Locator(".form .unfinished")).ToBeVisibleAsync();
        await desk.SaveAsync($"counter-form-unfinished-{language}");
        await other.GotoAsync(issued.Url);
        await Expect(other.Locator("[data-form=clerk]")).ToBeVisibleAsync();
        await other.SaveAsync($"phone-ticket-called-form-unfinished-{language}", whole: true);
    }
}
