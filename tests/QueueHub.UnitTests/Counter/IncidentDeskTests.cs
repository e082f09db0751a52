using CounterClient;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;
using QueueHub.TestSupport;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

/// <summary>The incident record and the recovery room before a supervisor.</summary>
public sealed class IncidentDeskTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(Noon);
    private readonly FakeRoomApi _api = new();
    private readonly IncidentDesk _desk;

    public IncidentDeskTests() => _desk = new IncidentDesk(_api, "seocho", _time);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_record_is_read_again_when_something_may_have_been_added_and_from_time_to_time()
    {
        _ = _desk.FollowAsync();
        Assert.Empty(_desk.Incidents!);

        _api.Incidents.Add(Incident("t7"));
        _desk.Look();
        await PassUntilAsync(() => _desk.Find("t7") is not null, TimeSpan.FromMilliseconds(100));

        _api.Incidents.Insert(0, Incident("a9"));
        await PassUntilAsync(() => _desk.Find("a9") is not null, TimeSpan.FromSeconds(10));
        Assert.Equal(["a9", "t7"], _desk.Incidents!.Select(incident => incident.Id));
    }

    [Fact]
    public async Task What_was_not_answered_keeps_its_request_id_until_something_else_is_written()
    {
        _api.Writes = attempt => attempt switch
        {
            1 => new(null, new(ProblemCodes.Unknown)),
            2 => new(Incident("r1"), null),
            _ => new(Incident("r2"), null),
        };

        Assert.False(await _desk.ReportAsync("1", null, IncidentKind.Threat, "메모"));
        Assert.True(_desk.Problem!.IsOpen);
        Assert.True(await _desk.ReportAsync("1", null, IncidentKind.Threat, "메모"));
        Assert.True(await _desk.ReportAsync("1", null, IncidentKind.Threat, "메모"));

        Assert.Equal(_api.Written[0].RequestId, _api.Written[1].RequestId);
        Assert.NotEqual(_api.Written[1].RequestId, _api.Written[2].RequestId);
        Assert.Equal(["r2", "r1"], _desk.Incidents!.Select(incident => incident.Id));
    }

    [Fact]
    public async Task A_note_takes_the_place_of_the_incident_as_it_was()
    {
        _api.Incidents.Add(Incident("t7"));
        _ = _desk.FollowAsync();
        _api.Writes = _ => new(Incident("t7") with { Kind = IncidentKind.Drunk }, null);

        Assert.True(await _desk.NoteAsync("t7", "술 냄새", IncidentKind.Drunk));

        Assert.Equal(IncidentKind.Drunk, Assert.Single(_desk.Incidents!).Kind);
        Assert.Equal(new IncidentNoteRequest(_api.Written[0].RequestId, "술 냄새", IncidentKind.Drunk), _api.Written[0].Request);
        await _desk.CheckAsync();
        Assert.True(_desk.Check!.Holds);
    }

    [Fact]
    public void A_recovery_pause_is_told_from_another_by_its_booking_alone()
    {
        using var watch = new RecoveryWatch(_api, "seocho", _time);
        _api.Recovery = new(new RecoveryRoom(new("아담소", "Adamso"), Noon.AddMinutes(20), [new("b", Noon, Noon.AddMinutes(20), "s1", "김서연", "1")]), null);
        _ = watch.FollowAsync();

        Assert.NotNull(watch.At(Stand(CounterState.Paused), Noon));
        Assert.Null(watch.At(Stand(CounterState.Open), Noon));
        Assert.Null(watch.At(Stand(CounterState.Paused), Noon.AddMinutes(21)));
        Assert.Null(watch.At(Stand(CounterState.Paused) with { Id = "2", Staff = "s2" }, Noon));
        Assert.NotNull(watch.At(Stand(CounterState.Paused) with { Id = "2", Staff = "s1" }, Noon));
    }

    private Task PassUntilAsync(Func<bool> condition, TimeSpan step) => Eventually.TrueAsync(
        () =>
        {
            _time.Advance(step);
            return condition();
        },
        "time has passed");

    private static DeskCounter Stand(CounterState state) => Boards.Stand(state: state, staff: "s1");

    private static Incident Incident(string id) => new(
        id, "2026-03-02", "1", 7, "s1", "김서연", null, [new(1, Noon, IncidentAction.Warned, "s1", "김서연", null, WarningKind.Time, "ab")]);
}
