using CounterClient;
using QueueHub.Contracts;
using QueueHub.Contracts.Protection;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

public sealed class IncidentNotesTests : IDisposable
{
    private readonly FakeProtectionApi _api = new();
    private readonly IncidentNotes _notes;

    public IncidentNotesTests() => _notes = new IncidentNotes(_api, "seocho", "1", () => { });

    public void Dispose() => _notes.Dispose();

    [Fact]
    public async Task What_was_not_saved_says_why_and_is_saved_by_the_same_request_later()
    {
        Assert.False(await _notes.ReportAsync("r1", 7, IncidentKind.Abuse, "욕설"));
        Assert.True(_notes.Problem?.IsOpen);

        _api.Record = () => Task.FromResult<DoorAnswer<Incident>>(new(Incident("t7")));
        Assert.True(await _notes.ReportAsync("r1", 7, IncidentKind.Abuse, "욕설"));

        Assert.Null(_notes.Problem);
        Assert.Equal([("r1", "1 7 abuse 욕설"), ("r1", "1 7 abuse 욕설")], _api.Written);
    }

    [Fact]
    public async Task A_second_press_while_one_is_under_way_writes_nothing()
    {
        var slow = new TaskCompletionSource<DoorAnswer<Incident>>();
        _api.Record = () => slow.Task;

        var first = _notes.ReportAsync("r1", null, IncidentKind.Other, "");
        Assert.True(_notes.Busy);
        Assert.False(await _notes.ReportAsync("r2", null, IncidentKind.Other, ""));
        slow.SetResult(new(Incident("r1")));

        Assert.True(await first);
        Assert.Single(_api.Written);
    }

    [Fact]
    public async Task The_list_grows_by_pages_and_shows_a_note_where_it_was_added()
    {
        _api.Page = before => before is null ? new(new IncidentPage([Incident("t9"), Incident("t8")], 5)) : new(new IncidentPage([Incident("t8"), Incident("t7")], null));
        await _notes.ReadAsync();
        Assert.True(_notes.More);
        await _notes.ReadMoreAsync();
        Assert.Equal(["t9", "t8", "t7"], _notes.Incidents!.Select(incident => incident.Id));
        Assert.False(_notes.More);

        _api.Record = () => Task.FromResult<DoorAnswer<Incident>>(new(Incident("t8") with { Kind = IncidentKind.Threat }));
        Assert.True(await _notes.NoteAsync("n1", "t8", "더 있었던 일"));

        Assert.Equal(IncidentKind.Threat, _notes.Incidents![1].Kind);
        Assert.Equal(("n1", "t8 더 있었던 일"), _api.Written[^1]);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_leaves_what_was_read()
    {
        _api.Page = _ => new(new IncidentPage([Incident("t9")], null));
        await _notes.ReadAsync();
        _api.Page = _ => new(null, new(ProblemCodes.Unavailable));
        await _notes.ReadAsync();

        Assert.Single(_notes.Incidents!);
        Assert.Equal(ProblemCodes.Unavailable, _notes.Problem?.Code);
    }

    private static Incident Incident(string id) => new(id, "2026-03-02", "1", 7, Me, "김서초", null, []);
}
