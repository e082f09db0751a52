using Npgsql;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Staff;

namespace QueueHub.BrowserTests;

/// <summary>People and their accounts, from the administrator's desk to the clerk's counter.</summary>
public class StaffTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact]
    public async Task An_administrator_adds_a_clerk_who_changes_the_password_for_one_use_and_signs_in_at_the_counter()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var boss = await scene.Hub.AppointAsync("haneul", StaffRole.Administrator, displayName: "서하늘");

        // The administrator's pages need no script.
        var office = await scene.OpenAsync("/staff", Device.Desk, script: false);
        await office.SignInHereAsync(boss.Name, boss.Password);
        await office.GetByRole(AriaRole.Link, new() { Name = "새 직원 등록" }).ClickAsync();
        await office.GetByLabel("이름").FillAsync("한유나");
        await office.GetByLabel("아이디").FillAsync("yuna");
        await office.GetByLabel("근무지").SelectOptionAsync("seocho");
        await office.GetByLabel("역할").SelectOptionAsync("Clerk");
        await office.GetByRole(AriaRole.Button, new() { Name = "등록하기" }).ClickAsync();
        var password = await office.Locator(".secret").InnerTextAsync();

        var desk = await scene.OpenAsync("/counter/", Device.Desk);
        await SignInAsync(desk, password);
        await Expect(desk.Locator(".note-bad")).ToContainTextAsync("일회용 비밀번호입니다");
        await desk.GetByRole(AriaRole.Link, new() { Name = "비밀번호 변경" }).ClickAsync();
        await desk.ChoosePasswordAsync("yuna", password, "1234567890");
        await Expect(desk.Locator("[role=alert]")).ToContainTextAsync("너무 단순");
        await desk.ChoosePasswordAsync("yuna", password, "점심에는 긴 산책을 합니다");
        await Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "비밀번호를 바꾸었습니다" })).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Link, new() { Name = "창구 화면" }).ClickAsync();
        await SignInAsync(desk, "점심에는 긴 산책을 합니다");
        await Expect(desk.Counter("1")).ToBeVisibleAsync();
        await desk.TakeAsync("1");

        // What the clerk may not: the browser writes the refused sign-in and the refused page down, and nothing else.
        await desk.GotoAsync("/staff");
        await Expect(desk.Locator("h1")).ToContainTextAsync("권한이 없습니다");
        await office.GotoAsync("/staff?q=yuna");
        await office.GetByRole(AriaRole.Link, new() { Name = "한유나" }).ClickAsync();
        await Expect(office.Locator("tbody tr")).ToHaveCountAsync(3);
        await Expect(office.Locator("tbody tr").First).ToContainTextAsync("비밀번호 변경");
        Assert.All(scene.Complaints, complaint => Assert.Matches("status of (401|403|422)", complaint));
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Every_page_can_be_read_by_everybody_on_a_desk_and_on_a_phone(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var boss = await scene.Hub.AppointAsync("haneul", StaffRole.Administrator, displayName: "서하늘");
        var clerk = await scene.Hub.AddAsync("yuna", StaffRole.Clerk, "seocho", "한유나");
        var page = await scene.OpenAsync("/staff", Device.Desk, language);
        var faults = new List<string>();
        Task LookAsync(string screen) => StaffTests.LookAsync(page, screen, faults);
        await LookAsync("sign-in");
        await page.SignInHereAsync(boss.Name, boss.Password);
        await LookAsync("list");
        await page.GotoAsync("/staff/new");
        await LookAsync("new");
        await page.Locator("input[name=display]").FillAsync("윤다인");
        await page.Locator("input[name=name]").FillAsync("yuna");
        await page.Locator("select[name=office]").SelectOptionAsync("seocho");
        await page.Locator("main .button").ClickAsync();
        await Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        await LookAsync("new, refused");
        await page.Locator("input[name=name]").FillAsync("dain");
        await page.Locator("main .button").ClickAsync();
        await Expect(page.Locator(".secret")).ToBeVisibleAsync();
        await LookAsync("made");
        await page.GotoAsync($"/staff/{clerk.Id}?done=granted");
        await page.Locator("summary").First.ClickAsync();
        await page.Locator("summary").Last.ClickAsync();
        await LookAsync("person");
        await page.GotoAsync("/staff/log");
        await LookAsync("log");
        await page.GotoAsync("/staff/password");
        await LookAsync("password");
        await page.GotoAsync("/staff/password?changed");
        await LookAsync("changed");
        await page.GotoAsync("/staff/nobody");
        await LookAsync("not found");
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Keys_and_webhooks_for_other_programs_can_be_read_by_everybody_on_a_desk_and_on_a_phone(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var boss = await scene.Hub.AppointAsync("haneul", StaffRole.Administrator, displayName: "서하늘");
        var page = await scene.OpenAsync("/staff", Device.Desk, language);
        var faults = new List<string>();
        Task LookAsync(string screen) => StaffTests.LookAsync(page, screen, faults);
        await page.SignInHereAsync(boss.Name, boss.Password);

        await page.GotoAsync("/staff/keys");
        await LookAsync("no keys");
        await page.Locator("input[name=name]").FillAsync("서초구 데이터 통합 플랫폼의 일간 수집");
        await page.Locator("select[name=office]").SelectOptionAsync("seocho");
        await page.Locator("main form .button").ClickAsync();
        await Expect(page.Locator(".secret")).ToBeVisibleAsync();
        await LookAsync("a key is made");
        await page.GotoAsync("/staff/keys");
        await LookAsync("keys");

        await page.GotoAsync("/staff/webhooks");
        await LookAsync("no webhooks");
        await page.Locator("input[name=url]").FillAsync("https://integration.example.go.kr/queuehub/events/of/the/district?source=seocho-district-office");
        await page.Locator("select[name=office]").SelectOptionAsync("seocho");
        await page.Locator("main form .button").ClickAsync();
        await Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        await LookAsync("a webhook about nothing");
        await page.Locator("input[name=types]").First.CheckAsync();
        await page.Locator("main form .button").ClickAsync();
        await Expect(page.Locator(".secret")).ToBeVisibleAsync();
        await LookAsync("a webhook is made");
        await page.Locator("main a.button").ClickAsync();
        await LookAsync("a webhook");
        await using (var source = NpgsqlDataSource.Create(scene.Hub.PostgresConnectionString))
        await using (var dead = source.CreateCommand(
            """
            insert into webhook_delivery (webhook, office, ordinal, message, body, tries, next_at, dead, reason)
              select id, 'seocho', 1, 'seocho.2026-03-02.' || number, '{"type": "ticketCalled", "number": 12, "at": "2026-03-02T10:00:00Z"}', 9, now(), true, '503'
              from webhook, generate_series(1, 3) as number;
            update webhook set failing_since = now() - interval '2 days', paused_at = now(), paused_because = '503'
            """))
        {
            await dead.ExecuteNonQueryAsync();
        }

        await page.ReloadAsync();
        await page.Locator("summary").ClickAsync();
        await LookAsync("a webhook that is paused, with what was given up");
        await page.GotoAsync("/staff/webhooks");
        await LookAsync("webhooks");
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static async Task LookAsync(IPage page, string screen, List<string> faults)
    {
        faults.AddRange(await page.FaultsAsync(screen));
        foreach (var device in new[] { Device.Phone, Device.Desk })
        {
            await page.SetViewportSizeAsync(device.Width, device.Height);
            faults.AddRange(await page.MisfitsAsync(screen));
        }
    }

    private static async Task SignInAsync(IPage desk, string password)
    {
        await desk.Locator("#name").FillAsync("yuna");
        await desk.Locator("#password").FillAsync(password);
        await desk.Keyboard.PressAsync("Enter");
    }
}
