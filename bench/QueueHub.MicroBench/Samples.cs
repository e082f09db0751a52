using System.Globalization;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Rows;

namespace QueueHub.MicroBench;

/// <summary>An office as the benchmarks need it: folded from events like those that the scripts write.</summary>
internal static class Samples
{
    public const string Slug = "sample";
    public const string Service = "all";
    private const int Counters = 12;
    private const long Morning = 1_772_410_000_000;
    private const string Day = "2026-03-02";

    public static readonly OfficeDocument Document = new(
        Slug, new LocalText("측정", "Measured"), new LocalText("서울", "Seoul"), "Asia/Seoul", [],
        [new ServiceDefinition(Service, new LocalText("민원", "Everything"), new LocalText("무엇이든", "Everything"), 1, 99_999)],
        [.. Enumerable.Range(1, Counters).Select(counter => new CounterDefinition(Text(counter), [Service], []))],
        [new PriorityClass(PriorityClass.Standard, new LocalText("일반", "Standard"), 0, [])], new QueueRules());

    /// <summary>Everybody waits, and all counters are open.</summary>
    /// <param name="finished">Visits that have ended before: of fewer than five no wait is foretold.</param>
    public static OfficeState Waiting(int tickets, int finished = 0) => Fold.FromRows(
        Slug, "epoch", tickets, Morning, Day, dayOpen: true,
        [.. Enumerable.Range(1, tickets).Select(ordinal => Ticket(ordinal)), .. Enumerable.Range(tickets + 1, finished).Select(ordinal => Done(ordinal))],
        Document.Counters.Select(counter => new CounterRow(counter.Id, CounterState.Open, Morning, $"clerk{counter.Id}", Primary: [Service])));

    /// <summary>One more person comes.</summary>
    public static OfficeEvent Issued(OfficeState state) => new(
        state.Version + 1, state.Epoch, state.At, Day, EventType.TicketIssued, "citizen", [Ticket(state.Version + 1)]);

    /// <summary>The first one is called.</summary>
    public static OfficeEvent Called(OfficeState state)
    {
        var called = state.Tickets[state.Line(Service)[0].Ordinal] with
        {
            State = TicketState.Called,
            Counter = "1",
            CalledAt = state.At,
            CallId = state.Version + 1,
            Calls = 1,
        };
        return new OfficeEvent(
            state.Version + 1, state.Epoch, state.At, Day, EventType.TicketCalled, "staff:clerk1", [called], [state.Counters["1"] with { Ticket = called.Ordinal }]);
    }

    private static TicketRow Ticket(long ordinal) => new(
        ordinal, (int)ordinal, Service, [Service], 0, PriorityClass.Standard, 0, Channels.Phone, "ko", Day, TicketState.Waiting,
        Morning + ordinal, Morning, Morning, 0, Morning, TicketToken.Hash(Text(ordinal)));

    private static TicketRow Done(long ordinal) => Ticket(ordinal) with
    {
        State = TicketState.Done,
        CalledAt = Morning - 400_000,
        ServedAt = Morning - 380_000,
        Since = Morning - (ordinal % 7 * 30_000),
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
