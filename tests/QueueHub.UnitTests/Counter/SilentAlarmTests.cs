using CounterClient;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

/// <summary>The silent alarm of a desk whose line is cut, whose answers are lost and whose news come late.</summary>
public sealed class SilentAlarmTests : IDisposable
{
    private static readonly RetryTimes Times = new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(300));

    private readonly FakeTimeProvider _time = new(Noon);
    private readonly FakeHub _hub = new();
    private readonly FakeLink _link;
    private readonly DeskSession _session;

    public SilentAlarmTests()
    {
        _link = new FakeLink(_hub);
        _session = new DeskSession(_link, Me, "1", _time, Times);
        _link.Show(Board(version: 10, first: Stand(ticket: Ticket(7, TicketState.Serving))), attached: true);
    }

    private SilentAlarm Alarm => _session.Alarm;

    private IEnumerable<string> Raised => _hub.Asked.Where(asked => asked.Method == "RaiseAlarm").Select(asked => asked.RequestId);

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_press_is_sent_at_once_and_help_is_told()
    {
        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 11));

        Alarm.Raise();
        await UntilAsync(() => Alarm.Phase == AlarmPhase.Arrived);
        Assert.Equal(11, Alarm.Id);
        Assert.Null(Alarm.Pending);

        _link.Alarm(News(11, Standing(11)));
        _link.Alarm(News(12, Standing(11, new AlarmAnswer("choi", "최감독", Noon, null))));

        Assert.Equal("최감독", Assert.Single(Alarm.Standing!.Answers).StaffName);
        Assert.Single(_hub.Asked);
    }

    [Fact]
    public async Task It_waits_for_no_other_order()
    {
        var slow = new TaskCompletionSource<CommandReply>();
        _hub.Answer = method => method == "RaiseAlarm" ? Task.FromResult(new CommandReply(null, 11)) : slow.Task;
        _ = _session.GiveAsync(new DeskOrder(DeskAction.Complete, 7));

        Alarm.Raise();
        await UntilAsync(() => Alarm.Phase == AlarmPhase.Arrived);

        Assert.Equal(DeskAction.Complete, _session.InFlight?.Action);
    }

    [Fact]
    public async Task It_is_sent_for_as_long_as_it_is_not_taken_and_is_one_alarm()
    {
        _hub.Answer = _ => _hub.Asked.Count switch
        {
            1 => Task.FromException<CommandReply>(new HubException("failed")),
            2 => Task.FromResult(new CommandReply(new CommandProblem(ProblemCodes.Unavailable, "Later."), 0)),
            3 => Task.FromResult(new CommandReply(new CommandProblem(ProblemCodes.Busy, "Later."), 0)),
            4 => new TaskCompletionSource<CommandReply>().Task,
            _ => Task.FromResult(new CommandReply(null, 11)),
        };

        Alarm.Raise();
        Alarm.Raise();
        await UntilAsync(() => Alarm.Phase == AlarmPhase.Arrived);

        Assert.Equal(5, Raised.Count());
        Assert.Single(Raised.Distinct());
    }

    [Fact]
    public async Task Without_a_line_it_waits_longer_than_any_order_does_and_goes_with_the_first_one()
    {
        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 11));
        _link.Cut();

        Alarm.Raise();
        await PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(AlarmPhase.Sending, Alarm.Phase);
        Assert.Empty(_hub.Asked);
        Assert.True(_link.TriedNow > 0);

        _link.Mend();
        await UntilAsync(() => Alarm.Phase == AlarmPhase.Arrived);
        Assert.Single(Raised);
    }

    [Fact]
    public async Task It_goes_on_after_a_reload_as_the_same_alarm()
    {
        _link.Cut();
        Alarm.Raise();
        var kept = new KeptAlarm(Me, "seocho", "1", Alarm.Pending!, Noon.ToUnixTimeMilliseconds()).ToString();
        var link = new FakeLink(_hub);
        using var after = new DeskSession(link, Me, "1", _time, Times);
        var read = KeptAlarm.Parse(kept)!;
        Assert.True(read.IsOf(Me, "seocho", "1", Noon.AddMinutes(1)));
        Assert.False(read.IsOf(Me, "seocho", "2", Noon));
        Assert.False(read.IsOf("lee", "seocho", "1", Noon));
        Assert.False(read.IsOf(Me, "seocho", "1", Noon.AddHours(1)));
        Assert.Null(KeptAlarm.Parse("nothing of the kind"));
        after.Alarm.Raise(read.RequestId);
        await UntilAsync(() => after.Alarm.Phase == AlarmPhase.Arrived);

        Assert.Equal(read.RequestId, Assert.Single(Raised));
    }

    [Fact]
    public void One_that_stands_is_there_again_after_a_reload()
    {
        _link.Alarm(News(11, Standing(11)));

        Assert.Equal((AlarmPhase.Arrived, 11L), (Alarm.Phase, Alarm.Id));
        Assert.Empty(_hub.Asked);
    }

    [Fact]
    public async Task What_no_repetition_changes_is_told_and_can_be_tried_anew()
    {
        _hub.Answer = _ => Task.FromResult(new CommandReply(new CommandProblem(ProblemCodes.NotYourCounter, "다른 직원의 창구입니다."), 0));

        Alarm.Raise();
        await UntilAsync(() => Alarm.Phase == AlarmPhase.Refused);
        Assert.Equal(("다른 직원의 창구입니다.", null), (Alarm.Refusal, Alarm.Pending));

        Alarm.Raise();
        await UntilAsync(() => Alarm.Phase == AlarmPhase.Refused);
        Assert.Equal(2, Raised.Distinct().Count());
    }

    [Fact]
    public void Older_news_change_nothing_and_another_epochs_count()
    {
        _link.Alarm(News(15));
        _link.Alarm(News(14, Standing(12)));
        Assert.Equal(AlarmPhase.Quiet, Alarm.Phase);

        _link.Alarm(News(3, Standing(2)) with { Epoch = "e2" });
        Assert.Equal(2, Alarm.Id);
    }

    [Fact]
    public void Another_counters_alarm_is_not_shown_here()
    {
        _link.Alarm(News(11, Standing(11) with { Counter = "2" }));

        Assert.Equal(AlarmPhase.Quiet, Alarm.Phase);
    }

    [Fact]
    public async Task Switched_off_it_does_not_come_back_with_news_that_were_under_way()
    {
        _link.Alarm(News(11, Standing(11)));
        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 13));

        await Alarm.EndAsync(11);
        Assert.Equal(AlarmPhase.Quiet, Alarm.Phase);
        _link.Alarm(News(12, Standing(11, new AlarmAnswer("choi", "최감독", Noon, null))));

        Assert.Equal(AlarmPhase.Quiet, Alarm.Phase);
        Assert.Equal(11, Assert.IsType<AlarmRequest>(_hub.Given[^1]).Alarm);
    }

    [Fact]
    public async Task The_answer_about_an_old_alarm_leaves_a_newer_one_alone()
    {
        _link.Alarm(News(11, Standing(11)));
        var late = new TaskCompletionSource<CommandReply>();
        _hub.Answer = _ => late.Task;
        var ending = Alarm.EndAsync(11);

        _link.Alarm(News(20, Standing(20)));
        late.SetResult(new CommandReply(new CommandProblem(ProblemCodes.AlarmOver, "Over."), 0));
        await ending;

        Assert.Equal((AlarmPhase.Arrived, 20L), (Alarm.Phase, Alarm.Id));
        Assert.Null(Alarm.EndFailure);
    }

    [Fact]
    public async Task A_late_answer_to_the_press_does_not_raise_what_others_have_ended()
    {
        var late = new TaskCompletionSource<CommandReply>();
        _hub.Answer = _ => late.Task;
        Alarm.Raise();

        _link.Alarm(News(11, Standing(11)));
        _link.Alarm(News(12));
        late.SetResult(new CommandReply(null, 11));
        await UntilAsync(() => Alarm.Pending is null);

        Assert.Equal(AlarmPhase.Quiet, Alarm.Phase);
    }

    [Fact]
    public async Task A_new_alarm_is_not_taken_for_the_one_before_while_the_news_are_late()
    {
        _link.Alarm(News(11, Standing(11)));
        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 20));

        Alarm.Raise();
        await UntilAsync(() => Alarm.Pending is null);

        Assert.Equal((AlarmPhase.Arrived, 20L), (Alarm.Phase, Alarm.Id));
    }

    [Fact]
    public async Task One_that_cannot_be_switched_off_is_told_to_stand()
    {
        _link.Alarm(News(11, Standing(11)));
        _hub.Answer = _ => Task.FromResult(new CommandReply(new CommandProblem(ProblemCodes.Forbidden, "Not you."), 0));

        await Alarm.EndAsync(11);

        Assert.Equal((AlarmPhase.Arrived, "Not you."), (Alarm.Phase, Alarm.EndFailure));
    }

    [Fact]
    public async Task Pressed_without_a_line_it_is_not_called_delivered_because_an_earlier_one_was()
    {
        _link.Alarm(News(11, Standing(11)));
        _link.Cut();

        Alarm.Raise();
        Assert.Equal(AlarmPhase.Sending, Alarm.Phase);

        _hub.Answer = _ => Task.FromResult(new CommandReply(null, 0));
        _link.Mend();
        _link.Alarm(News(11, Standing(11)));
        await UntilAsync(() => Alarm.Pending is null);
        Assert.Equal((AlarmPhase.Arrived, 11L), (Alarm.Phase, Alarm.Id));
    }

    [Fact]
    public async Task One_that_was_ended_while_the_line_was_lost_is_forgotten_when_the_server_tells_of_none()
    {
        _link.Alarm(News(11, Standing(11)));
        _link.Cut();
        _link.Mend();
        _link.Show(Board(version: 12), attached: true);

        Assert.Equal(AlarmPhase.Arrived, Alarm.Phase);
        await UntilAsync(() => Alarm.Phase == AlarmPhase.Quiet);
    }

    private static AlarmBoard News(long version, params Alarm[] alarms) => new("e1", version, Noon, alarms);

    private static Alarm Standing(long id, params AlarmAnswer[] answers) => new(id, "1", Noon, Me, "김서초", 7, answers);

    private async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(5))
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }
    }

    private async Task UntilAsync(Func<bool> condition)
    {
        for (var step = 0; !condition(); step++)
        {
            Assert.True(step < 2000, "It never came to that.");
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1);
        }
    }
}
