using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests;

/// <summary>axe finds nothing wrong with any screen, in either language.</summary>
public class AccessibilityTests(EngineFixture engines, ChromiumFixture chromium)
{
    private readonly List<string> _faults = [];

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task The_way_to_a_number(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var phone = await scene.OpenAsync("/seocho", Device.Phone, language);
        await LookAsync(phone, "office");
        await phone.GotoAsync("/seocho/s/resident");
        await LookAsync(phone, "service");
        await phone.GotoAsync("/seocho/s/resident/form");
        await LookAsync(phone, "form");
        await phone.NextAsync();
        await Expect(phone.Locator(".notice.danger")).ToBeVisibleAsync();
        await LookAsync(phone, "form with errors");
        await phone.FillStepAsync("request", ("document", "household"), ("action", "issue"), ("purpose", "other"), ("copies", "1"), ("purposeOther", "Visa"));
        await LookAsync(phone, "form, every condition open");
        await phone.NextAsync();
        await phone.FillStepAsync("household", ("householdAddresses", "recent"), ("householdAddressYears", "5"));
        await LookAsync(phone, "second step");
        await phone.NextAsync();
        await phone.FillStepAsync("who", ("appliedBy", "self"));
        await phone.NextAsync();
        await phone.FillStepAsync(
            "applicant", ("name", "Hong Gildong"), ("birthDate", "19900131"), ("address", "Seocho-gu"), ("phone", "010-1234-5678"), ("privacy", "yes"));
        await LookAsync(phone, "last step");
        await phone.NextAsync();
        await Expect(phone.Locator("#form")).ToHaveAttributeAsync("data-step", "review");
        await LookAsync(phone, "review");
        await phone.GotoAsync("/seocho/poster");
        await LookAsync(phone, "poster");
        await phone.GotoAsync("/seocho/s/nothing");
        await LookAsync(phone, "not found");
        Assert.True(_faults.Count == 0, string.Join(Environment.NewLine, _faults));
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task The_ticket_from_waiting_to_done(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var clerk = await scene.ClerkAsync("kim", "1");
        await scene.Citizens.IssueAsync();
        var ticket = await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        var phone = await scene.OpenAsync(ticket.Url, Device.Phone, language);
        await Expect(phone.Locator("[data-live]")).ToBeVisibleAsync();
        await LookAsync(phone, "waiting");
        await phone.GotoAsync($"{ticket.Url}/cancel");
        await LookAsync(phone, "cancel");
        await phone.GotoAsync(ticket.Url);

        var first = await clerk.CallNext(Seocho.CallNext());
        await Expect(phone.View("next")).ToBeVisibleAsync();
        await LookAsync(phone, "next");
        await clerk.NoShow(Seocho.Request(first.Ticket!.Value));
        var called = await clerk.CallNext(Seocho.CallNext());
        await Expect(phone.View("called")).ToBeVisibleAsync();
        await LookAsync(phone, "called");
        await clerk.Start(Seocho.Request(called.Ticket!.Value));
        await Expect(phone.View("serving")).ToBeVisibleAsync();
        await LookAsync(phone, "serving");
        await clerk.Complete(new CompleteRequest(Seocho.NewRequestId(), called.Ticket.Value));
        await Expect(phone.View("done")).ToBeVisibleAsync();
        await LookAsync(phone, "done");
        Assert.True(_faults.Count == 0, string.Join(Environment.NewLine, _faults));
    }

    [Fact]
    public async Task The_lobby_screen_without_and_with_calls()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var tv = await scene.OpenAsync("/display/seocho", Device.Tv);
        await Expect(tv.Waiting("주민등록")).ToHaveTextAsync("0");
        await LookAsync(tv, "lobby without calls");
        foreach (var (name, counter) in new[] { ("kim", "1"), ("lee", "2") })
        {
            await scene.Citizens.IssueAsync();
            await scene.Citizens.IssueAsync();
            await (await scene.ClerkAsync(name, counter)).CallNext(Seocho.CallNext());
        }

        await Expect(tv.Calls()).ToHaveCountAsync(2);
        await LookAsync(tv, "lobby with calls");
        Assert.True(_faults.Count == 0, string.Join(Environment.NewLine, _faults));
    }

