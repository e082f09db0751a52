using System.Collections.Concurrent;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Many clerks and citizens at once.</summary>
public class ContentionTests(EngineFixture engines)
{
    private const int Clerks = 20;
    private const int Tickets = 500;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Twenty_clerks_call_from_five_hundred_tickets_and_each_goes_to_exactly_one(int round)
    {
        var office = new Office(engines.Redis);
        await office.OpenDayAsync();
        await Task.WhenAll(Enumerable.Range(1, Clerks).Select(clerk => office.OpenCounterAsync(Office.Text(clerk), ["register", "passport"])));
        var random = new Random(round);
        var issued = await Task.WhenAll(Enumerable.Range(0, Tickets).Select(i =>
            office.IssuedAsync(i % 3 == 0 ? "passport" : "register", credit: random.Next(3) * Office.Minute)));
        var called = new ConcurrentBag<long>();

        await Task.WhenAll(Enumerable.Range(1, Clerks).Select(clerk => WorkAsync(office, Office.Text(clerk), called)));

        Assert.Equal(issued.Select(ticket => ticket.Ordinal).Order(), called.Order());
        var log = await OfficeTruth.HoldsAsync(office);
        var order = log.Where(@event => @event.Type == EventType.TicketCalled).Select(@event => (@event.Tickets![0].Score, @event.Tickets[0].Ordinal)).ToList();
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public async Task Clerks_who_call_while_citizens_come_skip_nobody()
    {
        var office = new Office(engines.Redis);
        await office.OpenDayAsync();
        await Task.WhenAll(Enumerable.Range(1, 8).Select(clerk => office.OpenCounterAsync(Office.Text(clerk))));
        var called = new ConcurrentBag<long>();
        var coming = Task.WhenAll(Enumerable.Range(0, 300).Select(_ => office.IssuedAsync()));

        await Task.WhenAll(Enumerable.Range(1, 8).Select(clerk => WorkAsync(office, Office.Text(clerk), called, coming)));

        Assert.Equal((await coming).Select(ticket => ticket.Ordinal).Order(), called.Order());
        await OfficeTruth.HoldsAsync(office);
    }

    [Fact]
    public async Task One_ticket_wanted_by_all_clerks_goes_to_one()
    {
        var office = new Office(engines.Redis);
        await office.OpenDayAsync();
        await Task.WhenAll(Enumerable.Range(1, Clerks).Select(clerk => office.OpenCounterAsync(Office.Text(clerk))));
        for (var round = 0; round < 20; round++)
        {
            var ticket = await office.IssuedAsync();
            var replies = await Task.WhenAll(Enumerable.Range(1, Clerks).Select(clerk =>
                office.Queue.CallAsync(office.Clerk(Office.Text(clerk)), Office.Text(clerk), ticket.Ordinal, null)));

            var winner = Assert.Single(replies, reply => reply.Ok);
            Assert.All(replies.Where(reply => !reply.Ok), reply => Assert.Equal(ProblemCodes.WrongState, reply.Code));
            Office.Done(await office.Queue.CancelAsync(office.Citizen(), winner.Ticket!.Ordinal));
        }

        await OfficeTruth.HoldsAsync(office);
    }

    [Fact]
    public async Task A_citizen_who_cancels_while_being_called_is_either_called_or_gone()
    {
        var office = new Office(engines.Redis);
        await office.OpenDayAsync();
        await office.OpenCounterAsync("1");
        for (var round = 0; round < 50; round++)
        {
            var ticket = await office.IssuedAsync();
            var calling = office.Queue.CallNextAsync(office.Clerk("1"), "1");
            var cancelling = office.Queue.CancelAsync(office.Citizen(), ticket.Ordinal);
            await Task.WhenAll(calling, cancelling);

            Assert.True((await cancelling).Ok);
            Assert.True((await calling).Ok || (await calling).Code == ProblemCodes.NobodyWaiting);
            Assert.Equal(TicketState.Cancelled, (await office.TicketAsync(ticket.Ordinal)).State);
            Assert.Null((await office.CounterAsync("1")).Ticket);
        }

        await OfficeTruth.HoldsAsync(office);
    }

    /// <summary>Calls, serves and completes until nobody waits and nobody is still coming.</summary>
    private static async Task WorkAsync(Office office, string counter, ConcurrentBag<long> called, Task? coming = null)
    {
        while (true)
        {
            var last = coming?.IsCompleted ?? true;
            var reply = await office.Queue.CallNextAsync(office.Clerk(counter), counter);
            if (reply.Code == ProblemCodes.NobodyWaiting)
            {
                if (last)
                {
                    return;
                }

                continue;
            }

            var ticket = Office.Done(reply).Ordinal;
            called.Add(ticket);
            Office.Done(await office.Queue.StartAsync(office.Clerk(counter), counter, ticket));
            Office.Done(await office.Queue.CompleteAsync(office.Clerk(counter), counter, ticket, null));
        }
    }
}
