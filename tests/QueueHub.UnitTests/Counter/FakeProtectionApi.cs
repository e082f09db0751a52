using CounterClient;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Protection;

namespace QueueHub.UnitTests.Counter;

/// <summary>Doors of the recovery room and the incident record that answer as told, and remember what was asked.</summary>
internal sealed class FakeProtectionApi : IProtectionApi
{
    public List<string> Asked { get; } = [];
    public List<RecoveryRequest> Booked { get; } = [];
    public List<(string RequestId, string Text)> Written { get; } = [];
    public Func<DoorAnswer<RecoveryRoom>> Room { get; set; } = () => new(null, new(ProblemCodes.UnknownRoom));
    public Func<DoorAnswer<RecoveryRoom>> Booking { get; set; } = () => new(null, new(ProblemCodes.RoomTaken, "다른 분이 쓰고 있습니다."));
    public Func<long?, DoorAnswer<IncidentPage>> Page { get; set; } = _ => new(new IncidentPage([], null));
    public Func<Task<DoorAnswer<Incident>>> Record { get; set; } = () => Task.FromResult<DoorAnswer<Incident>>(new(null, new(ProblemCodes.Unknown)));

    public Task<DoorAnswer<RecoveryRoom>> RoomAsync(string office, CancellationToken stop) => Ask("room", Room);

    public Task<DoorAnswer<RecoveryRoom>> BookAsync(string office, RecoveryRequest request, string language, CancellationToken stop)
    {
        Booked.Add(request);
        return Ask("book", Booking);
    }

    public Task<DoorAnswer<RecoveryRoom>> CancelAsync(string office, string booking, string language, CancellationToken stop) => Ask($"cancel {booking}", Room);

    public Task<DoorAnswer<IncidentPage>> IncidentsAsync(string office, long? before, CancellationToken stop) => Ask($"page {before}", () => Page(before));

    public Task<DoorAnswer<Incident>> ReportAsync(string office, IncidentRequest request, string language, CancellationToken stop)
    {
        Written.Add((request.RequestId, $"{request.Counter} {request.Ticket} {request.Kind} {request.Note}"));
        return Record();
    }

    public Task<DoorAnswer<Incident>> NoteAsync(string office, string incident, IncidentNoteRequest request, string language, CancellationToken stop)
    {
        Written.Add((request.RequestId, $"{incident} {request.Note}"));
        return Record();
    }

    public Task<DoorAnswer<ChainCheck>> CheckAsync(string office, CancellationToken stop) => throw new NotSupportedException();

    private Task<DoorAnswer<T>> Ask<T>(string what, Func<DoorAnswer<T>> answer)
        where T : class
    {
        Asked.Add(what);
        return Task.FromResult(answer());
    }
}