    [Fact]
    public async Task The_lobby_screen_lost_light_after_hours_and_without_an_office()
    {
        await using var scene = await Scene.StartAsync(engines, chromium, openingHours: true);
        await scene.Hub.OpenNowAsync();
        await using var link = scene.Link();
        await (await scene.ClerkAsync("kim", "1")).CallNextOfAsync(scene);
        var light = await scene.OpenAsync("/display/seocho?theme=light", Device.Tv);
        await Expect(light.Calls()).ToHaveCountAsync(1);
        await LookAsync(light, "light lobby");
        var tv = await scene.OpenAsync("/display/seocho-1", Device.Tv, at: new Uri($"http://{link.EndPoint}/"));
        await Expect(tv.Locator(".idle")).ToBeVisibleAsync();
        link.Cut();
        await Expect(tv.Notice()).ToBeVisibleAsync();
        await LookAsync(tv, "lost lobby");
        link.Restore();
        await scene.Hub.CloseNowAsync();
        await Expect(tv.Locator(".board.night")).ToBeVisibleAsync();
        await LookAsync(tv, "lobby after hours");
        var dead = await scene.OpenAsync("/display/nowhere", Device.Tv);
        await Expect(dead.Locator(".splash:not(#loading) p")).ToBeVisibleAsync();
        await LookAsync(dead, "no such office");

        Assert.True(_faults.Count == 0, string.Join(Environment.NewLine, _faults));
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task The_district_and_a_closed_office(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium, openingHours: true);
        await scene.Hub.OpenNowAsync();
        await using var link = scene.Link();
        await scene.ClerkAsync("kim", "1");
        await scene.Citizens.IssueAsync();
        foreach (var (path, device) in new[] { ("/", Device.Phone), ("/", Device.Desk), ("/?theme=dark", Device.Tv), ("/", Device.TallTv) })
        {
            var page = await scene.OpenAsync(path, device, language, at: new Uri($"http://{link.EndPoint}/"));
            await Expect(page.Locator("[data-live]")).ToBeVisibleAsync();
            await LookAsync(page, $"district {path} on {device.Width}×{device.Height}");
            if (device == Device.Phone)
            {
                link.Cut();
                await Expect(page.Locator("[data-gone]")).Not.ToBeEmptyAsync();
                await LookAsync(page, "lost district");
                link.Restore();
            }
        }

        await scene.Hub.CloseNowAsync();
        var phone = await scene.OpenAsync("/seocho", Device.Phone, language);
        await LookAsync(phone, "office after hours");
        foreach (var path in new[] { "/seocho/s/resident", "/?theme=dark", "/nowhere", "/seocho/t/0123456789abcdef0123456789abcdef" })
        {
            await phone.GotoAsync(path);
            await LookAsync(phone, $"{path} after hours");
        }

        Assert.True(_faults.Count == 0, string.Join(Environment.NewLine, _faults));
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task The_desk_refused_paused_lost_and_after_hours(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium, openingHours: true);
        await scene.Hub.OpenNowAsync();
        await using var link = scene.Link();
        var desk = await scene.OpenAsync("/counter/", Device.Desk, language, at: new Uri($"http://{link.EndPoint}/"));
        await desk.Locator($".language[lang={language}]").ClickAsync();
        await desk.Locator("#name").FillAsync("kim");
        await desk.Locator("#password").FillAsync("wrong");
        await desk.Locator("button[type=submit]").ClickAsync();
        await Expect(desk.Locator("[role=alert]").First).ToBeVisibleAsync();
        await LookAsync(desk, "sign-in refused");
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        await desk.StrikeAsync("Alt+KeyU");
        await desk.Locator("dialog[open] .button-primary").ClickAsync();
        await Expect(desk.Stage("Paused")).ToBeVisibleAsync();
        await LookAsync(desk, "paused");
        await scene.Hub.CloseNowAsync();
        link.Cut();
        await Expect(desk.Locator(".banner")).ToBeVisibleAsync();
        await LookAsync(desk, "lost");
        link.Restore();
        await Expect(desk.Locator(".hours")).ToBeVisibleAsync();
        await LookAsync(desk, "after hours");
        Assert.True(_faults.Count == 0, string.Join(Environment.NewLine, _faults));
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task The_desk_from_sign_in_to_a_visit(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        await scene.Citizens.IssueAsync("passport");
        var desk = await scene.OpenAsync("/counter/", Device.Desk, language);
        await desk.Locator($".language[lang={language}]").ClickAsync();
        await Expect(desk.Locator("html")).ToHaveAttributeAsync("lang", language);
        await LookAsync(desk, "sign-in");
        await desk.SignInAsync(scene.Hub, "kim");
        await LookAsync(desk, "choice of counters");
        await desk.TakeAsync("1");
        await LookAsync(desk, "idle");
        await desk.StrikeAsync("F2");
        await Expect(desk.Answer("name")).ToBeVisibleAsync();
        await LookAsync(desk, "called");
        await desk.StrikeAsync("Alt+KeyP");
        await Expect(desk.Locator("dialog[open]")).ToBeVisibleAsync();
        await LookAsync(desk, "question");
        await desk.Keyboard.PressAsync("Escape");
        await Expect(desk.Locator("dialog[open]")).ToHaveCountAsync(0);
        await desk.StrikeAsync("F4");
        await Expect(desk.Stage("Serving")).ToBeVisibleAsync();
        await LookAsync(desk, "serving");
        Assert.True(_faults.Count == 0, string.Join(Environment.NewLine, _faults));
    }

    private async Task LookAsync(IPage page, string screen) => _faults.AddRange(await page.FaultsAsync(screen));
}
