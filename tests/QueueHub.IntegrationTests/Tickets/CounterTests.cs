using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Who holds a counter, what it may call, and the ticket at it.</summary>
public class CounterTests(EngineFixture engines)
{
    private readonly Office _office = new(engines.Redis);

    [Fact]
    public async Task A_clerk_commands_only_the_counter_he_holds()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        var ticket = await _office.IssuedAsync();
        await _office.CalledAsync("1", ticket.Ordinal);
        var other = _office.Clerk("2");
        var before = await Snapshot.OfAsync(_office);

        string?[] codes =
        [
            (await _office.Queue.CallNextAsync(other, "1")).Code,
            (await _office.Queue.CallAsync(other, "1", ticket.Ordinal, null)).Code,
            (await _office.Queue.RecallAsync(other, "1", ticket.Ordinal)).Code,
            (await _office.Queue.StartAsync(other, "1", ticket.Ordinal)).Code,
            (await _office.Queue.CompleteAsync(other, "1", ticket.Ordinal, null)).Code,
            (await _office.Queue.NoShowAsync(other, "1", ticket.Ordinal)).Code,
            (await _office.Queue.ParkAsync(other, "1", ticket.Ordinal, null)).Code,
            (await _office.Queue.TransferAsync(other, "1", ticket.Ordinal, "passport", 0)).Code,
            (await _office.Queue.RequeueAsync(other, ticket.Ordinal, 0, 1)).Code,
            (await _office.Queue.CancelAsync(other, ticket.Ordinal)).Code,
            (await _office.Queue.PauseCounterAsync(other, "1", null)).Code,
            (await _office.Queue.CloseCounterAsync(other, "1")).Code,
        ];

