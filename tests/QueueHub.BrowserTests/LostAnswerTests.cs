using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests;

/// <summary>A press on the phone whose answer is lost: it is sent again, and is still one press.</summary>
public class LostAnswerTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_number_whose_answer_was_lost_is_one_number_and_the_phone_ends_on_it(bool formFirst)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await using var link = scene.Link();
        var phone = await scene.OpenAsync(formFirst ? "/seocho/s/resident/form" : "/seocho/s/resident", Device.Phone, at: new Uri($"http://{link.EndPoint}/"));
        if (formFirst)
        {
            await phone.WriteFormAsync();
        }

        link.DropReplies = true;
        await phone.PressAsync(formFirst ? "제출하고 번호표 받기" : Number);
        await Eventually.TrueAsync(async () => await IssuedAsync(scene) == 1, "the hub has issued");
        await Expect(Sending(phone)).ToHaveTextAsync("연결을 다시 시도하고 있습니다…");
        link.DropReplies = false;

        await phone.HasTicketAsync();
        await Expect(phone.Number()).ToHaveTextAsync("1");
        Assert.Equal(1, await IssuedAsync(scene));
    }

    [Fact]
    public async Task After_the_last_try_a_sentence_says_so_and_pressing_again_is_still_the_same_press()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await using var link = scene.Link();
        var phone = await scene.OpenAsync("/seocho/s/resident", Device.Phone, at: new Uri($"http://{link.EndPoint}/"));
        var id = await phone.Locator("[name=requestId]").First.InputValueAsync();

        link.DropReplies = true;
        await phone.PressAsync(Number);
        await Eventually.TrueAsync(async () => await IssuedAsync(scene) == 1, "the hub has issued");
        link.Cut();
        link.DropReplies = false;
        await Expect(Sending(phone)).ToContainTextAsync("다시 누르셔도 한 번만 처리됩니다");
        Assert.Equal(id, await phone.Locator("[name=requestId]").First.InputValueAsync());

        link.Restore();
        await phone.PressAsync("다시 시도");
        await phone.HasTicketAsync();
        await Expect(phone.Number()).ToHaveTextAsync("1");
        Assert.Equal(1, await IssuedAsync(scene));
    }

    [Fact]
    public async Task A_cancellation_whose_answer_was_lost_ends_on_the_cancelled_ticket()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await using var link = scene.Link();
        var issued = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync($"{issued.Url}/cancel", Device.Phone, at: new Uri($"http://{link.EndPoint}/"));

        link.DropReplies = true;
        await phone.PressAsync("네, 취소합니다");
        await Eventually.TrueAsync(async () => (await scene.Citizens.BoardAsync())!.Services.Sum(service => service.Waiting) == 0, "the hub has cancelled");
        link.Cut();
        link.DropReplies = false;
        await Expect(Sending(phone)).ToBeVisibleAsync();
        link.Restore();

        // On a slow machine the last try may have been before that.
        var again = phone.GetByRole(AriaRole.Button, new() { Name = "다시 시도", Exact = true });
        await Expect(again.Or(phone.View("cancelled"))).ToBeVisibleAsync();
        if (await again.IsVisibleAsync())
        {
            await again.ClickAsync();
        }

        await phone.HasTicketAsync();
        await Expect(phone.View("cancelled")).ToBeVisibleAsync();
    }

    private const string Number = "번호표 먼저 받기 바로 대기가 시작되고, 기다리는 동안 서식을 작성합니다.";

    private static ILocator Sending(IPage phone) => phone.Locator(".sending");

    private static async Task<int> IssuedAsync(Scene scene) => (await scene.Citizens.BoardAsync())!.Services.Sum(service => service.Waiting);
}
