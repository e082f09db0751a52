using System.Text.RegularExpressions;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Screens;

namespace QueueHub.BrowserTests;

/// <summary>A screen is given its place by a supervisor, keeps it, and loses it.</summary>
public class ScreensTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact]
    public async Task A_display_is_paired_in_the_room_keeps_its_place_over_a_reload_and_asks_again_when_that_was_taken_from_it()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var tv = await scene.OpenAsync("/display/", Device.Tv);
        await Expect(tv.UserCode()).ToHaveTextAsync(new Regex("^[B-Z]{4}-[B-Z]{4}$"));
        var faults = new List<string>([.. await tv.FaultsAsync("pairing"), .. await tv.MisfitsAsync("pairing")]);
        Assert.EndsWith($"/counter/screens?code={await tv.UserCode().TextContentAsync()}", await tv.Locator(".qr").ReadAsync(496), StringComparison.Ordinal);

        // By the code as it is typed, with the keyboard still set to Korean or not.
        var room = await scene.OpenAsync("/counter/room/seocho", Device.Desk);
        await room.SupervisorAsync(scene.Hub);
        await room.GetByRole(AriaRole.Link, new() { Name = "화면", Exact = true }).ClickAsync();
        await room.Locator("#pair-code").FillAsync("BCDF-GHJK");
        await room.Keyboard.PressAsync("Enter");
        await Expect(room.Locator(".pair [role=alert]")).ToContainTextAsync("이 코드를 표시하고 있는 화면이 없습니다");
        await room.Locator("#pair-code").FillAsync((await tv.UserCode().TextContentAsync())!.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());
        await room.Keyboard.PressAsync("Enter");
        await Expect(room.Locator(".pair dl")).ToContainTextAsync("Chrome");
        faults.AddRange([.. await room.FaultsAsync("found"), .. await room.MisfitsAsync("found")]);
        await room.Locator("#pair-name").FillAsync("1층 로비");
        await room.Locator("[data-answer=pair]").ClickAsync();

        await Expect(tv.Locator(".board")).ToBeVisibleAsync();
        var row = room.Locator("[data-screen='1층 로비']");
        await Expect(row.Locator("[data-connected=true]")).ToBeVisibleAsync();
        await Expect(row).ToContainTextAsync("서초구청 OK민원센터 현황판");
        faults.AddRange([.. await room.FaultsAsync("list"), .. await room.MisfitsAsync("list")]);
        await tv.ReloadAsync();
        await Expect(tv.Locator(".board")).ToBeVisibleAsync();
        await Expect(tv.UserCode()).ToHaveCountAsync(0);

        await row.Locator("[data-revoke]").ClickAsync();
        await Expect(room.Locator("dialog[open]")).ToContainTextAsync("1층 로비");
        faults.AddRange([.. await room.FaultsAsync("revoke"), .. await room.MisfitsAsync("revoke")]);
        await room.AnswerAsync("revoke");
        await Expect(tv.Locator("[data-unpaired]")).ToContainTextAsync("이 화면의 연결이 해제되었습니다");
        await Expect(tv.UserCode()).ToBeVisibleAsync();
        await Expect(room.Locator("[data-screen]")).ToHaveCountAsync(0);
        faults.AddRange([.. await tv.FaultsAsync("unpaired"), .. await tv.MisfitsAsync("unpaired")]);
        Assert.Empty(faults);

        // The browser writes down that the code of nobody was not found.
        Assert.Contains("/room/screens/find", Assert.Single(scene.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_who_scans_the_code_with_a_phone_is_led_to_the_screen_and_every_screen_shows_its_code_whole()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var faults = new List<string>();
        foreach (var device in new[] { Device.TallTv, Device.LargeTv, Device.Panel })
        {
            var screen = await scene.OpenAsync("/display/", device);
            await Expect(screen.UserCode()).ToBeVisibleAsync();
            faults.AddRange(await screen.MisfitsAsync($"{device}"));
        }

        using var panel = scene.Hub.NewClient();
        var code = await PairedScreen.AskAsync(panel, ScreenKind.Panel);
        var phone = await scene.OpenAsync($"/counter/screens?code={code.UserCode}", Device.Phone);
        await phone.SupervisorAsync(scene.Hub);
        await phone.GetByRole(AriaRole.Link, new() { Name = "서초구청 OK민원센터", Exact = true }).ClickAsync();
        await Expect(phone.Locator(".pair [data-code]")).ToHaveTextAsync(code.UserCode);
        await phone.Locator("[data-answer=pair]").ClickAsync();
        await Expect(phone.Locator("#pair-missing")).ToBeVisibleAsync();
        await phone.Locator("#pair-counter").SelectOptionAsync("2");
        faults.AddRange([.. await phone.FaultsAsync("phone"), .. await phone.MisfitsAsync("phone")]);
        await phone.Locator("[data-answer=pair]").ClickAsync();
        await Expect(phone.Locator("[data-done]")).ToContainTextAsync("2번 창구");
        Assert.Equal("2", (await PairedScreen.PollAsync(panel, code.DeviceCode)).Place!.Place);
        Assert.Empty(faults);
        Assert.Empty(scene.Complaints);
    }
}
