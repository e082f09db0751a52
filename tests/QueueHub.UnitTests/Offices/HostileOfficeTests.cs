using System.Text.Json.Nodes;
using QueueHub.Offices.Documents;

namespace QueueHub.UnitTests.Offices;

/// <summary>Documents that somebody broke, by accident or on purpose: the place is named, and the office goes on as it was.</summary>
public class HostileOfficeTests
{
    private static readonly string Sound = SeedDocuments.Office().ToJsonString();
    private static readonly IReadOnlyList<StoredForm> Forms =
        [.. SeedDocuments.All("forms").Select(seed => new StoredForm(seed.File, (int)seed.Document["version"]!, seed.Document.ToJsonString()))];

    // What was done to the document, what it is now, and how the complaint begins. The documents are no arguments of the test: some are unprintable.
    private static readonly Dictionary<string, (string Document, string Complaint)> BrokenDocuments = new()
    {
        ["cut off"] = (Sound[..(Sound.Length / 2)], "document: "),
        ["two documents"] = (Sound + Sound, "document: "),
        ["a comment"] = ("/* ours */" + Sound, "document: "),
        ["a comma too many"] = (Sound[..^1] + ",}", "document: "),
        ["the same member twice"] = ("{\"slug\":\"other\"," + Sound[1..], "slug: Duplicate property 'slug'"),
        ["the same member twice, further down"] = (Sound.Replace("\"from\":1,", "\"from\":1,\"from\":2,", StringComparison.Ordinal), "services[0].from: Duplicate property 'from'"),
        ["nested too deep"] = (Sound[..^1] + ",\"name\":" + new string('[', 10_000) + new string(']', 10_000) + "}", ""),
        ["half a surrogate pair"] = (Sound.Replace("Seocho District", "Seocho \ud83d District", StringComparison.Ordinal), "document: "),
        ["half an escaped surrogate pair"] = (Sound.Replace("Seocho District", "Seocho \\ud83d District", StringComparison.Ordinal), ""),
        ["half an escaped surrogate pair in a name"] = (Sound[..^1] + ",\"\\ud83d\":1}", ""),
        ["ten megabytes"] = (Sound.Replace("Seocho District", new string('a', 10_000_000), StringComparison.Ordinal), "document: has 100"),
        ["a member nobody knows"] = (Sound[..^1] + ",\"__proto__\":{\"polluted\":true}}", "__proto__: "),
        ["another office's document"] = (Sound.Replace("\"slug\":\"seocho\"", "\"slug\":\"constructor()\"", StringComparison.Ordinal), "slug: 'constructor()' must be"),
    };

    public static TheoryData<string> Broken => [.. BrokenDocuments.Keys];

