namespace QueueHub.IntegrationTests.Tickets;

public class VisitTests(EngineFixture engines)
{
    private readonly Office _office = new(engines.Redis);

    [Fact]
    public async Task A_visit_goes_from_issue_to_done()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("3");
        var ticket = await _office.IssuedAsync();
        _office.Now += 5 * Office.Minute;

        var called = Office.Done(await _office.Queue.CallNextAsync(_office.Clerk("3"), "3"));
        Assert.Equal((ticket.Ordinal, "3", 1, 5 * Office.Minute), (called.Ordinal, called.Counter, called.Calls, called.Waited));

        var recalled = Office.Done(await _office.Queue.RecallAsync(_office.Clerk("3"), "3", ticket.Ordinal));
        Assert.Equal((2, called.CallId + 1, called.CalledAt), (recalled.Calls, recalled.CallId, recalled.CalledAt));

        var serving = Office.Done(await _office.Queue.StartAsync(_office.Clerk("3"), "3", ticket.Ordinal));
        Assert.Equal(_office.Now, serving.ServedAt);

        var done = await _office.Queue.CompleteAsync(_office.Clerk("3"), "3", ticket.Ordinal, "granted");
        Assert.Equal("granted", Office.Done(done).Result);
        Assert.Equal((1, null), (done.Event!.Counters![0].Done, done.Event.Counters[0].Ticket));

        Assert.True((await _office.Queue.CloseCounterAsync(_office.Clerk("3"), "3")).Ok);
        Assert.True((await _office.Queue.CloseDayAsync(_office.System())).Ok);
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task A_ticket_goes_to_a_second_service_under_its_number_and_keeps_its_waiting_credit()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        await _office.OpenCounterAsync("2", ["passport"]);
        var first = await _office.IssuedAsync();
        _office.Now += 20 * Office.Minute;
        var newcomer = await _office.IssuedAsync("passport");
        await _office.ServingAsync("1", first.Ordinal);
        _office.Now += Office.Minute;

        var transferred = Office.Done(await _office.Queue.TransferAsync(_office.Clerk("1"), "1", first.Ordinal, "passport", 60 * Office.Minute));

        Assert.Equal((first.Number, "passport", 1, 0, 0L), (transferred.Number, transferred.Service, transferred.Leg, transferred.Calls, transferred.CallId));
        Assert.Equal(["register", "passport"], transferred.Journey);
        Assert.Null(transferred.Counter);
        Assert.Null((await _office.CounterAsync("1")).Ticket);
        Assert.Equal(first.Ordinal, Office.Done(await _office.Queue.CallNextAsync(_office.Clerk("2"), "2")).Ordinal);
        Assert.True(newcomer.Score > transferred.Score);
        await OfficeTruth.HoldsAsync(_office);
    }
}
