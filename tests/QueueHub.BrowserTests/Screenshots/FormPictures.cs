using Microsoft.Extensions.DependencyInjection;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Forms;
using QueueHub.Offices;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>Every step of every form, filled in; and what else a form can show.</summary>
public class FormPictures(EngineFixture engines, ChromiumFixture chromium)
{
    private const string Form = "/seocho/s/resident/form";

    // A4 without its margins.
    private static readonly Device Paper = new(672, 987);
    private static readonly string[] Forms = ["resident-register", "move-in", "seal-certificate", "family-relation", "passport", "health-check"];

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Every_step(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        foreach (var id in Forms)
        {
            var form = scene.Hub.Services.GetRequiredService<IOffices>().Form(id)!;
            await scene.Hub.OfferAsync(Seocho.Service, id);
            var phone = await scene.OpenAsync(Form, Device.Phone, language);
            var number = 0;
            await phone.WriteAsync(form, FormScenario.Typed(form, FormScenario.Cover(form)[0], language), step => phone.SaveAsync($"form-{id}-{++number}-{step}-{language}", whole: true));
            await phone.SaveAsync($"form-{id}-{++number}-review-{language}", whole: true);
            await phone.Context.CloseAsync();
        }
    }

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Errors_a_restored_draft_and_a_form_under_a_called_ticket(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        var phone = await scene.OpenAsync(Form, Device.Phone, language);
        await phone.NextAsync();
        await Expect(phone.Locator(".notice.danger")).ToBeVisibleAsync();
        await phone.SaveAsync($"form-errors-{language}", whole: true);
        await phone.FillStepAsync("request", ("document", "household"), ("action", "issue"), ("copies", "2"));
        await phone.ReloadAsync();
        await Expect(phone.Locator("[data-discard]")).ToBeVisibleAsync();
        await phone.SaveAsync($"form-restored-{language}", whole: true);

        var clerk = await scene.ClerkAsync("kim", "1");
        var waiting = await scene.OpenAsync($"{(await scene.Citizens.IssueAsync()).Url}/form", Device.Phone, language);
        await waiting.SaveAsync($"form-under-ticket-{language}");
        await clerk.CalledAsync();
        await Expect(waiting.Locator(".strip[data-state=called]")).ToBeVisibleAsync();
        await waiting.SaveAsync($"form-called-{language}");
    }

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task The_same_form_at_the_counter_and_on_paper(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        var desk = await scene.OpenAsync("/counter/", Device.Desk, language);
        await desk.Locator($".language[lang={language}]").ClickAsync();
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        foreach (var id in Forms)
        {
            var form = scene.Hub.Services.GetRequiredService<IOffices>().Form(id)!;
            await scene.Hub.OfferAsync(Seocho.Service, id);
            var typed = FormScenario.Typed(form, FormScenario.Cover(form)[0], language);
            await scene.Citizens.IssueAsync(form: new FormAnswers(form.Id, form.Version, typed));
            await Expect(desk.Locator("[data-waiting='1']")).ToBeVisibleAsync();
            await desk.Keyboard.PressAsync("F2");
            await Expect(desk.Stage("Called")).ToBeVisibleAsync();
            await Expect(desk.Locator(".form dl, .form table").First).ToBeVisibleAsync();
            await desk.SaveAsync($"form-{id}-counter-{language}");
            await desk.EmulateMediaAsync(new() { Media = Media.Print });
            await desk.SetViewportSizeAsync(Paper.Width, Paper.Height);
            await desk.SaveAsync($"form-{id}-paper-{language}", whole: true);
            await desk.SavePaperAsync($"form-{id}-paper-{language}");
            await desk.EmulateMediaAsync(new() { Media = Media.Screen });
            await desk.SetViewportSizeAsync(Device.Desk.Width, Device.Desk.Height);
            await desk.Keyboard.PressAsync("F4");
            await Expect(desk.Stage("Serving")).ToBeVisibleAsync();
            await desk.Keyboard.PressAsync("F8");
            await Expect(desk.Stage("Idle")).ToBeVisibleAsync();
        }
    }
}
