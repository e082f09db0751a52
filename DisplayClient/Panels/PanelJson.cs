using System.Text.Json;
using System.Text.Json.Serialization;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;

namespace DisplayClient.Panels;

/// <summary>Serializers made at build time, as for the board.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PanelBoard))]
[JsonSerializable(typeof(SubmissionView))]
[JsonSerializable(typeof(EditFormRequest))]
[JsonSerializable(typeof(FormEditReply))]
[JsonSerializable(typeof(SignRequest))]
[JsonSerializable(typeof(CommandReply))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, int>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(bool))]
internal sealed partial class PanelJson : JsonSerializerContext;
