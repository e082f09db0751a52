using System.Net.Http.Json;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>What people without a phone hold in their hands, and forms that are prepared at home.</summary>
public class WithoutPhonePictures(EngineFixture engines, ChromiumFixture chromium)
{
    // As wide as what is printed on.
    private static readonly Device Roll = new(302, 600, Scale: 2);
    private static readonly Device Sheet = new(794, 1123, Scale: 1);

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task The_slip_on_both_papers(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        for (var others = 0; others < 6; others++)
        {
            await scene.Citizens.IssueAsync();
        }

        var (clerk, _) = await scene.Hub.SignInAsync("kim");
        using var _ = clerk;
        using var issued = await clerk.PostAsJsonAsync(
            $"/api/offices/{Seocho.Office}/tickets", new IssueRequest(Seocho.NewRequestId(), Seocho.Service, language, Class: "priority"));
        var ticket = (await issued.Content.ReadFromJsonAsync<IssuedTicket>())!.Url;
        foreach (var (paper, device) in new[] { ("roll", Roll), ("a4", Sheet) })
        {
            var page = await scene.OpenAsync($"{ticket}/slip?paper={paper}", device, language);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            await page.Locator("img").EvaluateAsync("image => image.decode()");
            await page.SaveAsync($"phone-slip-{paper}-{language}", whole: true);
        }
    }

    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task A_form_prepared_at_home(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium, openingHours: true);
        await scene.Hub.CloseNowAsync();
        var phone = await scene.OpenAsync("/seocho", Device.Phone, language);
        await phone.SaveAsync($"phone-office-closed-{language}", whole: true);
        await phone.GotoAsync("/seocho/s/resident");
        await phone.SaveAsync($"phone-service-closed-{language}");
        await phone.GotoAsync("/seocho/s/resident/prepare");
        await phone.FillStepAsync("request", ("document", "household"), ("action", "issue"), ("purpose", "bank"), ("copies", "1"));
        await phone.NextAsync();
        await phone.FillStepAsync("household", ("householdAddresses", "none"), ("householdItems", "members"));
        await phone.NextAsync();
        await phone.FillStepAsync("who", ("appliedBy", "self"));
        await phone.NextAsync();
        await phone.FillStepAsync(
            "applicant", ("name", "Hong Gildong"), ("birthDate", "19900131"), ("address", "Seocho-gu"), ("phone", "010-1234-5678"), ("privacy", "yes"));
        await phone.NextAsync();
        await Expect(phone.Locator("#form")).ToHaveAttributeAsync("data-step", "review");
        await phone.NextAsync();
        await phone.Locator(".qr").EvaluateAsync("image => image.decode()");
        await phone.SaveAsync($"phone-prepared-closed-{language}", whole: true);
        await scene.Hub.OpenNowAsync();
        await phone.ReloadAsync();
        await phone.Locator(".qr").EvaluateAsync("image => image.decode()");
        await phone.SaveAsync($"phone-prepared-{language}", whole: true);
        await phone.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await phone.SaveAsync($"phone-prepared-printed-{language}", whole: true);
        await phone.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await phone.Locator("a[href$='/delete']").ClickAsync();
        await phone.SaveAsync($"phone-prepared-delete-{language}");
        await phone.GotoAsync("/seocho");
        await phone.SaveAsync($"phone-office-prepared-{language}");
        await phone.GotoAsync("/seocho/s/resident");
        await phone.SaveAsync($"phone-service-open-{language}", whole: true);
    }
}
