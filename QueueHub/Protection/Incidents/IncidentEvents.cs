using QueueHub.Contracts.Protection;
using QueueHub.Tickets.Rows;
using static System.FormattableString;

namespace QueueHub.Protection.Incidents;

/// <summary>What the events of an office say of its incidents. Pure.</summary>
internal static class IncidentEvents
{
    /// <summary>
    /// The line that an event is; null for any other event. The number of an alarm's ticket is not in its event: whoever knows the ticket fills it in.
    /// </summary>
    public static IncidentLine? LineOf(string office, OfficeEvent @event) => @event switch
    {
        { Type: EventType.AlarmRaised, Counters: [{ Alarm: { } alarm } counter, ..] } => OfAlarm(office, @event, IncidentAction.AlarmRaised, counter, alarm),
        { Type: EventType.AlarmAnswered, Counters: [{ Alarm: { Answers: [.., var answer] } alarm } counter, ..] } =>
            OfAlarm(office, @event, IncidentAction.AlarmAnswered, counter, alarm, answer.From),
        { Type: EventType.AlarmEnded, Counters: [var counter, ..], Alarm: { } alarm } => OfAlarm(office, @event, IncidentAction.AlarmEnded, counter, alarm),
        { Type: EventType.WarningGiven, Tickets: [{ Warnings: [.., var warning] } ticket, ..] } =>
            OfTicket(office, @event, IncidentAction.Warned, ticket, warning.Kind),
        { Type: EventType.VisitEnded, Tickets: [var ticket, ..] } => OfTicket(office, @event, IncidentAction.VisitEnded, ticket, @event.Reason),
        { Type: EventType.CommandUndone, Undone: EventType.VisitEnded, Tickets: [var ticket, ..] } =>
            OfTicket(office, @event, IncidentAction.EndingTakenBack, ticket, null),
        _ => null,
    };

    private static IncidentLine OfAlarm(string office, OfficeEvent @event, string action, CounterRow counter, CounterAlarm alarm, string? from = null) => new(
        office, alarm.Ticket is { } ordinal ? IncidentIds.OfTicket(ordinal) : IncidentIds.OfAlarm(alarm.Id), @event.Day, @event.At, counter.Id, alarm.Ticket, null,
        alarm.By, action, Person(@event), null, from, Source(@event));

    // Whoever warns or ends a visit is the clerk concerned.
    private static IncidentLine OfTicket(string office, OfficeEvent @event, string action, TicketRow ticket, string? note) => new(
        office, IncidentIds.OfTicket(ticket.Ordinal), @event.Day, @event.At, ticket.Counter ?? "", ticket.Ordinal, ticket.Number,
        Person(@event), action, Person(@event), null, note, Source(@event));

    private static string Person(OfficeEvent @event) => @event.By[(@event.By.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Source(OfficeEvent @event) => Invariant($"v{@event.Version}");
}
