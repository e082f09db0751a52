using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using Simulator.Plan;

namespace Simulator.Acting;

/// <summary>
/// What the clerks of an office do next. Pure: everything follows from the board, from how long it has been so, and from the plan. So whatever
/// else happens – a visitor at a counter, a restart, a refused command – the next look puts it right.
/// </summary>
internal static class Clerks
{
    /// <summary>From the call to the counter, at least.</summary>
    public static readonly TimeSpan Walk = TimeSpan.FromSeconds(40);

    /// <summary>How long a call stands before it is repeated.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A counter that a visitor has given back stays free for so long.</summary>
    public static readonly TimeSpan LeftFree = TimeSpan.FromMinutes(30);

    /// <summary>Whoever still waits so long after closing time is sent home.</summary>
    public static readonly TimeSpan Overtime = TimeSpan.FromMinutes(40);

    private const int Announcements = 3;

    /// <summary>The next deed of each clerk who has one, at most one each.</summary>
    /// <param name="staffed">Counters that simulated clerks work at, in the order of the roster.</param>
    /// <param name="citizen">Whose visit a ticket is.</param>
    /// <param name="walk">From the call to the counter.</param>
    public static IReadOnlyList<Deed> Decide(
        TimeSpan now, DeskBoard desk, Sightings seen, IReadOnlyList<string> staffed, Func<DeskTicket, Citizen> citizen, TimeSpan walk)
    {
        var deeds = new List<Deed>();
        var waiting = desk.Services.ToDictionary(service => service.Id, service => service.Waiting);
        var aside = new Queue<Deed>(Returning(now, desk, seen, citizen));
        foreach (var (place, id) in staffed.Index())
        {
            if (desk.Counters.FirstOrDefault(counter => counter.Id == id) is not { } counter)
            {
                continue;
            }

            var deed = counter.State == CounterState.Closed ? Arrive(now, counter, seen.Counters[id], desk.DayOpen, place)
                : counter.Staff != seen.Me ? null
                : counter.Ticket is { } ticket ? Serve(now, counter, ticket, seen.Tickets[ticket.Ordinal], citizen(ticket), desk, walk)
                : Free(now, counter, place, waiting, aside);
            if (deed is not null)
            {
                deeds.Add(deed);
            }
        }

        return deeds;
    }

    // A counter that is closed is opened in the morning, and not taken back from a visitor at once.
    private static Deed? Arrive(TimeSpan now, DeskCounter counter, CounterSighting seen, bool dayOpen, int place) =>
        dayOpen && now < Arrivals.Length && !Roster.Away(place, now) && (!seen.Visited || now - seen.Since >= LeftFree)
            ? new Deed(counter.Id, Verbs.Open)
            : null;

    private static Deed? Serve(TimeSpan now, DeskCounter counter, DeskTicket ticket, TicketSighting seen, Citizen citizen, DeskBoard desk, TimeSpan walk)
    {
        var lasted = now - seen.Since;
        if (ticket.State == TicketState.Called)
        {
            // Whoever was absent once and came back does not stay away again.
            var comesAt = seen.Interrupted ? 1 : citizen.AnswersCall;
            return comesAt > 0 && ticket.Calls >= comesAt ? After(walk, Verbs.Start)
                : ticket.Calls < Announcements ? After(Patience, Verbs.Recall)
                : After(Patience, Verbs.NoShow);
        }

        if (ticket.State != TicketState.Serving || lasted < citizen.Takes)
        {
            return null;
        }

        return seen.Interrupted ? After(TimeSpan.Zero, Verbs.Complete)
            : citizen.PassedTo is { } service && desk.Services.Any(known => known.Id == service)
                ? new Deed(counter.Id, Verbs.Transfer, ticket.Ordinal, service)
            : After(TimeSpan.Zero, citizen.SetAsideFor is null ? Verbs.Complete : Verbs.Park);

        Deed? After(TimeSpan wait, string verb) => lasted >= wait ? new Deed(counter.Id, verb, ticket.Ordinal) : null;
    }

    private static Deed? Free(TimeSpan now, DeskCounter counter, int place, Dictionary<string, int> waiting, Queue<Deed> aside)
    {
        var service = counter.Primary.Concat(counter.Helping).FirstOrDefault(service => waiting.GetValueOrDefault(service) > 0);
        if (now >= Arrivals.Length && (service is null || now >= Arrivals.Length + Overtime))
        {
            return new Deed(counter.Id, Verbs.Close);
        }

        if (Roster.Away(place, now))
        {
            return counter.State == CounterState.Open ? new Deed(counter.Id, Verbs.Pause) : null;
        }

        if (counter.State == CounterState.Paused)
        {
            return new Deed(counter.Id, Verbs.Open);
        }

        if (aside.TryDequeue(out var back))
        {
            return back with { Counter = counter.Id };
        }

        if (service is null)
        {
            return null;
        }

        // Counted down, so that two clerks do not run for the same last citizen.
        waiting[service]--;
        return new Deed(counter.Id, Verbs.CallNext);
    }

    private static IEnumerable<Deed> Returning(TimeSpan now, DeskBoard desk, Sightings seen, Func<DeskTicket, Citizen> citizen) =>
        from ticket in desk.Parked.Concat(desk.NoShows)
        where !seen.Refused.Contains(ticket.Ordinal)
        let who = citizen(ticket)
        let back = ticket.State == TicketState.Parked ? who.SetAsideFor : who.ReturnsAfter
        where now - seen.Tickets[ticket.Ordinal].Since >= back
        select new Deed("", ticket.State == TicketState.Parked ? Verbs.Resume : Verbs.Reinstate, ticket.Ordinal);
}
