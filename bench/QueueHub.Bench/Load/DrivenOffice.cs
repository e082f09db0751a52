using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Bench.Servers;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Bench.Load;

/// <summary>One office driven through its queue within this process: the scripts, Redis and its client, and nothing else.</summary>
internal sealed class DrivenOffice(IConnectionMultiplexer redis, string slug, int counters)
{
    // An office of the size that is measured has more numbers than a configuration would give it.
    private const int Numbers = 99_999;

    // As long as a token that Data Protection has encrypted.
    private static readonly string Sealed = new('s', 190);

    private readonly RedisTicketQueue _queue = new(redis, NullLogger<RedisTicketQueue>.Instance);

    public OfficeDocument Document { get; } = BenchOffice.Document(slug, counters);
    public string Slug => Document.Slug;

    /// <summary>Founds the office and opens its day and its counters.</summary>
    public async Task OpenAsync()
    {
        await DoneAsync(_queue.OpenDayAsync(By("system"), new DayOpening("bench", 0, 0, Simulated: false)));
        foreach (var counter in Document.Counters)
        {
            await DoneAsync(_queue.OpenCounterAsync(Clerk(counter.Id), counter.Id, new CounterOpening(counter.Primary, counter.Helping)));
        }
    }

    public Task<OfficeEvent> IssueAsync() => DoneAsync(_queue.IssueAsync(By("citizen"), new TicketIssue(
        Document.ServiceIds, 1, Numbers, PriorityClass.Standard, 0, Channels.Phone, "ko", TicketToken.Hash(TicketToken.New()), Sealed)));

    public Task<OfficeEvent> CallNextAsync(string counter) => DoneAsync(_queue.CallNextAsync(Clerk(counter), counter));
    public Task<OfficeEvent> StartAsync(string counter, long ticket) => DoneAsync(_queue.StartAsync(Clerk(counter), counter, ticket));
    public Task<OfficeEvent> CompleteAsync(string counter, long ticket) => DoneAsync(_queue.CompleteAsync(Clerk(counter), counter, ticket, new Completion("done")));

    /// <summary>Lets so many more people wait, issued by 64 callers at once.</summary>
    public Task FillAsync(int tickets) => AtOnceAsync(64, tickets, _ => IssueAsync());

    /// <summary>So many people come and others are served, at all counters at once: four events each.</summary>
    public Task VisitAsync(int visits) => AtOnceAsync(counters, visits, async caller =>
    {
        var counter = (caller + 1).ToString(CultureInfo.InvariantCulture);
        await IssueAsync();
        await ServeAsync(counter, (await CallNextAsync(counter)).Tickets![0].Ordinal);
    });

    /// <summary>Serves a called ticket; what happened.</summary>
    public async Task<IReadOnlyList<OfficeEvent>> ServeAsync(string counter, long ticket) =>
        [await StartAsync(counter, ticket), await CompleteAsync(counter, ticket)];

    private static Task AtOnceAsync(int callers, int times, Func<int, Task> act) => Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
    {
        for (var i = caller; i < times; i += callers)
        {
            await act(caller);
        }
    }));

    private static async Task<OfficeEvent> DoneAsync(Task<QueueReply> command) =>
        await command is { Ok: true, Event: { } @event } ? @event : throw new InvalidOperationException($"A command was refused: {(await command).Code}.");

    private QueueContext Clerk(string counter) => By($"staff:clerk{counter}");

    private QueueContext By(string actor)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new QueueContext(
            Slug, Document.ServiceIds, OfficeClock.Day(Document, now), now.ToUnixTimeMilliseconds(), actor,
            new RequestBinding(Guid.NewGuid().ToString("N"), TicketToken.Hash(actor)));
    }
}
