using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>How many numbers one phone holds, and what is remembered of a ticket besides its place.</summary>
public class PhoneLimitTests(EngineFixture engines)
{
    private readonly Office _office = new(engines.Redis);

    [Fact]
    public async Task A_phone_holds_one_number_of_a_service_until_its_visit_is_over()
    {
        await _office.OpenDayAsync();
        var first = Office.Done(await IssueAsync("phone1"));

        Assert.Equal(ProblemCodes.AlreadyWaiting, (await IssueAsync("phone1")).Code);
        Assert.True((await IssueAsync("phone1", service: "passport")).Ok);
        Assert.True((await IssueAsync("phone2")).Ok);
        Assert.True((await IssueAsync(null)).Ok && (await IssueAsync(null)).Ok);

        Assert.True((await _office.Queue.CancelAsync(_office.Citizen(), first.Ordinal)).Ok);
        Assert.True((await IssueAsync("phone1")).Ok);
    }

    [Fact]
    public async Task A_number_that_is_used_again_by_somebody_else_does_not_count()
    {
        await _office.OpenDayAsync();
        var first = Office.Done(await IssueAsync("phone1", to: 1));
        Assert.True((await _office.Queue.CancelAsync(_office.Citizen(), first.Ordinal)).Ok);
        Assert.Equal(first.Number, Office.Done(await IssueAsync("phone2", to: 1)).Number);

        Assert.Equal(ProblemCodes.NumbersExhausted, (await IssueAsync("phone1", to: 1)).Code);
    }

    [Fact]
    public async Task Ten_requests_of_one_phone_at_once_give_one_number_and_a_family_as_many_as_the_office_allows()
    {
        for (var round = 0; round < 20; round++)
        {
            var office = new Office(engines.Redis);
            await office.OpenDayAsync();
            var alone = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => IssueAsync("phone1", office: office)));
            var family = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => IssueAsync("phone1", most: 4, office: office)));

            Assert.Single(alone, reply => reply.Ok);
            Assert.Equal(3, family.Count(reply => reply.Ok));
            await OfficeTruth.HoldsAsync(office);
        }
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_phone_after_closing()
    {
        await _office.OpenDayAsync();
        await IssueAsync("phone1");
        Assert.True(await _office.Database.KeyExistsAsync(RedisKeys.Phones(_office.Slug)));

        Assert.True((await _office.Queue.CloseDayAsync(_office.System())).Ok);

        Assert.False(await _office.Database.KeyExistsAsync(RedisKeys.Phones(_office.Slug)));
    }

    [Fact]
    public async Task What_was_foretold_stays_with_the_ticket_and_is_told_anew_on_arrival()
    {
        await _office.OpenDayAsync();
        var ticket = Office.Done(await _office.Queue.IssueAsync(
            _office.Citizen(), Office.Issue(onTheWay: true) with { Expected = new TicketExpectation(5, 20, 4), WatchHash = "watch" }));
        Assert.Equal((new TicketExpectation(5, 20, 4), "watch"), (ticket.Expected, ticket.WatchHash));

        var there = Office.Done(await _office.Queue.ArriveAsync(_office.Citizen(), ticket.Ordinal, Office.Minute, new TicketExpectation(2, 9, 1)));

        Assert.Equal(new TicketExpectation(2, 9, 1), there.Expected);
        Assert.Equal(there, FoldTruth.Of(_office.Slug, await OfficeTruth.LogAsync(_office)).ByWatch("watch") is { } seen ? seen with { Journey = there.Journey } : null);
    }

    [Fact]
    public async Task A_visit_is_rated_when_it_is_over_and_may_be_rated_otherwise()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        var ticket = (await _office.IssuedAsync()).Ordinal;
        await _office.ServingAsync("1", ticket);
        Office.Done(await _office.Queue.CompleteAsync(_office.Clerk("1"), "1", ticket));

        Assert.Equal(5, Office.Done(await _office.Queue.RateAsync(_office.Citizen(), ticket, 5)).Rating);
        var again = await _office.Queue.RateAsync(_office.Citizen(), ticket, 5);
        Assert.True(again is { Ok: true, Event: null });
        var otherwise = Office.Done(await _office.Queue.RateAsync(_office.Citizen(), ticket, 2));
        Assert.Equal((2, TicketState.Done), (otherwise.Rating, otherwise.State));
        await OfficeTruth.HoldsAsync(_office);
    }

    private Task<QueueReply> IssueAsync(string? phone, int most = 1, string service = "register", int to = 999, Office? office = null) =>
        (office ?? _office).Queue.IssueAsync(
            (office ?? _office).Citizen(), Office.Issue(service, to: to) with { Phone = phone is null ? null : new PhoneLimit(phone, most) });
}
