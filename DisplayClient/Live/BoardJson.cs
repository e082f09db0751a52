using System.Text.Json;
using System.Text.Json.Serialization;
using DisplayClient.Announcing;
using DisplayClient.Memory;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Live;

/// <summary>Serializers made at build time: a wall screen's small processor need not reflect.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Board))]
[JsonSerializable(typeof(KeptBoard))]
[JsonSerializable(typeof(HeardCall[]))]
[JsonSerializable(typeof(DisplaySettings))]
[JsonSerializable(typeof(string))]
internal sealed partial class BoardJson : JsonSerializerContext;
