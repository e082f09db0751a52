using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using QueueHub.Contracts.Forms;

namespace QueueHub.Offices.Documents;

/// <summary>The JSON of office documents and form templates: strict, so that a misspelt name is an error and not a silent default.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(OfficeDocument))]
[JsonSerializable(typeof(FormTemplate))]
[JsonSerializable(typeof(KeptConfiguration))]
internal sealed partial class DocumentJson : JsonSerializerContext
{
    /// <summary>Reads a document; on failure null and a complaint naming the place.</summary>
    public static T? Read<T>(string json, JsonTypeInfo<T> type, out string? complaint) where T : class
    {
        complaint = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (NullElement(document.RootElement, "$") is { } place)
            {
                complaint = $"{Named(place)}: must not be null";
                return null;
            }

            var value = document.Deserialize(type);
            complaint = value is null ? "document: must not be null" : null;
            return value;
        }
        catch (JsonException error)
        {
            complaint = $"{Named(error.Path)}: {error.Message.Split(" Path: ")[0]}";
            return null;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            // Half a surrogate pair, raw or escaped, also in a name.
            complaint = $"document: {error.Message}";
            return null;
        }
    }

    // Nullable annotations are checked for properties, but not for the elements of a list.
    private static string? NullElement(JsonElement element, string place) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .Select(property => NullElement(property.Value, $"{place}.{property.Name}")).FirstOrDefault(found => found is not null),
        JsonValueKind.Array => element.EnumerateArray()
            .Select((item, index) => item.ValueKind == JsonValueKind.Null ? $"{place}[{index}]" : NullElement(item, $"{place}[{index}]"))
            .FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string Named(string? path) => path is null or "$" ? "document" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;
}
