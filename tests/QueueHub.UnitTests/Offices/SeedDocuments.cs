using System.Text.Json.Nodes;
using QueueHub.Offices;

namespace QueueHub.UnitTests.Offices;

/// <summary>The shipped documents, to be broken in one place by a test.</summary>
internal static class SeedDocuments
{
    public static JsonObject Office()
    {
        var office = Read("seed/offices/seocho.json");
        office.Remove("version");
        return office;
    }

    public static JsonObject Form() => Read("seed/forms/resident-register.json");

    private static JsonObject Read(string resource)
    {
        using var stream = typeof(IOffices).Assembly.GetManifestResourceStream(resource)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
