using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>
/// What must be true of an office after every single event of its log: versions rise by one, office time never goes back, no ticket is at two counters,
/// no counter has two tickets, no number is held by two living tickets.
/// </summary>
internal static class FoldTruth
{
    /// <summary>Folds the log; fails at the first event that breaks a rule.</summary>
    public static OfficeState Of(string office, IReadOnlyList<OfficeEvent> log)
    {
        var state = OfficeState.Empty(office) with { Epoch = log[0].Epoch, Version = log[0].Version - 1 };
        var holders = new Dictionary<int, long>();
        foreach (var @event in log)
        {
            Assert.True(@event.At >= state.At, $"event {@event.Version}: office time went back");
            Assert.True(
                @event.Type == EventType.OfficeRebuilt ? @event.Version > state.Version : @event.Version == state.Version + 1,
                $"event {@event.Version} follows {state.Version}");
            var before = state;
            state = Fold.Apply(before, @event);
            CountersAndTicketsAgree(@event, before, state);
            NumbersAreHeldOnce(@event, state, holders);
        }

        return state;
    }

    // Only what the event has touched, as it is now and as it was: the rest was right before it.
    private static void CountersAndTicketsAgree(OfficeEvent @event, OfficeState before, OfficeState state)
    {
        var all = @event.Type is EventType.DayOpened or EventType.OfficeRebuilt;
        var (rows, places) = (@event.Tickets ?? [], @event.Counters ?? []);
        var tickets = all ? state.Tickets.Values : rows
            .Concat(places.Select(row => before.Counters.GetValueOrDefault(row.Id)?.Ticket).OfType<long>().Select(ordinal => state.Tickets[ordinal]));
        var counters = all ? state.Counters.Keys : places.Select(row => row.Id)
            .Concat(rows.Select(row => before.Tickets.GetValueOrDefault(row.Ordinal)?.Counter).OfType<string>());

        foreach (var ticket in tickets.Where(IsAtCounter))
        {
            Assert.True(
                state.Counters.GetValueOrDefault(ticket.Counter!)?.Ticket == ticket.Ordinal,
                $"event {@event.Version}: ticket {ticket.Ordinal} is at counter {ticket.Counter}, which does not have it");
        }

        foreach (var counter in counters.Distinct().Select(state.Counters.GetValueOrDefault).OfType<CounterRow>().Where(counter => counter.Ticket is not null))
        {
            Assert.True(
                state.Tickets.GetValueOrDefault(counter.Ticket!.Value) is { } ticket && IsAtCounter(ticket) && ticket.Counter == counter.Id,
                $"event {@event.Version}: counter {counter.Id} has ticket {counter.Ticket}, which is not there");
        }
    }

    private static void NumbersAreHeldOnce(OfficeEvent @event, OfficeState state, Dictionary<int, long> holders)
    {
        var all = @event.Type is EventType.DayOpened or EventType.OfficeRebuilt;
        if (all)
        {
            holders.Clear();
        }

        foreach (var ticket in all ? state.Tickets.Values : (@event.Tickets ?? []).AsEnumerable())
        {
            var holder = holders.GetValueOrDefault(ticket.Number, ticket.Ordinal);
            if (ticket.Living)
            {
                Assert.True(holder == ticket.Ordinal, $"event {@event.Version}: number {ticket.Number} is held by tickets {holder} and {ticket.Ordinal}");
                holders[ticket.Number] = ticket.Ordinal;
            }
            else if (holder == ticket.Ordinal)
            {
                holders.Remove(ticket.Number);
            }
        }
    }

    private static bool IsAtCounter(TicketRow ticket) => ticket.State is TicketState.Called or TicketState.Serving;
}