    public static TheoryData<string, string, string> Faults => new()
    {
        { "name.en", "\"\\u200b\\u200d\"", "name.en: must not be empty" },
        { "name.en", "\"\\u0007Bell\"", "name.en: holds U+0007" },
        { "name.ko", "\"서초\\n구청\"", "name.ko: holds U+000A" },
        { "name.en", "\"\\u202egnitaf\"", "name.en: holds U+202E" },
        { "name.en", "\"\\ufeffOffice\"", "name.en: holds U+FEFF" },
        { "name.en", "\"\\u2028Office\"", "name.en: holds U+2028" },
        { "name.en", $"\"{new string('a', 101)}\"", "name.en: must be at most 100 characters" },
        { "name.vi", "\" \"", "name.vi: must not be empty" },
        { "services.0.description.ko", $"\"{new string('가', 2001)}\"", "services[0].description.ko: must be at most 2000 characters" },
        { "timeZone", "\"../../etc/passwd\"", "timeZone: '../../etc/passwd' is not a time zone" },
        { "timeZone", "\"/etc/localtime\"", "timeZone: '/etc/localtime' is not a time zone" },
        { "hours.0.days.0", "9", "hours[0].days: must be days of the week" },
        { "hours.0.close", "\"00:30\"", "hours[0].close: must be later than open, on the same day" },
        { "hours.1.days", "[\"monday\"]", "hours[1].open: 09:00–19:30 overlaps 09:00–18:00 of the same day" },
        { "services.0.id", "\"__proto__\"", "services[0].id: '__proto__' must be" },
        { "services.0.id", "\"a\\u0000b\"", "services[0].id: " },
        { "services.0.from", "1e400", "services[0].from: " },
        { "services.0.from", "1.5", "services[0].from: " },
        { "services.0.from", "-2147483648", "services[0].from: must be 1 or more" },
        { "services.0.to", "2147483647", "services[0].to: must be at most 9999" },
        { "services.1.from", "1", "services[1].from: 1–700 overlaps the numbers of 'resident', 1–200" },
        { "counters.0.id", "\"１\"", "counters[0].id: '１' must be" },
        { "counters.0.primary", "{\"0\":\"resident\"}", "counters[0].primary: " },
        { "classes.1.grantedBy", "[\"clerk\",\"clerk\"]", "classes[1].grantedBy[1]: 'clerk' stands there twice" },
        { "classes.1.creditMinutes", "2147483647", "classes[1].creditMinutes: must be 0 to 1440" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_file_is_complained_of_and_the_last_good_one_stays(string what)
    {
        var (document, complaint) = BrokenDocuments[what];
        Assert.NotEqual(Sound, document);
        Refused(document, complaint, what);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_hostile_value_is_named_with_its_place_and_the_last_good_one_stays(string place, string json, string complaint)
    {
        var document = SeedDocuments.Office();
        OfficeDocumentTests.Put(document, place, JsonNode.Parse(json));

        Refused(document.ToJsonString(), complaint, place);
    }

    [Fact]
    public void Thousands_of_entries_are_refused_in_no_time_and_few_words()
    {
        var document = SeedDocuments.Office();
        document["hours"]![0]!["days"] = new JsonArray([.. Enumerable.Repeat("monday", 40_000).Select(day => JsonValue.Create(day))]);
        document["counters"] = new JsonArray([.. Enumerable.Range(0, 1_000).Select(id => JsonNode.Parse($"{{\"id\":\"{id}\",\"primary\":[\"resident\"],\"helping\":[]}}"))]);

        var complaints = Refused(document.ToJsonString(), "hours[0].days[1]", "thousands");

        Assert.Equal(22, complaints.Count);
        Assert.Equal("Office seocho version 7: and 39980 more faults", complaints[^2]);
    }

    [Fact]
    public void Two_opening_times_of_a_day_may_leave_a_break_and_may_touch()
    {
        var document = SeedDocuments.Office();
        document["hours"] = JsonNode.Parse("""
            [{"days":["monday","tuesday"],"open":"09:00","close":"12:00"},{"days":["monday"],"open":"12:00","close":"18:00"},
             {"days":["tuesday"],"open":"13:00","close":"23:59"}]
            """);

        Assert.Empty(Read(document.ToJsonString(), Configuration.Empty).Complaints);
    }

    private static IReadOnlyList<string> Refused(string document, string complaint, string what)
    {
        var (before, sound) = Read(Sound, Configuration.Empty);
        Assert.Empty(sound);

        var (after, complaints) = Read(document, before);

        Assert.Same(before.Office("seocho"), after.Office("seocho"));
        Assert.Equal("Office seocho version 7 is not used; the one before it stays.", complaints[^1]);
        Assert.True(
            complaints.Any(said => said.StartsWith($"Office seocho version 7: {complaint}", StringComparison.Ordinal)),
            $"{what}: {string.Join(" | ", complaints.Take(5).Select(said => said[..Math.Min(said.Length, 300)]))}");
        return complaints;
    }

    private static (Configuration Configuration, IReadOnlyList<string> Complaints) Read(string json, Configuration before)
    {
        var complaints = new List<string>();
        return (Configuration.Read([new StoredOffice("seocho", 7, json)], Forms, before, complaints.Add), complaints);
    }
}
