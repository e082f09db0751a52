using System.Text.RegularExpressions;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests;

/// <summary>What a citizen does with numbers: shows presence, takes one for a companion, lets others go first, visits several services, lets a relative look.</summary>
public class ControlTests(EngineFixture engines, ChromiumFixture chromium)
{
    // A whole number of points for each square of the codes that these addresses make.
    private static readonly int[] Points = [450, 490, 540, 588];

    // A code is shown for thirty seconds.
    private const float NextCode = 120_000;

    [Fact]
    public async Task A_number_taken_on_the_way_joins_its_line_by_scanning_the_screen_in_the_lobby()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.Hub.RequirePresenceAsync();
        var clerk = await scene.ClerkAsync("kim", "1");
        await clerk.SetServices(new ServicesRequest(Seocho.NewRequestId(), ["tax"], []));
        var tv = await DisplayAsync(scene);
        var qr = tv.Locator(".scan[data-here] img");
        var phone = await scene.OpenAsync("/seocho/s/tax", Device.Phone);
        await phone.PressAsync("번호표 받기");
        await phone.HasTicketAsync();
        await phone.KeepsTicketAsync();
        var ticket = phone.Url;
        await Expect(phone.View("onTheWay")).ToBeVisibleAsync();
        await Expect(phone.Locator(".arrive")).ToContainTextAsync("QR 코드를 스캔하세요");
        Assert.Empty(await phone.FaultsAsync("on the way"));
        var ordinary = await scene.OpenAsync("/display/seocho?sound=off", Device.Tv);
        await Expect(ordinary.Locator(".scan")).ToContainTextAsync("번호표를 받으세요");

        await Expect(qr).ToBeVisibleAsync();
        await Expect(tv.Locator(".scan")).ToContainTextAsync("민원실에 오신 분");
        string? first = null, scanned = null;

        // A code is good for a minute at most: a slow phone scans the next one.
        await Eventually.TrueAsync(
            async () =>
            {
                (first, scanned) = (await qr.GetAttributeAsync("src"), await ScanAsync(qr));
                Assert.Matches(new Regex("/seocho/here/[0-9a-f]{20}\\z"), scanned);
                await phone.GoAsync(new Uri(scanned!).AbsolutePath);
                return new Uri(phone.Url).AbsolutePath == "/seocho";
            },
            "the phone is here");
        Assert.Equal("", string.Join('\n', await phone.FaultsAsync("office, here")));
        await phone.Locator(".here .button").ClickAsync();
        await Expect(phone.Locator(".here .button")).ToHaveCountAsync(0);
        await Expect(phone.Locator(".mine [data-view=next]")).ToBeVisibleAsync();
        await phone.GoAsync(ticket);
        await Expect(phone.View("next")).ToBeVisibleAsync();
        await Expect(phone.Locator(".arrive")).ToHaveCountAsync(0);

