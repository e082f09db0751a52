using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests.Forms;

/// <summary>A form begun at home is finished in the lobby: the office's QR is scanned, and one tap gives the number.</summary>
public class HomeToLobbyTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact]
    public async Task Half_a_form_from_home_is_offered_first_and_goes_on_under_the_number()
    {
        await using var scene = await Scene.StartAsync(engines, chromium, openingHours: true);
        await scene.Hub.CloseNowAsync();
        var phone = await scene.OpenAsync("/seocho/s/resident/prepare", Device.Phone);
        await phone.AnswerRequestAsync();
        await phone.CopiesAsync("2");
        await phone.PressAsync("다음");
        await Expect(phone.Heading()).ToHaveTextAsync("등본에 무엇을 넣을까요?");

        // Still closed: it can be gone on with, and no number is promised.
        await phone.GoAsync("/seocho");
        var offer = phone.Locator("[data-drafts-here] li");
        await Expect(offer).ToHaveCountAsync(1);
        await Expect(offer.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(offer.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/seocho/s/resident/prepare");

        await scene.Hub.OpenNowAsync();
        await phone.GoAsync("/seocho");
        await Expect(offer).ToContainTextAsync("집에서 쓰던 서식 이어 쓰기");
        await Expect(offer).ToContainTextAsync("주민등록표");
        Assert.Empty(await phone.FaultsAsync("office with a draft"));
        Assert.Empty(await phone.MisfitsAsync("office with a draft"));
        await phone.PressAsync("번호표 받고 이어 쓰기");
        await phone.HasTicketAsync();
        await phone.KeepsTicketAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "서식 작성하기" }).ClickAsync();
        await Expect(phone.Locator("#form")).ToHaveAttributeAsync("data-step", "household");
        await Expect(phone.Locator("main")).ToContainTextAsync("이 휴대전화에 저장된 작성 내용을 불러왔습니다.");
        await phone.PressAsync("이전");
        await Expect(phone.GetByLabel("몇 통이 필요하세요?")).ToHaveValueAsync("2");

        // Now it is the ticket's, and found there.
        await phone.GoAsync("/seocho");
        await Expect(phone.Locator("[data-mine] a")).ToBeVisibleAsync();
        await Expect(offer).ToHaveCountAsync(0);
        Assert.Empty(scene.Complaints);
    }

    [Fact]
    public async Task A_prepared_form_gets_its_number_with_one_tap_on_the_offices_page()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var phone = await scene.OpenAsync("/seocho/s/resident/prepare", Device.Phone);
        await phone.WriteFormAsync();
        await phone.PressAsync("저장하고 QR 코드 받기");
        await Expect(phone.Heading()).ToHaveTextAsync("서식이 준비되었습니다");

        await phone.GoAsync("/seocho");
        await phone.PressAsync("이 서식으로 번호표 받기");
        await phone.HasTicketAsync();
        await Expect(phone.Locator("[data-form=edit]")).ToBeVisibleAsync();
        await phone.KeepsTicketAsync();
        await phone.GoAsync("/seocho");
        await Expect(phone.Locator("[data-mine] a")).ToBeVisibleAsync();
        await Expect(phone.Locator("[data-prepared-here] li")).ToHaveCountAsync(0);
        Assert.Empty(scene.Complaints);
    }

    [Fact]
    public async Task A_draft_of_a_form_that_nobody_knows_any_more_is_dropped_and_that_is_said()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var phone = await scene.OpenAsync("/seocho/s/resident/form", Device.Phone);
        await phone.AnswerRequestAsync();
        await phone.EvaluateAsync(
            """
            const [key] = Object.keys(localStorage).filter(key => key.startsWith('qh.draft/'));
            localStorage.setItem(key.replace(/\d+$/, '1'), localStorage.getItem(key));
            localStorage.setItem('qh.draft/seocho/passport/1', JSON.stringify({ at: Date.now() - 49 * 3600 * 1000, answers: [] }));
            localStorage.removeItem(key);
            """);

        await phone.ReloadAsync();

        await Expect(phone.Locator("main")).ToContainTextAsync("서식이 많이 바뀌어");
        await Expect(phone.Locator("#form")).ToHaveAttributeAsync("data-step", "request");
        await Expect(phone.GetByLabel("등본 (세대 전체)")).Not.ToBeCheckedAsync();
        Assert.Equal(0, await phone.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('qh.draft/')).length"));
        await phone.ReloadAsync();
        await Expect(phone.Locator("main")).Not.ToContainTextAsync("서식이 많이 바뀌어");
        Assert.Empty(scene.Complaints);
    }
}
