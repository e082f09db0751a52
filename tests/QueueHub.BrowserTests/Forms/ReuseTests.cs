using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests.Forms;

/// <summary>What somebody writes about themselves is there for the next form: on this phone alone, and only if they want that.</summary>
public class ReuseTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact]
    public async Task Whoever_ticks_it_finds_the_next_form_filled_in_and_whoever_unticks_it_leaves_nothing()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var phone = await scene.OpenAsync("/seocho/s/resident/form", Device.Phone);
        await phone.FillStepAsync("request", ("document", "household"), ("action", "view"), ("purpose", "bank"));
        await phone.NextAsync();
        await phone.FillStepAsync("household", ("householdAddresses", "none"));
        await phone.NextAsync();
        await phone.FillStepAsync("who", ("appliedBy", "self"));
        await phone.NextAsync();
        await phone.FillStepAsync("applicant", ("name", "홍길동"), ("birthDate", "19900131"), ("address", "서초구"), ("phone", "010-1234-5678"), ("privacy", "yes"));
        Assert.Null(await MineAsync(phone));
        var wish = phone.GetByLabel("다음 서식에 다시 쓰기");
        await wish.CheckAsync();
        Assert.Empty(await phone.FaultsAsync("consent to reuse"));
        Assert.Empty(await phone.MisfitsAsync("consent to reuse"));
        await phone.NextAsync();
        await Expect(phone.Locator("#form")).ToHaveAttributeAsync("data-step", "review");

        // Another form, in which somebody acts for another: what is theirs is on the agent's page, and not on the other's.
        await phone.GoAsync("/bangbae-1/s/seal/form");
        await phone.FillStepAsync("request", ("sealUse", "general"), ("copies", "1"));
        await phone.NextAsync();
        await phone.FillStepAsync("collection", ("collectedBy", "agent"));
        await phone.NextAsync();
        await Expect(phone.Locator("[data-reuse-what]")).ToHaveTextAsync("대리인 이름, 대리인 생년월일, 대리인 전화번호");
        Assert.Empty(await phone.FaultsAsync("offer to reuse"));
        await phone.PressAsync("저번에 쓴 내용 채우기");
        await Expect(phone.Locator("[name='f.agentName']")).ToHaveValueAsync("홍길동");
        await Expect(phone.Locator("[data-reuse-filled]")).ToBeFocusedAsync();
        await phone.FillStepAsync("agent", ("agentRelation", "아들"), ("agentLetter", "yes"));
        await phone.NextAsync();
        await phone.FillStepAsync("applicant", ("name", "성춘향"));
        await Expect(phone.Locator("[name='f.phone']")).ToHaveValueAsync("");
        await phone.PressAsync("이전");
        await Expect(phone.Locator("#form")).ToHaveAttributeAsync("data-step", "agent");
        await phone.PressAsync("이전");

        // For oneself it is filled in on the page after, without being asked again.
        await phone.FillStepAsync("collection", ("collectedBy", "self"));
        await phone.NextAsync();
        await Expect(phone.Locator("[name='f.address']")).ToHaveValueAsync("서초구");
        await Expect(phone.Locator("[name='f.name']")).ToHaveValueAsync("성춘향");

        await wish.UncheckAsync();
        Assert.Null(await MineAsync(phone));
        await phone.GoAsync("/my-data");
        await Expect(phone.Locator("[data-kind=mine]")).ToBeHiddenAsync();
        Assert.Empty(scene.Complaints);
    }

    [Fact]
    public async Task Everything_a_phone_holds_is_shown_and_gone_with_one_press()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var phone = await scene.OpenAsync((await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm())).Url, Device.Phone);
        await phone.EvaluateAsync(
            """
            localStorage.setItem('qh.mine', JSON.stringify({ at: Date.now(), answers: { name: '홍길동' } }));
            localStorage.setItem('qh.some', '1');
            localStorage.setItem('other', 'stays');
            """);
        await phone.GoAsync("/seocho/s/resident/form");
        await phone.AnswerRequestAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "내 정보 보기·지우기" }).ClickAsync();

        foreach (var kind in new[] { "tickets", "drafts", "mine", "settings" })
        {
            await Expect(phone.Locator($"[data-kind={kind}]")).ToBeVisibleAsync();
        }

        await Expect(phone.Locator("[data-kind=mine]")).ToContainTextAsync("홍길동");
        await phone.PressAsync("이것만 지우기");
        await Expect(phone.Locator("[data-kind=mine]")).ToBeHiddenAsync();
        Assert.Empty(await phone.FaultsAsync("my data"));
        Assert.Empty(await phone.MisfitsAsync("my data"));
        await phone.PressAsync("이 휴대전화에서 모두 지우기");

        await Expect(phone.Locator(".notice")).ToContainTextAsync("모두 지웠습니다");
        await Expect(phone.Locator("[data-nothing]")).ToBeVisibleAsync();
        Assert.Equal(["other"], await phone.EvaluateAsync<string[]>("Object.keys(localStorage)"));
        Assert.Empty(await phone.Context.CookiesAsync());
        Assert.Empty(scene.Complaints);
    }

    private static Task<string?> MineAsync(IPage phone) => phone.EvaluateAsync<string?>("localStorage.getItem('qh.mine')");
}
