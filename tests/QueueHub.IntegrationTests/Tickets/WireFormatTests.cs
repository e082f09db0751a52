using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>The JSON of rows and events, literally: Lua writes it, C# and whoever reads the history tomorrow must understand it.</summary>
public partial class WireFormatTests(EngineFixture engines)
{
    private const string TokenHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private readonly Office _office = new(engines.Redis);

    [Fact]
    public async Task The_examples_in_the_documentation_are_what_Redis_holds()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("3", ["register"], ["passport", "tax"]);
        var issue = Office.Issue(credit: 5 * Office.Minute, form: Office.Form()) with { TokenHash = TokenHash };
        Office.Done(await _office.Queue.IssueAsync(_office.Citizen(), issue));
        _office.Now += 10 * Office.Minute;
        Office.Done(await _office.Queue.CallAsync(_office.Clerk("3"), "3", 1, "휠체어 \"A/B\""));
        Office.Done(await _office.Queue.StartAsync(_office.Clerk("3"), "3", 1));
        Office.Done(await _office.Queue.CompleteAsync(_office.Clerk("3"), "3", 1, "granted"));
        Assert.True((await _office.Queue.CloseCounterAsync(_office.Clerk("3"), "3")).Ok);

        var log = await _office.Database.StreamRangeAsync(RedisKeys.Events(_office.Slug));
        var examples = Examples();

        Assert.Equal(5, examples.Count);
        foreach (var example in examples)
        {
            var version = (long)example["version"]!;
            var written = JsonNode.Parse((string)log[version - 1]["event"]!);
            Same(example, written);
            var understood = JsonSerializer.Deserialize(example, RowJson.Default.OfficeEvent);
            Same(example, JsonSerializer.SerializeToNode(understood, RowJson.Default.OfficeEvent));
        }

        Same(examples[3]["tickets"]![0], JsonNode.Parse((string)(await _office.Database.HashGetAsync(RedisKeys.Tickets(_office.Slug), 1))!));
        Same(examples[4]["counters"]![0], JsonNode.Parse((string)(await _office.Database.HashGetAsync(RedisKeys.Counters(_office.Slug), "3"))!));
    }

    [Fact]
    public async Task A_founded_office_without_counters_has_the_smallest_event()
    {
        await _office.OpenDayAsync();

        var entry = (await _office.Database.StreamRangeAsync(RedisKeys.Events(_office.Slug)))[0];

        Assert.Equal("1-0", (string?)entry.Id);
        Same(
            JsonNode.Parse("""{"version":1,"epoch":"epoch1","at":1772410000000,"day":"2026-03-02","type":"dayOpened","by":"system"}"""),
            JsonNode.Parse((string)entry["event"]!));
    }

    [Fact]
    public async Task Meta_is_written_as_plain_digits_and_words()
    {
        await _office.OpenDayAsync();
        await _office.IssuedAsync();

        var meta = (await _office.Database.HashGetAllAsync(RedisKeys.Meta(_office.Slug))).ToDictionary(entry => (string)entry.Name!, entry => (string?)entry.Value);

        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["epoch"] = "epoch1",
                ["version"] = "2",
                ["ordinal"] = "1",
                ["joined"] = "1772410000000",
                ["businessDay"] = "2026-03-02",
                ["dayState"] = "open",
                ["run"] = meta["run"],
                ["compared"] = "0",
                ["now"] = "1772410000000",
                ["simulated"] = "1",
                ["closed"] = "0",
                ["notice"] = "",
            },
            meta);
    }

    [Fact]
    public async Task A_waiting_ticket_stands_in_its_line_under_its_padded_ordinal_and_holds_its_number()
    {
        await _office.OpenDayAsync();
        await _office.IssuedAsync(credit: 1000);

        var line = await _office.Database.SortedSetRangeByRankWithScoresAsync(RedisKeys.Waiting(_office.Slug, "register"));
        Assert.Equal(("000000000001", 1_772_409_999_000d), ((string?)line[0].Element, line[0].Score));
        Assert.Equal("1", (string?)await _office.Database.HashGetAsync(RedisKeys.Living(_office.Slug), "1"));
        Assert.Equal("1", (string?)await _office.Database.HashGetAsync(RedisKeys.Numbers(_office.Slug), "register"));
    }

    [Fact]
    public async Task The_bell_rings_with_the_version_only()
    {
        var heard = new List<string>();
        var subscriber = engines.Redis.GetSubscriber();
        await subscriber.SubscribeAsync(RedisKeys.Bell(_office.Slug), (_, message) => { lock (heard) { heard.Add(message!); } });

        await _office.OpenDayAsync();
        await _office.IssuedAsync();

        await Eventually.TrueAsync(() => { lock (heard) { return heard.Count == 2; } }, "the bell has rung twice");

        // A handler, unlike the queue that the hub listens with, is called in no particular order.
        Assert.Equal(["1", "2"], heard.Order());
        await subscriber.UnsubscribeAsync(RedisKeys.Bell(_office.Slug));
    }

    [Fact]
    public async Task Text_of_any_kind_comes_back_as_it_was_given()
    {
        const string Hostile = "</script> \0 \u007f \\ \" / \n 가나다 🎫 %s {\"a\":null}";
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        var ticket = await _office.IssuedAsync();
        await _office.CalledAsync("1", ticket.Ordinal);

        var parked = Office.Done(await _office.Queue.ParkAsync(_office.Clerk("1"), "1", ticket.Ordinal, Hostile));

        Assert.Equal(Hostile, parked.Note);
        Assert.Equal(Hostile, (await _office.TicketAsync(ticket.Ordinal)).Note);
    }

    private static List<JsonNode> Examples()
    {
        using var stream = typeof(WireFormatTests).Assembly.GetManifestResourceStream("events.md")!;
        using var reader = new StreamReader(stream);
        return [.. Fenced().Matches(reader.ReadToEnd()).Select(match => JsonNode.Parse(match.Groups[1].Value)!)];
    }

    private static void Same(JsonNode? expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected?.ToJsonString()}\nactual   {actual?.ToJsonString()}");

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
