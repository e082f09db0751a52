using System.Text.Json;
using System.Text.Json.Serialization;
using QueueHub.Platform;

namespace QueueHub.Screens;

/// <summary>The paired screens as the node keeps them in its data folder, hashes only: they go on working when it starts while Postgres is down.</summary>
internal static class KeptScreens
{
    private const string FileName = "screens.json";

    /// <summary>Writes the file; only this node's user may read it.</summary>
    public static void Save(string folder, IReadOnlyList<PairedRow> screens) =>
        PrivateFile.Write(Path.Combine(folder, FileName), JsonSerializer.Serialize(screens, KeptScreensJson.Default.IReadOnlyListPairedRow));

    /// <summary>Reads the file; null when there is none or it is damaged.</summary>
    public static IReadOnlyList<PairedRow>? Load(string folder, Action<string> complain)
    {
        if (PrivateFile.Read(Path.Combine(folder, FileName)) is not { } json)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, KeptScreensJson.Default.IReadOnlyListPairedRow);
        }
        catch (JsonException error)
        {
            complain(error.Message);
            return null;
        }
    }
}

/// <summary>The JSON of the kept screens.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<PairedRow>))]
internal sealed partial class KeptScreensJson : JsonSerializerContext;
