using System.Net.Http.Json;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests.Screenshots;

/// <summary>Alarms, the incident record and its document, the recovery room.</summary>
public class RoomProtectionPictures(EngineFixture engines, ChromiumFixture chromium)
{
    [Theory(Explicit = true)]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Every_state(string language)
    {
        Album.Require();
        await using var scene = await Scene.StartAsync(engines, chromium);
        var kim = await scene.ClerkAsync("kim", "1");
        var lee = await scene.ClerkAsync("lee", "4");
        var park = await scene.ClerkAsync("park", "3");
        await scene.Citizens.IssueAsync();
        var ticket = await kim.ServedAsync();
        var (client, _) = await scene.Hub.SignInAsync("lee");
        using var booked = await client.PostAsJsonAsync("/api/offices/seocho/recovery", new RecoveryRequest(Seocho.NewRequestId(), 20, Counter: "4"));
        await lee.Pause(new PauseCounterRequest(Seocho.NewRequestId(), null, 20, Leave: true));
        var room = await scene.OpenAsync("/counter/room/seocho", Device.Desk, language);
        await room.Locator($".language[lang={language}]").ClickAsync();
        await room.SupervisorAsync(scene.Hub);
        await kim.RaiseAlarm(Seocho.Request());
        await Expect(room.Locator("[data-alarm-dialog]")).ToBeVisibleAsync();
        await room.SaveAsync($"alarm-{language}");
        await park.RaiseAlarm(Seocho.Request());
        await Expect(room.Locator("[data-alarm-dialog] [data-alarm]")).ToHaveCountAsync(2);
        await room.SaveAsync($"alarm-two-{language}");
        var all = await scene.OpenAsync("/counter/district", Device.Desk, language);
        await all.Locator($".language[lang={language}]").ClickAsync();
        await all.SupervisorAsync(scene.Hub);
        await Expect(all.Locator("[data-alarmed]")).ToBeVisibleAsync();
        await all.SaveAsync($"alarm-district-{language}");
        await room.Locator("[data-alarm-dialog] [data-alarm-answer=coming]").First.ClickAsync();
        await Expect(room.Locator("[data-alarm-dialog] [data-alarm]")).ToHaveCountAsync(1);
        await room.Locator("[data-alarm-dialog] [data-alarm-answer=coming]").ClickAsync();
        await Expect(room.Locator("[data-alarm-line]")).ToHaveCountAsync(2);
        await kim.Warn(new WarnRequest(Seocho.NewRequestId(), ticket, WarningKind.Language));
        await kim.Warn(new WarnRequest(Seocho.NewRequestId(), ticket, WarningKind.Threat));
        await kim.EndVisit(new EndVisitRequest(Seocho.NewRequestId(), ticket, WarningKind.Threat));
        await Expect(room.Seat("4").Locator("[data-recovering]")).ToBeVisibleAsync();
        await room.Locator($"[data-incident='t{ticket}']").ClickAsync();
        await room.Locator("#incident-kind").SelectOptionAsync(IncidentKind.Threat);
        await room.Locator("#incident-note").FillAsync(language == "ko"
            ? "서류 보완을 안내하자 고성을 지르며 책상을 내리침. 두 차례 경고 후에도 계속되어 상담을 종료함."
            : "Shouted and struck the desk when told that a document was missing. Went on after two warnings, so the visit was ended.");
        await room.Locator("[data-record=note]").ClickAsync();
        await Expect(room.Locator("dialog[open] .said").Last).ToBeVisibleAsync();
        await room.SaveAsync($"incident-{language}");
        var document = await room.RunAndWaitForPopupAsync(() => room.Locator("dialog[open] a[target=_blank]").ClickAsync());
        await Expect(document.Locator("h1")).ToBeVisibleAsync();
        await document.SaveAsync($"incident-document-{language}", whole: true);
        await document.SavePaperAsync($"incident-document-{language}");
        await room.Keyboard.PressAsync("Escape");
        await room.Locator("[data-record=check]").ClickAsync();
        await Expect(room.Locator("[data-check]")).ToBeVisibleAsync();
        await room.SaveAsync($"room-protection-{language}", whole: true);
        await room.Locator("[data-record=write]").ClickAsync();
        await room.SaveAsync($"incident-write-{language}");
        client.Dispose();
    }
}
