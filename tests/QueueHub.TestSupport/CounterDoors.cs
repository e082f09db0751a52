using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;
using Xunit;

namespace QueueHub.TestSupport;

/// <summary>The clerk's commands through HTTP, as hardware call buttons and integrations give them.</summary>
public sealed class HttpDoor(HttpClient client, string office, string counter) : ICounterHub
{
    public Task<DeskBoard?> Attach(string office, string counter, string language) => throw new NotSupportedException("HTTP has no connection to attach.");
    public Task<DeskBoard?> Watch(string office) => throw new NotSupportedException("HTTP has no connection to watch with.");
    public Task<SubmissionView?> Submission(long ticket) => throw new NotSupportedException("Forms are read through the hub.");

    public Task<CommandReply> Open(OpenCounterRequest request) => PostAsync("open", request);
    public Task<CommandReply> Pause(PauseCounterRequest request) => PostAsync("pause", request);
    public Task<CommandReply> Close(CounterRequest request) => PostAsync("close", request);
    public Task<CommandReply> SetServices(ServicesRequest request) => PostAsync("services", request);
    public Task<CommandReply> CallNext(CallNextRequest request) => PostAsync("call-next", request);
    public Task<CommandReply> Call(CallTicketRequest request) => PostAsync("call", request);
    public Task<CommandReply> Recall(TicketRequest request) => PostAsync("recall", request);
    public Task<CommandReply> Start(TicketRequest request) => PostAsync("start", request);
    public Task<CommandReply> Complete(CompleteRequest request) => PostAsync("complete", request);
    public Task<CommandReply> NoShow(TicketRequest request) => PostAsync("no-show", request);
    public Task<CommandReply> Reinstate(TicketRequest request) => PostAsync("reinstate", request);
    public Task<CommandReply> Park(ParkRequest request) => PostAsync("park", request);
    public Task<CommandReply> Resume(TicketRequest request) => PostAsync("resume", request);
    public Task<CommandReply> Transfer(TransferRequest request) => PostAsync("transfer", request);
    public Task<CommandReply> Move(MoveRequest request) => PostAsync("move", request);
    public Task<CommandReply> Requeue(RequeueRequest request) => PostAsync("requeue", request);
    public Task<CommandReply> Cancel(TicketRequest request) => PostAsync("cancel", request);
    public Task<CommandReply> AttachForm(AttachFormRequest request) => PostAsync("attach-form", request);

    public async Task<long?> FindTicket(string code)
    {
        using var response = await client.PostAsJsonAsync($"/api/offices/{office}/tickets/find", new FindTicketRequest(code));
        return response.IsSuccessStatusCode ? (await response.Content.ReadFromJsonAsync<FoundTicket>())!.Ticket : null;
    }
    public Task<CommandReply> SetJourney(JourneyRequest request) => PostAsync("journey", request);
    public Task<CommandReply> AskCorrections(CorrectionsRequest request) => PostAsync("corrections", request);
    public Task<CommandReply> Undo(TicketRequest request) => PostAsync("undo", request);
    public Task<CommandReply> Warn(WarnRequest request) => PostAsync("warn", request);
    public Task<CommandReply> EndVisit(EndVisitRequest request) => PostAsync("end-visit", request);
    public Task<CommandReply> RaiseAlarm(CounterRequest request) => PostAsync("alarm", request);
    public Task<CommandReply> EndAlarm(AlarmRequest request) => PostAsync("alarm/end", request);
    public Task WritingAt(long ticket, string? field) => throw new NotSupportedException("Where somebody writes is told through the hub.");

    public async Task<FormEditReply> EditForm(EditFormRequest request)
    {
        using var response = await client.PostAsJsonAsync($"/api/offices/{office}/counters/{counter}/form", request);
        return response.StatusCode == HttpStatusCode.OK
            ? (await response.Content.ReadFromJsonAsync<FormEditReply>())!
            : new FormEditReply(await ProblemAsync(response), []);
    }

    private async Task<CommandReply> PostAsync<T>(string verb, T request)
    {
        using var response = await client.PostAsJsonAsync($"/api/offices/{office}/counters/{counter}/{verb}", request);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return (await response.Content.ReadFromJsonAsync<CommandReply>())!;
        }

