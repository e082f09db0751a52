using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Boards;

/// <summary>What staff see of a state. Pure.</summary>
public static class DeskBuilder
{
    public static DeskBoard Build(OfficeState state, OfficeDocument office, Opening opening, DateTimeOffset now, bool stale)
    {
        var lines = office.Services.Select(service => state.Line(service.Id)).ToList();

        // Each line is in order already: the first places of each are enough for the first places of all.
        var waiting = lines.SelectMany(line => line.Take(DeskBoard.MaxListed)).Order().Take(DeskBoard.MaxListed)
            .Select(place => Ticket(state.Tickets[place.Ordinal]));
        return new DeskBoard(
            state.Epoch, state.Version, now, OfficeClock.OffsetMinutes(office, now), stale, office.Slug, office.Name, state.DayOpen, opening,
            [.. office.Services.Select(service => new DeskService(service.Id, service.Name, state.Line(service.Id).Count))],
            [.. office.Classes.Select(@class => new DeskClass(@class.Id, @class.Name, @class.CreditMinutes))],
            [.. office.Counters.Select(counter => Counter(state, counter))],
            [.. waiting], lines.Sum(line => line.Count),
            In(state, TicketState.Parked), In(state, TicketState.NoShow),
            state.Counters.ToDictionary(pair => pair.Key, pair => pair.Value.Done));
    }

    private static DeskTicket[] In(OfficeState state, TicketState wanted) =>
        [.. state.Aside.Select(ordinal => state.Tickets[ordinal]).Where(ticket => ticket.State == wanted).OrderBy(ticket => ticket.Since)
            .TakeLast(DeskBoard.MaxListed).Select(Ticket)];

    private static DeskCounter Counter(OfficeState state, CounterDefinition counter)
    {
        var row = state.Counters.GetValueOrDefault(counter.Id) ?? new CounterRow(counter.Id, CounterState.Closed, 0);
        var ticket = row.Ticket is { } ordinal ? state.Tickets.GetValueOrDefault(ordinal) : null;
        return new DeskCounter(
            row.Id, row.State, row.Staff, row.PauseReason, row.Primary ?? counter.Primary, row.Helping ?? counter.Helping,
            ticket is null ? null : Ticket(ticket), BoardBuilder.At(row.Since));
    }

    private static DeskTicket Ticket(TicketRow row) => new(
        row.Ordinal, row.Number, row.Service, row.Class, row.State, BoardBuilder.At(row.Issued), BoardBuilder.At(row.Since),
        (int)(row.Waited / 1000), row.Form is not null, row.Form?.Template, row.Calls,
        row.CalledAt is { } called ? BoardBuilder.At(called) : null, row.Counter, row.Note, row.Language);
}