        await Expect(qr).Not.ToHaveAttributeAsync("src", first!, new() { Timeout = NextCode });
        Assert.NotEqual(scanned, await ScanAsync(qr));
        Assert.Empty(scene.Complaints);
    }

    [Fact]
    public async Task A_family_holds_two_numbers_lets_somebody_go_first_and_is_followed_by_a_relative()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var clerk = await scene.ClerkAsync("kim", "1");
        await clerk.SetServices(new ServicesRequest(Seocho.NewRequestId(), ["tax"], []));
        var phone = await scene.OpenAsync("/seocho/s/tax", Device.Phone);
        await phone.PressAsync("번호표 받기");
        await phone.HasTicketAsync();
        await phone.KeepsTicketAsync();
        var mine = phone.Url;
        await phone.GoAsync("/seocho/s/tax");
        await phone.PressAsync("번호표 받기");
        await Expect(phone.Locator(".notice .mine")).ToHaveCountAsync(1);
        await Expect(phone.Locator(".notice .mine b")).ToHaveTextAsync(await NumberAsync(scene, mine));
        await phone.PressAsync("함께 온 다른 사람의 번호표 받기");
        await phone.HasTicketAsync();
        await phone.KeepsTicketAsync();
        await Expect(phone.Locator(".others .mine")).ToHaveCountAsync(1);
        await phone.GoAsync("/seocho");
        await Expect(phone.Locator(".mine [data-view=next]:not([hidden])")).ToHaveCountAsync(1);
        await Expect(phone.Locator(".mine [data-view=waiting]:not([hidden])")).ToContainTextAsync("1명");
        Assert.Empty(await phone.FaultsAsync("office of a family"));

        await phone.GoAsync(mine);
        await phone.Locator(".card summary").First.ClickAsync();
        var watch = await phone.Locator("[data-share]").GetAttributeAsync("data-share");
        Assert.Equal(new Uri(scene.Hub.Url, watch).AbsolutePath, new Uri((await ScanAsync(phone.Locator(".qr").First))!).AbsolutePath);
        var relative = await scene.OpenAsync(watch!, Device.Phone);
        await Expect(relative.View("next")).ToBeVisibleAsync();
        Assert.Empty(await relative.FaultsAsync("watched"));
        await phone.Locator("[data-later] a").ClickAsync();
        await Expect(phone).ToHaveURLAsync(new Regex("/later"));
        Assert.Empty(await phone.FaultsAsync("later"));
        await phone.PressAsync("1명 먼저");
        await Expect(phone.View("near")).ToBeVisibleAsync();
        await Expect(relative.View("near")).ToContainTextAsync("1명");

        var other = (await clerk.CallNext(Seocho.CallNext())).Ticket!.Value;
        await Expect(relative.View("next")).ToBeVisibleAsync();
        await clerk.NoShow(Seocho.Request(other));
        await clerk.CallNext(Seocho.CallNext());
        await Expect(relative.View("called")).ToContainTextAsync("1번 창구로 오세요");
        await Expect(relative).ToHaveTitleAsync(new Regex("1번 창구로 오세요"));
        await Expect(phone.Locator("[data-later]")).ToBeHiddenAsync();
        await relative.GoAsync("/seocho");
        await Expect(relative.Locator(".mine:visible")).ToHaveCountAsync(0);

        // The browser writes down that the second number was refused at first.
        Assert.All(scene.Complaints, complaint => Assert.Contains("409", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_scripts_two_services_are_chosen_put_in_order_and_visited_with_one_number()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var phone = await scene.OpenAsync("/seocho", Device.Phone, script: false);
        await phone.GetByRole(AriaRole.Link, new() { Name = "여러 업무를 한 번호로 보기" }).ClickAsync();
        await phone.GetByLabel("주민등록").CheckAsync();
        await phone.GetByLabel("지방세").CheckAsync();
        await phone.PressAsync("다음");
        await Expect(phone.Locator(".order h2")).ToHaveTextAsync(["1. 주민등록 등·초본", "2. 지방세"]);
        await phone.GetByRole(AriaRole.Link, new() { Name = "한 칸 앞으로" }).ClickAsync();
        await Expect(phone.Locator(".order h2")).ToHaveTextAsync(["1. 지방세", "2. 주민등록 등·초본"]);
        await phone.PressAsync("번호표 하나로 받기");
        await Expect(phone.Locator(".journey li")).ToContainTextAsync(["지방세", "주민등록"]);
        await Expect(phone.Locator(".journey .now")).ToContainTextAsync("지방세");
        Assert.Empty(scene.Complaints);
    }

    private static async Task<string> NumberAsync(Scene scene, string url)
    {
        var page = await scene.OpenAsync(new Uri(url).AbsolutePath, Device.Phone);
        return (await page.Number().TextContentAsync())!;
    }

    private static async Task<string?> ScanAsync(ILocator picture)
    {
        foreach (var points in Points)
        {
            if (await picture.ReadAsync(points) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The display of the lobby, paired as a supervisor pairs it.</summary>
    private static async Task<IPage> DisplayAsync(Scene scene)
    {
        using var screen = await PairedScreen.DisplayAsync(scene.Hub, "로비");
        var cookie = screen.Cookie;
        return await scene.OpenAsync("/display/?sound=off", Device.Tv, before: page => page.Context.AddCookiesAsync(
            [new() { Name = cookie.Name, Value = cookie.Value, Domain = scene.Hub.Url.Host, Path = "/", HttpOnly = true, SameSite = SameSiteAttribute.Strict }]));
    }
}
