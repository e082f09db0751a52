using CounterClient;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

/// <summary>A clerk leaves the counter to recover, and comes back.</summary>
public sealed class RecoveryBreakTests : IDisposable
{
    private static readonly LocalText Name = new("아담소", "Adamso");

    private readonly FakeTimeProvider _time = new(Noon);
    private readonly FakeHub _hub = new();
    private readonly FakeProtectionApi _api = new();
    private readonly DeskSession _session;
    private readonly RecoveryBreak _recovery;

    public RecoveryBreakTests()
    {
        var link = new FakeLink(_hub);
        _session = new DeskSession(link, Me, "1", _time, RetryTimes.Default);
        link.Show(Board(first: Stand(ticket: Ticket(7, TicketState.Serving))), attached: true);
        _recovery = new RecoveryBreak(_api, "seocho", "1", Me, _session.GiveAsync, () => _session.Clock.Now, () => { });
    }

    public void Dispose()
    {
        _recovery.Dispose();
        _session.Dispose();
    }

    [Fact]
    public async Task Leaving_is_a_pause_with_a_length_and_without_a_reason()
    {
        Assert.True(await _recovery.LeaveAsync(20, book: false));

        var pause = Assert.IsType<PauseCounterRequest>(Assert.Single(_hub.Given));
        Assert.Equal((20, null, true), (pause.Minutes, pause.Reason, pause.Leave));
        Assert.Empty(_api.Asked);
    }

    [Fact]
    public async Task The_room_is_booked_first_and_is_free_again_with_the_return()
    {
        var asked = 0;
        _api.Booking = () =>
        {
            asked = _hub.Given.Count;
            return new(Room(Booking("b1", Noon, Noon.AddMinutes(20))));
        };

        Assert.True(await _recovery.LeaveAsync(20, book: true));
        Assert.Equal(0, asked);
        Assert.Equal((20, 0, "1"), (_api.Booked[0].Minutes, _api.Booked[0].InMinutes, _api.Booked[0].Counter));
        Assert.Equal("b1", _recovery.Own?.Id);
        Assert.Null(_recovery.TakenUntil);

        _api.Room = () => new(Room());
        await _recovery.ReturnAsync();
        Assert.Equal(["book", "cancel b1"], _api.Asked);
        Assert.Null(_recovery.Own);
    }

    [Fact]
    public async Task A_taken_room_keeps_nobody_at_the_counter_and_is_told()
    {
        Assert.True(await _recovery.LeaveAsync(20, book: true));

        Assert.Equal((ProblemCodes.RoomTaken, "다른 분이 쓰고 있습니다."), (_recovery.Refused?.Code, _recovery.Refused?.Title));
        Assert.IsType<PauseCounterRequest>(Assert.Single(_hub.Given));

        await _recovery.ReturnAsync();
        Assert.Null(_recovery.Refused);
    }

    [Fact]
    public async Task A_booking_whose_answer_was_lost_is_asked_for_by_the_same_id()
    {
        _hub.Answer = _ => Task.FromResult(new CommandReply(new CommandProblem(ProblemCodes.CounterNotOpen, "Not open."), 0));
        _api.Booking = () => new(null, new(ProblemCodes.Unknown));
        Assert.False(await _recovery.LeaveAsync(20, book: true));
        Assert.False(await _recovery.LeaveAsync(20, book: true));
        _api.Booking = () => new(Room(Booking("b1", Noon, Noon.AddMinutes(20))));
        Assert.False(await _recovery.LeaveAsync(20, book: true));

        // The room is there by now: the next try books nothing more.
        Assert.False(await _recovery.LeaveAsync(20, book: true));
        Assert.Equal(3, _api.Booked.Count);
        Assert.Single(_api.Booked.Select(request => request.RequestId).Distinct());
    }

    [Fact]
    public async Task It_is_told_until_when_somebody_else_has_the_room_and_that_an_office_has_none()
    {
        _api.Room = () => new(Room() with { TakenUntil = Noon.AddMinutes(30) });
        await _recovery.ReadAsync();
        Assert.Equal(Noon.AddMinutes(30), _recovery.TakenUntil);
        _time.Advance(TimeSpan.FromMinutes(31));
        Assert.Null(_recovery.TakenUntil);

        _api.Room = () => new(null, new(ProblemCodes.Unknown));
        await _recovery.ReadAsync();
        Assert.True(_recovery.Unread);
        Assert.NotNull(_recovery.Room);

        _api.Room = () => new(new RecoveryRoom(null, null, []));
        await _recovery.ReadAsync();
        Assert.Null(_recovery.Room);
        Assert.False(_recovery.Unread);
    }

    [Fact]
    public async Task A_later_booking_stays_when_the_clerk_comes_back()
    {
        _api.Room = () => new(Room(Booking("later", Noon.AddHours(1), Noon.AddHours(2))));
        await _recovery.ReadAsync();

        await _recovery.ReturnAsync();

        Assert.DoesNotContain("cancel later", _api.Asked);
    }

    [Fact]
    public async Task A_colleagues_booking_that_a_supervisor_sees_is_not_ones_own()
    {
        _api.Room = () => new(Room(Booking("b1", Noon, Noon.AddMinutes(20)) with { Staff = "lee" }) with { TakenUntil = Noon.AddMinutes(20) });
        await _recovery.ReadAsync();

        Assert.Null(_recovery.Own);
        Assert.Equal(Noon.AddMinutes(20), _recovery.TakenUntil);
    }

    private static RecoveryRoom Room(params RecoveryBooking[] bookings) => new(Name, null, bookings);

    private static RecoveryBooking Booking(string id, DateTimeOffset from, DateTimeOffset until) => new(id, from, until, Me, "김서초", "1");
}
