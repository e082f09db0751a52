using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests;

/// <summary>A form filled at home, fetched at the counter by its QR code.</summary>
public class PreparedFormTests(EngineFixture engines, ChromiumFixture chromium)
{
    private const int CameraPoints = 280;

    [Fact]
    public async Task Written_on_a_phone_while_the_office_is_closed_it_is_scanned_for_the_ticket_at_the_counter()
    {
        await using var scene = await Scene.StartAsync(engines, chromium, openingHours: true);
        await scene.Hub.CloseNowAsync();
        var phone = await scene.OpenAsync("/seocho", Device.Phone);
        await LookAsync(phone, "office, closed");
        await phone.GetByRole(AriaRole.Link, new() { Name = "주민등록 등·초본" }).ClickAsync();
        await LookAsync(phone, "service, closed");
        await phone.GetByRole(AriaRole.Link, new() { Name = "미리 작성하기" }).ClickAsync();
        await phone.WriteFormAsync();
        await phone.PressAsync("저장하고 QR 코드 받기");
        await Expect(phone.Heading()).ToHaveTextAsync("서식이 준비되었습니다");
        await LookAsync(phone, "prepared form");
        Assert.Empty(await phone.MisfitsAsync("prepared form"));
        var code = await phone.Locator(".qr").ReadAsync(CameraPoints);
        Assert.Equal(phone.Url, code);

        // The phone finds it again.
        await phone.GoAsync("/seocho");
        await phone.GetByRole(AriaRole.Link, new() { Name = "미리 작성한 서식" }).ClickAsync();
        Assert.Equal(code, phone.Url);

        await scene.Hub.OpenNowAsync();
        var desk = await scene.OpenAsync("/counter/", Device.Desk);
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        await scene.Citizens.IssueAsync();
        await Expect(desk.Locator("[data-waiting='1']")).ToBeVisibleAsync();
        await desk.ScanAsync(code!);
        await Expect(desk.Locator("[data-failure='AttachForm']")).ToContainTextAsync("번호를 호출한 뒤");
        await desk.StrikeAsync("F2");
        await Expect(desk.Stage("Called")).ToBeVisibleAsync();
        await desk.ScanAsync(code!);
        await Expect(desk.Answer("name")).ToContainTextAsync("홍길동");

        // A second time it would take the place of what is there.
        await desk.ScanAsync(code!);
        await desk.Locator("[data-replace]").ClickAsync();
        await Expect(desk.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Expect(desk.Answer("name")).ToContainTextAsync("홍길동");

        // It stays until its citizen destroys it.
        await phone.GetByRole(AriaRole.Link, new() { Name = "서식 삭제" }).ClickAsync();
        await LookAsync(phone, "delete");
        await phone.PressAsync("네, 삭제합니다");
        await Expect(phone.Heading()).ToHaveTextAsync("어떤 업무로 오셨나요?");
        await Expect(phone.GetByRole(AriaRole.Link, new() { Name = "미리 작성한 서식" })).ToHaveCountAsync(0);
        Assert.Empty(scene.Complaints);
    }

    private static async Task LookAsync(IPage phone, string screen) => Assert.Empty(await phone.FaultsAsync(screen));
}
