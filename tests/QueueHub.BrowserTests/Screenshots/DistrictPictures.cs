using Microsoft.Extensions.DependencyInjection;
using QueueHub.BrowserTests.Screens;
using QueueHub.Offices;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>The district page on phones, desks and walls.</summary>
public class DistrictPictures(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact(Explicit = true)]
    public async Task Every_size_and_state()
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium, openingHours: true);
        await scene.Hub.OpenNowAsync();
        await FillAsync(scene);
        foreach (var language in new[] { "ko", "en" })
        {
            await SaveAsync("/", $"district-phone-{language}", Device.Phone, language);
            await SaveAsync("/", $"district-desk-{language}", Device.Desk, language);
            await SaveAsync("/?theme=dark", $"district-wall-{language}", Device.Tv.Small(), language);
            await SaveAsync("/?theme=dark", $"district-wall-portrait-{language}", Device.TallTv.Small(), language);
        }

        await SaveAsync("/", "district-wall-2160-ko", Device.LargeTv.Small(), "ko");
        foreach (var language in new[] { "ko", "en" })
        {
            await using var link = scene.Link();
            var lost = await scene.OpenAsync("/", Device.Phone, language, at: new Uri($"http://{link.EndPoint}/"));
            await Expect(lost.Locator("[data-live]")).ToBeVisibleAsync();
            link.Cut();
            await Expect(lost.Locator("[data-gone]")).Not.ToBeEmptyAsync();
            await lost.SaveAsync($"district-phone-lost-{language}");
        }

        await scene.Hub.CloseNowAsync();
        foreach (var language in new[] { "ko", "en" })
        {
            await SaveAsync("/", $"district-phone-after-hours-{language}", Device.Phone, language);
            await SaveAsync("/?theme=dark", $"district-wall-after-hours-{language}", Device.Tv.Small(), language);
        }

        async Task SaveAsync(string path, string name, Device device, string language)
        {
            var page = await scene.OpenAsync(path, device, language);
            await Expect(page.Locator("[data-live]")).ToBeVisibleAsync();
            await page.SaveAsync(name);
        }
    }

    // Counters and lines of all kinds, the same each time.
    private static async Task FillAsync(Scene scene)
    {
        var (admin, _) = await scene.Hub.SignInAsync("admin");
        using var _ = admin;
        foreach (var (office, index) in scene.Hub.Services.GetRequiredService<IOffices>().All.Select((office, index) => (office, index)))
        {
            for (var counter = 0; counter < office.Counters.Count - (index % 3) && index % 7 != 6; counter++)
            {
                await new HttpDoor(admin, office.Slug, office.Counters[counter].Id).Open(new(Seocho.NewRequestId()));
            }

            for (var i = 0; i < index * 7 % 23; i++)
            {
                await scene.Citizens.IssueAsync(office.ServiceIds[i * i % office.ServiceIds.Count], office.Slug);
            }
        }
    }
}
