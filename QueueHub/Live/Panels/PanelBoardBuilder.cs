using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Boards;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Panels;

/// <summary>What the panel of one counter shows of a state. Pure; holds numbers only.</summary>
public static class PanelBoardBuilder
{
    public static PanelBoard Build(OfficeState state, OfficeDocument office, CounterDefinition counter, Opening opening, DateTimeOffset now, bool stale)
    {
        var row = state.Counters.GetValueOrDefault(counter.Id) ?? new CounterRow(counter.Id, CounterState.Closed, 0);
        var works = row.State == CounterState.Open;
        var (primary, helping) = row.State == CounterState.Closed ? (counter.Primary, counter.Helping) : (row.Primary ?? [], row.Helping ?? []);
        List<string> first = [TicketRow.LineOf(counter.Id), .. primary];
        return new PanelBoard(
            state.Epoch, state.Version, now, OfficeClock.OffsetMinutes(office, now), stale, office.Slug, office.Name, state.DayOpen, opening,
            counter.Id, row.State,
            [.. primary.Concat(helping).Select(service => Name(office, service))],
            works ? (Head(state, first) ?? Head(state, helping))?.Number : null,
            works ? first.Concat(helping).Sum(line => state.Line(line).Count) : 0,
            row.Ticket is { } ordinal ? Ticket(office, state.Tickets.GetValueOrDefault(ordinal)) : null);
    }

    // As call_next.lua chooses.
    private static TicketRow? Head(OfficeState state, IReadOnlyList<string> lines)
    {
        var heads = lines.Select(state.Line).Where(line => !line.IsEmpty).Select(line => line.Min).ToList();
        return heads.Count == 0 ? null : state.Tickets[heads.Min().Ordinal];
    }

    // One that is being moved to another office is no longer this counter's to show.
    private static PanelTicket? Ticket(OfficeDocument office, TicketRow? ticket) =>
        ticket is { State: TicketState.Called or TicketState.Serving, Moving: null }
            ? new PanelTicket(ticket.Ordinal, ticket.Number, ticket.State, Name(office, ticket.Service), ticket.Language,
                ticket.Form is not null || office.Service(ticket.Service)?.Form is not null, Warning(ticket))
            : null;

    private static PanelWarning? Warning(TicketRow ticket) => ticket.Warnings is [.., var last]
        ? new PanelWarning(last.Kind, BoardBuilder.At(last.At), ticket.Warnings.Count)
        : null;

    private static LocalText Name(OfficeDocument office, string service) => office.Service(service)?.Name ?? new LocalText(service, service);
}
