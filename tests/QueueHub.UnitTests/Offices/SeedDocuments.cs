using System.Text.Json.Nodes;
using QueueHub.Offices;

namespace QueueHub.UnitTests.Offices;

/// <summary>The shipped documents, to be broken in one place by a test.</summary>
internal static class SeedDocuments
{
    public static JsonObject Office(string slug = "seocho")
    {
        var office = Read($"seed/offices/{slug}.json");
        office.Remove("version");
        return office;
    }

    /// <summary>Every shipped document of one kind: the name of its file, and what is in it.</summary>
    public static IEnumerable<(string File, JsonObject Document)> All(string kind) =>
        typeof(IOffices).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"seed/{kind}/", StringComparison.Ordinal))
            .Select(name => (Path.GetFileNameWithoutExtension(name), Read(name)));

    public static JsonObject Form(string id = "resident-register") => Read($"seed/forms/{id}.json");

    private static JsonObject Read(string resource)
    {
        using var stream = typeof(IOffices).Assembly.GetManifestResourceStream(resource)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
