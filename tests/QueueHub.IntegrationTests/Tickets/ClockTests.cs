using QueueHub.Contracts;
using QueueHub.Tickets;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Nodes' clocks, office time and the business day.</summary>
public class ClockTests(EngineFixture engines)
{
    private readonly Office _office = new(engines.Redis);

    [Theory]
    [InlineData(-5000, ProblemCodes.ClockSkew)]
    [InlineData(5000, ProblemCodes.ClockSkew)]
    [InlineData(-1000, null)]
    [InlineData(1000, null)]
    public async Task A_node_whose_clock_is_off_by_more_than_two_seconds_is_refused(int milliseconds, string? code)
    {
        var office = new Office(engines.Redis, simulated: false) { Now = await RedisTimeAsync() };
        await office.OpenDayAsync();
        office.Now = await RedisTimeAsync() + milliseconds;
        var before = await Snapshot.OfAsync(office);

        var reply = await office.Queue.IssueAsync(office.Citizen(), Office.Issue());

        Assert.Equal(code, reply.Code);
        if (code is not null)
        {
            await before.UnchangedAsync(office);
        }
    }

    [Fact]
    public async Task An_office_is_not_founded_by_a_clock_that_is_off()
    {
        var office = new Office(engines.Redis, simulated: false) { Now = await RedisTimeAsync() - Office.Minute };

        var reply = await office.Queue.OpenDayAsync(office.System(), new DayOpening("epoch1", 0, 0, Simulated: false));

        Assert.Equal(ProblemCodes.ClockSkew, reply.Code);
        Assert.False(await office.Database.KeyExistsAsync(RedisKeys.Meta(office.Slug)));
    }

    [Fact]
    public async Task Office_time_never_goes_back_when_nodes_disagree()
    {
        await _office.OpenDayAsync();
        var ahead = await _office.IssuedAsync();
        _office.Now -= 1500;

        var behind = await _office.IssuedAsync();

        Assert.Equal(ahead.Issued, behind.Issued);
        Assert.Equal(ahead.Joined + 1, behind.Joined);
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task Tickets_of_one_millisecond_join_one_after_the_other()
    {
        await _office.OpenDayAsync();

        var tickets = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _office.IssuedAsync()));

        var inOrder = tickets.OrderBy(ticket => ticket.Ordinal).ToList();
        Assert.Equal(Enumerable.Range(0, 50).Select(i => _office.Now + i), inOrder.Select(ticket => ticket.Joined));
    }

    [Fact]
    public async Task A_node_that_still_believes_in_yesterday_is_told_so()
    {
        await _office.OpenDayAsync();
        Assert.True((await _office.Queue.CloseDayAsync(_office.System())).Ok);
        await _office.OpenDayAsync(Office.NextDay);

        Assert.Equal(ProblemCodes.DayChanged, (await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue())).Code);
        var today = _office.By("citizen", Office.NextDay);
        Assert.Equal(Office.NextDay, Office.Done(await _office.Queue.IssueAsync(today, Office.Issue())).Day);
    }

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2026-3-09")]
    [InlineData("tomorrow")]
    public async Task The_business_day_only_moves_forward(string day)
    {
        await _office.OpenDayAsync();
        Assert.True((await _office.Queue.CloseDayAsync(_office.System())).Ok);
        var before = await Snapshot.OfAsync(_office);

        var reply = await _office.Queue.OpenDayAsync(_office.System(day), new DayOpening("epoch2", 0, 0, Simulated: true));

        Assert.Equal(day.StartsWith('2') && day.Length == 10 ? ProblemCodes.WrongState : ProblemCodes.InvalidRequest, reply.Code);
        await before.UnchangedAsync(_office);
    }

    private async Task<long> RedisTimeAsync() =>
        new DateTimeOffset(await engines.Redis.GetServers()[0].TimeAsync(), TimeSpan.Zero).ToUnixTimeMilliseconds();
}
