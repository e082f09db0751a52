using System.Text.Json;
using System.Text.Json.Serialization;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Offices;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>Everything that travels, described at build time: reflection over a board of a hundred tickets is slow in WebAssembly.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DeskBoard))]
[JsonSerializable(typeof(CommandReply))]
[JsonSerializable(typeof(SubmissionView))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, int>))]
[JsonSerializable(typeof(EditFormRequest))]
[JsonSerializable(typeof(FormEditReply))]
[JsonSerializable(typeof(OpenCounterRequest))]
[JsonSerializable(typeof(PauseCounterRequest))]
[JsonSerializable(typeof(CounterRequest))]
[JsonSerializable(typeof(CallNextRequest))]
[JsonSerializable(typeof(ServicesRequest))]
[JsonSerializable(typeof(JourneyRequest))]
[JsonSerializable(typeof(CorrectionsRequest))]
[JsonSerializable(typeof(IssueRequest))]
[JsonSerializable(typeof(IssuedTicket))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(CallTicketRequest))]
[JsonSerializable(typeof(TicketRequest))]
[JsonSerializable(typeof(CompleteRequest))]
[JsonSerializable(typeof(ParkRequest))]
[JsonSerializable(typeof(TransferRequest))]
[JsonSerializable(typeof(MoveRequest))]
[JsonSerializable(typeof(AttachFormRequest))]
[JsonSerializable(typeof(long?))]
[JsonSerializable(typeof(IReadOnlyList<OfficeInfo>))]
[JsonSerializable(typeof(RequeueRequest))]
[JsonSerializable(typeof(WarnRequest))]
[JsonSerializable(typeof(EndVisitRequest))]
[JsonSerializable(typeof(AlarmRequest))]
[JsonSerializable(typeof(AlarmBoard))]
[JsonSerializable(typeof(RecoveryRoom))]
[JsonSerializable(typeof(RecoveryRequest))]
[JsonSerializable(typeof(IncidentRequest))]
[JsonSerializable(typeof(IncidentNoteRequest))]
[JsonSerializable(typeof(IncidentPage))]
[JsonSerializable(typeof(ChainCheck))]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SignedIn))]
[JsonSerializable(typeof(SignInOptions))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(DoorProblem))]
internal sealed partial class CounterJson : JsonSerializerContext;
