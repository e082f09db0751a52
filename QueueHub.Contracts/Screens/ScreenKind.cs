using System.Text.Json.Serialization;

namespace QueueHub.Contracts.Screens;

/// <summary>What a paired screen is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScreenKind>))]
public enum ScreenKind
{
    /// <summary>A lobby display of an office.</summary>
    [JsonStringEnumMemberName("display")] Display,

    /// <summary>The panel at one counter, facing the citizen.</summary>
    [JsonStringEnumMemberName("panel")] Panel,
}
