using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests;

/// <summary>A clerk in need, and the supervisor who sees it.</summary>
public class AlarmTests(EngineFixture engines, ChromiumFixture chromium)
{
    private const string Room = "/counter/room/seocho";

    [Fact]
    public async Task A_silent_alarm_cannot_be_missed_in_the_room_survives_a_reload_is_answered_switched_off_and_in_the_record()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var kim = await scene.ClerkAsync("kim", "1");
        await scene.Citizens.IssueAsync();
        var ticket = await kim.ServedAsync();
        var (room, tv) = (await scene.OpenAsync(Room, Device.Desk), await scene.OpenAsync("/display/seocho", Device.Tv));
        await room.SupervisorAsync(scene.Hub);
        await Expect(room.Seat("1")).ToBeVisibleAsync();
        var (clerk, cookies) = await scene.Hub.SignInAsync("kim");
        await using var connection = scene.Hub.CounterConnection(cookies);
        await connection.StartAsync();
        var console = new HubDoor(connection);
        await console.Attach(Seocho.Office, "1", "ko");

        Assert.True((await console.RaiseAlarm(Seocho.Request())).Ok);
        var call = room.Locator("[data-alarm-dialog]");
        await Expect(call).ToBeVisibleAsync();
        await Expect(call.Locator("[data-alarm='1']")).ToContainTextAsync("1번 창구");
        await Expect(call).ToContainTextAsync("김서연");
        await Expect(call).ToContainTextAsync("번호표 1번");
        await Expect(room).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^‼ 비상벨 1번 창구"));
        Assert.True(await call.EvaluateAsync<bool>("dialog => dialog.matches(':modal') && dialog.contains(document.activeElement)"));
        Assert.Empty(await room.FaultsAsync("alarm"));
        Assert.Empty(await room.MisfitsAsync("alarm"));

        await room.ReloadAsync();
        await Expect(call).ToBeVisibleAsync();
        await room.Keyboard.PressAsync("Escape");
        await Expect(call).ToHaveCountAsync(0);
        var line = room.Locator("[data-alarm-line='1']");
        await Expect(line).ToBeVisibleAsync();
        await room.ReloadAsync();
        await call.Locator("[data-alarm-answer=coming]").ClickAsync();
        await Expect(call).ToHaveCountAsync(0);
        await Expect(line).ToContainTextAsync("가고 있습니다");
        Assert.Empty(await room.FaultsAsync("answered alarm"));
        Assert.DoesNotContain("비상", await tv.Locator("body").InnerTextAsync(), StringComparison.Ordinal);

        Assert.True((await console.Warn(new WarnRequest(Seocho.NewRequestId(), ticket, WarningKind.Threat))).Ok);
        await line.Locator("summary").ClickAsync();
        await line.GetByRole(AriaRole.Button, new() { Name = "청원경찰" }).ClickAsync();
        await Expect(line.Locator(".answered li")).ToHaveCountAsync(2);
        await line.Locator("[data-alarm-answer=off]").ClickAsync();
        await line.Locator("[data-alarm-answer=end]").ClickAsync();
        await Expect(room.Locator("[data-alarm-bar]")).ToHaveCountAsync(0);

        await room.Locator($"[data-incident='t{ticket}']").ClickAsync();
        await Expect(room.Locator("dialog[open] .trail li")).ToHaveCountAsync(5);
        await room.Locator("#incident-kind").SelectOptionAsync(IncidentKind.Threat);
        await room.Locator("#incident-note").FillAsync("청원경찰이 도착해 상황을 정리함");
        Assert.Empty(await room.FaultsAsync("incident"));
        await room.Locator("[data-record=note]").ClickAsync();
        await Expect(room.Locator("dialog[open] .trail li")).ToHaveCountAsync(6);
        var document = await room.RunAndWaitForPopupAsync(() => room.Locator("dialog[open] a[target=_blank]").ClickAsync());
        await Expect(document.Locator("h1")).ToHaveTextAsync("특이민원 발생 보고서");
        await Expect(document.Locator("tbody tr")).ToHaveCountAsync(5);
        Assert.Empty(await document.FaultsAsync("document"));
        await room.Keyboard.PressAsync("Escape");
        await room.Locator("[data-record=check]").ClickAsync();
        await Expect(room.Locator("[data-check=holds]")).ToBeVisibleAsync();
        Assert.Empty(scene.Complaints);
        clerk.Dispose();
    }

    [Fact]
    public async Task The_list_of_rooms_leads_to_the_alarm_and_the_room_tells_a_recovery_from_any_other_pause()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var kim = await scene.ClerkAsync("kim", "1");
        var lee = await scene.ClerkAsync("lee", "4");
        await kim.RaiseAlarm(Seocho.Request());
        var (client, _) = await scene.Hub.SignInAsync("lee");
        using var booked = await client.PostAsJsonAsync("/api/offices/seocho/recovery", new RecoveryRequest(Seocho.NewRequestId(), 20, Counter: "4"));
        Assert.True(booked.IsSuccessStatusCode);
        Assert.True((await lee.Pause(new PauseCounterRequest(Seocho.NewRequestId(), null, 20, Leave: true))).Ok);
        var rooms = await scene.OpenAsync("/counter/district", Device.Desk, "en");
        await rooms.Locator(".language[lang=en]").ClickAsync();
        await rooms.SupervisorAsync(scene.Hub);

        var alarmed = rooms.Locator("[data-alarmed='seocho']");
        await Expect(alarmed).ToContainTextAsync("1 alarm");
        Assert.Empty(await rooms.FaultsAsync("rooms with an alarm"));
        var console = await scene.OpenAsync("/counter/", Device.Desk);
        await console.SupervisorAsync(scene.Hub);
        await Expect(console.Locator("[data-alarmed='seocho']")).ToContainTextAsync("비상벨 1건");
        Assert.Empty(await console.FaultsAsync("console of a supervisor"));
        await alarmed.Locator("a").ClickAsync();
        await Expect(rooms.Locator("[data-alarm-dialog]")).ToContainTextAsync("Counter 1");
        await rooms.Keyboard.PressAsync("Escape");
        await Expect(rooms.Seat("4").Locator("[data-recovering]")).ToContainTextAsync("Recovering until");
        await Expect(rooms.Locator("[data-recovery]")).ToContainTextAsync("이준호");
        await Expect(rooms.Locator("[data-recovery-state]")).ToContainTextAsync("Taken until");
        Assert.Empty(await rooms.FaultsAsync("room with a recovery"));
        client.Dispose();
    }
}