        Assert.All(codes, code => Assert.Equal(ProblemCodes.NotYourCounter, code));
        Assert.Equal(ProblemCodes.CounterTaken, (await _office.Queue.OpenCounterAsync(other, "1", ["register"], [])).Code);
        Assert.Equal(ProblemCodes.Forbidden, (await _office.Queue.OpenCounterAsync(_office.Citizen(), "2", ["register"], [])).Code);
        await before.UnchangedAsync(_office);
    }

    [Fact]
    public async Task A_ticket_at_another_counter_is_out_of_reach()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        await _office.OpenCounterAsync("2");
        var ticket = await _office.IssuedAsync();
        await _office.CalledAsync("1", ticket.Ordinal);
        var clerk = _office.Clerk("2");

        Assert.Equal(ProblemCodes.NotAtCounter, (await _office.Queue.RecallAsync(clerk, "2", ticket.Ordinal)).Code);
        Assert.Equal(ProblemCodes.NotAtCounter, (await _office.Queue.StartAsync(clerk, "2", ticket.Ordinal)).Code);
        Assert.Equal(ProblemCodes.NotAtCounter, (await _office.Queue.NoShowAsync(clerk, "2", ticket.Ordinal)).Code);
        Assert.Equal(ProblemCodes.NotAtCounter, (await _office.Queue.ParkAsync(clerk, "2", ticket.Ordinal, null)).Code);
        Assert.Equal(ProblemCodes.NotAtCounter, (await _office.Queue.TransferAsync(clerk, "2", ticket.Ordinal, "passport", 0)).Code);
        Assert.Equal(ProblemCodes.UnknownTicket, (await _office.Queue.StartAsync(clerk, "2", 99)).Code);
    }

    [Fact]
    public async Task A_late_second_click_never_hits_the_next_citizen()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        var first = await _office.IssuedAsync();
        var second = await _office.IssuedAsync();
        await _office.CalledAsync("1", first.Ordinal);
        Office.Done(await _office.Queue.NoShowAsync(_office.Clerk("1"), "1", first.Ordinal));
        await _office.CalledAsync("1", second.Ordinal);

        Assert.Equal(ProblemCodes.WrongState, (await _office.Queue.NoShowAsync(_office.Clerk("1"), "1", first.Ordinal)).Code);
        Assert.Equal(TicketState.Called, (await _office.TicketAsync(second.Ordinal)).State);
    }

    [Fact]
    public async Task A_counter_with_a_ticket_neither_calls_nor_closes_but_may_pause_and_finish()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        var ticket = await _office.IssuedAsync();
        await _office.IssuedAsync();
        await _office.CalledAsync("1", ticket.Ordinal);
        var clerk = _office.Clerk("1");
        Assert.Equal(ProblemCodes.CounterBusy, (await _office.Queue.CallNextAsync(clerk, "1")).Code);
        Assert.Equal(ProblemCodes.CounterBusy, (await _office.Queue.CloseCounterAsync(_office.Clerk("1"), "1")).Code);

        var paused = await _office.Queue.PauseCounterAsync(_office.Clerk("1"), "1", "lunch");
        Assert.Equal((ticket.Ordinal, "lunch"), (paused.Event!.Counters![0].Ticket, paused.Event.Counters[0].PauseReason));
        Assert.Equal(ProblemCodes.CounterBusy, (await _office.Queue.CloseCounterAsync(_office.Clerk("1"), "1")).Code);
        Office.Done(await _office.Queue.StartAsync(_office.Clerk("1"), "1", ticket.Ordinal));
        Office.Done(await _office.Queue.CompleteAsync(_office.Clerk("1"), "1", ticket.Ordinal, null));

        Assert.True((await _office.Queue.CloseCounterAsync(_office.Clerk("1"), "1")).Ok);
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task Opening_again_keeps_the_ticket_and_takes_the_new_services()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1", ["register"], ["passport"]);
        var ticket = await _office.IssuedAsync();
        await _office.CalledAsync("1", ticket.Ordinal);
        _office.Now += Office.Minute;

        await _office.OpenCounterAsync("1", ["passport"], []);

        var counter = await _office.CounterAsync("1");
        Assert.Equal((ticket.Ordinal, _office.Now - Office.Minute), (counter.Ticket, counter.Since));
        Assert.Equal(["passport"], counter.Primary);
        Assert.Null(counter.Helping);
        Assert.Equal(ProblemCodes.UnknownService, (await _office.Queue.OpenCounterAsync(_office.Clerk("1"), "1", ["passport"], ["pets"])).Code);
    }

    [Fact]
    public async Task Two_clerks_opening_one_counter_at_once_get_it_once()
    {
        await _office.OpenDayAsync();

        var replies = await Task.WhenAll(Enumerable.Range(1, 8).Select(clerk =>
            _office.Queue.OpenCounterAsync(_office.Clerk(Office.Text(clerk)), "1", ["register"], [])));

        Assert.Single(replies, reply => reply.Ok);
        Assert.All(replies.Where(reply => !reply.Ok), reply => Assert.Equal(ProblemCodes.CounterTaken, reply.Code));
    }

    [Fact]
    public async Task A_called_ticket_that_the_citizen_gives_up_frees_the_counter()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        var ticket = await _office.IssuedAsync();
        await _office.CalledAsync("1", ticket.Ordinal);

        var cancelled = await _office.Queue.CancelAsync(_office.Citizen(), ticket.Ordinal);

        Assert.Equal(TicketState.Cancelled, Office.Done(cancelled).State);
        Assert.Null(cancelled.Event!.Counters![0].Ticket);
        Assert.Equal(ProblemCodes.NobodyWaiting, (await _office.Queue.CallNextAsync(_office.Clerk("1"), "1")).Code);
    }

    [Fact]
    public async Task A_ticket_of_a_service_that_the_caller_does_not_name_stays_untouched()
    {
        await _office.OpenDayAsync();
        var ticket = await _office.IssuedAsync();
        var before = await Snapshot.OfAsync(_office);

        Assert.Equal(ProblemCodes.UnknownService, (await _office.Queue.CancelAsync(_office.Citizen() with { Lines = ["passport"] }, ticket.Ordinal)).Code);
        Assert.Equal(ProblemCodes.UnknownService, (await _office.Queue.ExpireTicketsAsync(_office.System() with { Lines = ["passport"] }, [ticket.Ordinal])).Code);
        await before.UnchangedAsync(_office);
    }

    [Fact]
    public async Task A_counter_whose_service_has_left_the_configuration_calls_from_the_others()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1", ["passport", "register"]);
        var ticket = await _office.IssuedAsync();

        var called = await _office.Queue.CallNextAsync(_office.Clerk("1") with { Lines = ["register"] }, "1");

        Assert.Equal(ticket.Ordinal, Office.Done(called).Ordinal);
    }

    [Fact]
    public async Task The_same_person_at_another_screen_takes_over_knowingly_and_the_ticket_stays()
    {
        await _office.OpenDayAsync();
        var (clerk, ticket) = (_office.Clerk("1"), await _office.IssuedAsync());
        Assert.True((await _office.Queue.OpenCounterAsync(clerk, "1", new CounterOpening(["register"], [], "first"))).Ok);
        await _office.CalledAsync("1", ticket.Ordinal);

        Assert.Equal(ProblemCodes.CounterTaken, (await _office.Queue.OpenCounterAsync(_office.Clerk("1"), "1", new CounterOpening(["register"], [], "second"))).Code);
        Assert.True((await _office.Queue.OpenCounterAsync(_office.Clerk("1"), "1", new CounterOpening(["register"], [], "first"))).Ok);
        Assert.True((await _office.Queue.OpenCounterAsync(_office.Clerk("1"), "1", new CounterOpening(["register"], [], "second", TakeOver: true))).Ok);
        Assert.True((await _office.Queue.OpenCounterAsync(_office.Clerk("2"), "1", new CounterOpening(["register"], [], "third", TakeOver: true))).Ok);

        var counter = await _office.CounterAsync("1");
        Assert.Equal(("clerk2", "third", ticket.Ordinal), (counter.Staff, counter.Desk, counter.Ticket));
        Assert.Equal(ProblemCodes.NotYourCounter, (await _office.Queue.StartAsync(_office.Clerk("1"), "1", ticket.Ordinal)).Code);
        Assert.Null((await _office.Queue.StartAsync(_office.Clerk("2"), "1", ticket.Ordinal)).Code);
    }

    [Fact]
    public async Task A_supervisor_opens_a_counter_for_somebody_and_commands_it_without_holding_it()
    {
        await _office.OpenDayAsync();
        var supervisor = _office.By("supervisor:choi");
        Assert.Equal(ProblemCodes.InvalidRequest, (await _office.Queue.OpenCounterAsync(supervisor, "1", new CounterOpening(["register"], []))).Code);
        Assert.True((await _office.Queue.OpenCounterAsync(_office.By("supervisor:choi"), "1", new CounterOpening(["register"], [], Staff: "clerk1"))).Ok);
        Assert.True((await _office.Queue.PauseCounterAsync(_office.By("supervisor:choi"), "1", "meeting", new CounterPause(TimeSpan.FromMinutes(10)))).Ok);
        Assert.Equal(("clerk1", CounterState.Paused, _office.Now + (10 * Office.Minute)),
            ((await _office.CounterAsync("1")).Staff, (await _office.CounterAsync("1")).State, (await _office.CounterAsync("1")).PauseUntil));

        Assert.True((await _office.Queue.OpenCounterAsync(_office.By("supervisor:choi"), "1", new CounterOpening(["passport"], []))).Ok);
        var (open, ticket) = (await _office.CounterAsync("1"), await _office.IssuedAsync("passport"));
        Assert.Equal("clerk1", open.Staff);
        Assert.Null(open.PauseUntil);
        await _office.CalledAsync("1", ticket.Ordinal);
        Assert.Equal(ProblemCodes.Forbidden, (await _office.Queue.OpenFormAsync(_office.By("supervisor:choi"), "1", ticket.Ordinal)).Code);
        Office.Done(await _office.Queue.NoShowAsync(_office.By("supervisor:choi"), "1", ticket.Ordinal));
        Assert.True((await _office.Queue.CloseCounterAsync(_office.By("supervisor:choi"), "1")).Ok);
    }

    [Fact]
    public async Task Only_supervisors_put_notices_on_the_screens()
    {
        await _office.OpenDayAsync();
        var notice = new OfficeNotice("점심시간 교대", "Lunch break");
        Assert.Equal(ProblemCodes.Forbidden, (await _office.Queue.SetNoticeAsync(_office.Clerk("1"), notice)).Code);
        Assert.Equal(notice, (await _office.Queue.SetNoticeAsync(_office.By("supervisor:choi"), notice)).Event?.Notice);
        Assert.Null((await _office.Queue.SetNoticeAsync(_office.By("supervisor:choi"), null)).Event?.Notice);
        await OfficeTruth.HoldsAsync(_office);
    }
}
