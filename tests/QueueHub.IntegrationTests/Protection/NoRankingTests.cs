using System.Text.Json;
using System.Text.RegularExpressions;

namespace QueueHub.IntegrationTests.Protection;

/// <summary>Nobody is ranked by what happened to them: no door offers how often anybody paused, recovered, raised an alarm or was in an incident.</summary>
public partial class NoRankingTests(EngineFixture engines)
{
    private static readonly string[] Subjects = ["recovery", "incident", "alarm", "pause", "warning"];

    [Fact]
    public async Task No_endpoint_counts_pauses_alarms_or_incidents_or_looks_them_up_by_person()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var client = hub.NewClient();
        var api = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json")).RootElement;
        var offers = new List<string>();
        foreach (var path in api.GetProperty("paths").EnumerateObject().Where(path => About(path.Name)))
        {
            if (Counting().IsMatch(path.Name))
            {
                offers.Add(path.Name);
            }

            offers.AddRange(path.Value.EnumerateObject().Where(method => method.Value.TryGetProperty("parameters", out _))
                .SelectMany(method => method.Value.GetProperty("parameters").EnumerateArray())
                .Select(parameter => parameter.GetProperty("name").GetString()!)
                .Where(name => Person().IsMatch(name) || Counting().IsMatch(name)).Select(name => $"{path.Name}?{name}"));
        }

        foreach (var schema in api.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            foreach (var property in schema.Value.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToList() : [])
            {
                var number = property.Value.TryGetProperty("type", out var type) && type.ToString().Contains("integer", StringComparison.Ordinal);
                if ((About(schema.Name) && Counting().IsMatch(property.Name)) || (number && About(property.Name)))
                {
                    offers.Add($"{schema.Name}.{property.Name}");
                }
            }
        }

        // Commands that name an alarm, and what an office is at now: alarms that stand, counters that are paused.
        Assert.Equal(["AlarmAnswerRequest.alarm", "AlarmRequest.alarm", "RoomSummary.alarms", "RoomSummary.paused"], offers.Order(StringComparer.Ordinal));
    }

    private static bool About(string name) => Subjects.Any(subject => name.Contains(subject, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("count$|counts$|total|rank|statistic|times$", RegexOptions.IgnoreCase)]
    private static partial Regex Counting();

    [GeneratedRegex("^(staff|clerk|person|by|user)", RegexOptions.IgnoreCase)]
    private static partial Regex Person();
}
