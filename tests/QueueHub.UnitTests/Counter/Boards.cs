using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace QueueHub.UnitTests.Counter;

/// <summary>Desk boards for tests: three counters, two services, the clerk <c>kim</c> at counter 1.</summary>
internal static class Boards
{
    public const string Me = "kim";
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    public static DeskBoard Board(
        long version = 1, string epoch = "e1", DeskCounter? first = null, IReadOnlyList<DeskTicket>? waiting = null,
        IReadOnlyList<DeskTicket>? parked = null, IReadOnlyList<DeskTicket>? absent = null, bool dayOpen = true, DateTimeOffset? at = null, int done = 0,
        Opening? opening = null)
    {
        waiting ??= [];
        return new DeskBoard(
            epoch, version, at ?? Noon, 540, Stale: false, "seocho", new LocalText("서초구청", "Seocho"), dayOpen, opening ?? Opening.Always,
            [
                new DeskService("resident", new LocalText("등·초본", "Copies"), waiting.Count(ticket => ticket.Service == "resident"), null, null, Pace.Quiet),
                new DeskService("passport", new LocalText("여권", "Passports"), waiting.Count(ticket => ticket.Service == "passport"), null, null, Pace.Quiet),
                new DeskService("tax", new LocalText("세무", "Tax"), waiting.Count(ticket => ticket.Service == "tax"), null, null, Pace.Quiet),
            ],
            [new DeskClass("standard", new LocalText("일반", "Standard"), 0), new DeskClass("priority", new LocalText("우선 배려", "Priority"), 20)],
            [first ?? Stand(), Stand("2", CounterState.Closed, staff: null), Stand("3", CounterState.Closed, staff: null)],
            waiting, waiting.Count, parked ?? [], absent ?? [], new Dictionary<string, int> { ["1"] = done },
            new Dictionary<string, string> { [Me] = "김서초" }, [], new DeskRules(3, 5, 2, 10), null);
    }

    public static DeskCounter Stand(
        string id = "1", CounterState state = CounterState.Open, string? staff = Me, DeskTicket? ticket = null) =>
        new(id, state, staff, null, ["resident"], ["passport"], ticket, Noon);

    public static DeskTicket Ticket(
        long ordinal, TicketState state = TicketState.Waiting, string service = "resident", string @class = "standard", int waitedSeconds = 0,
        bool formReady = false, int calls = 0) =>
        new(ordinal, (int)ordinal, service, @class, state, Noon.AddMinutes(-10), Noon.AddMinutes(-5), waitedSeconds, formReady,
            formReady ? "resident-register" : null, calls, null, null, null, "ko", [], 0, null, null, null, null, 0, [], null);

    public static CounterClient.Desk Desk(DeskBoard? board = null) => new(Me, "1", board ?? Board());

    /// <summary>A desk whose counter has a ticket in this state.</summary>
    public static CounterClient.Desk DeskWith(TicketState state, CounterState counter = CounterState.Open) =>
        Desk(Board(first: Stand(state: counter, ticket: Ticket(7, state))));
}
