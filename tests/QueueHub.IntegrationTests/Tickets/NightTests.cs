using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>From one business day to the next: every date has one, whatever the clocks of nodes and of the world do.</summary>
public class NightTests(EngineFixture engines)
{
    private static readonly Caller Citizen = new("citizen", "device", Channels.Phone, "ko");

    private readonly Office _office = new(engines.Redis);

    // Each night by its moment of change. Cairo, Beirut and São Paulo of old change at midnight: a date begins at one o'clock, or has two last hours. In St. John's of old
    // clocks went back at one minute past midnight: a date that had begun was over again for an hour.
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T01:00:00Z")]
    [InlineData("Africa/Cairo", "2024-04-25T22:00:00Z")]
    [InlineData("Africa/Cairo", "2024-10-31T21:00:00Z")]
    [InlineData("Asia/Beirut", "2026-03-28T22:00:00Z")]
    [InlineData("Asia/Beirut", "2026-10-24T21:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04T03:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-02-18T02:00:00Z")]
    [InlineData("America/St_Johns", "2010-03-14T03:31:00Z")]
    [InlineData("America/St_Johns", "2010-11-07T02:31:00Z")]
    public async Task A_night_in_which_the_clocks_are_changed_has_one_business_day_for_each_date(string zone, string change)
    {
        var document = _office.Document(zone);
        var time = new FakeTimeProvider(DateTimeOffset.Parse(change, null).AddHours(-5));
        _office.Now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await _office.OpenDayAsync(OfficeClock.Day(document, time.GetUtcNow()));
        await using var one = await Node.StartAsync(engines, document, time);
        await using var two = await Node.StartAsync(engines, document, time);
        var dates = new SortedSet<string>(StringComparer.Ordinal);
        var offset = OfficeClock.OffsetMinutes(document, time.GetUtcNow());
        for (var minute = 0; minute <= 10 * 60; minute++, time.Advance(TimeSpan.FromMinutes(1)))
        {
            dates.Add(OfficeClock.Day(document, time.GetUtcNow()));
            await Task.WhenAll(one.Days.KeepAsync(document), two.Days.KeepAsync(document));
            if (minute % 30 == 15)
            {
                Assert.Null((await IssueAsync(minute % 60 == 15 ? one : two)).Code);
            }
        }

        var log = await OfficeTruth.HoldsAsync(_office);
        Assert.NotEqual(offset, OfficeClock.OffsetMinutes(document, time.GetUtcNow()));
        Assert.Equal(2, dates.Count);
        Assert.Equal(dates, log.Where(@event => @event.Type == EventType.DayOpened).Select(@event => @event.Day));
        Assert.Equal(log.Select(@event => @event.Day).Order(StringComparer.Ordinal), log.Select(@event => @event.Day));
        Assert.Equal(20, log.Count(@event => @event.Type == EventType.TicketIssued));
        Assert.Equal([dates.Min], log.Where(@event => @event.Type == EventType.DayClosed).Select(@event => @event.Day));
    }

    [Fact]
    public async Task A_day_that_was_closed_after_hours_stays_closed_until_the_next_date()
    {
        var document = _office.Document("Asia/Seoul", new OpeningHours(Enum.GetValues<DayOfWeek>(), new TimeOnly(9, 0), new TimeOnly(18, 0)));
        var time = new FakeTimeProvider(Seoul("2026-03-02T17:55"));
        _office.Now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await _office.OpenDayAsync("2026-03-02");
        await using var one = await Node.StartAsync(engines, document, time);
        await using var two = await Node.StartAsync(engines, document, time);
        var refusals = new List<(string Time, string? Code)>();
        for (; time.GetUtcNow() < Seoul("2026-03-03T21:00"); time.Advance(TimeSpan.FromMinutes(5)))
        {
            await Task.WhenAll(one.Days.KeepAsync(document), two.Days.KeepAsync(document));
            refusals.Add(($"{time.GetUtcNow().ToOffset(TimeSpan.FromHours(9)):HH:mm}", (await IssueAsync(one)).Code));
        }

        var log = await OfficeTruth.HoldsAsync(_office);
        Assert.Equal(
            [EventType.DayOpened, EventType.DayClosed, EventType.DayOpened, EventType.DayClosed],
            log.Select(@event => @event.Type).Where(type => type is EventType.DayOpened or EventType.DayClosed));
        Assert.All(refusals, refusal => Assert.Equal(string.CompareOrdinal(refusal.Time, "20:00") >= 0 ? ProblemCodes.DayClosed : null, refusal.Code));
        Assert.Equal(25 + 240, log.SelectMany(@event => @event.Tickets ?? []).Count(ticket => ticket.State == TicketState.Expired));
    }

    [Fact]
    public async Task A_node_that_slept_over_midnight_gives_its_first_number_for_the_new_day()
    {
        var document = _office.Document("Asia/Seoul");
        var time = new FakeTimeProvider(Seoul("2026-03-02T23:50"));
        _office.Now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await _office.OpenDayAsync("2026-03-02");
        var memory = new Asleep();
        await using var awake = await Node.StartAsync(engines, document, time);
        await using var sleeper = await Node.StartAsync(engines, document, time, memory.Over);
        Assert.Null((await IssueAsync(sleeper)).Code);
        await sleeper.FollowsAsync(2);
        memory.FallAsleep(document.Slug);
        time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("2026-03-03", (await IssueAsync(awake)).Ticket!.Day);

        var first = await IssueAsync(sleeper);

        Assert.Equal((null, "2026-03-03", 2), (first.Code, first.Ticket?.Day, first.Ticket?.Number));
        await OfficeTruth.HoldsAsync(_office);
    }

    private static Task<QueueReply> IssueAsync(Node node) =>
        node.Commands.RunAsync(node.Office, Citizen, (queue, context) => queue.IssueAsync(context, Office.Issue(to: 9999)));

    private static DateTimeOffset Seoul(string local) => DateTimeOffset.Parse($"{local}:00+09:00", null);

    /// <summary>A node's memory stays what it was until its follower has read on, which takes its time after a sleep.</summary>
    private sealed class Asleep : IOfficeStates
    {
        private IOfficeStates _awake = null!;
        private OfficeState? _remembered;

        public event Action<OfficeState, IReadOnlyList<OfficeEvent>>? Changed
        {
            add { }
            remove { }
        }

        public bool Stale => _awake.Stale;

        public string? Life(string office) => _awake.Life(office);

        public bool IsStale(string office) => _awake.IsStale(office);

        public void Learn(string office, OfficeEvent @event) => _awake.Learn(office, @event);

        public Asleep Over(IOfficeStates awake)
        {
            _awake = awake;
            return this;
        }

        public void FallAsleep(string office) => _remembered = _awake.Current(office);

        public OfficeState? Current(string office) => _remembered ?? _awake.Current(office);

        public async Task<OfficeState?> AtLeastAsync(string office, long version, TimeSpan timeout, CancellationToken cancellation)
        {
            if (_remembered is { } remembered && remembered.Version >= version)
            {
                return remembered;
            }

            _remembered = null;
            return await _awake.AtLeastAsync(office, version, timeout, cancellation);
        }
    }
}
