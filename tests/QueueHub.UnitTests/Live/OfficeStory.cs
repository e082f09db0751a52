using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

/// <summary>Tells an office's log in few words, and keeps the state folded from it.</summary>
internal sealed class OfficeStory
{
    public const long Start = 1_760_000_000_000;
    public const string Epoch = "e1";
    public const string Day = "2026-11-23";

    public static readonly OfficeDocument Office = new(
        "seocho", new("서초구청", "Seocho"), new("서울", "Seoul"), "Asia/Seoul", [],
        [
            new("resident", new("등·초본", "Certificates"), new("", ""), 1, 200, "resident-register"),
            new("passport", new("여권", "Passports"), new("", ""), 501, 700),
        ],
        [new("1", ["resident"], ["passport"]), new("2", ["passport"], ["resident"])],
        [new("standard", new("일반", "Standard"), 0, []), new("priority", new("우선", "Priority"), 20, ["clerk"])],
        new QueueRules());

    public OfficeState State { get; private set; } = OfficeState.Empty("seocho") with { Epoch = Epoch };

    public List<OfficeEvent> Log { get; } = [];

    public OfficeStory()
    {
        Happen(EventType.DayOpened);
    }

    public TicketRow Ticket(long ordinal) => State.Tickets[ordinal];

    public OfficeEvent Happen(EventType type, TicketRow? ticket = null, params CounterRow[] counters)
    {
        var @event = new OfficeEvent(
            State.Version + 1, Epoch, Start + (1000 * State.Version), Day, type, "system",
            ticket is null ? null : [ticket], counters.Length == 0 ? null : counters);
        Log.Add(@event);
        State = Fold.Apply(State, @event);
        return @event;
    }

    public OfficeStory Open(string counter, params string[] services)
    {
        Happen(EventType.CounterOpened, null, new CounterRow(counter, CounterState.Open, Start, "kim", Primary: services));
        return this;
    }

    public OfficeStory Issue(long ordinal, long score, string service = "resident")
    {
        Happen(EventType.TicketIssued, new TicketRow(
            ordinal, (int)ordinal, service, [service], 0, "standard", 0, "phone", "ko", Day, TicketState.Waiting,
            score, Start, Start, 0, Start, $"hash{ordinal}"));
        return this;
    }

    public OfficeStory Call(long ordinal, string counter)
    {
        var version = State.Version + 1;
        Happen(EventType.TicketCalled,
            Ticket(ordinal) with { State = TicketState.Called, Counter = counter, CallId = version, Calls = 1, CalledAt = Start },
            State.Counters[counter] with { Ticket = ordinal });
        return this;
    }

    public OfficeStory Recall(long ordinal)
    {
        Happen(EventType.TicketRecalled, Ticket(ordinal) with { CallId = State.Version + 1, Calls = Ticket(ordinal).Calls + 1 });
        return this;
    }

    public OfficeStory Requeue(long ordinal)
    {
        var counter = State.Counters.Values.Single(row => row.Ticket == ordinal);
        Happen(EventType.TicketRequeued, Ticket(ordinal) with { State = TicketState.Waiting, Counter = null, CalledAt = null, CallId = 0, Calls = 0 }, counter with { Ticket = null });
        return this;
    }

    public OfficeStory Become(long ordinal, TicketState state, EventType type)
    {
        var counter = State.Counters.Values.FirstOrDefault(row => row.Ticket == ordinal);
        var freed = counter is null || state == TicketState.Serving ? [] : new[] { counter with { Ticket = null } };
        Happen(type, Ticket(ordinal) with { State = state }, freed);
        return this;
    }
}
