using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests.Counters;

/// <summary>A clerk's day at the console, told by what is done with the keyboard.</summary>
public class ConsoleDayTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact]
    public async Task Looks_before_calling_skips_with_a_reason_and_takes_back_what_went_wrong()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.Hub.TakesItsTimeAsync();
        for (var i = 0; i < 3; i++)
        {
            await scene.Citizens.IssueAsync();
        }

        var desk = await scene.OpenAsync("/counter/", Device.Desk);
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");

        await desk.StrikeAsync("F3");
        await Expect(desk.Locator("[data-preview='1']")).ToBeVisibleAsync();
        await desk.Locator("[data-preview-skip]").ClickAsync();
        await Expect(desk.Locator("[data-preview='2']")).ToBeVisibleAsync();
        await desk.Locator("[data-preview-call]").ClickAsync();
        await desk.Locator("#question-text").FillAsync("예약 시간");
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator(".now [data-number='2']")).ToBeVisibleAsync();

        await desk.StrikeAsync("Alt+KeyZ");
        await Expect(desk.Stage("Idle")).ToBeVisibleAsync();
        await Expect(desk.Locator("[data-waiting='3']")).ToBeVisibleAsync();
        await Expect(desk.Locator("[data-undo]")).ToHaveCountAsync(0);

        await desk.StrikeAsync("F3");

        // A call is not repeated for five seconds.
        var locked = desk.SeenAsync("[data-action='Recall'][aria-disabled]");
        await desk.Locator("[data-preview-call]").ClickAsync();
        await Expect(desk.Locator(".now [data-number='1']")).ToBeVisibleAsync();
        await locked;
        await Expect(desk.Locator("[data-action='Recall']:not([aria-disabled])")).ToBeVisibleAsync();
        await desk.StrikeAsync("F9");
        await Expect(desk.Locator("[data-calls='2']")).ToBeVisibleAsync();

        await desk.StrikeAsync("Alt+KeyN");
        await Expect(desk.Locator("[data-undo='NoShow']")).ToBeVisibleAsync();
        await desk.StrikeAsync("Alt+KeyZ");
        await Expect(desk.Stage("Called")).ToBeVisibleAsync();
        await desk.StrikeAsync("Alt+KeyP");
        await desk.Locator("#question-text").FillAsync("서류 준비 중");
        await desk.ReloadAsync();
        await Expect(desk.Locator("#question-text")).ToHaveValueAsync("서류 준비 중");
        await desk.Locator("#question-place").FillAsync("작성대");
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Stage("Idle")).ToBeVisibleAsync();
        await Expect(desk.Locator("[aria-labelledby='parked-heading'] [data-ticket='1']")).ToContainTextAsync("서류 준비 중 · 작성대");
        Assert.True(scene.Complaints.Count == 0, string.Join(Environment.NewLine, scene.Complaints));
    }

    [Fact]
    public async Task One_number_goes_on_to_the_next_counter()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var ticket = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync(ticket.Url, Device.Phone);

        // A phone that nobody has touched may not vibrate, and complains of it.
        await phone.Mouse.ClickAsync(5, 5);
        var kim = await scene.OpenAsync("/counter/", Device.Desk);
        await kim.SignInAsync(scene.Hub, "kim");
        await kim.TakeAsync("1");
        var lee = await scene.OpenAsync("/counter/", Device.Desk);
        await lee.SignInAsync(scene.Hub, "lee");
        await lee.TakeAsync("6");

        await kim.StrikeAsync("F2");
        await Expect(kim.Stage("Called")).ToBeVisibleAsync();
        await kim.StrikeAsync("F4");
        await Expect(kim.Stage("Serving")).ToBeVisibleAsync();
        await kim.StrikeAsync("F7");
        await kim.Locator("[data-after='pass-on']").CheckAsync();
        await kim.Locator("[data-next]").SelectOptionAsync("passport");
        await kim.Locator("dialog[open] [type=submit]").ClickAsync();
        await Expect(kim.Stage("Idle")).ToBeVisibleAsync();

        await Expect(phone.Locator("[data-onward]")).ToContainTextAsync("6번 창구");
        await Expect(lee.Locator("[data-waiting='1']")).ToBeVisibleAsync();
        await lee.StrikeAsync("F2");
        await Expect(lee.Locator($".now [data-number='{ticket.Number}']")).ToBeVisibleAsync();
        await Expect(phone.View("called")).ToContainTextAsync("6번 창구로 오세요");
        await lee.StrikeAsync("F4");
        await Expect(lee.Stage("Serving")).ToBeVisibleAsync();
        await lee.StrikeAsync("F8");
        await Expect(phone.View("done")).ToBeVisibleAsync();
        Assert.True(scene.Complaints.Count == 0, string.Join(Environment.NewLine, scene.Complaints));
    }

    [Fact]
    public async Task A_colleague_takes_the_counter_over_and_each_sees_who_has_it()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.Citizens.IssueAsync();
        var kim = await scene.OpenAsync("/counter/", Device.Desk);
        await kim.SignInAsync(scene.Hub, "kim");
        await kim.TakeAsync("1");
        await kim.StrikeAsync("F2");
        await Expect(kim.Stage("Called")).ToBeVisibleAsync();

        var lee = await scene.OpenAsync("/counter/", Device.Desk);
        await lee.SignInAsync(scene.Hub, "lee");
        await lee.Counter("1").ClickAsync();
        await lee.Locator("[data-take-over]").ClickAsync();
        await Expect(lee.Stage("Called")).ToBeVisibleAsync();
        await Expect(kim.Locator("[data-taken]")).ToBeVisibleAsync();

        var second = await scene.OpenAsync("/counter/", Device.Desk);
        await second.SignInAsync(scene.Hub, "lee");
        await second.Counter("1").ClickAsync();
        await second.Locator("[data-take-over]").ClickAsync();
        await Expect(second.Stage("Called")).ToBeVisibleAsync();
        await Expect(lee.Locator("[data-taken]")).ToContainTextAsync("본인이 다른 화면에서");
        await lee.Locator("[data-view='TakeOver']").ClickAsync();
        await lee.Locator("[data-take-over]").ClickAsync();
        await Expect(lee.Stage("Called")).ToBeVisibleAsync();
        Assert.True(scene.Complaints.Count == 0, string.Join(Environment.NewLine, scene.Complaints));
    }

    [Fact]
    public async Task Two_keys_issue_a_ticket_at_a_counter_and_at_the_door()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var desk = await scene.OpenAsync("/counter/", Device.Desk);
        await desk.SignInAsync(scene.Hub, "kim");
        await desk.TakeAsync("1");
        await desk.StrikeAsync("Alt+KeyA");
        await Expect(desk.Locator("dialog[open]")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("Digit1");
        await Expect(desk.Locator("[data-issued='1']")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("Escape");
        await Expect(desk.Locator("[data-waiting='1']")).ToBeVisibleAsync();

        var door = await scene.OpenAsync("/counter/", Device.Desk);
        await door.SignInAsync(scene.Hub, "lee");
        await door.Locator("[data-helper]").ClickAsync();
        await Expect(door.Locator("[data-waiting='1']")).ToBeVisibleAsync();
        await door.Keyboard.PressAsync("Digit2");
        await Expect(door.Locator("[data-issued]")).ToBeVisibleAsync();
        await Expect(door.Locator("[data-waiting='2']")).ToBeVisibleAsync();
        Assert.Empty(await door.FaultsAsync("helper"));
        Assert.True(scene.Complaints.Count == 0, string.Join(Environment.NewLine, scene.Complaints));
    }

    [Fact]
    public async Task A_code_reader_is_told_from_a_person_wherever_the_focus_is()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var desk = await scene.OpenAsync("/counter/", Device.Desk);
        await desk.Locator("#name").FillAsync("kim");
        await desk.EvaluateAsync(Typist);

        // The input mode is Korean: what the keys would write is no Latin letter.
        await desk.EvaluateAsync("window.strike('https://hub.example/seocho/t/0aB_c-9', 5, 'ㅗ')");
        Assert.Equal(["https://hub.example/seocho/t/0aB_c-9"], await desk.EvaluateAsync<string[]>("window.read"));
        await Expect(desk.Locator("#name")).ToHaveValueAsync("kim");

        await desk.EvaluateAsync("window.strike(' types by hand', 70)");
        await Expect(desk.Locator("#name")).ToHaveValueAsync("kim types by hand");
        Assert.Single(await desk.EvaluateAsync<string[]>("window.read"));
    }

    // Events with times of their own: a busy machine must not make a slow reader of a fast one.
    private const string Typist = """
        import('./scanner.js').then(({ reader, characterOf }) => {
          window.read = [];
          const listen = reader(text => window.read.push(text));
          const input = document.querySelector('#name');
          const codes = ['Enter', 'Space', 'Minus', 'Period', 'Slash', 'Semicolon'].concat([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(c => `Key${c}`), [...'0123456789'].map(c => `Digit${c}`));
          const keys = new Map(codes.flatMap(code => [true, false].map(shift => [characterOf(code, shift), { code, shift }])));
          let now = 1000;
          const press = (code, shiftKey, writes) => {
            let taken = false;
            listen({ code, shiftKey, target: input, timeStamp: now, preventDefault: () => { taken = true; }, stopPropagation: () => {} });
            if (!taken) input.value += writes;
          };
          window.strike = async (text, pause, writes) => {
            now += 1000;
            for (const c of text) {
              now += pause;
              press(keys.get(c).code, keys.get(c).shift, writes ?? c);
            }
            now += pause;
            press('Enter', false, '');
            await new Promise(done => setTimeout(done, 10));
          };
        })
        """;
}
