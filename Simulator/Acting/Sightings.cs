using System.Collections.Immutable;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace Simulator.Acting;

/// <summary>A ticket as it was last seen on the staff's board.</summary>
/// <param name="Since">In the time of the simulated day: when it was first seen so.</param>
/// <param name="Interrupted">The visit has been passed on, set aside or marked absent before: no second time.</param>
internal sealed record TicketSighting(TicketState State, int Calls, string Service, TimeSpan Since, bool Interrupted);

/// <summary>A counter as it was last seen.</summary>
/// <param name="Visited">Somebody who is not simulated has held it today.</param>
internal sealed record CounterSighting(CounterState State, string? Staff, TimeSpan Since, bool Visited);

/// <summary>What one has seen of an office today, to know how long things have lasted: the board itself speaks of another clock. Immutable.</summary>
/// <param name="Refused">Tickets that the office would not bring back into line: nobody asks twice.</param>
internal sealed record Sightings(
    string Me, ImmutableDictionary<long, TicketSighting> Tickets, ImmutableDictionary<string, CounterSighting> Counters, ImmutableHashSet<long> Refused)
{
    public static Sightings None(string me) => new(
        me, ImmutableDictionary<long, TicketSighting>.Empty, ImmutableDictionary<string, CounterSighting>.Empty, ImmutableHashSet<long>.Empty);

    /// <summary>What is known after another look at the board.</summary>
    public Sightings See(DeskBoard desk, TimeSpan now)
    {
        var tickets = desk.Counters.Select(counter => counter.Ticket).OfType<DeskTicket>()
            .Concat(desk.Waiting).Concat(desk.Parked).Concat(desk.NoShows)
            .DistinctBy(ticket => ticket.Ordinal);
        return this with
        {
            Tickets = tickets.ToImmutableDictionary(ticket => ticket.Ordinal, ticket => See(ticket, now)),
            Counters = desk.Counters.ToImmutableDictionary(counter => counter.Id, counter => See(counter, now)),
        };
    }

    private TicketSighting See(DeskTicket ticket, TimeSpan now)
    {
        var before = Tickets.GetValueOrDefault(ticket.Ordinal);
        var interrupted = ticket.State is TicketState.Parked or TicketState.NoShow
            || before is not null && (before.Interrupted || before.Service != ticket.Service);
        return before is not null && (before.State, before.Calls, before.Service) == (ticket.State, ticket.Calls, ticket.Service)
            ? before
            : new TicketSighting(ticket.State, ticket.Calls, ticket.Service, now, interrupted);
    }

    private CounterSighting See(DeskCounter counter, TimeSpan now)
    {
        var before = Counters.GetValueOrDefault(counter.Id);
        return before is not null && (before.State, before.Staff) == (counter.State, counter.Staff)
            ? before
            : new CounterSighting(counter.State, counter.Staff, now, before is { Visited: true } || (counter.Staff is { } staff && staff != Me));
    }
}
