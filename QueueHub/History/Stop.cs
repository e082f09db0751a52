using System.Text.Json.Serialization;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.History;

/// <summary>
/// One stay of a ticket in a service's line, until it leaves that line. A visit of one service has one; each transfer and each further service of a journey is
/// another. Times are Unix milliseconds.
/// </summary>
/// <param name="Joined">When it joined the line; of a number taken on the way: when its citizen arrived.</param>
/// <param name="CalledAt">First call that was not taken back.</param>
/// <param name="ServedAt">When service began, the last time.</param>
/// <param name="EndedAt">When it left; absent while it has not.</param>
/// <param name="Counter">Who called it last.</param>
/// <param name="Calls">Calls that were not taken back, repeated announcements not counted.</param>
/// <param name="Recalls">Repeated announcements that were not taken back.</param>
/// <param name="OutOfOrder">Its last call passed over others of its line.</param>
/// <param name="WaitsAgain">It has been back in its line since its last call, so that this wait did not end in a call.</param>
public sealed record Stop(
    string Service,
    long Joined,
    long? CalledAt = null,
    long? ServedAt = null,
    long? EndedAt = null,
    string? Counter = null,
    string? Staff = null,
    long WaitingMs = 0,
    long CalledMs = 0,
    long ServingMs = 0,
    long ParkedMs = 0,
    int Calls = 0,
    int Recalls = 0,
    bool OutOfOrder = false,
    StopEnd? End = null,
    bool WaitsAgain = false)
{
    private const string StaffActor = "staff:";

    /// <summary>The stops of a ticket after one more event on it.</summary>
    /// <param name="before">None: it is the first that is known of the ticket.</param>
    /// <param name="spent">The state that lasted until now, and how long; after an undo, what is to be taken off the state that goes on.</param>
    internal static IReadOnlyList<Stop> After(IReadOnlyList<Stop> before, OfficeEvent @event, TicketRow row, (TicketState State, long Milliseconds)? spent)
    {
        if (before.Count == 0)
        {
            return [First(row).Seen(@event, row)];
        }

        // The line that it was passed on to was never joined.
        var stops = @event is { Type: EventType.CommandUndone, Undone: EventType.TicketTransferred or EventType.TicketPassedOn } && before.Count > 1
            ? before.SkipLast(1).ToList()
            : [.. before];
        var last = spent is { } time ? stops[^1].Spent(time.State, time.Milliseconds) : stops[^1];
        if (@event.Type is not (EventType.TicketTransferred or EventType.TicketPassedOn))
        {
            stops[^1] = last.Seen(@event, row);
            return stops;
        }

        stops[^1] = last with { EndedAt = row.Since, End = @event.Type == EventType.TicketPassedOn ? StopEnd.Served : StopEnd.Transferred };
        return [.. stops, new Stop(row.Service, row.Since)];
    }

    private static Stop First(TicketRow row) => new(row.Service, row.Leg == 0 ? row.Issued : row.Joined);

    private Stop Seen(OfficeEvent @event, TicketRow row)
    {
        // Who stayed away has gone; that the day's end found the ticket still there does not change how the stop ended.
        if (End == StopEnd.Absent && row.State == TicketState.Expired)
        {
            return this;
        }

        var calls = Calls + TicketHistory.Times(EventType.TicketCalled, @event);
        var end = EndOf(@event, row);
        var seen = this with
        {
            Joined = @event.Type == EventType.TicketArrived ? row.Since : Joined,
            CalledAt = CalledAt ?? row.CalledAt,
            ServedAt = row.ServedAt ?? ServedAt,
            EndedAt = end is null ? null : row.Since,
            Counter = row.Counter ?? Counter,
            Staff = row.Counter is not null && @event.By.StartsWith(StaffActor, StringComparison.Ordinal) ? @event.By[StaffActor.Length..] : Staff,
            Calls = calls,
            Recalls = Recalls + TicketHistory.Times(EventType.TicketRecalled, @event),
            OutOfOrder = @event.Type == EventType.TicketCalled ? @event.Passed > 0 : OutOfOrder,
            End = end,
        };
        seen = @event.Type == EventType.CommandUndone && calls == 0 ? seen with { CalledAt = null, Counter = null, Staff = null, OutOfOrder = false } : seen;
        return seen with
        {
            WaitsAgain = row.State switch
            {
                TicketState.Waiting => seen.CalledAt is not null,
                TicketState.Called or TicketState.Serving => false,
                _ => WaitsAgain,
            },
        };
    }

    private StopEnd? EndOf(OfficeEvent @event, TicketRow row) => row.State switch
    {
        TicketState.Done when row.Moved is not null => StopEnd.Moved,
        TicketState.Done => End == StopEnd.Closed || @event.Type is EventType.DayClosed or EventType.TicketsExpired ? StopEnd.Closed : StopEnd.Served,
        TicketState.NoShow => StopEnd.Absent,
        TicketState.Cancelled => StopEnd.Cancelled,
        TicketState.Expired => StopEnd.Expired,
        _ => null,
    };

    private Stop Spent(TicketState state, long milliseconds) => state switch
    {
        TicketState.Waiting => this with { WaitingMs = WaitingMs + milliseconds },
        TicketState.Called => this with { CalledMs = CalledMs + milliseconds },
        TicketState.Serving => this with { ServingMs = ServingMs + milliseconds },
        TicketState.Parked => this with { ParkedMs = ParkedMs + milliseconds },
        _ => this,
    };
}

/// <summary>How a stop ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StopEnd>))]
public enum StopEnd
{
    /// <summary>Served to the end; the visit may go on elsewhere.</summary>
    [JsonStringEnumMemberName("served")] Served,
    /// <summary>Passed on unfinished.</summary>
    [JsonStringEnumMemberName("transferred")] Transferred,
    /// <summary>Goes on at another office.</summary>
    [JsonStringEnumMemberName("moved")] Moved,
    /// <summary>Called, and not there; it may come back, and then has not ended.</summary>
    [JsonStringEnumMemberName("absent")] Absent,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
    /// <summary>Still living when the day was closed.</summary>
    [JsonStringEnumMemberName("expired")] Expired,
    /// <summary>Was being served when the day was closed: nobody said when that had ended, so how long it took is not known.</summary>
    [JsonStringEnumMemberName("closed")] Closed,
}
