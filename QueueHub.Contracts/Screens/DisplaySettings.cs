using System.Text.Json.Serialization;

namespace QueueHub.Contracts.Screens;

/// <summary>How a lobby display shows its office.</summary>
/// <param name="Zone">Only the counters of this zone; null: of the whole office.</param>
/// <param name="Notices">Texts, pictures and videos of the office stand beside the calls.</param>
/// <param name="Light">Dark letters on light ground, for a bright hall.</param>
/// <param name="Sound">Calls are announced here.</param>
public sealed record DisplaySettings(
    DisplayLayout Layout = DisplayLayout.Auto, string? Zone = null, bool Notices = false, bool Light = false, bool Sound = true)
{
    /// <summary>What a display does that nobody has told anything.</summary>
    public static readonly DisplaySettings Usual = new();
}

/// <summary>How the board is laid out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DisplayLayout>))]
public enum DisplayLayout
{
    /// <summary>By the screen's shape: landscape or portrait.</summary>
    [JsonStringEnumMemberName("auto")] Auto,

    /// <summary>Wide, read from ten metres on 55 inches.</summary>
    [JsonStringEnumMemberName("landscape")] Landscape,

    /// <summary>Tall, read from ten metres on 55 inches.</summary>
    [JsonStringEnumMemberName("portrait")] Portrait,

    /// <summary>Wide and large, such as 110 inches: more at once, in letters of the same height on the wall.</summary>
    [JsonStringEnumMemberName("wall")] Wall,
}

/// <summary>A part of the office that a display may be confined to.</summary>
public sealed record ScreenZone(string Id, LocalText Name);
