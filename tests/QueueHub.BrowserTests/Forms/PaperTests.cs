using Microsoft.Extensions.DependencyInjection;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Forms;
using QueueHub.Offices;

namespace QueueHub.BrowserTests.Forms;

/// <summary>The clerk prints the form, and not the console around it.</summary>
public class PaperTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact]
    public async Task Button_and_key_print_one_sheet_with_number_answers_and_a_line_to_sign()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var form = scene.Hub.Services.GetRequiredService<IOffices>().Form("family-relation")!;
        await scene.Hub.OfferAsync(Seocho.Service, form.Id);
        var typed = FormScenario.Typed(form, 3, "ko");
        await scene.Citizens.IssueAsync();
        await scene.Citizens.IssueAsync(form: new FormAnswers(form.Id, form.Version, typed));
        var desk = await scene.OpenAsync("/counter/", Device.Desk);
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        await desk.EvaluateAsync("() => { window.printed = 0; window.print = () => window.printed++; }");
        await Expect(desk.Locator("[data-waiting='2']")).ToBeVisibleAsync();

        // Nothing to print without a form.
        await desk.StrikeAsync("F2");
        await Expect(desk.Stage("Called")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("Alt+KeyI");
        await desk.StrikeAsync("Alt+KeyN");
        await Expect(desk.Stage("Idle")).ToBeVisibleAsync();
        Assert.Equal(0, await desk.EvaluateAsync<int>("window.printed"));

        await desk.StrikeAsync("F2");
        await Expect(desk.Answer("purpose")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("Alt+KeyI");
        await desk.BecomesAsync("window.printed === 1");
        await desk.Locator("[aria-keyshortcuts='Alt+I']").ClickAsync();
        await desk.BecomesAsync("window.printed === 2");

        await Expect(desk.Locator(".paper")).ToBeHiddenAsync();
        await desk.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(desk.Locator(".paper")).ToBeVisibleAsync();
        await Expect(desk.Locator(".desk")).ToBeHiddenAsync();
        var paper = await desk.Locator("body").InnerTextAsync();
        var sheet = FormSheet.Of(form, FormRules.Check(form, typed, DateOnly.MaxValue).Answers.Values, "ko");
        string[] words = [sheet.Title, "2번", "서명", .. sheet.Steps.SelectMany(step => step.Rows).SelectMany(row => row.Values),
            .. sheet.Steps.SelectMany(step => step.Rows).SelectMany(row => row.Entries ?? []).SelectMany(entry => entry.Rows).SelectMany(row => row.Values)];
        Assert.All(words, word => Assert.Contains(word, paper, StringComparison.Ordinal));
        Assert.DoesNotContain("로그아웃", paper, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(await desk.PdfAsync(new() { PreferCSSPageSize = true }), 0, 4), StringComparison.Ordinal);
        Assert.Empty(scene.Complaints);
    }
}
