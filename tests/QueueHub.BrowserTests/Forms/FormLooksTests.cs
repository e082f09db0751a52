using Microsoft.Extensions.DependencyInjection;
using QueueHub.BrowserTests.Screens;
using QueueHub.Offices;

namespace QueueHub.BrowserTests.Forms;

/// <summary>Every step of every form, filled in: axe finds nothing, and nothing is cut off on the narrowest phone.</summary>
public class FormLooksTests(EngineFixture engines, ChromiumFixture chromium)
{
    private static readonly Device Narrow = new(320, 640, Touch: true);

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Every_step_fits_and_can_be_used_by_everybody(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var faults = new List<string>();
        foreach (var id in new[] { "resident-register", "move-in", "seal-certificate", "family-relation", "passport", "health-check" })
        {
            var form = scene.Hub.Services.GetRequiredService<IOffices>().Form(id)!;
            await scene.Hub.OfferAsync(Seocho.Service, id);
            var phone = await scene.OpenAsync($"/seocho/s/{Seocho.Service}/form", Narrow, language);
            await phone.WriteAsync(form, FormScenario.Typed(form, FormScenario.Cover(form)[0], language), async step => await LookAsync(phone, $"{id} {step}"));
            await LookAsync(phone, $"{id} review");
            await phone.Context.CloseAsync();
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));

        async Task LookAsync(IPage phone, string screen)
        {
            faults.AddRange(await phone.MisfitsAsync(screen));
            faults.AddRange(await phone.FaultsAsync($"{screen}, {language}"));
        }
    }
}
