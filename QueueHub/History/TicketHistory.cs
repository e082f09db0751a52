using System.Text.Json;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.History;

/// <summary>
/// One ticket's row in history: as its last event left it, and how long it was in each state before the present one. In JSON its names are the
/// columns', so that Postgres reads and writes it whole.
/// </summary>
public sealed record TicketHistory(
    string Office,
    string BusinessDate,
    long Ordinal,
    long Version,
    int Number,
    string Service,
    IReadOnlyList<string> Journey,
    int Leg,
    string Class,
    string Channel,
    string Language,
    TicketState State,
    DateTimeOffset Since,
    DateTimeOffset IssuedAt,
    DateTimeOffset? CalledAt = null,
    DateTimeOffset? ServedAt = null,
    DateTimeOffset? EndedAt = null,
    long OnTheWayMs = 0,
    long WaitingMs = 0,
    long CalledMs = 0,
    long ServingMs = 0,
    long ParkedMs = 0,
    long NoShowMs = 0,
    string? Counter = null,
    string? Staff = null,
    int Calls = 0,
    int Reinstated = 0,
    int Requeued = 0,
    string? Result = null,
    string? FormTemplate = null,
    int? FormVersion = null,
    int? FormFields = null)
{
    private const string StaffActor = "staff:";

    internal static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The row after one more event on the ticket; <paramref name="before"/> is null for its first.</summary>
    public static TicketHistory After(TicketHistory? before, string office, OfficeEvent @event, TicketRow row)
    {
        var since = DateTimeOffset.FromUnixTimeMilliseconds(row.Since);
        var after = (before ?? First(office, row)) with
        {
            Version = @event.Version,
            Service = row.Service,
            Journey = row.Journey,
            Leg = row.Leg,
            State = row.State,
            Since = since,
            CalledAt = Time(row.CalledAt) ?? before?.CalledAt,
            ServedAt = Time(row.ServedAt) ?? before?.ServedAt,
            EndedAt = row.Living ? null : since,
            Counter = row.Counter ?? before?.Counter,
            Staff = row.Counter is not null && @event.By.StartsWith(StaffActor, StringComparison.Ordinal)
                ? @event.By[StaffActor.Length..]
                : before?.Staff,
            Calls = (before?.Calls ?? 0) + (@event.Type is EventType.TicketCalled or EventType.TicketRecalled ? 1 : 0),
            Reinstated = row.Reinstated,
            Requeued = row.Requeued,
            Result = row.Result,
            FormTemplate = row.Form?.Template,
            FormVersion = row.Form?.Version,
            FormFields = row.Form?.Fields,
        };
        if (before is null)
        {
            return after;
        }

        var stretch = (long)(since - before.Since).TotalMilliseconds;

        // What was taken back did not happen: the stretch it had ended goes on, so what was added for it then is taken off again.
        return @event.Type == EventType.CommandUndone ? after.Spent(row.State, stretch) : after.Spent(before.State, stretch);
    }

    private static TicketHistory First(string office, TicketRow row)
    {
        var issued = DateTimeOffset.FromUnixTimeMilliseconds(row.Issued);
        return new TicketHistory(
            office, row.Day, row.Ordinal, 0, row.Number, row.Service, row.Journey, row.Leg, row.Class, row.Channel, row.Language, row.State, issued, issued);
    }

    private static DateTimeOffset? Time(long? milliseconds) =>
        milliseconds is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;

    private TicketHistory Spent(TicketState state, long milliseconds) => state switch
    {
        TicketState.OnTheWay => this with { OnTheWayMs = OnTheWayMs + milliseconds },
        TicketState.Waiting => this with { WaitingMs = WaitingMs + milliseconds },
        TicketState.Called => this with { CalledMs = CalledMs + milliseconds },
        TicketState.Serving => this with { ServingMs = ServingMs + milliseconds },
        TicketState.Parked => this with { ParkedMs = ParkedMs + milliseconds },
        TicketState.NoShow => this with { NoShowMs = NoShowMs + milliseconds },
        _ => this,
    };
}
