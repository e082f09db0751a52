using System.Globalization;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Offices;
using QueueHub.Contracts.Tickets;
using QueueHub.History;
using QueueHub.Offices;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Rows;
using Simulator.Plan;

namespace QueueHub.Demo.PastDays;

/// <summary>
/// One day of an office in fast time: citizens come as planned, counters call them by the rules of the queue, and waits are what comes of it. It tells its
/// events to <see cref="HistoryFold"/>, so that its rows are made by the rules of all others. Pure.
/// </summary>
/// <param name="nine">The clock time from which the roster counts.</param>
internal sealed class SimulatedDay(
    OfficeDocument office, IReadOnlyList<CounterInfo> staffed, DateOnly date, long open, long close, long nine, HistoryFold fold, Chance chance)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Tidy = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Whoever still waits so long after closing time is sent home.</summary>
    private static readonly TimeSpan Overtime = TimeSpan.FromMinutes(40);

    // Of whom has neither a form nor a priority so many take their number from a clerk; so many have two errands; so many rate, and so on. Assumptions.
    private const double AtReception = 0.3;
    private const double TwoErrands = 0.04;
    private const double CalledBefore = 0.01;
    private const double Rating = 0.22;
    private const double InVain = 0.03;
    private const double FoundOutAfter = 0.4;

    private readonly string _day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    private readonly string _clerk = $"staff:{DemoClerks.Prefix}{office.Slug}";
    private readonly long _end = close + (office.Rules.CloseAfterMinutes * 60_000L);
    private readonly PriorityQueue<Action, (long At, int Order)> _agenda = new();
    private readonly SimulatedLines _lines = new();
    private readonly List<SimulatedVisit> _visits = [];
    private readonly List<SimulatedCounter> _counters = [.. staffed.Select((counter, place) => new SimulatedCounter(counter.Id, place, counter.Primary, counter.Helping))];
    private readonly Dictionary<string, int> _numbers = [];
    private long _now;
    private int _order;
    private bool _over;

    /// <summary>Somebody will come.</summary>
    /// <param name="digital">Share of those with a form who really have written it.</param>
    public void Expect(Citizen citizen, long at, long ordinal, double digital, Func<string, FormTemplate?> forms)
    {
        var service = office.Service(citizen.Service)!;
        var template = citizen.WritesForm && chance.In(digital) ? forms(service.Form!) : null;
        var channel = citizen.Class is not null || (template is null && chance.In(AtReception)) ? Channels.Clerk : Channels.Phone;
        var @class = citizen.Class ?? PriorityClass.Standard;
        var others = office.Services.Where(other => other != service).ToList();
        var second = citizen.PassedTo is null && others.Count > 0 && chance.In(TwoErrands) ? chance.One(others).Id : null;
        var row = new TicketRow(
            ordinal, Number(service), service.Id, second is null ? [service.Id] : [service.Id, second], 0, @class, (office.Class(@class)?.CreditMinutes ?? 0) * 60_000L,
            channel, citizen.Language, _day, TicketState.Waiting, 0, at, at, 0, at, "",
            Form: template is null ? null : new TicketForm(template.Id, template.Version, Fields(template), 1));
        var takes = citizen.WritesForm && template is null ? citizen.Takes / (1 - ServiceTimes.SavedByForm) : citizen.Takes;
        var visit = new SimulatedVisit(citizen, row) { Takes = takes };
        _visits.Add(visit);
        At(at, () => Come(visit));
    }

    /// <summary>From opening until the day is closed.</summary>
    public PastDay Live()
    {
        _now = open;
        foreach (var counter in _counters)
        {
            At(open + (counter.Place * 20_000L), () => Attend(counter));
            foreach (var (from, _) in Roster.Breaks(counter.Place))
            {
                At(nine + Ms(from), () => Look(counter));
            }
        }

        At(close, GoHome);
        while (_agenda.TryDequeue(out var step, out var when) && when.At < _end)
        {
            _now = when.At;
            step();
        }

        _now = _end;
        Expire();
        return new PastDay(
            [.. fold.Tickets.Values.Select(change => change.After).OrderBy(ticket => ticket.Ordinal)], [.. fold.Stretches.Values.Select(change => change.After)]);
    }

    private void Come(SimulatedVisit visit)
    {
        Join(visit, EventType.TicketIssued, visit.Row with { Expected = Told(visit.Row) }, "citizen");
        if (visit.GivesUpAfter is { } patience)
        {
            In(patience, () => GiveUp(visit));
        }
    }

    private void GiveUp(SimulatedVisit visit)
    {
        if (visit.Row is { State: TicketState.Waiting, Leg: 0, Reinstated: 0 })
        {
            _lines.Leave(visit);
            Tell(EventType.TicketCancelled, visit, visit.Row with { State = TicketState.Cancelled }, "citizen");
        }
    }

    private void Join(SimulatedVisit visit, EventType type, TicketRow row, string by)
    {
        var waited = type == EventType.TicketReinstated ? 0 : Math.Min(row.Waited, office.Rules.WaitedCapMilliseconds);
        Enter(visit, type, row with { Joined = _now, Score = _now - waited - row.Credit }, by);
    }

    private void Enter(SimulatedVisit visit, EventType type, TicketRow row, string by)
    {
        Tell(type, visit, row with { State = TicketState.Waiting, Counter = null, CalledAt = null, ServedAt = null, Calls = 0 }, by);
        _lines.Join(visit);
        if (_counters.Where(counter => counter.Free && (counter.Primary.Contains(row.Service) || counter.Helping.Contains(row.Service)))
            .MinBy(counter => (!counter.Primary.Contains(row.Service), counter.FreeSince)) is { } free)
        {
            Look(free);
        }
    }

    // What a counter does that has nobody at it.
    private void Look(SimulatedCounter counter)
    {
        if (!counter.Free)
        {
            return;
        }

        var pause = Roster.Breaks(counter.Place).FirstOrDefault(pause => _now >= nine + Ms(pause.From) && _now < nine + Ms(pause.Until));
        if (pause.Until > TimeSpan.Zero)
        {
            counter.Free = false;
            Tell(EventType.CounterPaused, counter, CounterState.Paused);
            At(nine + Ms(pause.Until), () => Attend(counter));
        }
        else if (_over)
        {
            Close(counter);
        }
        else if (Next(counter) is var (visit, passed))
        {
            counter.Free = false;
            Call(counter, visit, passed);
        }
    }

    private (SimulatedVisit Visit, int Passed)? Next(SimulatedCounter counter)
    {
        if (chance.In(CalledBefore) && counter.Primary.Count > 0 && _lines.Second(chance.One(counter.Primary)) is { } second)
        {
            return (second, 1);
        }

        return (_lines.Next(counter.Primary) ?? _lines.Next(counter.Helping)) is { } first ? (first, 0) : null;
    }

    private void Attend(SimulatedCounter counter)
    {
        if (_over)
        {
            Close(counter);
            return;
        }

        counter.Open = true;
        Tell(EventType.CounterOpened, counter, CounterState.Open);
        Freed(counter);
    }

    private void Release(SimulatedCounter counter) => In(Tidy, () => Freed(counter));

    private void Freed(SimulatedCounter counter)
    {
        (counter.Free, counter.FreeSince) = (true, _now);
        Look(counter);
    }

    private void Call(SimulatedCounter counter, SimulatedVisit visit, int passed)
    {
        var waited = visit.Row.Waited + (_now - visit.Row.Since);
        Tell(EventType.TicketCalled, visit, visit.Row with { State = TicketState.Called, Counter = counter.Id, CalledAt = _now, Calls = 1, Waited = waited }, _clerk, passed);
        var heard = Math.Max(1, visit.Answers == 0 ? office.Rules.RecallsBeforeNoShow : visit.Answers);
        for (var again = 1; again < heard; again++)
        {
            In(Patience * again, () => Tell(EventType.TicketRecalled, visit, visit.Row with { Calls = visit.Row.Calls + 1 }, _clerk, since: visit.Row.Since));
        }

        var walk = chance.Between(TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(65));
        if (visit.Answers == 0)
        {
            In(Patience * heard, () => Miss(counter, visit));
        }
        else
        {
            In((Patience * (heard - 1)) + walk, () => Start(counter, visit));
        }
    }

    private void Miss(SimulatedCounter counter, SimulatedVisit visit)
    {
        Tell(EventType.TicketNoShow, visit, visit.Row with { State = TicketState.NoShow }, _clerk);
        Release(counter);
        if (visit.ReturnsAfter is { } after)
        {
            In(after, () =>
            {
                visit.Answers = 1;
                if (!_over)
                {
                    Join(visit, EventType.TicketReinstated, visit.Row with { Reinstated = visit.Row.Reinstated + 1 }, _clerk);
                }
            });
        }
    }

    private void Start(SimulatedCounter counter, SimulatedVisit visit)
    {
        Tell(EventType.ServiceStarted, visit, visit.Row with { State = TicketState.Serving, ServedAt = _now }, _clerk);
        if (visit.PassedTo is { } other)
        {
            visit.PassedTo = null;
            In(visit.Takes * FoundOutAfter, () => GoOn(counter, visit, EventType.TicketTransferred, other));
        }
        else if (visit.SetAsideFor is { } aside)
        {
            visit.SetAsideFor = null;
            visit.Takes /= 2;
            In(visit.Takes, () => SetAside(counter, visit, aside));
        }
        else
        {
            In(visit.Takes, () => Finish(counter, visit));
        }
    }

    private void SetAside(SimulatedCounter counter, SimulatedVisit visit, TimeSpan aside)
    {
        Tell(EventType.TicketParked, visit, visit.Row with { State = TicketState.Parked }, _clerk);
        Release(counter);
        In(aside, () =>
        {
            if (visit.Row.State == TicketState.Parked)
            {
                Enter(visit, EventType.TicketResumed, visit.Row, _clerk);
            }
        });
    }

    private void Finish(SimulatedCounter counter, SimulatedVisit visit)
    {
        if (visit.Row.Rest.FirstOrDefault() is { } next)
        {
            GoOn(counter, visit, EventType.TicketPassedOn, next);
            return;
        }

        var result = chance.In(InVain) ? chance.One(office.ResultsOffered.Select(one => one.Id).ToList()) : null;
        Tell(EventType.TicketCompleted, visit, visit.Row with { State = TicketState.Done, Result = result }, _clerk);
        Release(counter);
        if (chance.In(Rating))
        {
            // Who waited long is less content.
            var rating = (int)Math.Clamp(Math.Round(4.6 - (visit.Row.Waited / 1_500_000.0) - (result is null ? 0 : 1) + (0.8 * chance.Normal())), 1, 5);
            In(Minute * (1 + (3 * chance.Part())), () => Tell(EventType.TicketRated, visit, visit.Row with { Rating = rating }, "citizen", since: visit.Row.Since));
        }
    }

    // To another line: passed on unfinished, or the next errand.
    private void GoOn(SimulatedCounter counter, SimulatedVisit visit, EventType type, string service)
    {
        var row = visit.Row;
        Release(counter);
        visit.Takes = ServiceTimes.Draw(service, chance);
        IReadOnlyList<string> journey = type == EventType.TicketTransferred ? [.. row.Journey.Take(row.Leg + 1), service, .. row.Rest] : row.Journey;
        Join(visit, type, row with { Leg = row.Leg + 1, Journey = journey, Service = service }, _clerk);
    }

    // Counters close together when nobody is left for whom one of them might be needed.
    private void GoHome()
    {
        if (_now < close + Ms(Overtime) && _visits.Any(visit => visit.Row is { Living: true, State: not TicketState.NoShow }))
        {
            In(Minute, GoHome);
            return;
        }

        _over = true;
        foreach (var visit in _visits.Where(visit => visit.Row.State is TicketState.Waiting or TicketState.Parked))
        {
            Tell(EventType.TicketCancelled, visit, visit.Row with { State = TicketState.Cancelled }, _clerk);
        }

        _counters.ForEach(Look);
    }

    private void Close(SimulatedCounter counter)
    {
        counter.Free = false;
        if (counter.Open)
        {
            counter.Open = false;
            Tell(EventType.CounterClosed, counter, CounterState.Closed);
        }
    }

    private void Expire()
    {
        foreach (var visit in _visits.Where(visit => visit.Row.Living))
        {
            var row = visit.Row.State == TicketState.Serving
                ? visit.Row with { State = TicketState.Done, Result = "closing" }
                : visit.Row with { State = TicketState.Expired };
            Tell(EventType.DayClosed, visit, row, "system");
        }

        _counters.ForEach(Close);
    }

    // What the phone would have said: the people ahead by the usual time of the service, shared by the counters that are there for it.
    private TicketExpectation? Told(TicketRow row)
    {
        var ahead = _lines.Waiting(row.Service);
        var shares = _counters.Where(counter => counter.Open && counter.Primary.Contains(row.Service))
            .Sum(counter => (ahead + 1.0) / (counter.Primary.Sum(_lines.Waiting) + 1));
        if (shares == 0)
        {
            return null;
        }

        var free = _counters.Any(counter => counter.Free && counter.Primary.Contains(row.Service));
        var minutes = free ? 0 : (ahead + 0.5) * (ServiceTimes.Mean(row.Service) + Minute).TotalMinutes / shares;
        var (low, high) = ((int)(minutes * 0.55), (int)Math.Ceiling((minutes * 1.6) + 2));
        return new TicketExpectation(low > 10 ? low / 5 * 5 : low, high > 10 ? (high + 4) / 5 * 5 : high, ahead);
    }

    private int Number(ServiceDefinition service)
    {
        var given = _numbers[service.Id] = _numbers.GetValueOrDefault(service.Id) + 1;
        return service.From + ((given - 1) % (service.To - service.From + 1));
    }

    private int Fields(FormTemplate template)
    {
        var (all, least) = (template.Fields.Count(), template.Fields.Count(field => field.Required));
        return least + chance.Below(Math.Max(1, all - least + 1));
    }

    private void Tell(EventType type, SimulatedVisit visit, TicketRow row, string by, int? passed = null, long? since = null)
    {
        visit.Row = row with { Since = since ?? _now };
        fold.Apply(new OfficeEvent(0, "", _now, _day, type, by, Tickets: [visit.Row], Passed: passed is 0 ? null : passed));
    }

    private void Tell(EventType type, SimulatedCounter counter, CounterState state) => fold.Apply(new OfficeEvent(
        0, "", _now, _day, type, _clerk, Counters: [new CounterRow(counter.Id, state, _now, state == CounterState.Closed ? null : DemoClerks.Prefix + office.Slug)]));

    private void In(TimeSpan after, Action step) => At(_now + Ms(after), step);

    private void At(long at, Action step) => _agenda.Enqueue(step, (at, _order++));

    private static long Ms(TimeSpan span) => (long)span.TotalMilliseconds;
}
