using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Tickets;

public class VisitTests(RedisFixture fixture) : IClassFixture<RedisFixture>
{
    private readonly Office _office = new(fixture.Redis);

    [Fact]
    public async Task A_visit_goes_from_issue_to_done()
    {
        Office.Done(await _office.OpenDayAsync());
        var ticket = await _office.IssuedAsync(form: Office.Form());
        Assert.Equal((1, TicketState.Waiting, 1L), (ticket.Number, ticket.State, ticket.Ordinal));
        await _office.OpenCounterAsync("3");
        _office.Now += 5 * Office.Minute;
        var called = Office.Done(await _office.Queue.CallNextAsync(_office.Staff("3"), "3")).Ticket!;
        Assert.Equal((ticket.Ordinal, "3", 1, 5 * Office.Minute), (called.Ordinal, called.Counter, called.Calls, called.Waited));
        Office.Done(await _office.Queue.RecallAsync(_office.Staff("3"), "3", ticket.Ordinal));
        Office.Done(await _office.Queue.StartAsync(_office.Staff("3"), "3", ticket.Ordinal));
        var done = Office.Done(await _office.Queue.CompleteAsync(_office.Staff("3"), "3", ticket.Ordinal, "issued"));
        Assert.Equal(TicketState.Done, done.Ticket!.State);
        Assert.Equal(1, done.Event!.Counters![0].Done);
        Assert.Null(done.Event.Counters[0].Ticket);
        Office.Done(await _office.Queue.CloseCounterAsync(_office.Staff("3"), "3"));
        Office.Done(await _office.Queue.CloseDayAsync(_office.System()));
    }
}
