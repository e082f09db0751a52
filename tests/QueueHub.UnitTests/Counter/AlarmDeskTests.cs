using CounterClient;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;
using QueueHub.TestSupport;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

/// <summary>The alarms before a supervisor.</summary>
public sealed class AlarmDeskTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(Noon);
    private readonly FakeLink _link = new(new FakeHub());
    private readonly FakeRoomApi _api = new();
    private readonly AlarmDesk _desk;

    public AlarmDeskTests() => _desk = new AlarmDesk(_link, _api, "seocho", _time);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void An_alarm_calls_until_somebody_has_answered_it_and_stands_until_it_is_switched_off()
    {
        _link.Alarm(AlarmsAt(5, One));
        Assert.Equal([One], _desk.Calling);

        _link.Alarm(AlarmsAt(6, One with { Answers = [new("s9", "최하늘", Noon, null)] }));
        Assert.Empty(_desk.Calling);
        Assert.Single(_desk.Standing);

        _link.Alarm(AlarmsAt(7));
        Assert.Empty(_desk.Standing);
    }

    [Fact]
    public void Several_at_once_are_all_shown_and_one_that_was_put_aside_comes_back_only_as_another_alarm()
    {
        _link.Alarm(AlarmsAt(5, One, Two));
        Assert.Equal([One, Two], _desk.Calling);

        _desk.PutAside();
        Assert.Empty(_desk.Calling);
        Assert.Equal([One, Two], _desk.Standing);

        _link.Alarm(AlarmsAt(8, Two, One with { Id = 8 }));
        Assert.Equal([8], _desk.Calling.Select(alarm => alarm.Id));
    }

    [Fact]
    public void The_screen_at_which_it_was_raised_says_nothing_of_it()
    {
        using var desk = new AlarmDesk(_link, _api, "seocho", _time) { IsOwn = alarm => alarm.Counter == "1" };
        _link.Alarm(AlarmsAt(5, One, Two));

        Assert.Equal([Two], desk.Calling);
        Assert.Equal([Two], desk.Standing);
    }

    [Fact]
    public void A_late_board_does_not_bring_back_what_is_over_and_a_new_epoch_is_believed()
    {
        _link.Alarm(AlarmsAt(7));
        _link.Alarm(AlarmsAt(5, One));
        Assert.Empty(_desk.Standing);
        _link.Alarm(AlarmsAt(7, One) with { At = Noon.AddSeconds(-1) });
        Assert.Empty(_desk.Standing);

        _link.Alarm(AlarmsAt(2, One) with { Epoch = "another" });
        Assert.Single(_desk.Standing);
    }

    [Fact]
    public async Task An_answer_that_is_not_taken_is_sent_again_as_the_same_and_another_click_meanwhile_is_none()
    {
        _link.Alarm(AlarmsAt(5, One));
        _api.Answer = attempt => attempt < 3 ? new(null, new(ProblemCodes.Unknown)) : new(new CommandReply(null, 6), null);

        var answering = _desk.AnswerAsync(One, "청원경찰");
        Assert.True(_desk.IsBusy(One));
        await _desk.AnswerAsync(One, null);
        await Eventually.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(500));
                return answering.IsCompleted;
            },
            "it is answered");

        Assert.Equal(3, _api.Ordered.Count);
        var sent = _api.Ordered.Distinct().ToList();
        Assert.Equal(("counters/1/alarm/answer", new AlarmAnswerRequest("x", 5, "청원경찰")), (Assert.Single(sent).Order.Path, sent[0].Order.Body("x")));
        Assert.False(_desk.IsBusy(One));
        Assert.Null(_desk.Failure);
    }

    [Fact]
    public async Task A_late_click_is_told_that_the_alarm_is_over()
    {
        _link.Alarm(AlarmsAt(5, One));
        _api.Answer = _ => new(null, new(ProblemCodes.AlarmOver, "이미 해제된 호출입니다."));

        await _desk.EndAsync(One);

        Assert.Equal(new AlarmFailure("1", "이미 해제된 호출입니다.", true), _desk.Failure);
        Assert.Equal(("counters/1/alarm/end", new AlarmRequest("x", 5)), (_api.Ordered[0].Order.Path, _api.Ordered[0].Order.Body("x")));
        _desk.Dismiss();
        Assert.Null(_desk.Failure);
    }

    private static Alarm One { get; } = new(5, "1", Noon, "s1", "김서연", 7, []);

    private static Alarm Two { get; } = new(4, "3", Noon.AddSeconds(-9), "s2", "이준호", null, []);

    private static AlarmBoard AlarmsAt(long version, params IReadOnlyList<Alarm> alarms) => new("epoch1", version, Noon, alarms);
}
