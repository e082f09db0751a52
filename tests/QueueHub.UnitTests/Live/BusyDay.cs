using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Live.Boards;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

/// <summary>
/// A day of an office in fast time, folded from its events: people come in waves, visits differ, some do not come when called, some have priority, counters
/// pause without notice. Whoever takes a number is foretold a wait, and what became of it is kept.
/// </summary>
internal sealed class BusyDay
{
    private const double Minute = 60_000;
    private const double Length = 8 * 60 * Minute;
    private const long Start = 1_760_000_000_000;

    private static readonly OfficeDocument Office = OfficeStory.Office with
    {
        Counters = [new("1", ["resident"], []), new("2", ["resident"], ["passport"]), new("3", ["resident"], []), new("4", ["passport"], ["resident"])],
    };

    private readonly Random _random;
    private readonly PriorityQueue<Action, double> _todo = new();
    private readonly Dictionary<long, (WaitBand Band, int Ahead, double At)> _foretold = [];
    private OfficeState _state = OfficeState.Empty("seocho") with { Epoch = "e1" };
    private double _now;
    private long _ordinal;

    public BusyDay(int seed)
    {
        _random = new Random(seed);
        Happen(EventType.DayOpened);
        foreach (var counter in Office.Counters)
        {
            Happen(EventType.CounterOpened, null, new CounterRow(counter.Id, CounterState.Open, At, "kim", Primary: counter.Primary, Helping: counter.Helping));
        }

        Come("resident", 2.6);
        Come("passport", 9);
        while (_todo.TryDequeue(out var act, out var at))
        {
            _now = at;
            act();
        }
    }

    /// <summary>What was foretold, and the minutes until the first call.</summary>
    public List<(WaitBand Band, int Ahead, double Waited)> Outcomes { get; } = [];

    private long At => Start + (long)_now;

    // Twice a day twice as many come as counters can take.
    private void Come(string service, double meanMinutes)
    {
        var hour = _now / Minute / 60;
        var rush = hour is (> 1 and < 2.2) or (> 4.5 and < 5.5) ? 2.0 : 0.75;
        _todo.Enqueue(
            () =>
            {
                if (_now < Length)
                {
                    Issue(service);
                    Come(service, meanMinutes);
                }
            },
            _now + (Exponential(meanMinutes) * Minute / rush));
    }

    private void Issue(string service)
    {
        var ordinal = ++_ordinal;
        var credit = _random.NextDouble() < 0.06 ? 10 * (long)Minute : 0;
        var bands = new WaitBands(_state, Office, DateTimeOffset.FromUnixTimeMilliseconds(At));
        if (bands.Newcomer(service, credit) is { } band)
        {
            _foretold[ordinal] = (band, bands.Ahead(service, credit), _now);
        }

        Happen(EventType.TicketIssued, new TicketRow(
            ordinal, (int)ordinal, service, [service], 0, credit > 0 ? "priority" : "standard", credit, "phone", "ko", OfficeStory.Day, TicketState.Waiting,
            At - credit, At, At, 0, At, $"hash{ordinal}"));
        foreach (var counter in Office.Counters.OrderBy(counter => counter.Primary.Contains(service) ? 0 : 1))
        {
            if (_state.Counters[counter.Id] is { State: CounterState.Open, Ticket: null } && _state.Tickets[ordinal].State == TicketState.Waiting)
            {
                CallNext(counter.Id);
            }
        }
    }

    private void CallNext(string id)
    {
        var counter = _state.Counters[id];
        if (counter is not { State: CounterState.Open, Ticket: null } || (First(counter.Primary) ?? First(counter.Helping)) is not { } place)
        {
            return;
        }

        var ticket = _state.Tickets[place.Ordinal];
        if (_foretold.Remove(ticket.Ordinal, out var said))
        {
            Outcomes.Add((said.Band, said.Ahead, (_now - said.At) / Minute));
        }

        Happen(EventType.TicketCalled,
            ticket with { State = TicketState.Called, Counter = id, CallId = _state.Version + 1, Calls = 1, CalledAt = At, Since = At, Waited = At - ticket.Since },
            counter with { Ticket = ticket.Ordinal });
        if (_random.NextDouble() < 0.05)
        {
            Later(1.5, () => Leave(id, ticket.Ordinal, TicketState.NoShow, EventType.TicketNoShow));
            return;
        }

        Later(0.4, () =>
        {
            Happen(EventType.ServiceStarted, _state.Tickets[ticket.Ordinal] with { State = TicketState.Serving, ServedAt = At, Since = At });
            var (mean, sigma) = ticket.Service == "resident" ? (5.5, 0.7) : (11, 0.5);
            Later(mean * Math.Exp((sigma * Normal()) - (sigma * sigma / 2)), () => Leave(id, ticket.Ordinal, TicketState.Done, EventType.TicketCompleted));
        });
    }

    private Place? First(IReadOnlyList<string>? services) => services?.SelectMany(service => _state.Line(service).Take(1)).Order().Cast<Place?>().FirstOrDefault();

    private void Leave(string id, long ordinal, TicketState state, EventType type)
    {
        Happen(type, _state.Tickets[ordinal] with { State = state, Since = At }, _state.Counters[id] with { Ticket = null });
        if (_random.NextDouble() < 0.03)
        {
            Happen(EventType.CounterPaused, null, _state.Counters[id] with { State = CounterState.Paused });
            Later(8, () =>
            {
                Happen(EventType.CounterOpened, null, _state.Counters[id] with { State = CounterState.Open });
                CallNext(id);
            });
            return;
        }

        Later(Exponential(0.2), () => CallNext(id));
    }

    private void Later(double minutes, Action act) => _todo.Enqueue(act, _now + (minutes * Minute));

    private double Exponential(double mean) => -mean * Math.Log(1 - _random.NextDouble());

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private void Happen(EventType type, TicketRow? ticket = null, params CounterRow[] counters) => _state = Fold.Apply(_state, new OfficeEvent(
        _state.Version + 1, "e1", At, OfficeStory.Day, type, "system", ticket is null ? null : [ticket], counters.Length == 0 ? null : counters));
}
