using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Founding an office, closing its day, opening the next.</summary>
public class DayTests(EngineFixture engines)
{
    private readonly Office _office = new(engines.Redis);

    [Fact]
    public async Task An_office_that_Redis_does_not_know_takes_no_command_until_its_day_is_opened()
    {
        Assert.Equal(ProblemCodes.Unavailable, (await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue())).Code);
        Assert.Equal(ProblemCodes.Unavailable, (await _office.Queue.CloseDayAsync(_office.System())).Code);

        await _office.OpenDayAsync();

        Assert.Equal(1, (await _office.IssuedAsync()).Number);
    }

    [Fact]
    public async Task An_office_is_founded_above_what_history_knows()
    {
        var opened = await _office.Queue.OpenDayAsync(_office.System(), new DayOpening("epoch7", 4000, 900, Simulated: true));

        Assert.Equal((4001, "epoch7", EventType.DayOpened), (opened.Event!.Version, opened.Event.Epoch, opened.Event.Type));
        Assert.Equal(901, (await _office.IssuedAsync()).Ordinal);
        await OfficeTruth.HoldsAsync(_office);
    }

    [Theory]
    [InlineData("", 0, 0, ProblemCodes.Unavailable)]
    [InlineData("epoch1", -1, 0, ProblemCodes.InvalidRequest)]
    [InlineData("epoch1", 0, -1, ProblemCodes.InvalidRequest)]
    [InlineData("epoch1", 99_999_999_999_999, 0, ProblemCodes.InvalidRequest)]
    [InlineData("epoch1", 0, 999_999_999_999, ProblemCodes.InvalidRequest)]
    public async Task An_office_is_not_founded_without_an_epoch_nor_outside_the_range_of_numbers(string epoch, long version, long ordinal, string code)
    {
        var reply = await _office.Queue.OpenDayAsync(_office.System(), new DayOpening(epoch, version, ordinal, Simulated: true));

        Assert.Equal(code, reply.Code);
        Assert.False(await _office.Database.KeyExistsAsync(RedisKeys.Meta(_office.Slug)));
    }

    [Fact]
    public async Task Versions_at_the_end_of_their_range_stay_exact_and_then_nothing_more_is_written()
    {
        Assert.True((await _office.Queue.OpenDayAsync(_office.System(), new DayOpening("epoch1", 99_999_999_999_996, 999_999_999_997, Simulated: true))).Ok);
        var ticket = await _office.IssuedAsync();
        Assert.Equal(999_999_999_998, ticket.Ordinal);
        Assert.Equal(99_999_999_999_998, (await OfficeTruth.HoldsAsync(_office))[^1].Version);
        await _office.OpenCounterAsync("1");
        var before = await Snapshot.OfAsync(_office);

        Assert.Equal(ProblemCodes.Internal, (await _office.Queue.CallNextAsync(_office.Clerk("1"), "1")).Code);
        await before.UnchangedAsync(_office);
    }

    [Fact]
    public async Task Ordinals_at_the_end_of_their_range_are_exhausted()
    {
        Assert.True((await _office.Queue.OpenDayAsync(_office.System(), new DayOpening("epoch1", 0, 999_999_999_998, Simulated: true))).Ok);
        await _office.IssuedAsync();

        Assert.Equal(ProblemCodes.NumbersExhausted, (await _office.Queue.IssueAsync(_office.Citizen(), Office.Issue())).Code);
    }

    [Fact]
    public async Task Closing_ends_every_living_ticket_destroys_the_forms_and_the_next_day_starts_with_number_one()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        var served = await _office.IssuedAsync(form: Office.Form());
        await _office.ServingAsync("1", served.Ordinal);
        var waiting = await _office.IssuedAsync(form: Office.Form());

        var expired = await _office.Queue.ExpireTicketsAsync(_office.System(), [served.Ordinal, waiting.Ordinal, 77]);

        Assert.Equal(
            [(TicketState.Done, "closing"), (TicketState.Expired, null)],
            expired.Event!.Tickets!.Select(ticket => (ticket.State, ticket.Result)));
        Assert.Equal((null, 1), (expired.Event.Counters![0].Ticket, expired.Event.Counters[0].Done));
        Assert.False(await _office.Database.KeyExistsAsync(RedisKeys.Submission(_office.Slug, served.Ordinal)));
        Assert.False(await _office.Database.KeyExistsAsync(RedisKeys.Submission(_office.Slug, waiting.Ordinal)));
        var closed = await _office.Queue.CloseDayAsync(_office.System());
        Assert.Equal((CounterState.Closed, null), (closed.Event!.Counters![0].State, closed.Event.Counters[0].Staff));

        await _office.OpenDayAsync(Office.NextDay);

        var next = Office.Done(await _office.Queue.IssueAsync(_office.By("citizen", Office.NextDay), Office.Issue()));
        Assert.Equal((1, 3L), (next.Number, next.Ordinal));
        Assert.Equal(0, (await _office.CounterAsync("1")).Done);
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task What_still_lives_when_the_day_is_closed_ends_with_it()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        await _office.OpenCounterAsync("2");
        var served = await _office.IssuedAsync(form: Office.Form());
        await _office.ServingAsync("1", served.Ordinal);
        var called = await _office.IssuedAsync(form: Office.Form());
        await _office.CalledAsync("2", called.Ordinal);
        var waiting = await _office.IssuedAsync("tax", form: Office.Form());

        var closed = await _office.Queue.CloseDayAsync(_office.System());

        Assert.Equal(
            [(served.Ordinal, TicketState.Done, "closing"), (called.Ordinal, TicketState.Expired, null), (waiting.Ordinal, TicketState.Expired, null)],
            closed.Event!.Tickets!.OrderBy(ticket => ticket.Ordinal).Select(ticket => (ticket.Ordinal, ticket.State, ticket.Result)));
        Assert.Equal(
            [("1", CounterState.Closed, null, 1), ("2", CounterState.Closed, null, 0)],
            closed.Event.Counters!.OrderBy(counter => counter.Id).Select(counter => (counter.Id, counter.State, counter.Ticket, counter.Done)));
        Assert.All(
            new[] { served, called, waiting }, ticket => Assert.False(_office.Database.KeyExists(RedisKeys.Submission(_office.Slug, ticket.Ordinal))));
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task A_day_on_which_too_many_live_for_one_script_is_not_closed_yet()
    {
        await _office.OpenDayAsync();
        var tickets = await Task.WhenAll(Enumerable.Range(0, 201).Select(_ => _office.IssuedAsync()));
        var before = await Snapshot.OfAsync(_office);
        Assert.Equal(ProblemCodes.WrongState, (await _office.Queue.CloseDayAsync(_office.System())).Code);
        await before.UnchangedAsync(_office);

        Assert.True((await _office.Queue.ExpireTicketsAsync(_office.System(), [tickets[7].Ordinal])).Ok);

        Assert.Equal(200, (await _office.Queue.CloseDayAsync(_office.System())).Event!.Tickets!.Count);
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task A_thousand_tickets_expire_in_batches()
    {
        await _office.OpenDayAsync();
        var tickets = await Task.WhenAll(Enumerable.Range(0, 999).Select(_ => _office.IssuedAsync(form: Office.Form())));

        foreach (var batch in tickets.Select(ticket => ticket.Ordinal).Chunk(500))
        {
            Assert.Equal(batch.Length, (await _office.Queue.ExpireTicketsAsync(_office.System(), batch)).Event!.Tickets!.Count);
        }

        Assert.True((await _office.Queue.CloseDayAsync(_office.System())).Ok);
        await OfficeTruth.HoldsAsync(_office);
    }
}
