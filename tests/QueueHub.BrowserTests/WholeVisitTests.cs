using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;
using QueueHub.History;
using QueueHub.Live;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.BrowserTests;

/// <summary>One visit on all screens at once: phone, lobby and counter, from the QR code to the history.</summary>
public class WholeVisitTests(EngineFixture engines, ChromiumFixture chromium, ITestOutputHelper output)
{
    private static readonly TimeSpan FormLife = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_citizen_is_served_and_every_screen_tells_the_same()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var tv = await scene.OpenAsync("/display/seocho", Device.Tv);
        var desk = await scene.OpenAsync("/counter/", Device.Desk);
        var phone = await scene.OpenAsync("/seocho", Device.Phone);
        await Expect(tv.Waiting("주민등록")).ToHaveTextAsync("0");
        await desk.SignInAsync(scene.Hub, "kim");

        await phone.GetByRole(AriaRole.Link, new() { Name = "주민등록 등·초본" }).ClickAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "서식 먼저 쓰기" }).ClickAsync();
        await phone.WriteFormAsync();
        await Expect(phone.GetByText("홍길동")).ToBeVisibleAsync();
        await phone.PressAsync("제출하고 번호표 받기");
        await phone.HasTicketAsync();
        await AllAsync(
            "issued",
            Expect(phone.Number()).ToHaveTextAsync("1"),
            Expect(tv.Waiting("주민등록")).ToHaveTextAsync("1"),
            Expect(desk.Counter("1")).ToContainTextAsync("대기 1명"));
        var ticket = Assert.Single(scene.Hub.Services.GetRequiredService<IOfficeStates>().Current(Seocho.Office)!.Tickets.Values);

        await desk.TakeAsync("1");
        await Expect(desk.Locator("[data-waiting='1']")).ToBeVisibleAsync();
        await desk.StrikeAsync("F2");
        await AllAsync(
            "called",
            Expect(phone.View("called")).ToContainTextAsync("1번 창구로 오세요"),
            Expect(tv.Calls()).ToContainTextAsync("1번 창구"),
            Expect(desk.Locator(".now [data-number='1']")).ToBeVisibleAsync());
        await Expect(phone.View("called")).ToBeVisibleAsync();
        await Expect(tv.Calls().Locator(".number")).ToHaveTextAsync("1번");
        await Expect(desk.Answer("name")).ToHaveTextAsync("홍길동");
        await Expect(desk.Answer("document")).ToHaveTextAsync("등본 (세대 전체)");
        await Expect(desk.Answer("copies")).ToHaveTextAsync("2");
        await Expect(desk.Answer("householdItems")).ToHaveTextAsync("세대원의 이름");

        await desk.StrikeAsync("F4");
        await AllAsync("started", Expect(phone.View("serving")).ToBeVisibleAsync(), Expect(desk.Stage("Serving")).ToBeVisibleAsync());
        await using var redis = await ConnectionMultiplexer.ConnectAsync(scene.Hub.RedisConnectionString);
        var submission = RedisKeys.Submission(Seocho.Office, ticket.Ordinal);
        Assert.True(await redis.GetDatabase().KeyExistsAsync(submission));

        await desk.StrikeAsync("F8");
        await AllAsync("completed", Expect(phone.View("done")).ToBeVisibleAsync(), Expect(desk.Stage("Idle")).ToBeVisibleAsync());
        var left = await redis.GetDatabase().KeyTimeToLiveAsync(submission);
        Assert.InRange(left ?? TimeSpan.MaxValue, TimeSpan.Zero, FormLife);
        await Expect(desk.Answer("name")).ToHaveCountAsync(0);
        await Expect(phone.Locator("[data-ended]")).ToBeVisibleAsync();

        var history = scene.Hub.Services.GetRequiredService<HistoryQueries>();
        var kept = await Eventually.NotNullAsync(
            async () => await history.TicketAsync(Seocho.Office, ticket.Day, ticket.Ordinal) is { State: TicketState.Done } row ? row : null,
            "the visit in the history");
        Assert.Equal((1, "1", "resident-register"), (kept.Number, kept.Counter, kept.FormTemplate));
        Assert.Empty(scene.Complaints);
    }

    private async Task AllAsync(string step, params Task[] screens)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(screens);
        output.WriteLine($"{step}: on all screens after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms");
    }
}
