using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>One visit, several counters: the number stays, and who has waited has not waited for nothing.</summary>
public class JourneyTests(EngineFixture engines)
{
    private const long Cap = 60 * Office.Minute;

    private readonly Office _office = new(engines.Redis);

    [Fact]
    public async Task A_visit_through_three_services_keeps_its_number_and_its_waiting_credit()
    {
        await OpenAsync();
        var ticket = Office.Done(await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue() with { Journey = ["register", "passport"] }));
        _office.Now += 20 * Office.Minute;
        await _office.ServingAsync("1", ticket.Ordinal);
        var early = await _office.IssuedAsync("passport");

        var onward = Office.Done(await CompleteAsync("1", ticket.Ordinal));
        Assert.Equal((TicketState.Waiting, "passport", 1, ticket.Number, 20 * Office.Minute), (onward.State, onward.Service, onward.Leg, onward.Number, onward.Waited));

        // Twenty minutes of waiting go before somebody who has only just come.
        Assert.Equal(onward.Ordinal, Office.Done(await _office.Queue.CallNextAsync(_office.Clerk("2"), "2")).Ordinal);
        Office.Done(await _office.Queue.StartAsync(_office.Clerk("2"), "2", ticket.Ordinal));
        Office.Done(await _office.Queue.SetJourneyAsync(_office.Clerk("2"), ticket.Ordinal, ["tax"]));
        var third = Office.Done(await CompleteAsync("2", ticket.Ordinal));
        Assert.Equal(["register", "passport", "tax"], third.Journey);
        Assert.Equal("tax", third.Service);

        await _office.ServingAsync("3", ticket.Ordinal);
        Assert.Equal(TicketState.Done, Office.Done(await CompleteAsync("3", ticket.Ordinal)).State);
        Assert.Equal(early.Ordinal, Office.Done(await _office.Queue.CallNextAsync(_office.Clerk("2"), "2")).Ordinal);
        foreach (var counter in new[] { "1", "2", "3" })
        {
            Assert.Equal(1, (await _office.CounterAsync(counter)).Done);
        }

        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task A_clerk_ends_a_visit_whatever_is_left_of_it()
    {
        await OpenAsync();
        var ticket = Office.Done(await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue() with { Journey = ["register", "passport", "tax"] }));
        await _office.ServingAsync("1", ticket.Ordinal);

        var done = Office.Done(await _office.Queue.CompleteAsync(_office.Clerk("1"), "1", ticket.Ordinal, new Completion(EndVisit: true)));

        Assert.Equal(TicketState.Done, done.State);
        Assert.Equal(["register"], done.Journey);
    }

    [Fact]
    public async Task Who_is_sent_to_one_counter_waits_for_it_alone_until_it_closes()
    {
        await OpenAsync();
        await _office.OpenCounterAsync("4");
        var ticket = await _office.IssuedAsync();
        await _office.ServingAsync("1", ticket.Ordinal);
        await RefusedAsync(ProblemCodes.CounterNotOpen, () => _office.Queue.TransferAsync(_office.Clerk("1"), "1", ticket.Ordinal, null, "9", Cap));
        await RefusedAsync(ProblemCodes.WrongState, () => _office.Queue.TransferAsync(_office.Clerk("1"), "1", ticket.Ordinal, "register", null, Cap));
        var sent = Office.Done(await _office.Queue.TransferAsync(_office.Clerk("1"), "1", ticket.Ordinal, null, "4", Cap));
        Assert.Equal(("4", "register", 0), (sent.Target, sent.Service, sent.Leg));

        // Counter 1 serves the same service, and nobody waits for it.
        await RefusedAsync(ProblemCodes.NobodyWaiting, () => _office.Queue.CallNextAsync(_office.Clerk("1"), "1"));
        Assert.Equal(ticket.Ordinal, Office.Done(await _office.Queue.CallNextAsync(_office.Clerk("4"), "4")).Ordinal);

        Office.Done(await _office.Queue.RequeueAsync(With(_office.Clerk("4"), "4"), ticket.Ordinal, 0, 1));
        Assert.True((await _office.Queue.CloseCounterAsync(_office.Clerk("4"), "4")).Ok);
        Assert.Equal(ticket.Ordinal, Office.Done(await _office.Queue.CallNextAsync(_office.Clerk("1"), "1")).Ordinal);
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task Whoever_is_called_before_others_needs_a_reason_that_says_how_many()
    {
        await OpenAsync();
        await _office.IssuedAsync();
        await _office.IssuedAsync();
        var third = await _office.IssuedAsync();

        await RefusedAsync(ProblemCodes.ReasonRequired, () => _office.Queue.CallAsync(_office.Clerk("1"), "1", third.Ordinal, null));
        var called = await _office.Queue.CallAsync(_office.Clerk("1"), "1", third.Ordinal, "wheelchair");
        Assert.Equal((2, "wheelchair"), (called.Event!.Passed, called.Event.Reason));

        Office.Done(await _office.Queue.ParkAsync(_office.Clerk("1"), "1", third.Ordinal, null));
        await RefusedAsync(ProblemCodes.ReasonRequired, () => _office.Queue.CallAsync(_office.Clerk("1"), "1", third.Ordinal, null));
    }

    [Fact]
    public async Task A_clerk_who_has_looked_calls_nobody_unseen()
    {
        await OpenAsync();
        var first = await _office.IssuedAsync();
        var second = await _office.IssuedAsync();
        await RefusedAsync(ProblemCodes.NextChanged, () => _office.Queue.CallNextAsync(_office.Clerk("1"), "1", second.Ordinal));

        Assert.Equal(first.Ordinal, Office.Done(await _office.Queue.CallNextAsync(_office.Clerk("1"), "1", first.Ordinal)).Ordinal);
    }

    [Fact]
    public async Task A_number_is_not_announced_again_before_people_can_have_stood_up()
    {
        await OpenAsync();
        var ticket = await _office.IssuedAsync();
        await _office.CalledAsync("1", ticket.Ordinal);
        _office.Now += 4_999;
        await RefusedAsync(ProblemCodes.RecallLocked, () => RecallAsync(ticket));
        _office.Now += 1;
        Assert.Equal(2, Office.Done(await RecallAsync(ticket)).Calls);
        await RefusedAsync(ProblemCodes.RecallLocked, () => RecallAsync(ticket));
    }

    private Task<QueueReply> RecallAsync(TicketRow ticket) => _office.Queue.RecallAsync(_office.Clerk("1"), "1", ticket.Ordinal, TimeSpan.FromSeconds(5));

    private Task<QueueReply> CompleteAsync(string counter, long ticket) =>
        _office.Queue.CompleteAsync(_office.Clerk(counter), counter, ticket, new Completion(WaitedCap: Cap));

    private async Task OpenAsync()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        await _office.OpenCounterAsync("2", ["passport"]);
        await _office.OpenCounterAsync("3", ["tax"]);
    }

    private static QueueContext With(QueueContext context, string counter) => context with { Lines = [.. context.Lines, TicketRow.LineOf(counter)] };

    private async Task RefusedAsync(string code, Func<Task<QueueReply>> command)
    {
        var unchanged = await Snapshot.OfAsync(_office);
        Assert.Equal(code, (await command()).Code);
        await unchanged.UnchangedAsync(_office);
    }
}
