using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace QueueHub.IntegrationTests.District;

/// <summary>Whoever reads the national feed of waiting counts reads ours.</summary>
public sealed class FeedTests(EngineFixture engines)
{
    private const string Realtime = "/cso_v2/cso_realtime_v2";

    [Fact]
    public async Task Anybody_reads_who_waits_where_now_by_pages_and_places_in_both_formats()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var reader = hub.NewClient();
        await reader.IssueAsync();

        await Eventually.TrueAsync(
            async () => Items(await reader.GetStringAsync($"{Realtime}?serviceKey=any&type=json&numOfRows=500"))
                .Any(item => Of(item, "csoSn") == "CS0001" && Of(item, "taskNm") == "주민등록 등·초본" && Of(item, "wtngCnt") == "1"),
            "one waits in the feed");
        using var answer = await reader.GetAsync($"{Realtime}?type=XML&pageNo=2&numOfRows=3&stdgCd=1165000000");
        var xml = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        var offices = Items(await reader.GetStringAsync("/cso_v2/cso_info_v2?numOfRows=100"));

        Assert.Equal(("application/xml", "public, max-age=1"), (answer.Content.Headers.ContentType!.MediaType, $"{answer.Headers.CacheControl}"));
        Assert.Equal(("response", "K0"), (xml.Name.LocalName, xml.Element("header")!.Element("resultCode")!.Value));
        Assert.Equal(3, xml.Element("body")!.Element("items")!.Elements("item").Count());
        Assert.Equal("2", xml.Element("body")!.Element("pageNo")!.Value);
        Assert.Equal(22, offices.Count);
        Assert.Equal("서울특별시 서초구 남부순환로 2584", Of(offices[0], "roadNmAddr"));
        Assert.Equal("CS0022", Of(offices[^1], "csoSn"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_the_feeds_own_words()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Feed:ServiceKey", "ours").WithSetting("Limits:FeedPerAddress", "6").StartAsync();
        using var reader = hub.NewClient();

        Assert.Equal((HttpStatusCode.OK, "K30"), await CodeAsync("?serviceKey=theirs"));
        Assert.Equal((HttpStatusCode.OK, "K30"), await CodeAsync(""));
        Assert.Equal((HttpStatusCode.OK, "K10"), await CodeAsync("?serviceKey=ours&pageNo=first"));
        Assert.Equal((HttpStatusCode.OK, "K03"), await CodeAsync("?serviceKey=ours&stdgCd=2600000000"));
        Assert.Equal((HttpStatusCode.OK, "K10"), await CodeAsync("?serviceKey=ours&type=csv"));
        Assert.Equal((HttpStatusCode.OK, "K03"), await CodeAsync("?serviceKey=ours&pageNo=9999"));
        await Eventually.TrueAsync(async () => await CodeAsync("?serviceKey=ours") == (HttpStatusCode.TooManyRequests, "K22"), "the minute's readings are used up");

        async Task<(HttpStatusCode, string?)> CodeAsync(string query)
        {
            using var answer = await reader.GetAsync(Realtime + query);
            var header = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("header");
            return (answer.StatusCode, header.GetProperty("resultCode").GetString());
        }
    }

    private static List<JsonElement> Items(string json) =>
        JsonDocument.Parse(json).RootElement.TryGetProperty("body", out var body) ? [.. body.GetProperty("items").GetProperty("item").EnumerateArray()] : [];

    private static string? Of(JsonElement item, string field) => item.GetProperty(field).GetString();
}