        return new CommandReply(await ProblemAsync(response), 0);
    }

    private static async Task<CommandProblem> ProblemAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        return new CommandProblem(problem.GetProperty("code").GetString()!, problem.GetProperty("title").GetString()!);
    }
}

/// <summary>The same commands through the hub, as CounterClient gives them.</summary>
public sealed class HubDoor(HubConnection connection) : ICounterHub
{
    public Task<DeskBoard?> Attach(string office, string counter, string language) =>
        connection.InvokeAsync<DeskBoard?>(nameof(Attach), office, counter, language);

    public Task<DeskBoard?> Watch(string office) => connection.InvokeAsync<DeskBoard?>(nameof(Watch), office);
    public Task<SubmissionView?> Submission(long ticket) => connection.InvokeAsync<SubmissionView?>(nameof(Submission), ticket);
    public Task<FormEditReply> EditForm(EditFormRequest request) => connection.InvokeAsync<FormEditReply>(nameof(EditForm), request);
    public Task<CommandReply> Open(OpenCounterRequest request) => SendAsync(nameof(Open), request);
    public Task<CommandReply> Pause(PauseCounterRequest request) => SendAsync(nameof(Pause), request);
    public Task<CommandReply> Close(CounterRequest request) => SendAsync(nameof(Close), request);
    public Task<CommandReply> SetServices(ServicesRequest request) => SendAsync(nameof(SetServices), request);
    public Task<CommandReply> CallNext(CallNextRequest request) => SendAsync(nameof(CallNext), request);
    public Task<CommandReply> Call(CallTicketRequest request) => SendAsync(nameof(Call), request);
    public Task<CommandReply> Recall(TicketRequest request) => SendAsync(nameof(Recall), request);
    public Task<CommandReply> Start(TicketRequest request) => SendAsync(nameof(Start), request);
    public Task<CommandReply> Complete(CompleteRequest request) => SendAsync(nameof(Complete), request);
    public Task<CommandReply> NoShow(TicketRequest request) => SendAsync(nameof(NoShow), request);
    public Task<CommandReply> Reinstate(TicketRequest request) => SendAsync(nameof(Reinstate), request);
    public Task<CommandReply> Park(ParkRequest request) => SendAsync(nameof(Park), request);
    public Task<CommandReply> Resume(TicketRequest request) => SendAsync(nameof(Resume), request);
    public Task<CommandReply> Transfer(TransferRequest request) => SendAsync(nameof(Transfer), request);
    public Task<CommandReply> Move(MoveRequest request) => SendAsync(nameof(Move), request);
    public Task<CommandReply> Requeue(RequeueRequest request) => SendAsync(nameof(Requeue), request);
    public Task<CommandReply> Cancel(TicketRequest request) => SendAsync(nameof(Cancel), request);
    public Task<CommandReply> AttachForm(AttachFormRequest request) => SendAsync(nameof(AttachForm), request);
    public Task<long?> FindTicket(string code) => connection.InvokeAsync<long?>(nameof(FindTicket), code);
    public Task<CommandReply> SetJourney(JourneyRequest request) => SendAsync(nameof(SetJourney), request);
    public Task<CommandReply> AskCorrections(CorrectionsRequest request) => SendAsync(nameof(AskCorrections), request);
    public Task<CommandReply> Undo(TicketRequest request) => SendAsync(nameof(Undo), request);
    public Task<CommandReply> Warn(WarnRequest request) => SendAsync(nameof(Warn), request);
    public Task<CommandReply> EndVisit(EndVisitRequest request) => SendAsync(nameof(EndVisit), request);
    public Task<CommandReply> RaiseAlarm(CounterRequest request) => SendAsync(nameof(RaiseAlarm), request);
    public Task<CommandReply> EndAlarm(AlarmRequest request) => SendAsync(nameof(EndAlarm), request);
    public Task WritingAt(long ticket, string? field) => connection.SendAsync(nameof(WritingAt), ticket, field);

    private Task<CommandReply> SendAsync<T>(string method, T request) => connection.InvokeAsync<CommandReply>(method, request);
}
