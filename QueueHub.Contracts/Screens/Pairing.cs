using System.Text.Json.Serialization;

namespace QueueHub.Contracts.Screens;

/// <summary>A screen asks to be paired.</summary>
/// <param name="Version">Of the page that asks.</param>
public sealed record PairingRequest([property: JsonRequired] ScreenKind Kind, string Version);

/// <summary>What a screen shows while it waits for somebody who says where it stands.</summary>
/// <param name="UserCode">As it is shown and typed: XXXX-XXXX.</param>
/// <param name="DeviceCode">What the screen asks with. It is shown to nobody.</param>
/// <param name="VerificationUrl">Where a supervisor confirms it.</param>
/// <param name="QrPath">A picture of that address, with the code in it.</param>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="Interval">Seconds between two questions, at least.</param>
public sealed record PairingCode(string UserCode, string DeviceCode, string VerificationUrl, string QrPath, int ExpiresIn, int Interval);

/// <summary>A screen asks whether it has been paired.</summary>
public sealed record PairingQuestion(string DeviceCode);

/// <summary>What became of a pairing.</summary>
/// <param name="Interval">Seconds until the next question, at least.</param>
/// <param name="Place">Where the screen stands, once it is paired.</param>
public sealed record PairingAnswer(PairingState State, int Interval, ScreenPlace? Place = null);

/// <summary>How far a pairing is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PairingState>))]
public enum PairingState
{
    /// <summary>Nobody has confirmed it yet.</summary>
    [JsonStringEnumMemberName("pending")] Pending,

    /// <summary>Nor that, and the screen asks too often.</summary>
    [JsonStringEnumMemberName("slow_down")] SlowDown,

    /// <summary>The code is good for nothing any more: ask for another.</summary>
    [JsonStringEnumMemberName("expired")] Expired,

    /// <summary>Paired: the answer carries the cookie.</summary>
    [JsonStringEnumMemberName("paired")] Paired,
}

/// <summary>Where a paired screen stands.</summary>
/// <param name="Id">Names the screen in the office's list.</param>
/// <param name="Office">Slug.</param>
/// <param name="Place">Of a panel: its counter. Of a display: empty.</param>
/// <param name="Name">What people call the place.</param>
/// <param name="Settings">Of a display: how it shows its office.</param>
public sealed record ScreenPlace(string Id, ScreenKind Kind, string Office, string Place, string Name, DisplaySettings? Settings = null);
