using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests;

/// <summary>The supervisor's room beside the counters, the phone and the lobby's screen.</summary>
public class SupervisorTests(EngineFixture engines, ChromiumFixture chromium)
{
    private const string Room = "/counter/room/seocho";

    [Fact]
    public async Task A_supervisor_watches_two_clerks_and_a_phone_sees_the_ledger_entry_and_writes_a_notice_for_the_lobby()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var kim = await scene.ClerkAsync("kim", "1");
        await scene.ClerkAsync("lee", "4");
        await scene.Citizens.IssueAsync();
        var ticket = await scene.Citizens.IssueAsync();
        var (room, tv, phone) = (
            await scene.OpenAsync(Room, Device.Desk), await scene.OpenAsync("/display/seocho", Device.Tv), await scene.OpenAsync(ticket.Url, Device.Phone));
        await room.SupervisorAsync(scene.Hub);
        await Expect(room.Line("resident")).ToContainTextAsync("2명");
        await Expect(room.Seat("1")).ToContainTextAsync("김서연");
        await Expect(room.Seat("4")).ToContainTextAsync("이준호");
        Assert.Empty(await room.FaultsAsync("room"));

        Assert.True((await kim.Call(new CallTicketRequest(Seocho.NewRequestId(), ticket.Ordinal, "임산부 배려"))).Ok);
        await Expect(phone.View("called")).ToBeVisibleAsync();
        await Expect(room.Standing("1", "Called")).ToContainTextAsync($"{ticket.Number}번");
        var entry = room.Locator($"[data-ledger='{ticket.Number}']");
        await Expect(entry).ToContainTextAsync("임산부 배려");
        await Expect(entry).ToContainTextAsync("1명보다 먼저");

        await room.GetByRole(AriaRole.Button, new() { Name = "안내문 쓰기" }).ClickAsync();
        await room.Locator("#notice-ko").FillAsync("승강기 점검 중입니다. 계단을 이용해 주세요.");
        await room.Locator("#notice-en").FillAsync("The lift is being checked. Please use the stairs.");
        await room.AnswerAsync("Notice");
        await Expect(tv.Locator(".told [lang=ko]")).ToHaveTextAsync("승강기 점검 중입니다. 계단을 이용해 주세요.");
        await Expect(tv.Locator(".told [lang=en]")).ToBeVisibleAsync();
        Assert.Empty(await tv.MisfitsAsync("lobby with a notice"));
        Assert.Empty(await tv.FaultsAsync("lobby with a notice"));

        await room.ManageAsync("4", "Pause");
        await room.Locator("#question-text").FillAsync("점심");
        Assert.Empty(await room.FaultsAsync("pause"));
        await room.AnswerAsync("Pause");
        await Expect(room.Standing("4", "Paused")).ToContainTextAsync("점심");
        await room.ManageAsync("1", "NoShow");
        await room.AnswerAsync("NoShow");
        await Expect(room.Locator("[aria-labelledby=absent-heading]")).ToContainTextAsync($"{ticket.Number}번");
        await Expect(room.Standing("1", "Free")).ToBeVisibleAsync();
        Assert.Empty(await room.FaultsAsync("room with somebody absent"));
        Assert.Empty(await room.MisfitsAsync("room"));
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task All_offices_and_each_question_of_the_room_are_for_everybody(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.ClerkAsync("kim", "1");
        await scene.Citizens.IssueAsync();
        var room = await scene.OpenAsync("/counter/room", Device.Desk, language);
        await room.Locator($".language[lang={language}]").ClickAsync();
        await room.SupervisorAsync(scene.Hub);
        await Expect(room.Locator("[data-office='seocho'] [data-waiting]")).ToContainTextAsync("1");
        var faults = new List<string>(await room.FaultsAsync("all offices"));
        await room.Locator("[data-office='seocho'] a").ClickAsync();
        await Expect(room.Standing("1", "Free")).ToBeVisibleAsync();

        foreach (var (counter, action, answer) in new[] { ("1", "Services", "SetServices"), ("1", "Close", "Close"), ("2", "Open", "Open") })
        {
            await room.ManageAsync(counter, action);
            await Expect(room.Locator($"dialog[open] [data-answer='{answer}']")).ToBeVisibleAsync();
            faults.AddRange(await room.FaultsAsync(action));
            faults.AddRange(await room.MisfitsAsync(action));
            await room.Keyboard.PressAsync("Escape");
            await Expect(room.Locator("dialog[open]")).ToHaveCountAsync(0);
        }

        await room.Locator(".notice .button").First.ClickAsync();
        await Expect(room.Locator("#notice-ko")).ToBeVisibleAsync();
        faults.AddRange(await room.FaultsAsync("notice"));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }
}
