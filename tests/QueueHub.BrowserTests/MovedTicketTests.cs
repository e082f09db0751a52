using System.Text.RegularExpressions;
using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests;

/// <summary>A phone whose ticket goes to another office, while its page is open.</summary>
public class MovedTicketTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact]
    public async Task The_phone_says_where_the_new_number_is_and_follows_the_link_to_it()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var issued = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync(issued.Url, Device.Phone);

        // A phone that nobody has touched may not vibrate, and complains of it.
        await phone.Mouse.ClickAsync(5, 5);
        var desk = await scene.OpenAsync("/counter/", Device.Desk);
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        await desk.StrikeAsync("F2");
        await Expect(desk.Stage("Called")).ToBeVisibleAsync();
        await desk.StrikeAsync("F4");
        await Expect(phone.View("serving")).ToBeVisibleAsync();
        await Expect(desk.Stage("Serving")).ToBeVisibleAsync();

        await desk.StrikeAsync("Alt+KeyT");
        await desk.Locator("#move-office").SelectOptionAsync("banpo-1");
        Assert.Empty(await desk.FaultsAsync("to another office"));
        await desk.Locator($"[data-choice-there='{Seocho.Service}']").ClickAsync();
        await Expect(desk.Locator("[data-moved]")).ToContainTextAsync("반포1동");
        var number = await desk.Locator("[data-moved]").GetAttributeAsync("data-moved");

        await Expect(phone.View("moved")).ToContainTextAsync("다른 민원실로 접수되었습니다");
        var card = phone.Locator(".card", new() { HasText = $"번호 {number}" });
        await Expect(card).ToBeVisibleAsync();
        Assert.Empty(await phone.FaultsAsync("moved"));
        await card.GetByRole(AriaRole.Link, new() { Name = "새 번호표 보기" }).ClickAsync();
        await Expect(phone).ToHaveURLAsync(new Regex("/banpo-1/t/[0-9a-f]{32}$"));
        await Expect(phone.Number()).ToHaveTextAsync(number!);
        await Expect(phone.View("unserved")).ToBeVisibleAsync();
        Assert.Empty(scene.Complaints);
    }
}
