using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;
using QueueHub.Protection.Alarms;
using QueueHub.Staff;
using QueueHub.Staff.Policies;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Commands.Counter;
using QueueHub.Tickets.Doors;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Counters;

/// <summary>The clerks' consoles. Each method is a thin door to the command of its name; the connection remembers only where it is attached.</summary>
public sealed class CounterHub(CounterDoor door, CounterWatchers watchers, Presence presence, AlarmWatchers alarms, IServiceProvider services)
    : Hub<ICounterClient>, ICounterHub
{
    private const string Attachment = "attachment";
    private const string Writing = "writing";
    private const string NoCounter = "";

    public Task<DeskBoard?> Attach(string office, string counter, string language)
    {
        var place = new Place(office ?? "", counter ?? "", language ?? "");
        if (door.SeatOf(Context.User!, place.Office, place.Counter, place.Language).Seat is null)
        {
            return Task.FromResult<DeskBoard?>(null);
        }

        Context.Items[StaffHandler.OfficeItem] = place.Office;

        // A node that has only just started knows the office but has not read it yet: "unknown" would send the clerk away from the desk.
        Context.Items[Attachment] = place;
        alarms.Attach(Context, place.Office, place.Counter);
        return Task.FromResult<DeskBoard?>(watchers.Attach(Context, place.Office, place.Counter) ?? throw new HubException(ProblemCodes.Unavailable));
    }

    public Task<DeskBoard?> Watch(string office)
    {
        if (!StaffAccess.May(Context.User!, office ?? "", StaffRole.Clerk))
        {
            return Task.FromResult<DeskBoard?>(null);
        }

        Context.Items[StaffHandler.OfficeItem] = office;
        Context.Items.Remove(Attachment);
        alarms.Attach(Context, office!, NoCounter);
        return Task.FromResult<DeskBoard?>(watchers.Attach(Context, office!, NoCounter) ?? throw new HubException(ProblemCodes.Unavailable));
    }

    public Task<CommandReply> Open(OpenCounterRequest request) => RunAsync<OpenCounter, OpenCounterRequest>(request);
    public Task<CommandReply> Pause(PauseCounterRequest request) => RunAsync<PauseCounter, PauseCounterRequest>(request);
    public Task<CommandReply> Close(CounterRequest request) => RunAsync<CloseCounter, CounterRequest>(request);
    public Task<CommandReply> SetServices(ServicesRequest request) => RunAsync<SetServices, ServicesRequest>(request);
    public Task<CommandReply> CallNext(CallNextRequest request) => RunAsync<CallNext, CallNextRequest>(request);
    public Task<CommandReply> Call(CallTicketRequest request) => RunAsync<CallTicket, CallTicketRequest>(request);
    public Task<CommandReply> Recall(TicketRequest request) => RunAsync<Recall, TicketRequest>(request);
    public Task<CommandReply> Start(TicketRequest request) => RunAsync<StartService, TicketRequest>(request);
    public Task<CommandReply> Complete(CompleteRequest request) => RunAsync<Complete, CompleteRequest>(request);
    public Task<CommandReply> NoShow(TicketRequest request) => RunAsync<NoShow, TicketRequest>(request);
    public Task<CommandReply> Reinstate(TicketRequest request) => RunAsync<Reinstate, TicketRequest>(request);
    public Task<CommandReply> Park(ParkRequest request) => RunAsync<Park, ParkRequest>(request);
    public Task<CommandReply> Resume(TicketRequest request) => RunAsync<Resume, TicketRequest>(request);
    public Task<CommandReply> Transfer(TransferRequest request) => RunAsync<Transfer, TransferRequest>(request);
    public Task<CommandReply> Move(MoveRequest request) => RunAsync<Move, MoveRequest>(request);
    public Task<CommandReply> Requeue(RequeueRequest request) => RunAsync<Requeue, RequeueRequest>(request);
    public Task<CommandReply> Cancel(TicketRequest request) => RunAsync<CancelAtCounter, TicketRequest>(request);
    public Task<CommandReply> AttachForm(AttachFormRequest request) => RunAsync<AttachForm, AttachFormRequest>(request);
    public Task<CommandReply> SetJourney(JourneyRequest request) => RunAsync<SetJourney, JourneyRequest>(request);
    public Task<CommandReply> AskCorrections(CorrectionsRequest request) => RunAsync<AskCorrections, CorrectionsRequest>(request);
    public Task<CommandReply> Warn(WarnRequest request) => RunAsync<Warn, WarnRequest>(request);
    public Task<CommandReply> EndVisit(EndVisitRequest request) => RunAsync<EndVisit, EndVisitRequest>(request);
    public Task<CommandReply> RaiseAlarm(CounterRequest request) => RunAsync<RaiseAlarm, CounterRequest>(request);
    public Task<CommandReply> EndAlarm(AlarmRequest request) => RunAsync<EndAlarm, AlarmRequest>(request);
    public Task<CommandReply> Undo(TicketRequest request) => RunAsync<Undo, TicketRequest>(request);

    public Task<SubmissionView?> Submission(long ticket) =>
        Context.Items[Attachment] is Place place && door.SeatOf(Context.User!, place.Office, place.Counter, place.Language).Seat is { } seat
            ? door.SubmissionAsync(seat, ticket)
            : Task.FromResult<SubmissionView?>(null);

    public Task<FormEditReply> EditForm(EditFormRequest request)
    {
        var place = Attached;
        return door.EditFormAsync(Context.User!, place.Office, place.Counter, place.Language, request);
    }

    public Task WritingAt(long ticket, string? field)
    {
        if (Context.Items[Attachment] is not Place place
            || door.SeatOf(Context.User!, place.Office, place.Counter, place.Language).Seat is not { } seat
            || !door.Holds(seat, ticket))
        {
            return Task.CompletedTask;
        }

        Context.Items[Writing] = field is null ? null : new PresenceBell(ticket, Panel: false);
        return presence.SayAsync(seat.Office.Slug, seat.Counter.Id, new PresenceBell(ticket, Panel: false, field));
    }

    public Task<long?> FindTicket(string code) =>
        Task.FromResult(Context.Items[Attachment] is Place place ? door.FindTicket(Context.User!, place.Office, code).Ticket : null);

    public override async Task OnConnectedAsync()
    {
        watchers.Connected(Context);
        await base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        watchers.Leave(Context);
        alarms.Leave(Context);
        if (Context.Items[Attachment] is Place place && Context.Items[Writing] is PresenceBell gone)
        {
            await presence.SayAsync(place.Office, place.Counter, gone);
        }

        await base.OnDisconnectedAsync(exception);
    }

    private Place Attached => Context.Items[Attachment] as Place ?? new Place("", "", "");

    private Task<CommandReply> RunAsync<TCommand, TRequest>(TRequest request)
        where TCommand : CounterCommand<TRequest>
        where TRequest : ICommandRequest
    {
        var place = Attached;
        return door.ReplyAsync(services.GetRequiredService<TCommand>(), Context.User!, place.Office, place.Counter, place.Language, request);
    }

    private sealed record Place(string Office, string Counter, string Language);
}
