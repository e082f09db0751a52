using CounterClient;
using QueueHub.Contracts.Boards;
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

    public Task<RoomAnswer<CommandReply>> SendAsync(string office, RoomOrder order, string requestId, string language, CancellationToken stop)
    {
        Ordered.Add((order, requestId));
        return Task.FromResult(Answer(Ordered.Count));
    }
}
