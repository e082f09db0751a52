using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Repeated requests, and request ids of others.</summary>
public class RequestTests(EngineFixture engines)
{
    private readonly Office _office = new(engines.Redis);

    [Fact]
    public async Task A_repeated_request_gets_the_same_ticket_and_link_and_does_nothing()
    {
        await _office.OpenDayAsync();
        var (context, issue) = (_office.Citizen(), Office.Issue());
        var first = await _office.Queue.IssueAsync(context, issue);
        await _office.IssuedAsync();
        var before = await Snapshot.OfAsync(_office);

        var repeated = await _office.Queue.IssueAsync(context, issue with { TokenHash = "another", SealedToken = "another" });

        Assert.Equal((null, true, "sealed"), (repeated.Code, repeated.Replayed, repeated.Sealed));
        Assert.Equal(Json(first.Event!), Json(repeated.Event!));
        Assert.False(first.Replayed);
        await before.UnchangedAsync(_office);
    }

    [Fact]
    public async Task A_request_id_with_another_caller_or_body_gets_nothing_of_the_first()
    {
        await _office.OpenDayAsync();
        var context = _office.Citizen();
        Office.Done(await _office.Queue.IssueAsync(context, Office.Issue()));
        var before = await Snapshot.OfAsync(_office);

        var stolen = await _office.Queue.IssueAsync(context with { Request = context.Request with { Hash = "another" } }, Office.Issue());

        Assert.Equal(new QueueReply(ProblemCodes.RequestIdConflict, null), stolen);
        await before.UnchangedAsync(_office);
    }

    [Fact]
    public async Task A_refusal_is_not_stored_so_the_same_request_may_succeed_later()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        var context = _office.Clerk("1");
        Assert.Equal(ProblemCodes.NobodyWaiting, (await _office.Queue.CallNextAsync(context, "1")).Code);
        var ticket = await _office.IssuedAsync();

        Assert.Equal(ticket.Ordinal, Office.Done(await _office.Queue.CallNextAsync(context, "1")).Ordinal);
    }

    [Fact]
    public async Task A_double_click_calls_one_citizen()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        await _office.IssuedAsync();
        await _office.IssuedAsync();
        var context = _office.Clerk("1");

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _office.Queue.CallNextAsync(context, "1")));

        Assert.Single(replies.Select(reply => Office.Done(reply).Ordinal).Distinct());
        Assert.Single(replies, reply => !reply.Replayed);
        await OfficeTruth.HoldsAsync(_office);
    }

    [Fact]
    public async Task An_answer_is_kept_for_ten_minutes_also_past_the_end_of_the_day()
    {
        await _office.OpenDayAsync();
        var (context, issue) = (_office.Citizen(), Office.Issue());
        var ticket = Office.Done(await _office.Queue.IssueAsync(context, issue));
        Office.Done(await _office.Queue.CancelAsync(_office.Citizen(), ticket.Ordinal));
        Assert.True((await _office.Queue.CloseDayAsync(_office.System())).Ok);
        await _office.OpenDayAsync(Office.NextDay);

        Assert.Equal(ticket.Ordinal, Office.Done(await _office.Queue.IssueAsync(context, issue)).Ordinal);
        var remaining = await _office.Database.KeyTimeToLiveAsync(RedisKeys.Request(_office.Slug, context.Request.Id));
        Assert.InRange(remaining!.Value.TotalMinutes, 9, 10);
    }

    private static string Json(OfficeEvent @event) => JsonSerializer.Serialize(@event, RowJson.Default.OfficeEvent);
}
