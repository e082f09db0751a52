using System.Text.Json.Nodes;
using QueueHub.Offices.Documents;

namespace QueueHub.UnitTests.Offices;

public class OfficeDocumentTests
{
    private static readonly IReadOnlyList<StoredForm> Forms =
        [.. SeedDocuments.All("forms").Select(seed => new StoredForm(seed.File, (int)seed.Document["version"]!, seed.Document.ToJsonString()))];

    [Fact]
    public void The_shipped_office_is_sound_and_keeps_its_row_s_version()
    {
        var (configuration, complaints) = Read(SeedDocuments.Office().ToJsonString());

        Assert.Empty(complaints);
        var office = configuration.Office("seocho")!;
        Assert.Equal(7, office.Version);
        Assert.Equal(["resident", "passport"], office.ServiceIds.Take(2));
        Assert.Equal(new TimeOnly(9, 0), office.Hours[0].Open);
        Assert.Equal(13, office.Counters.Count);
    }

    [Theory]
    [InlineData("slug", "\"api\"", "slug: 'api' must be")]
    [InlineData("slug", "\"../etc\"", "slug: '../etc' must be")]
    [InlineData("name.ko", "\" \"", "name.ko: must not be empty")]
    [InlineData("name", "null", "name: ")]
    [InlineData("timeZone", "\"Asia/Atlantis\"", "timeZone: 'Asia/Atlantis' is not a time zone")]
    [InlineData("hours.0.close", "\"08:00\"", "hours[0].close: must be later than open")]
    [InlineData("hours.0.close", "\"25:00\"", "hours[0].close: ")]
    [InlineData("hours.0.days", "[]", "hours[0].days: must name a day")]
    [InlineData("hours.0.days.0", "\"someday\"", "hours[0].days[0]: ")]
    [InlineData("services", "[]", "services: must be 1 to 200")]
    [InlineData("services.1", "null", "services[1]: must not be null")]
    [InlineData("services.1.id", "\"resident\"", "services[1].id: 'resident' stands there twice")]
    [InlineData("services.1.id", "\"qr\"", "services[1].id: 'qr' must be")]
    [InlineData("services.1.id", "\"a}b\"", "services[1].id: 'a}b' must be")]
    [InlineData("services.1.to", "500", "services[1].to: must not be below from")]
    [InlineData("services.1.to", "10000", "services[1].to: must be at most 9999")]
    [InlineData("services.1.to", "\"many\"", "services[1].to: ")]
    [InlineData("services.1.to", "99999999999", "services[1].to: ")]
    [InlineData("services.1.from", "0", "services[1].from: must be 1 or more")]
    [InlineData("services.1.from", "200", "services[1].from: 200–700 overlaps the numbers of 'resident', 1–200")]
    [InlineData("services.0.form", "\"nowhere\"", "services[0].form: there is no form 'nowhere'")]
    [InlineData("services.0.fro", "3", "services[0].fro: ")]
    [InlineData("counters.4.id", "\"1\"", "counters[4].id: '1' stands there twice")]
    [InlineData("counters.4.id", "\"<b>\"", "counters[4].id: '<b>' must be")]
    [InlineData("counters.4.primary", "[]", "counters[4].primary: must name a service")]
    [InlineData("counters.4.primary", "[\"nothing\"]", "counters[4].primary[0]: there is no service 'nothing'")]
    [InlineData("counters.4.helping", "[\"passport\"]", "counters[4].helping[0]: 'passport' is primary here already")]
    [InlineData("sound", "{\"languages\":[\"fr\"]}", "sound.languages[0]: 'fr' must be one of ko, en, zh, vi, ja")]
    [InlineData("sound", "{\"languages\":[\"en\",\"en\"]}", "sound.languages[1]: 'en' stands there twice")]
    [InlineData("sound", "{\"volumes\":[{\"from\":\"20:00\",\"to\":\"08:00\",\"percent\":101}]}", "sound.volumes[0].percent: must be 0 to 100")]
    [InlineData("sound", "{\"volumes\":[{\"from\":\"20:00\",\"to\":\"20:00\",\"percent\":50}]}", "sound.volumes[0].to: must not be the same as from")]
    [InlineData("sound", "{\"loud\":true}", "sound.loud: ")]
    [InlineData("statistics", "{\"waitTargetPercent\":100}", "statistics.waitTargetPercent: 100 must be 50 to 99")]
    [InlineData("classes", "[]", "classes: must contain 'standard'")]
    [InlineData("classes.0.creditMinutes", "5", "classes: must contain 'standard' with creditMinutes 0")]
    [InlineData("classes.1.creditMinutes", "-1", "classes[1].creditMinutes: must be 0 to 1440")]
    [InlineData("classes.1.grantedBy", "[\"anybody\"]", "classes[1].grantedBy[0]: 'anybody' must be one of")]
    [InlineData("slides.0.text", "null", "slides[0]: must have one of text, image and video")]
    [InlineData("slides.0.image", "\"a.png\"", "slides[0]: must have one of text, image and video")]
    [InlineData("slides.0", "{}", "slides[0]: must have one of text, image and video")]
    [InlineData("slides.0", "{\"image\":\"a.svg\"}", "slides[0].image: 'a.svg' must be the name of a file: .png")]
    [InlineData("slides.0", "{\"image\":\"../a.png\"}", "slides[0].image: '../a.png' must be")]
    [InlineData("slides.0", "{\"video\":\"a.png\"}", "slides[0].video: 'a.png' must be the name of a file: .mp4")]
    [InlineData("slides.0.seconds", "4", "slides[0].seconds: must be 5 to 600")]
    [InlineData("slides.0", "{\"image\":\"a.png\",\"from\":\"2026-12-02\",\"until\":\"2026-12-01\"}", "slides[0].until: must not be before from")]
    [InlineData("slides.0", "{\"image\":\"a.png\",\"from\":\"tomorrow\"}", "slides[0].from: ")]
    [InlineData("rules.undoSeconds", "61", "rules.undoSeconds: must be 0 to 60")]
    [InlineData("rules.reinstateLimit", "-1", "rules.reinstateLimit: must be 0 to 99")]
    [InlineData("rules.closeAfterMinutes", "-1", "rules.closeAfterMinutes: must be 0 to 720")]
    [InlineData("rules.closeAfterMinutes", "721", "rules.closeAfterMinutes: must be 0 to 720")]
    public void A_fault_is_named_with_its_place(string place, string json, string expected)
    {
        var document = SeedDocuments.Office();
        Put(document, place, JsonNode.Parse(json));

        var (configuration, complaints) = Read(document.ToJsonString());

        Assert.Empty(configuration.Offices);
        Assert.Contains(complaints, complaint => complaint.StartsWith($"Office seocho version 7: {expected}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"seocho\"")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"slug\":\"seocho\"}")]
    public void What_is_no_document_at_all_is_refused_without_an_exception(string json)
    {
        var (configuration, complaints) = Read(json);

        Assert.Empty(configuration.Offices);
        Assert.NotEmpty(complaints);
    }

