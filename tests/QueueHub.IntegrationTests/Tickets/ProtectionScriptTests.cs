using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Alarms, warnings, endings and leaving at once, at a real Redis.</summary>
public class ProtectionScriptTests(EngineFixture engines)
{
    private readonly Office _office = new(engines.Redis);

    [Fact]
    public async Task An_alarm_keeps_its_first_hour_and_its_answers_until_it_is_switched_off()
    {
        var ticket = await ServingAsync();
        var raised = await _office.Queue.RaiseAlarmAsync(_office.Clerk("1"), "1");
        var id = raised.Event!.Version;
        _office.Now += Office.Minute;

        var again = await _office.Queue.RaiseAlarmAsync(_office.Clerk("1"), "1");
        Assert.True(again is { Ok: true, Event: null });
        Assert.Null((await _office.Queue.AnswerAlarmAsync(_office.By("supervisor:choi"), "1", id, null)).Code);
        Assert.Null((await _office.Queue.AnswerAlarmAsync(_office.By("supervisor:kim"), "1", id, "112")).Code);

        var alarm = (await _office.CounterAsync("1")).Alarm!;
        Assert.Equal((id, _office.Now - Office.Minute, "clerk1", ticket), (alarm.Id, alarm.At, alarm.By, alarm.Ticket));
        Assert.Equal([new("choi", _office.Now), new("kim", _office.Now, "112")], alarm.Answers!);

        var ended = await _office.Queue.EndAlarmAsync(_office.By("supervisor:choi"), "1", id);
        Assert.Equal((EventType.AlarmEnded, id, 2), (ended.Event!.Type, ended.Event.Alarm!.Id, ended.Event.Alarm.Answers!.Count));
        Assert.Null((await _office.CounterAsync("1")).Alarm);
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task A_press_that_met_a_standing_alarm_raises_none_when_it_is_repeated_after_the_end()
    {
        await ServingAsync();
        var alarm = (await _office.Queue.RaiseAlarmAsync(_office.Clerk("1"), "1")).Event!.Version;
        var second = _office.Clerk("1");
        Assert.True(await _office.Queue.RaiseAlarmAsync(second, "1") is { Ok: true, Event: null });
        Assert.Null((await _office.Queue.EndAlarmAsync(_office.Clerk("1"), "1", alarm)).Code);

        Assert.True(await _office.Queue.RaiseAlarmAsync(second, "1") is { Ok: true, Event: null, Replayed: true });

        Assert.Null((await _office.CounterAsync("1")).Alarm);
    }

    [Fact]
    public async Task A_late_click_on_an_alarm_that_is_over_does_not_touch_the_next_one()
    {
        await ServingAsync();
        var first = (await _office.Queue.RaiseAlarmAsync(_office.Clerk("1"), "1")).Event!.Version;
        Assert.Null((await _office.Queue.EndAlarmAsync(_office.Clerk("1"), "1", first)).Code);
        Assert.Equal(ProblemCodes.AlarmOver, (await _office.Queue.EndAlarmAsync(_office.Clerk("1"), "1", first)).Code);
        var second = (await _office.Queue.RaiseAlarmAsync(_office.Clerk("1"), "1")).Event!.Version;
        var standing = await Snapshot.OfAsync(_office);

        Assert.Equal(ProblemCodes.AlarmOver, (await _office.Queue.AnswerAlarmAsync(_office.By("supervisor:choi"), "1", first, null)).Code);
        Assert.Equal(ProblemCodes.AlarmOver, (await _office.Queue.EndAlarmAsync(_office.Clerk("1"), "1", first)).Code);

        await standing.UnchangedAsync(_office);
        Assert.True(second > first);
    }

    [Fact]
    public async Task Only_clerks_raise_an_alarm_only_supervisors_answer_it_and_no_colleague_switches_it_off()
    {
        await ServingAsync();
        var before = await Snapshot.OfAsync(_office);
        Assert.Equal(ProblemCodes.NotYourCounter, (await _office.Queue.RaiseAlarmAsync(_office.Clerk("2"), "1")).Code);
        Assert.Equal(ProblemCodes.CounterNotOpen, (await _office.Queue.RaiseAlarmAsync(_office.Clerk("2"), "2")).Code);
        foreach (var actor in new[] { "citizen", "panel:1", "supervisor:choi", "system" })
        {
            Assert.Equal(ProblemCodes.Forbidden, (await _office.Queue.RaiseAlarmAsync(_office.By(actor), "1")).Code);
        }

        await before.UnchangedAsync(_office);
        var alarm = (await _office.Queue.RaiseAlarmAsync(_office.Clerk("1"), "1")).Event!.Version;
        var standing = await Snapshot.OfAsync(_office);
        foreach (var actor in new[] { "citizen", "panel:1", "staff:clerk1", "staff:clerk2", "system" })
        {
            Assert.Equal(ProblemCodes.Forbidden, (await _office.Queue.AnswerAlarmAsync(_office.By(actor), "1", alarm, null)).Code);
        }

        foreach (var actor in new[] { "citizen", "panel:1", "staff:clerk2", "system" })
        {
            Assert.Equal(ProblemCodes.Forbidden, (await _office.Queue.EndAlarmAsync(_office.By(actor), "1", alarm)).Code);
        }

        await standing.UnchangedAsync(_office);
    }

    [Fact]
    public async Task An_alarm_outlives_the_closing_of_its_counter_and_of_the_day()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        var alarm = (await _office.Queue.RaiseAlarmAsync(_office.Clerk("1"), "1")).Event!.Version;

        Assert.Null((await _office.Queue.CloseCounterAsync(_office.Clerk("1"), "1")).Code);
        Assert.Null((await _office.Queue.CloseDayAsync(_office.System())).Code);

        Assert.Equal(alarm, (await _office.CounterAsync("1")).Alarm!.Id);
        Assert.Null((await _office.Queue.EndAlarmAsync(_office.Clerk("1"), "1", alarm)).Code);
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task A_visit_is_ended_only_after_a_warning_and_can_be_taken_back_for_a_moment()
    {
        var ticket = await ServingAsync(then: "passport");
        var unwarned = await Snapshot.OfAsync(_office);
        Assert.Equal(ProblemCodes.WarningRequired, (await _office.Queue.EndVisitAsync(_office.Clerk("1"), "1", ticket, "language")).Code);
        await unwarned.UnchangedAsync(_office);
        var warned = Office.Done(await _office.Queue.WarnAsync(_office.Clerk("1"), "1", ticket, "language"));
        Assert.Equal([new("language", _office.Now)], warned.Warnings!);
        _office.Now += Office.Minute;

        var ended = await _office.Queue.EndVisitAsync(_office.Clerk("1"), "1", ticket, "threat");

        Assert.Equal((EventType.VisitEnded, "threat"), (ended.Event!.Type, ended.Event.Reason));
        Assert.Equal((TicketState.Done, "ended", 1), (ended.Ticket!.State, ended.Ticket.Result, ended.Ticket.Journey.Count));
        Assert.Null((await _office.CounterAsync("1")).Ticket);
        var back = await _office.Queue.UndoAsync(_office.Clerk("1"), "1", ticket, TimeSpan.FromSeconds(10));
        Assert.Equal(EventType.VisitEnded, back.Event!.Undone);
        Assert.Equal(JsonSerializer.Serialize(warned), JsonSerializer.Serialize(back.Ticket));
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task Warnings_are_a_clerks_and_do_not_go_on_for_ever()
    {
        var ticket = await ServingAsync();
        foreach (var actor in new[] { "citizen", "panel:1", "supervisor:choi", "system" })
        {
            Assert.Equal(ProblemCodes.Forbidden, (await _office.Queue.WarnAsync(_office.By(actor), "1", ticket, "time")).Code);
            Assert.Equal(ProblemCodes.Forbidden, (await _office.Queue.EndVisitAsync(_office.By(actor), "1", ticket, "time")).Code);
        }

        for (var given = 0; given < 20; given++)
        {
            Assert.Equal(given + 1, Office.Done(await _office.Queue.WarnAsync(_office.Clerk("1"), "1", ticket, "time")).Warnings!.Count);
        }

        Assert.Equal(ProblemCodes.WrongState, (await _office.Queue.WarnAsync(_office.Clerk("1"), "1", ticket, "time")).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_clerk_who_leaves_at_once_lets_everybody_go_to_other_counters_and_nobody_loses_a_place(bool serving)
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        await _office.OpenCounterAsync("2");
        var here = await _office.IssuedAsync();
        _office.Now += Office.Minute;
        var forOne = await _office.IssuedAsync();
        await _office.CalledAsync("2", forOne.Ordinal);
        Office.Done(await _office.Queue.TransferAsync(_office.Clerk("2"), "2", forOne.Ordinal, null, "1", Office.Minute));
        _ = serving ? await _office.ServingAsync("1", here.Ordinal) : await _office.CalledAsync("1", here.Ordinal);
        _office.Now += Office.Minute;
        var late = await _office.IssuedAsync();

        var left = await _office.Queue.PauseCounterAsync(
            _office.Clerk("1"), "1", null, new CounterPause(TimeSpan.FromMinutes(10), Leave: true, WaitedCap: 60 * Office.Minute));

        Assert.Equal((EventType.CounterPaused, 2), (left.Event!.Type, left.Event.Tickets!.Count));
        var counter = await _office.CounterAsync("1");
        Assert.Equal((CounterState.Paused, null, null, _office.Now + (10 * Office.Minute)), (counter.State, counter.Ticket, counter.PauseReason, counter.PauseUntil!.Value));
        var order = new List<long>();
        while (await _office.Queue.CallNextAsync(_office.Clerk("2"), "2") is { Code: null } called)
        {
            order.Add(called.Ticket!.Ordinal);
            Office.Done(await _office.Queue.StartAsync(_office.Clerk("2"), "2", called.Ticket.Ordinal));
            Office.Done(await _office.Queue.CompleteAsync(_office.Clerk("2"), "2", called.Ticket.Ordinal));
        }

        Assert.Equal([here.Ordinal, forOne.Ordinal, late.Ordinal], order);
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task A_pause_to_recover_leaves_the_same_words_in_rows_and_log_as_any_other()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        await _office.OpenCounterAsync("2");

        var rest = await _office.Queue.PauseCounterAsync(_office.Clerk("1"), "1", null, new CounterPause(TimeSpan.FromMinutes(10), Leave: true));
        var other = await _office.Queue.PauseCounterAsync(_office.Clerk("2"), "2", null, new CounterPause(TimeSpan.FromMinutes(10)));

        Assert.Equal(Words(rest.Event!), Words(other.Event!).Replace("clerk2", "clerk1").Replace("\"2\"", "\"1\"").Replace($"\"version\":{other.Event!.Version}", $"\"version\":{rest.Event!.Version}"));

        static string Words(OfficeEvent @event) => JsonSerializer.Serialize(@event, RowJson.Default.OfficeEvent);
    }

    private async Task<long> ServingAsync(string? then = null)
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        var ticket = (await _office.IssuedAsync()).Ordinal;
        if (then is not null)
        {
            Office.Done(await _office.Queue.SetJourneyAsync(_office.Clerk("1"), ticket, [then]));
        }

        await _office.ServingAsync("1", ticket);
        return ticket;
    }
}
