using Microsoft.Extensions.DependencyInjection;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Staff;
using QueueHub.Staff.Accounts;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>The staff's pages on a desk and on a phone.</summary>
public class StaffPictures(EngineFixture engines, ChromiumFixture chromium)
{
    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Every_page(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        var boss = await scene.Hub.AppointAsync("haneul.seo", StaffRole.Administrator, displayName: "서하늘");
        var clerk = await scene.Hub.AddAsync("yuna.han", StaffRole.Clerk, "banpo-1", "한유나");
        var accounts = scene.Hub.Services.GetRequiredService<StaffAccounts>();
        await accounts.GrantAsync(StaffActor.CommandLine, clerk.Id, new StaffGrant("seocho", StaffRole.Supervisor));
        var gone = await scene.Hub.AddAsync("jisu.oh", StaffRole.Clerk, "jamwon", "오지수");
        await accounts.DisableAsync(StaffActor.CommandLine, gone.Id);
        await LockOutAsync(scene, "park");

        foreach (var (device, size) in new[] { (Device.Desk, "desk"), (Device.Phone, "phone") })
        {
            var page = await scene.OpenAsync("/staff", device, language);
            await page.SaveAsync($"staff-sign-in-{size}-{language}", whole: true);
            await page.SignInHereAsync(boss.Name, boss.Password);
            await page.SaveAsync($"staff-list-{size}-{language}", whole: true);
            await page.GotoAsync("/staff/new");
            await page.SaveAsync($"staff-new-{size}-{language}", whole: true);
            await page.Locator("input[name=display]").FillAsync("윤다인");
            await page.Locator("input[name=name]").FillAsync($"dain.yun.{size}");
            await page.Locator("select[name=office]").SelectOptionAsync("seocho");
            await page.Locator("main .button").First.ClickAsync();
            await Expect(page.Locator(".secret")).ToBeVisibleAsync();
            await page.EvaluateAsync("document.querySelector('.secret code').textContent = 'abcd-efgh-jkmn-pqrs'");
            await page.SaveAsync($"staff-made-{size}-{language}", whole: true);
            await page.GotoAsync($"/staff/{clerk.Id}?done=granted");
            await page.Locator("summary").Last.ClickAsync();
            await page.SaveAsync($"staff-person-{size}-{language}", whole: true);
            await page.GotoAsync("/staff?q=park");
            await page.Locator("tbody a").ClickAsync();
            await page.SaveAsync($"staff-person-locked-{size}-{language}", whole: true);
            await page.GotoAsync("/staff/log");
            await page.SaveAsync($"staff-log-{size}-{language}", whole: true);
            await page.GotoAsync("/staff/password");
            await page.ChoosePasswordAsync(boss.Name, boss.Password, "1234567890");
            await Expect(page.Locator(".danger")).ToBeVisibleAsync();
            await page.SaveAsync($"staff-password-refused-{size}-{language}", whole: true);

            // Somebody without rights, and somebody with a password for one use.
            var kim = await scene.OpenAsync("/staff", device, language);
            await kim.SignInHereAsync("kim", scene.Hub.Account("kim").Password);
            await kim.SaveAsync($"staff-forbidden-{size}-{language}", whole: true);
            var yuna = await scene.OpenAsync("/staff", device, language);
            await yuna.Locator("input[name=name]").FillAsync(clerk.Name);
            await yuna.Locator("input[name=password]").FillAsync(clerk.Password);
            await yuna.Keyboard.PressAsync("Enter");
            await Expect(yuna.Locator("input[name=new]")).ToBeVisibleAsync();
            await yuna.SaveAsync($"staff-password-{size}-{language}", whole: true);
            await yuna.GotoAsync("/staff/password?changed");
            await yuna.SaveAsync($"staff-password-changed-{size}-{language}", whole: true);
        }
    }

    private static async Task LockOutAsync(Scene scene, string name)
    {
        var signIns = scene.Hub.Services.GetRequiredService<QueueHub.Staff.SignIns>();
        for (var failure = 0; failure < 5; failure++)
        {
            await signIns.SignInAsync(new SignInRequest(name, "wrong"));
        }
    }
}