    [Fact]
    public void Each_node_of_the_document_may_be_missing_or_of_any_type_without_an_exception()
    {
        foreach (var path in Paths(SeedDocuments.Office("naegok")))
        {
            foreach (var junk in new[] { "null", "[]", "{}", "[null]", "-1", "1e400", "\"\"", "true", "\"\\u0000\"" })
            {
                var document = SeedDocuments.Office("naegok");
                Put(document, path, JsonNode.Parse(junk));
                Configuration.Read([new StoredOffice("naegok", 7, document.ToJsonString())], [], Configuration.Empty, _ => { });
            }
        }
    }

    [Fact]
    public void A_broken_edit_leaves_the_office_as_it_was_and_the_others_go_on()
    {
        var sound = Read(SeedDocuments.Office().ToJsonString()).Configuration;
        var other = SeedDocuments.Office();
        other["slug"] = "banpo-1";

        var after = Configuration.Read(
            [new StoredOffice("seocho", 8, "{}"), new StoredOffice("banpo-1", 1, other.ToJsonString())], Forms, sound, _ => { });

        Assert.Equal(7, after.Office("seocho")!.Version);
        Assert.Equal(1, after.Office("banpo-1")!.Version);
    }

    [Fact]
    public void An_office_that_was_removed_is_gone()
    {
        var sound = Read(SeedDocuments.Office().ToJsonString()).Configuration;

        var after = Configuration.Read([], Forms, sound, _ => { });

        Assert.Empty(after.Offices);
    }

    private static (Configuration Configuration, IReadOnlyList<string> Complaints) Read(string json)
    {
        var complaints = new List<string>();
        return (Configuration.Read([new StoredOffice("seocho", 7, json)], Forms, Configuration.Empty, complaints.Add), complaints);
    }

    private static IEnumerable<string> Paths(JsonNode node, string prefix = "") => node switch
    {
        JsonObject child => child.SelectMany(pair => Below(pair.Value, prefix + pair.Key)),
        JsonArray child => child.SelectMany((item, index) => Below(item, prefix + index)),
        _ => [],
    };

    private static IEnumerable<string> Below(JsonNode? node, string path) => [path, .. node is null ? [] : Paths(node, path + ".")];

    internal static void Put(JsonNode document, string place, JsonNode? value)
    {
        var parts = place.Split('.');
        var parent = parts[..^1].Aggregate(document, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);
        if (int.TryParse(parts[^1], out var last))
        {
            parent[last] = value;
        }
        else
        {
            parent[parts[^1]] = value;
        }
    }
}
