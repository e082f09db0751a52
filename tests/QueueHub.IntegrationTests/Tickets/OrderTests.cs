using CsCheck;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Who is called before whom.</summary>
public class OrderTests(EngineFixture engines)
{
    private const long LargestCredit = 15 * Office.Minute;

    private readonly Office _office = new(engines.Redis);

    [Fact]
    public async Task The_longest_waiting_of_all_primary_services_is_called_and_helping_ones_only_when_those_are_empty()
    {
        await ReadyAsync(["register", "passport"]);
        var helped = await _office.IssuedAsync("tax");
        _office.Now += Office.Minute;
        var first = await _office.IssuedAsync("passport");
        _office.Now += Office.Minute;
        var second = await _office.IssuedAsync("register");

        Assert.Equal([first.Ordinal, second.Ordinal, helped.Ordinal], await NextAsync(3));
        Assert.Equal(ProblemCodes.NobodyWaiting, (await CallNextAsync()).Code);
    }

    [Fact]
    public async Task A_priority_class_goes_before_those_who_joined_less_than_its_credit_earlier()
    {
        await ReadyAsync(["register"]);
        var early = await _office.IssuedAsync();
        _office.Now += 6 * Office.Minute;
        var late = await _office.IssuedAsync();
        _office.Now += 5 * Office.Minute;
        var priority = await _office.IssuedAsync(credit: 10 * Office.Minute);

        Assert.Equal([early.Ordinal, priority.Ordinal, late.Ordinal], await NextAsync(3));
    }

    [Fact]
    public async Task Equal_scores_keep_the_order_of_issue_also_across_lines()
    {
        await ReadyAsync(["passport", "register"]);
        var tickets = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            tickets.Add((await _office.IssuedAsync(i % 2 == 0 ? "register" : "passport", credit: i)).Ordinal);
        }

