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
internal sealed partial class RowJson : JsonSerializerContext;
