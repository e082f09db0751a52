using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>What the room asks and orders over HTTP; never throws for what a network can cause.</summary>
public interface IRoomApi
{
    Task<DoorAnswer<RoomList>> RoomsAsync(CancellationToken stop);
    Task<DoorAnswer<List<Colleague>>> StaffAsync(string office, CancellationToken stop);

    /// <summary>The calls out of order of one business day, as yyyy-MM-dd.</summary>
    Task<DoorAnswer<List<LedgerEntry>>> LedgerAsync(string office, string day, CancellationToken stop);

    /// <summary>Sends a command once.</summary>
    Task<DoorAnswer<CommandReply>> SendAsync(string office, RoomOrder order, string requestId, string language, CancellationToken stop);
}

/// <inheritdoc cref="IRoomApi"/>
public sealed class RoomApi(HttpClient http, TimeProvider time) : IRoomApi
{
    private readonly JsonDoor _door = new(http, time, RoomJson.Default);

    public Task<DoorAnswer<RoomList>> RoomsAsync(CancellationToken stop) => _door.AskAsync<RoomList>(HttpMethod.Get, Routes.Rooms, null, stop);

    public Task<DoorAnswer<List<Colleague>>> StaffAsync(string office, CancellationToken stop) =>
        _door.AskAsync<List<Colleague>>(HttpMethod.Get, $"/api/offices/{Uri.EscapeDataString(office)}/staff", null, stop);

    public Task<DoorAnswer<List<LedgerEntry>>> LedgerAsync(string office, string day, CancellationToken stop) =>
        _door.AskAsync<List<LedgerEntry>>(HttpMethod.Get, $"/api/offices/{Uri.EscapeDataString(office)}/ledger?day={day}", null, stop);

    public Task<DoorAnswer<CommandReply>> SendAsync(string office, RoomOrder order, string requestId, string language, CancellationToken stop) =>
        _door.AskAsync<CommandReply>(
            HttpMethod.Post, $"/api/offices/{Uri.EscapeDataString(office)}/room/{order.Path}?lang={language}", order.Body(requestId), stop);
}
