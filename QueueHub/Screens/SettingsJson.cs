using System.Text.Json;
using System.Text.Json.Serialization;
using QueueHub.Contracts.Screens;

namespace QueueHub.Screens;

/// <summary>How a display's settings are stored. Pure.</summary>
internal static class SettingsJson
{
    public static string Write(DisplaySettings settings) => JsonSerializer.Serialize(settings, StoredSettingsJson.Default.DisplaySettings);

    /// <summary>What was stored of a screen of this kind: null for a panel, which has none.</summary>
    public static DisplaySettings? Of(string kind, string? stored) =>
        ScreenKinds.Of(kind) == ScreenKind.Panel ? null : stored is null ? DisplaySettings.Usual : Read(stored);

    // A later build may have written what this one does not know: a wall that shows its office as usual is better than a list that nobody can read.
    private static DisplaySettings Read(string stored)
    {
        try
        {
            return JsonSerializer.Deserialize(stored, StoredSettingsJson.Default.DisplaySettings) ?? DisplaySettings.Usual;
        }
        catch (JsonException)
        {
            return DisplaySettings.Usual;
        }
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DisplaySettings))]
internal sealed partial class StoredSettingsJson : JsonSerializerContext;
