using System.Net;
using System.Net.Http.Headers;

namespace QueueHub.IntegrationTests.Screens;

/// <summary>An office hears its own recordings where it has any, and the clips that came with the program everywhere else.</summary>
public class OwnVoiceTests(EngineFixture engines)
{
    private static readonly byte[] Own = [.. "OggS"u8, 1];
    private static readonly byte[] District = [.. "OggS"u8, 2];

    [Fact]
    public async Task An_own_recording_is_heard_instead_of_the_clip_and_a_new_one_the_same_day()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var screen = hub.NewClient();
        using (var shipped = await screen.GetAsync(new Uri("/display/voices/seocho/ko/3.ogg", UriKind.Relative)))
        {
            Assert.Equal("/display/audio/ko/3.ogg", shipped.Headers.Location?.ToString());
            Assert.True(shipped.Headers.CacheControl!.NoCache);
        }

        Record(hub, "seocho/ko/3.ogg", Own);
        Record(hub, "ko/3.ogg", District);
        Record(hub, "chime.ogg", District);
        Record(hub, "ko/4.ogg", new byte[(1 << 20) + 1]);

        using var own = await screen.GetAsync(new Uri("/display/voices/seocho/ko/3.ogg", UriKind.Relative));
        Assert.Equal("audio/ogg", own.Content.Headers.ContentType?.ToString());
        Assert.True(own.Headers.CacheControl!.NoCache);
        Assert.Equal(Own, await own.Content.ReadAsByteArrayAsync());
        Assert.Equal(District, await screen.GetByteArrayAsync(new Uri("/display/voices/jamwon/ko/3.ogg", UriKind.Relative)));
        Assert.Equal(District, await screen.GetByteArrayAsync(new Uri("/display/voices/seocho/chime.ogg", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(screen, "/display/voices/seocho/ko/4.ogg"));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(screen, "/display/voices/seocho/ko/3.ogg", own.Headers.ETag));

        Record(hub, "seocho/ko/3.ogg", [.. Own, 3]);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(screen, "/display/voices/seocho/ko/3.ogg", own.Headers.ETag));
    }

    [Fact]
    public async Task No_other_file_is_ever_opened()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var screen = hub.NewClient();
        Record(hub, "secret.ogg", Own);
        Record(hub, "../secret.ogg", Own);
        Record(hub, "seocho/ko/password.ogg", Own);
        string[] paths =
        [
            "seocho/ko/3.mp3", "seocho/ko/password.ogg", "seocho/ko/..%2f..%2fsecret.ogg", "seocho/%2e%2e/%2e%2e/secret.ogg", "seocho/..%5csecret.ogg",
            "..%2f../secret.ogg", "seocho/KO/3.ogg", "seocho/ko/3.ogg%00", "nowhere/ko/3.ogg", "seocho//ko/3.ogg",
        ];
        foreach (var path in paths)
        {
            Assert.Contains(await StatusAsync(screen, $"/display/voices/{path}"), new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient screen, string path, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        using var answer = await screen.SendAsync(request);
        return answer.StatusCode;
    }

    private static void Record(RunningHub hub, string name, byte[] sound)
    {
        var file = new FileInfo(Path.Combine(hub.DataFolder, "audio", name));
        file.Directory!.Create();
        File.WriteAllBytes(file.FullName, sound);
    }
}
