using CounterClient;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;

namespace QueueHub.UnitTests.Counter;

/// <summary>A server of the room that answers as told and remembers what was ordered.</summary>
internal sealed class FakeRoomApi : IRoomApi, IProtectionApi
{
    public List<(RoomOrder Order, string RequestId)> Ordered { get; } = [];

    public Func<int, DoorAnswer<CommandReply>> Answer { get; set; } = _ => new(new CommandReply(null, 1), null);

    public List<LedgerEntry> Ledger { get; } = [];

    public int LedgerReads { get; private set; }

    public Task<DoorAnswer<RoomList>> RoomsAsync(CancellationToken stop) => throw new NotSupportedException();

    public Task<DoorAnswer<List<Colleague>>> StaffAsync(string office, CancellationToken stop) => throw new NotSupportedException();

    public Task<DoorAnswer<List<LedgerEntry>>> LedgerAsync(string office, string day, CancellationToken stop)
    {
        Assert.Equal(("seocho", "2026-03-02"), (office, day));
        LedgerReads++;
        return Task.FromResult(new DoorAnswer<List<LedgerEntry>>([.. Ledger], null));
    }

    public List<Incident> Incidents { get; } = [];

    public List<(object Request, string RequestId)> Written { get; } = [];

    public Func<int, DoorAnswer<Incident>> Writes { get; set; } = _ => throw new NotSupportedException();

    public DoorAnswer<RecoveryRoom> Recovery { get; set; } = new(new RecoveryRoom(null, null, []), null);

    public Task<DoorAnswer<IncidentPage>> IncidentsAsync(string office, long? before, CancellationToken stop) =>
        Task.FromResult(new DoorAnswer<IncidentPage>(new IncidentPage([.. Incidents], null), null));

    public Task<DoorAnswer<Incident>> ReportAsync(string office, IncidentRequest request, string language, CancellationToken stop)
    {
        Written.Add((request, request.RequestId));
        return Task.FromResult(Writes(Written.Count));
    }

    public Task<DoorAnswer<Incident>> NoteAsync(string office, string incident, IncidentNoteRequest request, string language, CancellationToken stop)
    {
        Written.Add((request, request.RequestId));
        return Task.FromResult(Writes(Written.Count));
    }

    public Task<DoorAnswer<ChainCheck>> CheckAsync(string office, CancellationToken stop) =>
        Task.FromResult(new DoorAnswer<ChainCheck>(new ChainCheck(true, null, 0, Incidents.Count, "ab"), null));

    public Task<DoorAnswer<RecoveryRoom>> RoomAsync(string office, CancellationToken stop) => Task.FromResult(Recovery);

    public Task<DoorAnswer<RecoveryRoom>> CancelAsync(string office, string booking, string language, CancellationToken stop) => Task.FromResult(Recovery);

    public Task<DoorAnswer<RecoveryRoom>> BookAsync(string office, RecoveryRequest request, string language, CancellationToken stop) => throw new NotSupportedException();

    public Task<DoorAnswer<CommandReply>> SendAsync(string office, RoomOrder order, string requestId, string language, CancellationToken stop)
    {
        Ordered.Add((order, requestId));
        return Task.FromResult(Answer(Ordered.Count));
    }
}
