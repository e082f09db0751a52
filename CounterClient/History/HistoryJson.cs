using System.Text.Json;
using System.Text.Json.Serialization;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>What travels between the statistics page and the server, described at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FiguresTable))]
[JsonSerializable(typeof(ArrivalsWeek))]
[JsonSerializable(typeof(StaffingAdvice))]
[JsonSerializable(typeof(List<VisitComment>))]
[JsonSerializable(typeof(PaperFactors))]
[JsonSerializable(typeof(DoorProblem))]
internal sealed partial class HistoryJson : JsonSerializerContext;
