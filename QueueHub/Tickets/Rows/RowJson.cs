using System.Text.Json;
using System.Text.Json.Serialization;

namespace QueueHub.Tickets.Rows;

/// <summary>The JSON of rows and events, as Lua's cjson writes it: camelCase, absent instead of null and instead of an empty list (cjson cannot tell one from an object).</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OfficeEvent))]
[JsonSerializable(typeof(TicketRow))]
[JsonSerializable(typeof(CounterRow))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, int>))]
[JsonSerializable(typeof(FormBell))]
[JsonSerializable(typeof(PresenceBell))]
[JsonSerializable(typeof(StoredSignature))]
[JsonSerializable(typeof(OfficeNotice))]
[JsonSerializable(typeof(TicketOrigin))]
[JsonSerializable(typeof(TicketExpectation))]
[JsonSerializable(typeof(IReadOnlyList<TicketRow>))]
[JsonSerializable(typeof(IReadOnlyList<CounterRow>))]
[JsonSerializable(typeof(IReadOnlyList<KnownEvent>))]
internal sealed partial class RowJson : JsonSerializerContext;

/// <summary>An event that is put back into the log as it was.</summary>
internal sealed record KnownEvent(long Version, string Event);
