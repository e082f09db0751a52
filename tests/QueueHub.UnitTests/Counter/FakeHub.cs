using CounterClient;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;

namespace QueueHub.UnitTests.Counter;

/// <summary>A counter hub that answers as told and remembers what was asked.</summary>
internal sealed class FakeHub : ICounterHub
{
    public List<(string Method, string RequestId)> Asked { get; } = [];

    /// <summary>Bodies of the commands that protect a clerk.</summary>
    public List<ICommandRequest> Given { get; } = [];

    public Func<string, Task<CommandReply>> Answer { get; set; } = _ => Task.FromResult(new CommandReply(null, 1));

    public Func<long, Task<SubmissionView?>> Form { get; set; } = _ => Task.FromResult<SubmissionView?>(null);

    public Task<DeskBoard?> Attach(string office, string counter, string language) => Task.FromResult<DeskBoard?>(null);
    public Task<CommandReply> Open(OpenCounterRequest request) => Ask(nameof(Open), request.RequestId);
    public Task<CommandReply> Pause(PauseCounterRequest request) => Give(nameof(Pause), request);
    public Task<CommandReply> Close(CounterRequest request) => Ask(nameof(Close), request.RequestId);
    public Task<DeskBoard?> Watch(string office) => Task.FromResult<DeskBoard?>(null);
    public Task<CommandReply> SetServices(ServicesRequest request) => Ask(nameof(SetServices), request.RequestId);
    public Task<CommandReply> CallNext(CallNextRequest request) => Ask(nameof(CallNext), request.RequestId);
    public Task<CommandReply> Call(CallTicketRequest request) => Ask(nameof(Call), request.RequestId);
    public Task<CommandReply> Recall(TicketRequest request) => Ask(nameof(Recall), request.RequestId);
    public Task<CommandReply> Start(TicketRequest request) => Ask(nameof(Start), request.RequestId);
    public Task<CommandReply> Complete(CompleteRequest request) => Ask(nameof(Complete), request.RequestId);
    public Task<CommandReply> NoShow(TicketRequest request) => Ask(nameof(NoShow), request.RequestId);
    public Task<CommandReply> Reinstate(TicketRequest request) => Ask(nameof(Reinstate), request.RequestId);
    public Task<CommandReply> Park(ParkRequest request) => Ask(nameof(Park), request.RequestId);
    public Task<CommandReply> Resume(TicketRequest request) => Ask(nameof(Resume), request.RequestId);
    public Task<CommandReply> Transfer(TransferRequest request) => Ask(nameof(Transfer), request.RequestId);
    public Task<CommandReply> Move(MoveRequest request) => Ask(nameof(Move), request.RequestId);
    public Task<CommandReply> Requeue(RequeueRequest request) => Ask(nameof(Requeue), request.RequestId);
    public Task<CommandReply> Cancel(TicketRequest request) => Ask(nameof(Cancel), request.RequestId);
    public Task<CommandReply> AttachForm(AttachFormRequest request) => Ask(nameof(AttachForm), request.RequestId);
    public List<(long Ticket, string? Field)> WrittenAt { get; } = [];

    public Task WritingAt(long ticket, string? field)
    {
        WrittenAt.Add((ticket, field));
        return Task.CompletedTask;
    }

    public Task<long?> FindTicket(string code) => Task.FromResult<long?>(null);
    public Task<CommandReply> SetJourney(JourneyRequest request) => Ask(nameof(SetJourney), request.RequestId);
    public Task<CommandReply> AskCorrections(CorrectionsRequest request) => Ask(nameof(AskCorrections), request.RequestId);
    public Task<CommandReply> Warn(WarnRequest request) => Give(nameof(Warn), request);
    public Task<CommandReply> EndVisit(EndVisitRequest request) => Give(nameof(EndVisit), request);
    public Task<CommandReply> RaiseAlarm(CounterRequest request) => Give(nameof(RaiseAlarm), request);
    public Task<CommandReply> EndAlarm(AlarmRequest request) => Give(nameof(EndAlarm), request);
    public Task<CommandReply> Undo(TicketRequest request) => Ask(nameof(Undo), request.RequestId);
    public Task<SubmissionView?> Submission(long ticket) => Form(ticket);
    public Func<EditFormRequest, Task<FormEditReply>> Edit { get; set; } = _ => Task.FromResult(new FormEditReply(null, []));
    public Task<FormEditReply> EditForm(EditFormRequest request) => Edit(request);

    private Task<CommandReply> Give(string method, ICommandRequest request)
    {
        Given.Add(request);
        return Ask(method, request.RequestId);
    }

    private Task<CommandReply> Ask(string method, string requestId)
    {
        Asked.Add((method, requestId));
        return Answer(method);
    }
}

/// <summary>A link over a <see cref="FakeHub"/> that a test cuts and mends.</summary>
internal sealed class FakeLink : IDeskLink
{
    private TaskCompletionSource<ICounterHub> _attached = new();

    public FakeLink(FakeHub hub) => (Hub, State) = (hub, new LinkState(LinkPhase.Up));

    public FakeHub Hub { get; }
    public LinkState State { get; private set; }
    public int Suspected { get; private set; }

    public event Action<DeskBoard, bool>? Shown;
    public event Action<long>? FormChanged;
    public event Action<long, string?>? OtherMoved;
    public event Action<AlarmBoard>? AlarmsShown;
    public event Action? Changed;

    public void Ring(long ticket) => FormChanged?.Invoke(ticket);

    public void Move(long ticket, string? field) => OtherMoved?.Invoke(ticket, field);

    public void Alarm(AlarmBoard alarms) => AlarmsShown?.Invoke(alarms);

    public void Show(DeskBoard board, bool attached = false) => Shown?.Invoke(board, attached);

    public void Cut()
    {
        _attached = new();
        State = new LinkState(LinkPhase.Lost);
        Changed?.Invoke();
    }

    public void Mend()
    {
        State = new LinkState(LinkPhase.Up);
        _attached.TrySetResult(Hub);
        Changed?.Invoke();
    }

    public void End()
    {
        State = new LinkState(LinkPhase.SignedOut);
        _attached.TrySetCanceled();
        Changed?.Invoke();
    }

    public Task<ICounterHub> HubAsync(CancellationToken stop) =>
        State.Phase == LinkPhase.Up ? Task.FromResult<ICounterHub>(Hub) : _attached.Task.WaitAsync(stop);

    public void Suspect(ICounterHub hub) => Suspected++;

    public int TriedNow { get; private set; }

    public void TryNow() => TriedNow++;
}
