using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Nodes' clocks, office time and the business day.</summary>
public class ClockTests(EngineFixture engines)
{
    private static readonly TimeSpan TooLate = TimeSpan.FromSeconds(5);

    private readonly Office _office = new(engines.Redis);

    [Theory]
    [InlineData(-1000)]
    [InlineData(1000)]
    public async Task A_node_whose_clock_is_off_by_up_to_two_seconds_is_believed(int milliseconds)
    {
        var office = await OpenAsync();

        // Whatever takes its time on the way is off by that, too.
        await Eventually.TrueAsync(
            async () =>
            {
                office.Now = await RedisTimeAsync() + milliseconds;
                return (await office.Queue.IssueAsync(office.Citizen(), Office.Issue())).Ok;
            },
            "a number is given");
    }

    [Theory]
    [InlineData(-60_000)]
    [InlineData(60_000)]
    [InlineData(-2500)]
    public async Task A_node_whose_clock_is_off_by_more_is_refused(int milliseconds)
    {
        var office = await OpenAsync();
        var before = await Snapshot.OfAsync(office);
        office.Now = await RedisTimeAsync() + milliseconds;

        var reply = await office.Queue.IssueAsync(office.Citizen(), Office.Issue());

        Assert.Equal(ProblemCodes.ClockSkew, reply.Code);
        await before.UnchangedAsync(office);
    }

    [Fact]
    public async Task A_command_that_reached_Redis_too_late_is_sent_once_more_and_nobody_is_told_of_a_wrong_clock()
    {
        var office = await OpenAsync();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var node = await Node.StartAsync(engines, office.Document("Asia/Seoul"), time);
        var sent = new List<string?>();
        await Eventually.TrueAsync(
            async () =>
            {
                var now = DateTimeOffset.UtcNow;
                time.SetUtcNow(now > time.GetUtcNow() ? now : time.GetUtcNow());
                sent.Clear();
                var reply = await node.Commands.RunAsync(node.Office, new Caller("citizen", "device", Channels.Phone, "ko"), async (queue, context) =>
                {
                    var answer = await queue.IssueAsync(sent is [] ? context with { Now = context.Now - (long)TooLate.TotalMilliseconds } : context, Office.Issue());
                    time.Advance(sent is [] ? TimeSpan.FromSeconds(1.5) : TimeSpan.Zero);
                    sent.Add(answer.Code);
                    return answer;
                });
                return reply.Ok;
            },
            "a number is given");

        Assert.Equal([ProblemCodes.ClockSkew, null], sent);
        await Eventually.TrueAsync(() => node.State.Tickets.Values.SingleOrDefault() is { Number: 1 }, "one number was given");
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

    private async Task<Office> OpenAsync()
    {
        var office = new Office(engines.Redis, simulated: false);
        await Eventually.TrueAsync(
            async () =>
            {
                office.Now = await RedisTimeAsync();
                return (await office.Queue.OpenDayAsync(office.System(), new DayOpening("epoch1", 0, 0, Simulated: false))).Ok;
            },
            "the day is open");
        return office;
    }

    private async Task<long> RedisTimeAsync() =>
        new DateTimeOffset(await engines.Redis.GetServers()[0].TimeAsync(), TimeSpan.Zero).ToUnixTimeMilliseconds();
}
