using CounterClient;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.UnitTests.Forms;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

public sealed class DeskSessionTests : IDisposable
{
    private static readonly DeskOrder CallNext = new(DeskAction.CallNext);
    private static readonly RetryTimes Times = new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(300));

    private readonly FakeTimeProvider _time = new(Noon);
    private readonly FakeHub _hub = new();
    private readonly FakeLink _link;
    private readonly DeskSession _session;

    public DeskSessionTests()
    {
        _link = new FakeLink(_hub);
        _session = new DeskSession(_link, Me, "1", _time, Times);
        _link.Show(Board(version: 1, waiting: [Ticket(7), Ticket(8)]), attached: true);
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Before_the_first_board_there_is_no_desk()
    {
        using var session = new DeskSession(_link, Me, "1", _time, Times);

        Assert.Null(session.Desk);
    }

    [Fact]
    public async Task Buttons_come_back_only_when_the_board_shows_what_was_done()
    {
        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 2, 7, 7));

        var giving = _session.GiveAsync(CallNext);
        Assert.Equal(CallNext, _session.InFlight);
        Assert.False(giving.IsCompleted);
        _link.Show(Board(version: 2, first: Stand(ticket: Ticket(7, TicketState.Called, calls: 1))));

        Assert.True(await giving);
        Assert.Null(_session.InFlight);
        Assert.Equal(DeskStage.Called, _session.Desk!.Stage);
    }

    [Fact]
    public async Task A_call_can_be_taken_back_for_ten_seconds_and_not_after_another_order()
    {
        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 1, 7, 107));

        Assert.True(await _session.GiveAsync(CallNext));
        Assert.Equal((DeskAction.CallNext, 7, 107), (_session.Undoable!.Action, _session.Undoable.Ticket, _session.Undoable.Number));
        Assert.Equal(10, _session.Undoable.SecondsLeft(_session.Clock.Now));
        _time.Advance(TimeSpan.FromSeconds(9.5));
        Assert.Equal(1, _session.Undoable.SecondsLeft(_session.Clock.Now));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, _session.Undoable.SecondsLeft(_session.Clock.Now));

        Assert.True(await _session.GiveAsync(new DeskOrder(DeskAction.Start, 7)));
        Assert.Null(_session.Undoable);
    }

    [Fact]
    public async Task An_undo_that_came_too_late_is_offered_no_more()
    {
        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 1, 7, 107));
        await _session.GiveAsync(CallNext);

        _hub.Answer = _ => Task.FromResult(new CommandReply(new CommandProblem(ProblemCodes.UndoTooLate, "Too late."), 0));
        Assert.False(await _session.GiveAsync(new DeskOrder(DeskAction.Undo, 7)));

        Assert.Null(_session.Undoable);
        Assert.Equal(ProblemCodes.UndoTooLate, _session.Failure?.Code);
    }

    [Fact]
    public async Task A_second_press_while_an_order_is_under_way_sends_nothing()
    {
        _hub.Answer = _ => new TaskCompletionSource<CommandReply>().Task;

        _ = _session.GiveAsync(CallNext);

        Assert.False(await _session.GiveAsync(CallNext));
        Assert.False(await _session.GiveAsync(new DeskOrder(DeskAction.Close)));
        Assert.Single(_hub.Asked);
    }

    [Fact]
    public async Task A_board_that_never_comes_does_not_hold_the_buttons_for_ever()
    {
        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 2));

        Assert.True(await FinishAsync(_session.GiveAsync(CallNext)));
        Assert.Null(_session.InFlight);
    }

    [Fact]
    public async Task A_refusal_is_told_with_the_servers_sentence()
    {
        _hub.Answer = _ => Task.FromResult(new CommandReply(new CommandProblem(ProblemCodes.NobodyWaiting, "대기 중인 분이 없습니다."), 1));

        Assert.False(await _session.GiveAsync(CallNext));
        Assert.Equal(new DeskFailure(CallNext, "대기 중인 분이 없습니다.", Answered: true, ProblemCodes.NobodyWaiting), _session.Failure);
    }

    [Fact]
    public async Task An_error_in_the_hub_is_told_and_gives_the_buttons_back()
    {
        _hub.Answer = _ => Task.FromException<CommandReply>(new HubException("failed"));

        Assert.False(await _session.GiveAsync(CallNext));
        Assert.Equal(new DeskFailure(CallNext, null, Answered: true), _session.Failure);
        Assert.Null(_session.InFlight);
    }

    [Fact]
    public async Task The_same_order_again_after_no_answer_has_the_same_request_id()
    {
        _link.Cut();
        Assert.False(await FinishAsync(_session.GiveAsync(CallNext)));
        Assert.Equal(new DeskFailure(CallNext, null, Answered: false), _session.Failure);
        _link.Mend();
        _hub.Answer = _ => new TaskCompletionSource<CommandReply>().Task;
        Assert.False(await FinishAsync(_session.GiveAsync(CallNext)));
        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 1));
        Assert.True(await _session.GiveAsync(CallNext));

        Assert.True(_hub.Asked.Count > 2);
        Assert.Single(_hub.Asked.Select(asked => asked.RequestId).Distinct());
    }

    [Fact]
    public async Task A_new_order_after_an_answered_one_has_a_new_request_id()
    {
        Assert.True(await _session.GiveAsync(CallNext));
        Assert.True(await _session.GiveAsync(CallNext));

        Assert.Equal(2, _hub.Asked.Select(asked => asked.RequestId).Distinct().Count());
        Assert.All(_hub.Asked, asked => Assert.Matches("^[0-9a-f]{32}$", asked.RequestId));
    }

    [Fact]
    public async Task An_unanswered_call_that_was_done_is_not_repeated_for_the_next_citizen()
    {
        // The reply is lost for good, but the board shows that it was done; the visit goes on, and later the clerk calls next once more.
        // With the old id the server would answer with the old call, and nobody would be called.
        _hub.Answer = _ => new TaskCompletionSource<CommandReply>().Task;
        Assert.False(await FinishAsync(_session.GiveAsync(CallNext)));
        var first = _hub.Asked[^1].RequestId;
        _link.Show(Board(version: 2, first: Stand(ticket: Ticket(7, TicketState.Called, calls: 1))));
        Assert.Null(_session.Failure);
        _link.Show(Board(version: 4, first: Stand(), waiting: [Ticket(8)], done: 1));
        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 4));

        Assert.True(await _session.GiveAsync(CallNext));
        Assert.NotEqual(first, _hub.Asked[^1].RequestId);
    }

    [Fact]
    public async Task A_session_that_ends_under_an_order_gives_the_buttons_back()
    {
        _link.Cut();
        var giving = _session.GiveAsync(CallNext);
        _link.End();

        Assert.False(await FinishAsync(giving));
        Assert.Null(_session.InFlight);
        Assert.Equal(LinkPhase.SignedOut, _session.Link.Phase);
    }

    [Fact]
    public void The_form_of_a_called_ticket_is_fetched_and_again_when_its_ticket_changes_or_somebody_writes_on_it()
    {
        var asked = 0;
        var view = SampleForm.View();
        _hub.Form = _ =>
        {
            asked++;
            return Task.FromResult<SubmissionView?>(view);
        };

        _link.Show(WithForm(2, TicketState.Called));
        _link.Show(WithForm(3, TicketState.Serving));

        _link.Show(WithForm(4, TicketState.Serving));
        Assert.Equal(new DeskForm(FormPhase.Shown, 7, view), _session.Form);
        Assert.Equal(2, asked);

        view = SampleForm.View(("name", ["성춘향"]));
        _link.Ring(7);
        _link.Ring(8);

        Assert.Equal(new DeskForm(FormPhase.Shown, 7, view), _session.Form);
        Assert.Equal(3, asked);
    }

    [Fact]
    public void An_older_answer_never_replaces_a_newer_one_and_a_failed_one_leaves_what_is_shown()
    {
        var (older, newer) = (new TaskCompletionSource<SubmissionView?>(), SampleForm.View(("name", ["성춘향"])));
        _hub.Form = _ => older.Task;
        _link.Show(WithForm(2, TicketState.Serving));
        _hub.Form = _ => Task.FromResult<SubmissionView?>(newer);
        _link.Ring(7);

        older.SetResult(SampleForm.View());
        Assert.Same(newer, _session.Form.View);

        _hub.Form = _ => Task.FromException<SubmissionView?>(new HubException("failed"));
        _link.Ring(7);
        Assert.Equal(new DeskForm(FormPhase.Shown, 7, newer), _session.Form);
    }

    [Fact]
    public void The_form_leaves_the_memory_with_its_ticket()
    {
        _hub.Form = _ => Task.FromResult<SubmissionView?>(SampleForm.View());
        _link.Show(WithForm(2, TicketState.Serving));

        _link.Show(Board(version: 3));

        Assert.Equal(DeskForm.None, _session.Form);
    }

    [Fact]
    public void A_form_that_arrives_after_its_ticket_has_left_is_dropped()
    {
        var late = new TaskCompletionSource<SubmissionView?>();
        _hub.Form = _ => late.Task;
        _link.Show(WithForm(2, TicketState.Serving));
        _link.Show(Board(version: 3));

        late.SetResult(SampleForm.View());

        Assert.Equal(DeskForm.None, _session.Form);
    }

    [Fact]
    public void A_form_that_failed_is_fetched_again_when_the_connection_is_back()
    {
        _hub.Form = _ => Task.FromException<SubmissionView?>(new HubException("failed"));
        _link.Show(WithForm(2, TicketState.Called));
        Assert.Equal(FormPhase.Failed, _session.Form.Phase);
        _hub.Form = _ => Task.FromResult<SubmissionView?>(SampleForm.View());

        _link.Show(WithForm(2, TicketState.Called), attached: true);

        Assert.Equal(FormPhase.Shown, _session.Form.Phase);
    }

    [Fact]
    public void A_form_that_is_gone_is_said_to_be_gone()
    {
        _link.Show(WithForm(2, TicketState.Called));

        Assert.Equal(FormPhase.Gone, _session.Form.Phase);
    }

    [Fact]
    public void Time_runs_by_the_servers_clock()
    {
        _link.Show(Board(version: 2, at: Noon.AddHours(3)), attached: true);
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(Noon.AddHours(3).AddSeconds(5), _session.Clock.Now);
    }

    private static DeskBoard WithForm(long version, TicketState state) =>
        Board(version, first: Stand(ticket: Ticket(7, state, formReady: true)));

    private async Task<bool> FinishAsync(Task<bool> giving)
    {
        for (var step = 0; !giving.IsCompleted; step++)
        {
            Assert.True(step < 2000, "It never ended.");
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(1);
        }

        return await giving;
    }
}
