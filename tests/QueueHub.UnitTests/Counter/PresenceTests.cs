using CounterClient;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.UnitTests.Forms;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

/// <summary>Where clerk and citizen are on the form that both have before them.</summary>
public sealed class PresenceTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(Noon);
    private readonly FakeHub _hub = new();
    private readonly FakeLink _link;
    private readonly DeskSession _session;

    public PresenceTests()
    {
        _hub.Form = _ => Task.FromResult<SubmissionView?>(SampleForm.View(("name", ["홍길동"])));
        _link = new FakeLink(_hub);
        _session = new DeskSession(_link, Me, "1", _time, RetryTimes.Default);
        _link.Show(Serving(1), attached: true);
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void The_other_side_is_told_which_field_is_open_and_when_it_is_left()
    {
        _session.Editor.Begin("name");
        _session.Editor.Begin("birth");
        _session.Editor.Leave("birth");
        _session.Editor.Leave("name");

        Assert.Equal([(7, "name"), (7, "birth"), (7, "name"), (7, null)], _hub.WrittenAt);
    }

    [Fact]
    public void Who_stays_at_a_field_says_so_again_and_after_a_lost_line_too()
    {
        _session.Editor.Begin("name");
        _time.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal(3, _hub.WrittenAt.Count);

        _link.Cut();
        _time.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal(3, _hub.WrittenAt.Count);
        _link.Mend();
        Assert.Equal(4, _hub.WrittenAt.Count);

        _session.Editor.Leave("name");
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(5, _hub.WrittenAt.Count);
    }

    [Fact]
    public void The_citizens_field_is_marked_until_nothing_is_heard_for_half_a_minute()
    {
        _link.Move(7, "birth");
        Assert.Equal("birth", _session.Presence.Other);
        _time.Advance(TimeSpan.FromSeconds(20));
        _link.Move(7, "birth");
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("birth", _session.Presence.Other);

        var told = 0;
        _session.Changed += () => told++;
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Null(_session.Presence.Other);
        Assert.Equal(1, told);
    }

    [Fact]
    public void What_is_heard_of_another_ticket_marks_nothing_and_the_mark_goes_with_its_ticket()
    {
        _link.Move(8, "birth");
        Assert.Null(_session.Presence.Other);

        _link.Move(7, "birth");
        _session.Editor.Begin("name");
        _link.Show(Board(version: 2));

        Assert.Null(_session.Presence.Other);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([(7, "name")], _hub.WrittenAt);
    }

    [Fact]
    public void A_signature_is_read_when_the_board_tells_of_it()
    {
        var signature = new FormSignature(SignatureKind.Confirmed, Noon, null, Valid: true);
        _hub.Form = _ => Task.FromResult<SubmissionView?>(SampleForm.View() with { Signature = signature });

        _link.Show(Serving(2));
        Assert.Null(_session.Form.View?.Signature);
        _link.Show(Serving(3, Noon));

        Assert.Equal(signature, _session.Form.View?.Signature);
    }

    private static DeskBoard Serving(long version, DateTimeOffset? signed = null) =>
        Board(version, first: Stand(ticket: Ticket(7, TicketState.Serving, formReady: true) with { SignedAt = signed }));
}
