using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests.Forms;

/// <summary>Clerk and citizen put a form right together: at the desk, and on the phone.</summary>
public class CorrectionStoryTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact]
    public async Task The_clerk_asks_the_phone_shows_it_the_citizen_corrects_and_the_desk_has_it()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var issued = await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        var phone = await scene.OpenAsync(issued.Url, Device.Phone);
        await Expect(phone.Locator("[data-live]")).ToBeVisibleAsync();
        var desk = await CalledAsync(scene);
        await desk.StrikeAsync("F4");
        await Expect(desk.Stage("Serving")).ToBeVisibleAsync();

        await desk.Locator("[data-ask-citizen]").ClickAsync();
        await desk.Locator("[data-choose='name']").CheckAsync();
        await desk.Locator("[data-choose='phone']").CheckAsync();
        await desk.Locator("[data-send-request]").ClickAsync();
        await Expect(desk.Locator("[data-ask='asked']")).ToContainTextAsync("2개 항목");
        await Expect(phone.Locator("[data-form=asked]")).ToBeVisibleAsync();
        var faults = (await desk.FaultsAsync("desk, asked")).Concat(await phone.FaultsAsync("phone, asked")).ToList();

        await phone.Locator("[data-form=asked] a").ClickAsync();
        await Expect(phone.Locator("#corrections [name^='f.']")).ToHaveCountAsync(2);
        faults.AddRange(await phone.FaultsAsync("phone, corrections"));
        await phone.Locator("[name='f.phone']").FillAsync("전화");
        await phone.PressAsync("창구로 보내기");
        await Expect(phone.Locator(".notice.danger")).ToBeFocusedAsync();
        await phone.Locator("[name='f.name']").FillAsync("성춘향");
        await phone.Locator("[name='f.phone']").FillAsync("010-9999-8888");
        await phone.PressAsync("창구로 보내기");
        await phone.HasTicketAsync();
        await Expect(phone.Locator("[data-form=ready]")).ToBeVisibleAsync();

        await Expect(desk.Answer("name")).ToHaveTextAsync("성춘향");
        await Expect(desk.Answer("phone")).ToHaveTextAsync("010-9999-8888");
        await Expect(desk.Locator("[data-ask='answered']")).ToBeVisibleAsync();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.DoesNotContain(scene.Complaints, complaint => !complaint.Contains("422", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Both_edit_one_field_and_the_clerk_is_shown_both_values()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var issued = await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        var desk = await CalledAsync(scene);
        await desk.Locator("[data-ask-citizen]").ClickAsync();
        await desk.Locator("[data-choose='name']").CheckAsync();
        await desk.Locator("[data-send-request]").ClickAsync();
        await Expect(desk.Locator("[data-ask='asked']")).ToBeVisibleAsync();

        await desk.Locator("[data-change='name']").ClickAsync();
        var input = desk.Locator("[data-field='name'] input");
        await Expect(input).ToBeFocusedAsync();
        await input.FillAsync("이몽룡");
        var phone = await scene.OpenAsync($"{issued.Url}/form", Device.Phone, script: false);
        await phone.Locator("[name='f.name']").FillAsync("성춘향");
        await phone.PressAsync("창구로 보내기");

        var dispute = desk.Locator("[data-field='name'] .dispute");
        await Expect(dispute).ToContainTextAsync("성춘향");
        await Expect(dispute).ToContainTextAsync("이몽룡");
        var faults = await desk.FaultsAsync("desk, dispute");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await desk.Locator("[data-keep=mine]").ClickAsync();
        await Expect(desk.Answer("name")).ToHaveTextAsync("이몽룡");
        await Expect(desk.Locator("[data-change='name']")).ToBeFocusedAsync();
        Assert.Empty(scene.Complaints);
    }

    [Fact]
    public async Task A_value_is_copied_by_a_click_and_the_clerk_writes_a_whole_form_by_keyboard()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.Citizens.IssueAsync();
        var desk = await CalledAsync(scene);
        await desk.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await desk.Locator("[data-begin-form]").ClickAsync();

        // Each answer that is saved opens the next that is missing; what an answer opens is asked, too.
        await desk.Locator("[data-field='document'] input[value=personal]").PressAsync("Space");
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator("[data-field='action'] input").First).ToBeFocusedAsync();
        await desk.Locator("[data-field='action'] input[value=issue]").PressAsync("Space");
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator("[data-field='copies'] input")).ToBeFocusedAsync();
        await desk.Keyboard.TypeAsync("900");
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator("[data-field='copies'] [role=alert]")).ToBeVisibleAsync();
        await desk.Locator("[data-field='copies'] input").FillAsync("2");
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Answer("copies")).ToHaveTextAsync("2");
        await Expect(desk.Locator(".editor :focus")).ToHaveCountAsync(1);
        await desk.Keyboard.PressAsync("Escape");
        await Expect(desk.Locator(".editor")).ToHaveCountAsync(0);

        // It says so for moments only.
        var copied = desk.SeenAsync("[data-field='document'] .copied");
        await desk.Locator("[data-field='document'] .copy").ClickAsync();
        await copied;
        Assert.Equal("초본 (본인 한 사람)", await desk.EvaluateAsync<string>("navigator.clipboard.readText()"));
        var faults = await desk.FaultsAsync("desk, writing");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(scene.Complaints);
    }

    private static async Task<IPage> CalledAsync(Scene scene)
    {
        var desk = await scene.OpenAsync("/counter/", Device.Desk);
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        await desk.StrikeAsync("F2");
        await Expect(desk.Stage("Called")).ToBeVisibleAsync();
        await Expect(desk.Locator("[data-ask-citizen], [data-begin-form]")).ToBeVisibleAsync();
        return desk;
    }
}
