using System.Text.Json;
using System.Text.Json.Serialization;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Pairing;

/// <summary>What travels while a screen is paired, described at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PairingRequest))]
[JsonSerializable(typeof(PairingCode))]
[JsonSerializable(typeof(PairingQuestion))]
[JsonSerializable(typeof(PairingAnswer))]
[JsonSerializable(typeof(ScreenPlace))]
[JsonSerializable(typeof(PairingProblem))]
internal sealed partial class PairingJson : JsonSerializerContext;

/// <summary>Problem details, as far as a screen reads them.</summary>
internal sealed record PairingProblem(string? Code);
