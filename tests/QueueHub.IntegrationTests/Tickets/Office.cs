using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>One office on a real Redis, driven by its queue: each test founds its own, so none can disturb another. Its clock is simulated.</summary>
internal sealed class Office(IConnectionMultiplexer redis, bool simulated = true)
{
    public const string Day = "2026-03-02";
    public const long Minute = 60_000;
    public static readonly string[] Services = ["passport", "register"];

    public string Slug { get; } = $"t{Guid.NewGuid():N}";
    public ITicketQueue Queue { get; } = new RedisTicketQueue(redis, NullLogger<RedisTicketQueue>.Instance);
    public IDatabase Database => redis.GetDatabase();

    /// <summary>Milliseconds; tests move it by hand.</summary>
    public long Now { get; set; } = 1_772_410_000_000;

    public QueueContext By(string actor, string? day = null, RequestBinding? request = null) =>
        new(Slug, Services, day ?? Day, Now, actor, request ?? NewRequest());

    public QueueContext Citizen() => By("citizen");
    public QueueContext Staff(string counter) => By($"staff:clerk{counter}");
    public QueueContext System() => By("system");

    public static RequestBinding NewRequest() => new(Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));

    public static TicketIssue Issue(string service = "register", int from = 1, int to = 99, long credit = 0, SealedForm? form = null, bool onTheWay = false) =>
        new([service], from, to, "standard", credit, "phone", "ko", Guid.NewGuid().ToString("N"), "sealed", onTheWay, form);

    public static SealedForm Form() => new("register-extract", 1, 7, [1, 0, 255, 10, 13]);

    public Task<QueueReply> OpenDayAsync(string day = Day) =>
        Queue.OpenDayAsync(By("system", day), new DayOpening("epoch1", 0, 0, simulated));

    public async Task<TicketRow> IssuedAsync(string service = "register", long credit = 0, SealedForm? form = null, bool onTheWay = false) =>
        Done(await Queue.IssueAsync(Citizen(), Issue(service, credit: credit, form: form, onTheWay: onTheWay))).Ticket!;

    public async Task OpenCounterAsync(string counter, string[]? primary = null, string[]? helping = null) =>
        Done(await Queue.OpenCounterAsync(Staff(counter), counter, primary ?? ["register"], helping ?? []));

    public static QueueReply Done(QueueReply reply)
    {
        Assert.True(reply.Ok, reply.Code);
        return reply;
    }

    public async Task<TicketRow> TicketAsync(long ordinal) =>
        JsonSerializer.Deserialize((string)(await Database.HashGetAsync(RedisKeys.Tickets(Slug), ordinal.ToString(CultureInfo.InvariantCulture)))!, RowJson.Default.TicketRow)!;

    public async Task<CounterRow?> CounterAsync(string counter) =>
        (string?)await Database.HashGetAsync(RedisKeys.Counters(Slug), counter) is { } json ? JsonSerializer.Deserialize(json, RowJson.Default.CounterRow) : null;
}
