using CounterClient;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.TestSupport;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

public sealed class RoomSessionTests : IDisposable
{
    private static readonly RoomOrder ClosesOne = new(RoomAction.Close, "1");

    private readonly FakeTimeProvider _time = new(Noon);
    private readonly FakeLink _link = new(new FakeHub());
    private readonly FakeRoomApi _api = new();
    private readonly RoomSession _session;

    public RoomSessionTests()
    {
        _session = new RoomSession(_link, _api, "seocho", _time);
        _link.Show(Board(version: 1), attached: true);
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Buttons_come_back_only_when_the_board_shows_what_was_done()
    {
        _api.Answer = _ => new(new CommandReply(null, 2), null);

        var giving = _session.GiveAsync(ClosesOne);
        Assert.Equal(ClosesOne, _session.InFlight);
        Assert.False(giving.IsCompleted);
        Assert.False(await _session.GiveAsync(new RoomOrder(RoomAction.Pause, "1")));
        _link.Show(Board(version: 2, first: Stand(state: CounterState.Closed, staff: null)));

        Assert.True(await giving);
        Assert.Null(_session.InFlight);
        Assert.Equal(ClosesOne, Assert.Single(_api.Ordered).Order);
    }

    [Fact]
    public async Task What_was_not_answered_is_sent_again_with_the_same_request_id()
    {
        _api.Answer = attempt => attempt < 3 ? new(null, new(ProblemCodes.Unknown)) : new(new CommandReply(null, 1), null);

        var giving = _session.GiveAsync(ClosesOne);
        await PassUntilAsync(() => giving.IsCompleted);

        Assert.True(await giving);
        Assert.Equal(3, _api.Ordered.Count);
        Assert.Single(_api.Ordered.Select(sent => sent.RequestId).Distinct());
    }

    [Fact]
    public async Task Without_any_answer_the_supervisor_may_repeat_the_same_request()
    {
        _api.Answer = _ => new(null, new(ProblemCodes.Unavailable, "지금은 안 됩니다."));
        var giving = _session.GiveAsync(ClosesOne);
        await PassUntilAsync(() => giving.IsCompleted);
        Assert.False(await giving);
        var failure = Assert.IsType<RoomFailure>(_session.Failure);
        Assert.Equal((false, "지금은 안 됩니다."), (failure.Answered, failure.Sentence));

        _api.Answer = _ => new(new CommandReply(null, 1), null);
        Assert.True(await _session.AgainAsync(failure));

        Assert.Single(_api.Ordered.Select(sent => sent.RequestId).Distinct());
        Assert.Null(_session.Failure);
    }

    [Fact]
    public async Task A_refusal_is_told_and_not_tried_again()
    {
        _api.Answer = _ => new(null, new(ProblemCodes.CounterBusy, "번호가 있습니다."));

        Assert.False(await _session.GiveAsync(ClosesOne));

        Assert.Single(_api.Ordered);
        Assert.Equal((true, "번호가 있습니다."), (_session.Failure!.Answered, _session.Failure.Sentence));
    }

    [Fact]
    public async Task A_session_that_is_over_is_noticed()
    {
        _api.Answer = _ => new(null, new(ProblemCodes.SignInRequired));

        Assert.False(await _session.GiveAsync(ClosesOne));

        Assert.True(_session.SignedOut);
    }

    [Fact]
    public async Task The_ledger_is_read_at_the_start_and_again_only_after_a_call()
    {
        _ = _session.FollowLedgerAsync();
        await PassUntilAsync(() => _session.Ledger is not null);
        Assert.Empty(_session.Ledger!);

        _link.Show(Board(version: 2, waiting: [Ticket(8)]));
        await PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(1, _api.LedgerReads);

        _api.Ledger.AddRange([Entry(7, 0), Entry(9, 5)]);
        _link.Show(Board(version: 3, first: Stand(ticket: Ticket(9, TicketState.Called))));
        await PassUntilAsync(() => _session.Ledger!.Count > 0);

        Assert.Equal([9, 7], _session.Ledger!.Select(entry => entry.Number));
    }

    private static LedgerEntry Entry(int number, int minutes) =>
        new(Noon.AddMinutes(minutes), number, number, "resident", "1", Me, "김서초", 2, "임산부");

    private Task PassUntilAsync(Func<bool> condition) => Eventually.TrueAsync(
        () =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(500));
            return condition();
        },
        "time has passed");

    private async Task PassAsync(TimeSpan time)
    {
        for (var i = 0; i < 20; i++)
        {
            _time.Advance(time / 20);
            await Task.Yield();
        }
    }
}
