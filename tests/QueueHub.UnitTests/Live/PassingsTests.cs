using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Boards;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

public class PassingsTests
{
    private const long Minute = 60_000;
    private readonly OfficeStory _story = new OfficeStory().Open("1", "resident").Open("2", "resident");

    private string? Told(long ordinal, double minutesLater = 0) =>
        new Passings(_story.State, DateTimeOffset.FromUnixTimeMilliseconds(_story.State.At).AddMinutes(minutesLater)).Of(_story.Ticket(ordinal));

    // Somebody takes a number now, and goes before others by the credit.
    private void Come(long ordinal, long credit = 0, Func<TicketRow, TicketRow>? change = null)
    {
        var now = _story.State.At + 1000;
        var row = new TicketRow(
            ordinal, (int)ordinal, "resident", ["resident"], 0, credit > 0 ? "priority" : "standard", credit, "phone", "ko", OfficeStory.Day, TicketState.Waiting,
            now - credit, now, now, 0, now, $"hash{ordinal}");
        _story.Happen(EventType.TicketIssued, change?.Invoke(row) ?? row);
    }

    private void Call(long ordinal, string counter = "1")
    {
        var (row, now) = (_story.Ticket(ordinal), _story.State.At + 1000);
        _story.Happen(EventType.TicketCalled,
            Called(row, counter) with { CalledAt = now, Since = now, Waited = row.Waited + now - row.Since },
            _story.State.Counters[counter] with { Ticket = ordinal });
    }

    private TicketRow Called(TicketRow row, string counter) =>
        row with { State = TicketState.Called, Counter = counter, CallId = _story.State.Version + 1, Calls = 1 };

    [Fact]
    public void A_call_in_turn_is_explained_to_nobody()
    {
        Come(1);
        Come(2);
        Come(3);
        Call(1);

        Assert.Null(Told(2));
        Assert.Null(Told(3));
    }

    [Fact]
    public void Somebody_with_priority_who_came_later_is_explained_for_a_few_minutes_to_those_who_came_earlier()
    {
        Come(1);
        Come(2, 20 * Minute);
        Come(3);
        Call(2);

        Assert.Equal(PassedReason.Priority, Told(1));
        Assert.Null(Told(3));
        Assert.Equal(PassedReason.Priority, Told(1, 2.5));
        Assert.Null(Told(1, 3.5));
    }

    [Fact]
    public void Somebody_from_another_counter_has_waited_already()
    {
        Come(1);
        Come(2, change: row => row with { Journey = ["passport", "resident"], Leg = 1, Score = row.Score - (10 * Minute) });
        Call(2);

        Assert.Equal(PassedReason.Onward, Told(1));
    }

    [Fact]
    public void Whom_a_clerk_calls_out_of_turn_is_the_clerks_to_answer_for()
    {
        Come(1);
        Come(2);
        Call(2);

        Assert.Equal(PassedReason.Clerk, Told(1));
    }

    [Fact]
    public void Who_was_set_aside_or_missed_the_call_is_back()
    {
        Come(1);
        Come(2, change: row => row with { Reinstated = 1 });
        Call(2);
        Assert.Equal(PassedReason.Back, Told(1));

        // Called and parked meanwhile: for that time nobody was waiting.
        Come(3, change: row => row with { Joined = row.Joined + Minute, Since = row.Since + (5 * Minute) });
        Come(4);
        _story.Happen(EventType.TicketParked, _story.Ticket(4) with { State = TicketState.Parked, Waited = 1000, Since = _story.State.At });
        for (var minute = 0; minute < 10; minute++)
        {
            _story.Happen(EventType.NoticeChanged);
        }

        _story.Happen(EventType.TicketCalled, Called(_story.Ticket(4), "2") with { CalledAt = _story.State.At + 1000 });
        Assert.Equal(PassedReason.Back, Told(1));
    }

    [Fact]
    public void Who_let_others_go_first_or_is_served_elsewhere_is_told_nothing()
    {
        Come(1, change: row => row with { Requeued = 1 });
        Come(2, change: row => row with { Service = "passport", Journey = ["passport"] });
        Come(3, 20 * Minute);
        Call(3);

        Assert.Null(Told(1));
        Assert.Null(Told(2));
    }

    [Fact]
    public void A_call_that_was_taken_back_passed_nobody()
    {
        Come(1);
        Come(2, 20 * Minute);
        Call(2);
        _story.Happen(EventType.CommandUndone, _story.Ticket(2) with { State = TicketState.Waiting, Counter = null, CallId = 0, Calls = 0, CalledAt = null },
            _story.State.Counters["1"] with { Ticket = null });

        Assert.Null(Told(1));
    }
}
