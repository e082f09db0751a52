using QueueHub.Contracts;
using QueueHub.Tickets;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Which number a ticket gets.</summary>
public class NumberTests(EngineFixture engines)
{
    private readonly Office _office = new(engines.Redis);

    [Fact]
    public async Task Each_service_counts_in_its_own_range()
    {
        await _office.OpenDayAsync();

        Assert.Equal([1, 501, 2, 502], await NumbersAsync(("register", 1, 99), ("passport", 501, 599), ("register", 1, 99), ("passport", 501, 599)));
    }

    [Fact]
    public async Task After_the_last_number_it_starts_again_and_skips_those_that_somebody_still_holds()
    {
        await _office.OpenDayAsync();
        var tickets = new List<long>();
        for (var number = 1; number <= 4; number++)
        {
            var ticket = Office.Done(await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue(from: 1, to: 4)));
            Assert.Equal(number, ticket.Number);
            tickets.Add(ticket.Ordinal);
        }

        Assert.Equal(ProblemCodes.NumbersExhausted, (await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue(from: 1, to: 4))).Code);
        await CancelAsync(tickets[2]);
        Assert.Equal(3, await NumberAsync("register", 1, 4));
        await CancelAsync(tickets[1]);
        await CancelAsync(tickets[3]);
        Assert.Equal([4, 2], await NumbersAsync(("register", 1, 4), ("register", 1, 4)));
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task A_changed_range_is_followed_at_once()
    {
        await _office.OpenDayAsync();
        Assert.Equal(1, await NumberAsync("register", 1, 99));

        Assert.Equal([201, 202, 2], await NumbersAsync(("register", 201, 299), ("register", 201, 299), ("register", 1, 99)));
    }

    [Fact]
    public async Task Services_with_overlapping_ranges_never_share_a_number()
    {
        await _office.OpenDayAsync();

        Assert.Equal([1, 2, 3], await NumbersAsync(("register", 1, 9), ("passport", 1, 9), ("register", 1, 9)));
    }

    [Fact]
    public async Task A_parked_and_an_absent_citizen_keep_their_numbers()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        var parked = await _office.IssuedAsync();
        await _office.CalledAsync("1", parked.Ordinal);
        Office.Done(await _office.Queue.ParkAsync(_office.Clerk("1"), "1", parked.Ordinal, null));
        var absent = await _office.IssuedAsync();
        await _office.CalledAsync("1", absent.Ordinal);
        Office.Done(await _office.Queue.NoShowAsync(_office.Clerk("1"), "1", absent.Ordinal));

        Assert.Equal(3, await NumberAsync("register", 1, 3));
        Assert.Equal(ProblemCodes.NumbersExhausted, (await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue(from: 1, to: 3))).Code);
    }

    [Theory]
    [InlineData("pets")]
    [InlineData("")]
    public async Task A_service_the_office_does_not_have_is_unknown(string service)
    {
        await _office.OpenDayAsync();
        var before = await Snapshot.OfAsync(_office);

        Assert.Equal(ProblemCodes.UnknownService, (await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue(service))).Code);
        Assert.Equal(ProblemCodes.UnknownService, (await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue() with { Journey = ["register", service] })).Code);
        Assert.Equal(ProblemCodes.UnknownService, (await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue() with { Journey = [] })).Code);
        await before.UnchangedAsync(_office);
    }

    private async Task<int> NumberAsync(string service, int from, int to) =>
        Office.Done(await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue(service, from, to))).Number;

    private async Task<List<int>> NumbersAsync(params (string Service, int From, int To)[] wanted)
    {
        var numbers = new List<int>();
        foreach (var (service, from, to) in wanted)
        {
            numbers.Add(await NumberAsync(service, from, to));
        }

        return numbers;
    }

    private async Task CancelAsync(long ticket) => Office.Done(await _office.Queue.CancelAsync(_office.Citizen(), ticket));
}
