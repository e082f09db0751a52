using CounterClient;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;

namespace QueueHub.UnitTests.Counter;

/// <summary>A server of the room that answers as told and remembers what was ordered.</summary>
internal sealed class FakeRoomApi : IRoomApi
{
    public List<(RoomOrder Order, string RequestId)> Ordered { get; } = [];

    public Func<int, RoomAnswer<CommandReply>> Answer { get; set; } = _ => new(new CommandReply(null, 1), null);

    public List<LedgerEntry> Ledger { get; } = [];

    public int LedgerReads { get; private set; }

    public Task<RoomAnswer<RoomList>> RoomsAsync(CancellationToken stop) => throw new NotSupportedException();

    public Task<RoomAnswer<List<Colleague>>> StaffAsync(string office, CancellationToken stop) => throw new NotSupportedException();

    public Task<RoomAnswer<List<LedgerEntry>>> LedgerAsync(string office, string day, CancellationToken stop)
    {
        Assert.Equal(("seocho", "2026-03-02"), (office, day));
        LedgerReads++;
        return Task.FromResult(new RoomAnswer<List<LedgerEntry>>([.. Ledger], null));
    }

    public List<Incident> Incidents { get; } = [];

    public List<(object Request, string RequestId)> Written { get; } = [];

    public Func<int, RoomAnswer<Incident>> Writes { get; set; } = _ => throw new NotSupportedException();

    public RoomAnswer<RecoveryRoom> Recovery { get; set; } = new(new RecoveryRoom(null, null, []), null);

    public Task<RoomAnswer<IncidentPage>> IncidentsAsync(string office, long? before, CancellationToken stop) =>
        Task.FromResult(new RoomAnswer<IncidentPage>(new IncidentPage([.. Incidents], null), null));

    public Task<RoomAnswer<Incident>> ReportAsync(string office, IncidentRequest request, string language, CancellationToken stop)
    {
        Written.Add((request, request.RequestId));
        return Task.FromResult(Writes(Written.Count));
    }

    public Task<RoomAnswer<Incident>> NoteAsync(string office, string incident, IncidentNoteRequest request, string language, CancellationToken stop)
    {
        Written.Add((request, request.RequestId));
        return Task.FromResult(Writes(Written.Count));
    }

    public Task<RoomAnswer<ChainCheck>> CheckIncidentsAsync(string office, CancellationToken stop) =>
        Task.FromResult(new RoomAnswer<ChainCheck>(new ChainCheck(true, null, 0, Incidents.Count, "ab"), null));

    public Task<RoomAnswer<RecoveryRoom>> RecoveryAsync(string office, CancellationToken stop) => Task.FromResult(Recovery);

    public Task<RoomAnswer<RecoveryRoom>> EndRecoveryAsync(string office, string booking, string language, CancellationToken stop) => Task.FromResult(Recovery);

    public Task<RoomAnswer<CommandReply>> SendAsync(string office, RoomOrder order, string requestId, string language, CancellationToken stop)
    {
        Ordered.Add((order, requestId));
        return Task.FromResult(Answer(Ordered.Count));
    }
}
