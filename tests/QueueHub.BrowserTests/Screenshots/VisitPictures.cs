using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>One visit on all screens: the pictures of the README.</summary>
public class VisitPictures(EngineFixture engines, ChromiumFixture chromium)
{
    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task One_visit(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        await (await scene.ClerkAsync("lee", "2")).CallNextOfAsync(scene);
        await (await scene.ClerkAsync("park", "4")).CallNextOfAsync(scene, "passport");
        for (var i = 0; i < 3; i++)
        {
            await scene.Citizens.IssueAsync();
            await scene.Citizens.IssueAsync("passport");
        }

        var ticket = await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync(ticket.Url, Device.Phone, language);
        await Expect(phone.Locator("[data-live]")).ToBeVisibleAsync();
        await phone.SaveAsync($"phone-ticket-waiting-{language}");

        var desk = await scene.OpenAsync("/counter/", Device.Desk, language);
        await desk.Locator($".language[lang={language}]").ClickAsync();
        await desk.SignInAsync(scene.Hub, "kim");
        var tv = await scene.OpenAsync("/display/seocho?sound=off", Device.Tv.Small());
        await Expect(tv.Calls()).ToHaveCountAsync(2);
        await desk.TakeAsync("1");
        for (var i = 0; i < 3; i++)
        {
            await desk.Keyboard.PressAsync("F2");
            await Expect(desk.Stage("Called")).ToBeVisibleAsync();
            await desk.Keyboard.PressAsync("F4");
            await Expect(desk.Stage("Serving")).ToBeVisibleAsync();
            await desk.Keyboard.PressAsync("F8");
            await Expect(desk.Stage("Idle")).ToBeVisibleAsync();
        }

        await desk.Keyboard.PressAsync("F2");
        await Expect(phone.View("called")).ToBeVisibleAsync();
        await phone.SaveAsync($"phone-ticket-called-{language}");
        await Expect(tv.Locator(".call.announced .number")).ToHaveTextAsync($"{ticket.Number}번");
        await tv.SaveAsync($"tv-calls-{language}");
        await Expect(desk.Answer("name")).ToBeVisibleAsync();
        await desk.SaveAsync($"counter-called-{language}");
        await desk.Keyboard.PressAsync("F4");
        await Expect(desk.Stage("Serving")).ToBeVisibleAsync();
        await desk.SaveAsync($"counter-serving-{language}");
    }
}
