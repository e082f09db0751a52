using System.Text.RegularExpressions;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests;

/// <summary>A phone whose ticket goes to another office, while its page is open.</summary>
public class MovedTicketTests(EngineFixture engines, ChromiumFixture chromium)
{
    private const float Soon = 10_000;

    [Fact]
    public async Task The_phone_says_where_the_new_number_is_and_follows_the_link_to_it()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var issued = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync(issued.Url, Device.Phone);
        var clerk = await scene.ClerkAsync("kim", "1");
        var ticket = await clerk.ServedAsync();
        await Expect(phone.View("serving")).ToBeVisibleAsync(new() { Timeout = Soon });

        var moved = await clerk.Move(new MoveRequest(Seocho.NewRequestId(), ticket, "banpo-1", Seocho.Service));

        await Expect(phone.View("moved")).ToContainTextAsync("다른 민원실로 접수되었습니다", new() { Timeout = Soon });
        var card = phone.Locator(".card", new() { HasText = $"번호 {moved.NumberThere}" });
        await Expect(card).ToBeVisibleAsync();
        Assert.Empty(await phone.FaultsAsync("moved"));
        await card.GetByRole(AriaRole.Link, new() { Name = "새 번호표 보기" }).ClickAsync();
        await Expect(phone).ToHaveURLAsync(new Regex("/banpo-1/t/[0-9a-f]{32}$"));
        await Expect(phone.Number()).ToHaveTextAsync($"{moved.NumberThere}");
        await Expect(phone.View("next")).ToBeVisibleAsync();
        Assert.Empty(scene.Complaints);
    }
}
