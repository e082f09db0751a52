using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests.Forms;

/// <summary>A form that is written while waiting: on two phones, and then at the counter.</summary>
public class KeptFormTests(EngineFixture engines, ChromiumFixture chromium)
{
    private const string Kept = "[data-kept]";

    [Fact]
    public async Task What_is_typed_is_kept_shown_on_the_other_phone_and_seen_by_the_clerk_after_the_call()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var issued = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync($"{issued.Url}/form", Device.Phone);
        await phone.FillStepAsync("request", ("document", "household"), ("action", "view"), ("purpose", "bank"));
        await Expect(phone.Locator(Kept)).ToHaveTextAsync("지금까지 쓰신 내용이 저장되었습니다.");

        // The other phone goes on where the first one is, without a button pressed there.
        var tablet = await scene.OpenAsync($"{issued.Url}/form", Device.Phone);
        await tablet.FillStepAsync("household", ("householdAddresses", "none"));
        await Expect(tablet.Locator(Kept)).ToBeVisibleAsync();
        await tablet.PressAsync("이전");
        await tablet.FillStepAsync("request", ("purpose", "school"));
        await Expect(tablet.Locator(Kept)).ToBeVisibleAsync();

        await phone.FillStepAsync("request", ("purpose", "work"));
        await Expect(phone.Locator(".dispute")).ToContainTextAsync("학교 제출");
        await phone.NextAsync();
        await Expect(phone.Locator("#form")).ToHaveAttributeAsync("data-step", "household");
        await tablet.ReloadAsync();
        await Expect(tablet.Locator("[name='f.purpose']")).ToHaveValueAsync("work");

        var desk = await scene.OpenAsync("/counter/", Device.Desk);
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        await desk.StrikeAsync("F2");
        await Expect(desk.Locator(".form .unfinished")).ToContainTextAsync("작성 중인 서식입니다");
        await Expect(desk.Answer("purpose")).ToHaveTextAsync("회사·취업 제출");

        // Called: what is typed now leads to the ticket, where the counter stands.
        await phone.FillStepAsync("household", ("householdAddresses", "all"));
        await phone.HasTicketAsync();
        await Expect(phone.Locator("[data-form=clerk]")).ToBeVisibleAsync();
        Assert.DoesNotContain(scene.Complaints, complaint => !complaint.Contains("409", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_written_without_a_network_is_kept_when_it_is_back()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var issued = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync($"{issued.Url}/form", Device.Phone);
        await phone.Context.SetOfflineAsync(true);
        await phone.FillStepAsync("request", ("document", "personal"), ("purpose", "bank"));
        await Expect(phone.Locator("[name='f.purpose'][value=bank]")).ToBeCheckedAsync();

        await phone.Context.SetOfflineAsync(false);

        await Expect(phone.Locator(Kept)).ToBeVisibleAsync();
        var other = await scene.OpenAsync($"{issued.Url}/form", Device.Phone);
        await Expect(other.Locator("[name='f.document'][value=personal]")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_network_that_says_it_is_back_before_it_is_loses_nothing_that_was_written()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var issued = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync("/seocho", Device.Phone);
        var (down, lost) = (true, 0);
        await phone.RouteAsync("**/draft*.js*", route =>
        {
            lost++;
            return down ? route.AbortAsync() : route.ContinueAsync();
        });
        await phone.GoAsync($"{issued.Url}/form");
        await phone.Context.SetOfflineAsync(true);
        await phone.FillStepAsync("request", ("document", "personal"), ("purpose", "bank"));
        await Expect(phone.Locator("[name='f.purpose'][value=bank]")).ToBeCheckedAsync();
        var before = lost;

        await phone.Context.SetOfflineAsync(false);
        await Eventually.TrueAsync(() => lost > before, "what keeps the form was asked for in vain");
        down = false;

        await Expect(phone.Locator(Kept)).ToBeVisibleAsync();
    }
}
