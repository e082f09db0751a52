using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>One office on a real Redis, driven through its queue: each test founds its own. Unless told otherwise its clock is the test's.</summary>
internal sealed class Office(IConnectionMultiplexer redis, bool simulated = true)
{
    public const string Day = "2026-03-02";
    public const string NextDay = "2026-03-03";
    public const long Minute = 60_000;
    public static readonly string[] Services = ["passport", "register", "tax"];

    public string Slug { get; } = EngineFixture.NewOffice();
    public ITicketQueue Queue { get; init; } = new RedisTicketQueue(redis, NullLogger<RedisTicketQueue>.Instance);
    public IConnectionMultiplexer Redis => redis;
    public IDatabase Database => redis.GetDatabase();

    /// <summary>Milliseconds; tests move it by hand.</summary>
    public long Now { get; set; } = 1_772_410_000_000;

    public QueueContext By(string actor, string? day = null, RequestBinding? request = null) =>
        new(Slug, Services, day ?? Day, Now, actor, request ?? NewRequest());

    public QueueContext Citizen() => By("citizen");
    public QueueContext Clerk(string counter) => By($"staff:clerk{counter}");
    public QueueContext System(string? day = null) => By("system", day);

    /// <summary>Its configuration: services as <see cref="Services"/>, no opening hours unless told.</summary>
    public OfficeDocument Document(string timeZone, params OpeningHours[] hours) => new(
        Slug, new("관청", "Office"), new("서울", "Seoul"), timeZone, hours,
        [.. Services.Select((service, place) => new ServiceDefinition(service, new(service, service), new("", ""), (1000 * place) + 1, 1000 * (place + 1)))],
        [new("1", Services, [])], [new(PriorityClass.Standard, new("일반", "Standard"), 0, [])], new QueueRules());

    public static RequestBinding NewRequest() => new(Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));

    public const string Template = "register-extract";

    /// <summary>A form of two fields whose ciphertexts hold every kind of byte; a second one changes the name and leaves the purpose as the first one wrote it.</summary>
    public static SealedForm Form(byte mark = 1) => mark == 1
        ? new(Template, 1, 7, [new("name", Sealed(mark)), new("purpose", Sealed(mark))], new Dictionary<string, int>())
        : new(Template, 1, 7, [new("name", Sealed(mark))], new Dictionary<string, int> { ["name"] = 1, ["purpose"] = 1 });

    public static byte[] Sealed(byte mark) => [mark, 0, 255, 10, 13, 32];

    public static FormEdit Edit(long ticket, string? counter, params SealedChange[] changes) => new(ticket, counter, Template, 1, changes);

    /// <summary>A form that is written without a ticket: another name, and a phone number instead of a purpose.</summary>
    public static SealedForm Prepared { get; } = new(Template, 1, 2, [new("name", Sealed(4)), new("phone", Sealed(4))], new Dictionary<string, int>());

    public static FormAttachment Attachment(long ticket, string prepared, bool replace = false, string service = "register") =>
        new(ticket, prepared, service, Prepared, replace);

    /// <summary>Prepares such a form; the hash of its token.</summary>
    public async Task<string> PreparedAsync(string? hash = null, bool present = false)
    {
        hash ??= Guid.NewGuid().ToString("N");
        Assert.Null((await Queue.PrepareFormAsync(By("citizen", day: ""), hash, "register", Prepared, present)).Code);
        return hash;
    }

    /// <summary>A signature under the form as <see cref="Form"/> leaves it.</summary>
    public static FormSigning Signing(long ticket, int nameSeen = 1) => new(
        ticket, Template, 1, 2, new Dictionary<string, int> { ["name"] = nameSeen, ["purpose"] = 1 }, "drawn", Sealed(8));

    public QueueContext Panel(string counter) => By($"panel:{counter}");

    public static TicketIssue Issue(
        string service = "register", int from = 1, int to = 999, long credit = 0, SealedForm? form = null, bool onTheWay = false) =>
        new([service], from, to, "standard", credit, "phone", "ko", Guid.NewGuid().ToString("N"), "sealed", onTheWay, form);

    /// <summary>The office as folded, to be founded anew above it.</summary>
    public static OfficeRebuild Rebuild(OfficeState state, FoundOffice found, string epoch = "epoch2") => new(
        found, epoch, state.Version + 1000, state.Tickets.Keys.Max() + 1000, state.DayOpen, state.At, Simulated: true,
        [.. state.Tickets.Values], [.. state.Counters.Values], new Dictionary<string, int> { ["register"] = 20, ["passport"] = 30 }, []);

    public async Task OpenDayAsync(string day = Day) =>
        Done(await Queue.OpenDayAsync(System(day), new DayOpening("epoch1", 0, 0, simulated)));

    public async Task<TicketRow> IssuedAsync(string service = "register", long credit = 0, SealedForm? form = null, bool onTheWay = false) =>
        Done(await Queue.IssueAsync(Citizen(), Issue(service, credit: credit, form: form, onTheWay: onTheWay)));

    public async Task OpenCounterAsync(string counter, string[]? primary = null, string[]? helping = null) =>
        Assert.Null((await Queue.OpenCounterAsync(Clerk(counter), counter, primary ?? ["register"], helping ?? [])).Code);

    public async Task<TicketRow> CalledAsync(string counter, long ticket) =>
        Done(await Queue.CallAsync(Clerk(counter), counter, ticket, "reason"));

    public async Task<TicketRow> ServingAsync(string counter, long ticket)
    {
        await CalledAsync(counter, ticket);
        return Done(await Queue.StartAsync(Clerk(counter), counter, ticket));
    }

    /// <summary>The ticket after a command that was carried out.</summary>
    public static TicketRow Done(QueueReply reply)
    {
        Assert.Null(reply.Code);
        return reply.Ticket!;
    }

    public async Task<TicketRow> TicketAsync(long ordinal) =>
        JsonSerializer.Deserialize((string)(await Database.HashGetAsync(RedisKeys.Tickets(Slug), Text(ordinal)))!, RowJson.Default.TicketRow)!;

    /// <summary>The form as Redis holds it: field → revision and ciphertext.</summary>
    public async Task<Dictionary<string, (int Revision, byte[] Ciphertext)>> FormAsync(long ordinal)
    {
        var entries = await Database.HashGetAllAsync(RedisKeys.Submission(Slug, ordinal));
        return entries.Where(entry => entry.Name.StartsWith("field:"u8.ToArray())).ToDictionary(entry => ((string)entry.Name!)["field:".Length..], entry =>
        {
            byte[] value = entry.Value!;
            var space = value.AsSpan().IndexOf((byte)' ');
            return (int.Parse(value.AsSpan(0, space), CultureInfo.InvariantCulture), value[(space + 1)..]);
        });
    }

    public async Task<CounterRow> CounterAsync(string counter) =>
        JsonSerializer.Deserialize((string)(await Database.HashGetAsync(RedisKeys.Counters(Slug), counter))!, RowJson.Default.CounterRow)!;

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
