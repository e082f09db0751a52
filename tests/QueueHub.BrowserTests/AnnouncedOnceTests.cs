using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests;

/// <summary>What the lobby hears: every call once, whatever happened to the link or to Redis, and nothing that is long past.</summary>
public class AnnouncedOnceTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact]
    public async Task A_call_missed_for_a_few_seconds_is_announced_once_and_one_from_before_the_screen_was_loaded_is_not()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await using var link = scene.Link();
        var (one, two, four) = (await scene.ClerkAsync("kim", "1"), await scene.ClerkAsync("lee", "2"), await scene.ClerkAsync("park", "4"));
        var tv = await scene.OpenAsync("/display/seocho", Device.Tv, at: new Uri($"http://{link.EndPoint}/"), before: Loudspeaker.ListenAsync);
        await tv.LetSpeakAsync();
        await one.CallNextOfAsync(scene);
        await tv.HeardAsync(1);

        link.Cut();
        var second = await two.CallNextOfAsync(scene);
        await Expect(tv.Notice()).ToContainTextAsync("연결이 끊겼습니다");
        link.Restore();
        await tv.HeardAsync(1, 2);

        // The next one tells that nothing came in between.
        await four.CallNextOfAsync(scene, "passport");
        await Eventually.TrueAsync(async () => (await tv.EvaluateAsync<string[]>("window.announced")).Length >= 3, "the third is announced", TimeSpan.FromSeconds(60));
        var passport = (await scene.Citizens.BoardAsync())!.Calls[0].Number;
        await tv.HeardAsync(1, 2, passport);

        // An announcement that a reload cuts short is made again; one that was made is not.
        await Eventually.TrueAsync(
            () => tv.EvaluateAsync<bool>("number => JSON.parse(localStorage['queuehub.heard.seocho'] ?? '[]').some(call => call.number === number)", passport),
            "the third was announced to its end", TimeSpan.FromSeconds(60));
        await tv.ReloadAsync();
        await Expect(tv.Calls()).ToHaveCountAsync(3);
        await two.Recall(Seocho.Request(second));
        await tv.OutstoodAsync(2);
    }

    [Fact]
    public async Task A_standing_call_is_not_announced_again_when_the_office_is_founded_anew()
    {
        await using var redis = await OwnRedis.StartAsync("--appendonly", "yes", "--appendfsync", "always");
        await using var scene = await Scene.StartAsync(engines, chromium, redis: redis);
        var (one, two) = (await scene.ClerkAsync("kim", "1"), await scene.ClerkAsync("lee", "2"));
        var tv = await scene.OpenAsync("/display/seocho", Device.Tv, before: Loudspeaker.ListenAsync);
        await tv.LetSpeakAsync();
        await scene.Citizens.IssueAsync();
        await scene.Citizens.IssueAsync();
        await one.CalledAsync();
        await tv.HeardAsync(1);

        await scene.LoseAsync(redis, redis.LoseFiles);

        await two.CalledAsync();
        await tv.HeardAsync(1, 2);
        await Expect(tv.Calls()).ToHaveCountAsync(2);
    }
}
