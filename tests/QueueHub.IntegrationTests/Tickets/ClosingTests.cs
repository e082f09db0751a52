using System.Diagnostics;
using System.Globalization;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Several nodes end the same day, and open the next one, while numbers are still being given.</summary>
public class ClosingTests(EngineFixture engines)
{
    private const int Days = 6;
    private const int Nodes = 3;
    private const int Waiting = 350;
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(60);

    private readonly Office _office = new(engines.Redis);
    private readonly DateOnly _firstDay = DateOnly.ParseExact(Office.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Nodes_that_close_at_once_while_numbers_are_given_end_each_ticket_once()
    {
        await _office.OpenDayAsync();
        var document = _office.Document("Asia/Seoul");
        var nodes = await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => Node.StartAsync(engines, document, TimeProvider.System)));
        for (var day = _firstDay; day < _firstDay.AddDays(Days); day = day.AddDays(1))
        {
            await DayAsync(nodes, $"{day:yyyy-MM-dd}");
            Assert.True((await _office.Queue.OpenDayAsync(_office.System($"{day.AddDays(1):yyyy-MM-dd}"), new("", 0, 0, Simulated: true))).Ok);
        }

        var log = await OfficeTruth.HoldsAsync(_office);
        var issued = log.Where(@event => @event.Type == EventType.TicketIssued).Select(@event => @event.Tickets![0].Ordinal).ToList();
        var ended = log.Where(@event => @event.Type is EventType.TicketsExpired or EventType.DayClosed).SelectMany(@event => @event.Tickets ?? []).ToList();
        Assert.Equal(issued, ended.Select(ticket => ticket.Ordinal).Order());
        Assert.Equal(Days, ended.Count(ticket => (ticket.State, ticket.Result) == (TicketState.Done, "closing")));
        Assert.All(ended, ticket => Assert.True(ticket.State == TicketState.Expired || ticket.Result == "closing"));
        Assert.Equal(Days, log.Count(@event => @event.Type == EventType.DayClosed));
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    private async Task DayAsync(Node[] nodes, string day)
    {
        Assert.True((await _office.Queue.OpenCounterAsync(_office.By("staff:clerk1", day), "1", ["register"], [])).Ok);
        var served = await IssueAsync(day);
        Assert.True((await _office.Queue.CallAsync(_office.By("staff:clerk1", day), "1", served!.Ordinal, null)).Ok);
        Assert.True((await _office.Queue.StartAsync(_office.By("staff:clerk1", day), "1", served.Ordinal)).Ok);
        await Task.WhenAll(Enumerable.Range(0, Waiting).Select(_ => IssueAsync(day)));
        var late = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => UntilClosedAsync(day)));

        // Each as far as it has read: one still knows little of the day, another all.
        var began = Stopwatch.GetTimestamp();
        var closings = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Days.CloseAsync(node.Office, node.State))));
        await late.WaitAsync(Promptly);

        Assert.True(Stopwatch.GetElapsedTime(began) < Promptly, $"closing took {Stopwatch.GetElapsedTime(began)}");
        Assert.Single(closings, closing => closing.Ok);
        Assert.All(closings, closing => Assert.Contains(closing.Code, new[] { null, ProblemCodes.WrongState }));
        Assert.Equal(0, await _office.Database.HashLengthAsync(RedisKeys.Living(_office.Slug)));
    }

    private async Task UntilClosedAsync(string day)
    {
        while (await IssueAsync(day) is not null)
        {
        }
    }

    private async Task<TicketRow?> IssueAsync(string day)
    {
        var reply = await _office.Queue.IssueAsync(_office.By("citizen", day), Office.Issue(to: 9999));
        Assert.Contains(reply.Code, new[] { null, ProblemCodes.DayClosed });
        return reply.Ticket;
    }
}