        foreach (var ordinal in tickets)
        {
            Assert.Equal(ordinal, await NextAsync());
        }
    }

    [Fact]
    public async Task Letting_two_go_first_puts_a_ticket_just_behind_them_a_limited_number_of_times()
    {
        await ReadyAsync(["register"]);
        var tickets = new List<TicketRow>();
        for (var i = 0; i < 4; i++)
        {
            tickets.Add(await _office.IssuedAsync());
            _office.Now += Office.Minute;
        }

        var moved = Office.Done(await _office.Queue.RequeueAsync(_office.Citizen(), tickets[0].Ordinal, 2, limit: 1));
        Assert.Equal((1, TicketState.Waiting, tickets[0].Since), (moved.Requeued, moved.State, moved.Since));
        Assert.Equal(ProblemCodes.RequeueLimit, (await _office.Queue.RequeueAsync(_office.Citizen(), tickets[0].Ordinal, 1, limit: 1)).Code);

        Assert.Equal([tickets[1].Ordinal, tickets[2].Ordinal, tickets[0].Ordinal, tickets[3].Ordinal], await NextAsync(4));
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task Letting_more_go_first_than_follow_puts_a_ticket_last_and_alone_it_stays()
    {
        await ReadyAsync(["register"]);
        var first = await _office.IssuedAsync();
        Assert.Equal(first.Score, Office.Done(await _office.Queue.RequeueAsync(_office.Citizen(), first.Ordinal, 5, limit: 9)).Score);
        var second = await _office.IssuedAsync();

        Office.Done(await _office.Queue.RequeueAsync(_office.Citizen(), first.Ordinal, 5, limit: 9));

        Assert.Equal([second.Ordinal, first.Ordinal], await NextAsync(2));
    }

    [Fact]
    public async Task A_ticket_behind_a_later_issued_one_needs_no_higher_score_than_an_earlier_issued_one_does()
    {
        await ReadyAsync(["register"]);
        var walkIn = await _office.IssuedAsync();
        var priority = await _office.IssuedAsync(credit: Office.Minute);

        var moved = Office.Done(await _office.Queue.RequeueAsync(_office.Citizen(), priority.Ordinal, 1, limit: 1));

        Assert.Equal(walkIn.Score, moved.Score);
        Assert.Equal([walkIn.Ordinal, priority.Ordinal], await NextAsync(2));
    }

    [Fact]
    public async Task A_called_ticket_put_back_is_called_again_first_and_that_is_not_counted()
    {
        await ReadyAsync(["register"]);
        var first = await _office.IssuedAsync();
        await _office.IssuedAsync();
        Assert.Equal(first.Ordinal, Office.Done(await CallNextAsync()).Ordinal);

        var back = Office.Done(await _office.Queue.RequeueAsync(_office.Clerk("1"), first.Ordinal, 0, limit: 0));

        Assert.Equal((0, first.Score, null), (back.Requeued, back.Score, back.Counter));
        Assert.Equal(first.Ordinal, await NextAsync());
    }

    [Fact]
    public async Task Whoever_missed_the_call_joins_anew_a_limited_number_of_times()
    {
        await ReadyAsync(["register"]);
        var absent = await _office.IssuedAsync();
        var present = await _office.IssuedAsync();
        _office.Now += 10 * Office.Minute;
        Office.Done(await CallNextAsync());
        Office.Done(await _office.Queue.NoShowAsync(_office.Clerk("1"), "1", absent.Ordinal));

        var reinstated = Office.Done(await _office.Queue.ReinstateAsync(_office.Clerk("1"), absent.Ordinal, limit: 1));

        Assert.Equal((1, _office.Now, 10 * Office.Minute), (reinstated.Reinstated, reinstated.Score, reinstated.Waited));
        Assert.Equal(present.Ordinal, await NextAsync());
        Office.Done(await CallNextAsync());
        Office.Done(await _office.Queue.NoShowAsync(_office.Clerk("1"), "1", absent.Ordinal));
        Assert.Equal(ProblemCodes.ReinstateLimit, (await _office.Queue.ReinstateAsync(_office.Clerk("1"), absent.Ordinal, limit: 1)).Code);
    }

    [Fact]
    public async Task Only_waiting_counts_as_waited_not_being_parked_or_served()
    {
        await ReadyAsync(["register"]);
        var ticket = await _office.IssuedAsync();
        _office.Now += 4 * Office.Minute;
        await _office.ServingAsync("1", ticket.Ordinal);
        _office.Now += 10 * Office.Minute;
        Office.Done(await _office.Queue.ParkAsync(_office.Clerk("1"), "1", ticket.Ordinal, null));
        _office.Now += 20 * Office.Minute;
        Office.Done(await _office.Queue.ResumeAsync(_office.Clerk("1"), ticket.Ordinal));
        _office.Now += 3 * Office.Minute;

        Assert.Equal(7 * Office.Minute, Office.Done(await CallNextAsync()).Waited);
    }

    [Fact]
    public async Task The_way_to_the_office_counts_up_to_a_cap()
    {
        await ReadyAsync(["register"]);
        var near = await _office.IssuedAsync(onTheWay: true);
        var far = await _office.IssuedAsync(onTheWay: true);
        Assert.Equal(ProblemCodes.NobodyWaiting, (await CallNextAsync()).Code);
        _office.Now += 5 * Office.Minute;
        Assert.Equal(near.Issued, Office.Done(await _office.Queue.ArriveAsync(_office.Citizen(), near.Ordinal, 15 * Office.Minute)).Score);
        _office.Now += 25 * Office.Minute;

        Assert.Equal(far.Issued + (15 * Office.Minute), Office.Done(await _office.Queue.ArriveAsync(_office.Citizen(), far.Ordinal, 15 * Office.Minute)).Score);
    }

    /// <summary>Whatever the arrivals, classes and calls: nobody is passed by somebody who joined later than the largest credit after them.</summary>
    [Fact]
    public async Task Nobody_starves()
    {
        var visit = Gen.Select(Gen.Long[0, 3 * Office.Minute], Gen.Long[0, LargestCredit], Gen.Bool);
        await visit.List[20, 60].SampleAsync(
            async visits =>
            {
                var office = new Office(engines.Redis);
                await office.OpenDayAsync();
                await office.OpenCounterAsync("1");
                foreach (var (pause, credit, call) in visits)
                {
                    office.Now += pause;
                    await office.IssuedAsync(credit: credit);
                    if (call)
                    {
                        await FinishNextAsync(office);
                    }
                }

                while (await FinishNextAsync(office))
                {
                }

                var called = (await OfficeTruth.HoldsAsync(office)).Where(@event => @event.Type == EventType.TicketCalled).Select(@event => @event.Tickets![0]).ToList();
                Assert.Equal(visits.Count, called.Count);
                foreach (var (place, passed) in called.Index())
                {
                    Assert.All(called.Take(place), before => Assert.True(before.Joined <= passed.Joined + LargestCredit));
                }
            },
            iter: 10, threads: 1);
    }

    private static async Task<bool> FinishNextAsync(Office office)
    {
        var called = await office.Queue.CallNextAsync(office.Clerk("1"), "1");
        if (!called.Ok)
        {
            return false;
        }

        Office.Done(await office.Queue.StartAsync(office.Clerk("1"), "1", called.Ticket!.Ordinal));
        Office.Done(await office.Queue.CompleteAsync(office.Clerk("1"), "1", called.Ticket.Ordinal, null));
        return true;
    }

    private async Task ReadyAsync(string[] primary)
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1", primary, ["tax"]);
    }

    private Task<QueueReply> CallNextAsync() => _office.Queue.CallNextAsync(_office.Clerk("1"), "1");

    /// <summary>Calls and serves so many; their ordinals in the order of the calls.</summary>
    private async Task<List<long>> NextAsync(int count)
    {
        var called = new List<long>();
        while (called.Count < count)
        {
            called.Add(await NextAsync());
        }

        return called;
    }

    private async Task<long> NextAsync()
    {
        var called = Office.Done(await CallNextAsync());
        Office.Done(await _office.Queue.StartAsync(_office.Clerk("1"), "1", called.Ordinal));
        Office.Done(await _office.Queue.CompleteAsync(_office.Clerk("1"), "1", called.Ordinal, null));
        return called.Ordinal;
    }
}
