using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using QueueHub.Offices;
using QueueHub.Platform;

namespace QueueHub.IntegrationTests.Screens;

/// <summary>Pictures and videos of the office's notices: those that its document names, and nothing else of the machine.</summary>
public sealed class MediaTests(EngineFixture engines)
{
    private const string Media = $"{Routes.Media}/{Seocho.Office}";

    [Fact]
    public async Task A_file_that_the_document_names_is_handed_out_in_parts_and_only_when_it_has_changed_and_no_other_file_is()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        byte[] film = [0x1A, 0x45, 0xDF, 0xA3, .. Enumerable.Range(0, 96).Select(value => (byte)value)];
        await hub.PutMediaAsync("film.webm", film);
        await hub.PutMediaAsync("poster.png", OfficeSlides.Point);
        await hub.PutMediaAsync("secret.png", OfficeSlides.Point);
        await hub.ShowSlidesAsync(new SlideDefinition(Video: "film.webm"), new SlideDefinition(Image: "poster.png"), new SlideDefinition(Image: "gone.png"));
        using var wall = hub.NewClient();

        using var whole = await wall.GetAsync($"{Media}/film.webm");
        Assert.Equal((HttpStatusCode.OK, "video/webm"), (whole.StatusCode, whole.Content.Headers.ContentType!.ToString()));
        Assert.Equal(film, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal("bytes", whole.Headers.AcceptRanges.Single());
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(TimeSpan.FromMinutes(5), whole.Headers.CacheControl!.MaxAge);

        using var part = await wall.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{Media}/film.webm") { Headers = { Range = new RangeHeaderValue(4, 9) } });
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(film[4..10], await part.Content.ReadAsByteArrayAsync());

        using var same = await wall.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{Media}/film.webm") { Headers = { IfNoneMatch = { whole.Headers.ETag! } } });
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        await hub.PutMediaAsync("film.webm", [.. film, 1]);
        using var other = await wall.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{Media}/film.webm") { Headers = { IfNoneMatch = { whole.Headers.ETag! } } });
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);

        using var picture = await wall.GetAsync($"{Media}/poster.png");
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.ToString());
        foreach (var nothing in new[] { "secret.png", "gone.png", "..%2f..%2fhub%2fscreens.json", "%2e%2e/%2e%2e/hub/screens.json", "poster.png/x", "POSTER.png" })
        {
            using var refused = await wall.GetAsync($"{Media}/{nothing}");
            Assert.NotEqual("image/png", refused.Content.Headers.ContentType?.ToString());
            Assert.DoesNotContain("tokenHash", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var unnamed = await wall.GetAsync($"{Media}/secret.png");
        Assert.Equal(HttpStatusCode.NotFound, unnamed.StatusCode);
        using var elsewhere = await wall.GetAsync($"{Routes.Media}/banpo-1/poster.png");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task The_room_is_told_of_files_that_are_missing_or_are_not_what_their_names_say_and_a_link_leads_nowhere()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await hub.PutMediaAsync("good.png", OfficeSlides.Point);
        await hub.PutMediaAsync("text.png", "<svg/>"u8.ToArray());
        await hub.PutMediaAsync("empty.webm", []);
        var options = hub.Services.GetRequiredService<HubOptions>();
        File.CreateSymbolicLink(
            Path.Combine(options.DataFolder, "media", Seocho.Office, "link.png"), Path.Combine(options.DataFolder, "media", Seocho.Office, "good.png"));
        await hub.ShowSlidesAsync(
            new SlideDefinition(Image: "good.png"), new SlideDefinition(Image: "text.png"), new SlideDefinition(Image: "gone.png"), new SlideDefinition(Image: "link.png"),
            new SlideDefinition(Video: "empty.webm"));
        var (supervisor, _) = await hub.SignInAsync("choi");
        using var _1 = supervisor;

        var list = (await supervisor.GetFromJsonAsync<ScreenList>($"/api/offices/{Seocho.Office}/room/screens"))!;

        Assert.Equal(
            [new MediaFault("empty.webm", false), new MediaFault("gone.png", true), new MediaFault("link.png", true), new MediaFault("text.png", false)], list.Faults);
        using var linked = await supervisor.GetAsync($"{Media}/link.png");
        Assert.Equal(HttpStatusCode.NotFound, linked.StatusCode);
    }
}
