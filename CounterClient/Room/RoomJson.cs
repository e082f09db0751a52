using System.Text.Json;
using System.Text.Json.Serialization;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Screens;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>What travels between the room and the server over HTTP, described at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RoomList))]
[JsonSerializable(typeof(List<Colleague>))]
[JsonSerializable(typeof(List<LedgerEntry>))]
[JsonSerializable(typeof(CommandReply))]
[JsonSerializable(typeof(OpenCounterRequest))]
[JsonSerializable(typeof(PauseCounterRequest))]
[JsonSerializable(typeof(CounterRequest))]
[JsonSerializable(typeof(ServicesRequest))]
[JsonSerializable(typeof(TicketRequest))]
[JsonSerializable(typeof(CompleteRequest))]
[JsonSerializable(typeof(ParkRequest))]
[JsonSerializable(typeof(NoticeRequest))]
[JsonSerializable(typeof(AlarmRequest))]
[JsonSerializable(typeof(AlarmAnswerRequest))]
[JsonSerializable(typeof(ScreenList))]
[JsonSerializable(typeof(AskingScreen))]
[JsonSerializable(typeof(FindPairingRequest))]
[JsonSerializable(typeof(ConfirmPairingRequest))]
[JsonSerializable(typeof(ConfirmedPairing))]
[JsonSerializable(typeof(DisplaySettings))]
[JsonSerializable(typeof(DoorProblem))]
internal sealed partial class RoomJson : JsonSerializerContext;
