using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>The counter hub over one connection: each method by its own name, so that a rename breaks the build and not the desk.</summary>
internal sealed class CounterHubProxy(HubConnection connection) : ICounterHub
{
    public Task<DeskBoard?> Attach(string office, string counter, string language) =>
        connection.InvokeAsync<DeskBoard?>(nameof(Attach), office, counter, language);

    public Task<DeskBoard?> Watch(string office) => connection.InvokeAsync<DeskBoard?>(nameof(Watch), office);

    public Task<CommandReply> Open(OpenCounterRequest request) => Give(nameof(Open), request);
    public Task<CommandReply> Pause(PauseCounterRequest request) => Give(nameof(Pause), request);
    public Task<CommandReply> Close(CounterRequest request) => Give(nameof(Close), request);
    public Task<CommandReply> SetServices(ServicesRequest request) => Give(nameof(SetServices), request);
    public Task<CommandReply> CallNext(CallNextRequest request) => Give(nameof(CallNext), request);
    public Task<CommandReply> Call(CallTicketRequest request) => Give(nameof(Call), request);
    public Task<CommandReply> Recall(TicketRequest request) => Give(nameof(Recall), request);
    public Task<CommandReply> Start(TicketRequest request) => Give(nameof(Start), request);
    public Task<CommandReply> Complete(CompleteRequest request) => Give(nameof(Complete), request);
    public Task<CommandReply> NoShow(TicketRequest request) => Give(nameof(NoShow), request);
    public Task<CommandReply> Reinstate(TicketRequest request) => Give(nameof(Reinstate), request);
    public Task<CommandReply> Park(ParkRequest request) => Give(nameof(Park), request);
    public Task<CommandReply> Resume(TicketRequest request) => Give(nameof(Resume), request);
    public Task<CommandReply> Transfer(TransferRequest request) => Give(nameof(Transfer), request);
    public Task<CommandReply> Move(MoveRequest request) => Give(nameof(Move), request);
    public Task<CommandReply> Requeue(RequeueRequest request) => Give(nameof(Requeue), request);
    public Task<CommandReply> Cancel(TicketRequest request) => Give(nameof(Cancel), request);
    public Task<CommandReply> AttachForm(AttachFormRequest request) => Give(nameof(AttachForm), request);
    public Task<CommandReply> SetJourney(JourneyRequest request) => Give(nameof(SetJourney), request);
    public Task<CommandReply> AskCorrections(CorrectionsRequest request) => Give(nameof(AskCorrections), request);
    public Task<CommandReply> Warn(WarnRequest request) => Give(nameof(Warn), request);
    public Task<CommandReply> EndVisit(EndVisitRequest request) => Give(nameof(EndVisit), request);
    public Task<CommandReply> RaiseAlarm(CounterRequest request) => Give(nameof(RaiseAlarm), request);
    public Task<CommandReply> EndAlarm(AlarmRequest request) => Give(nameof(EndAlarm), request);
    public Task<CommandReply> Undo(TicketRequest request) => Give(nameof(Undo), request);

    public Task<FormEditReply> EditForm(EditFormRequest request) => connection.InvokeAsync<FormEditReply>(nameof(EditForm), request);
    public Task<SubmissionView?> Submission(long ticket) => connection.InvokeAsync<SubmissionView?>(nameof(Submission), ticket);
    public Task WritingAt(long ticket, string? field) => connection.SendAsync(nameof(WritingAt), ticket, field);
    public Task<long?> FindTicket(string code) => connection.InvokeAsync<long?>(nameof(FindTicket), code);

    private Task<CommandReply> Give<T>(string method, T request) => connection.InvokeAsync<CommandReply>(method, request);
}
