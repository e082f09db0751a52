using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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

    /// <summary>How each service of the visit ended, in the order of the journey; null where nothing was said.</summary>
    public IReadOnlyList<string?> LegResults { get; init; } = [];

    /// <summary>Times it was passed on unfinished.</summary>
    public int Transfers { get; init; }

    /// <summary>Announcements that repeated a call.</summary>
    public int Recalls { get; init; }

    /// <summary>Sheets of paper that its form saved.</summary>
    public int Pages { get; init; }

    /// <summary>How its citizen found the visit, 1 to 5.</summary>
    public int? Rating { get; init; }

    /// <summary>The wait that was foretold when it joined its first line, minutes; null: none was.</summary>
    public int? ExpectedLow { get; init; }

    /// <inheritdoc cref="ExpectedLow"/>
    public int? ExpectedHigh { get; init; }

    /// <summary>When that was said.</summary>
    public DateTimeOffset? ExpectedAt { get; init; }

    /// <summary>Its stays in the lines of services, in order.</summary>
    public IReadOnlyList<Stop> Stops { get; init; } = [];

    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OmitDefaultsOfStops } },
    };

    /// <summary>The row after one more event on the ticket; <paramref name="before"/> is null for its first.</summary>
    /// <param name="last">Of an event that closes the day: when its date ended. No state lasted longer.</param>
    public static TicketHistory After(TicketHistory? before, string office, OfficeEvent @event, TicketRow row, DateTimeOffset? last = null)
    {
        var since = DateTimeOffset.FromUnixTimeMilliseconds(row.Since);

        // Who has gone has taken the form's contents along; that one was written stays true (rebuild.lua).
        var lost = @event.Type == EventType.OfficeRebuilt && !row.Living && before is not null;
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
            FormTemplate = lost ? before!.FormTemplate : row.Form?.Template,
            FormVersion = lost ? before!.FormVersion : row.Form?.Version,
            FormFields = lost ? before!.FormFields : row.Form?.Fields,
            LegResults = Results(before, @event, row),
            Transfers = (before?.Transfers ?? 0) + Times(EventType.TicketTransferred, @event),
            Recalls = (before?.Recalls ?? 0) + Times(EventType.TicketRecalled, @event),
            Rating = row.Rating,
        };
        if (row.Expected is { } expected && @event.Type is EventType.TicketIssued or EventType.TicketArrived)
        {
            after = after with { ExpectedLow = expected.Low, ExpectedHigh = expected.High, ExpectedAt = DateTimeOffset.FromUnixTimeMilliseconds(@event.At) };
        }

        if (before is null)
        {
            return after with { Stops = Stop.After([], @event, row, null) };
        }

        var stretch = Stretch(before, since, last);
        var undone = @event.Type == EventType.CommandUndone;
        after = undone ? after.TakenBack(@event.Undone, row, stretch) : after.Spent(before.State, stretch);
        return after with { Stops = Stop.After(before.Stops, @event, row, (undone ? row.State : before.State, stretch)) };
    }

    // With a clerk, the end of the day says only that nobody had said anything.
    private static long Stretch(TicketHistory before, DateTimeOffset until, DateTimeOffset? last) => last is not { } end
        ? (long)(until - before.Since).TotalMilliseconds
        : before.State is TicketState.Called or TicketState.Serving ? 0
        : Math.Max(0, (long)((until < end ? until : end) - before.Since).TotalMilliseconds);

    /// <summary>1 when the event is one of these, -1 when it takes one back.</summary>
    internal static int Times(EventType type, OfficeEvent @event) =>
        @event.Type == type ? 1 : @event.Type == EventType.CommandUndone && @event.Undone == type ? -1 : 0;

    // What was taken back did not happen: the stretch it had ended goes on, so what was added for it then is taken off again. Nobody has acted on the
    // ticket since, so a call that is taken back was its last one.
    private TicketHistory TakenBack(EventType? undone, TicketRow row, long stretch)
    {
        var after = Spent(row.State, stretch);
        if (undone != EventType.TicketCalled)
        {
            return after;
        }

        after = after with { Calls = Calls - 1 };
        return after.Calls > 0 ? after : after with { Counter = null, Staff = null, CalledAt = null };
    }

    private static IReadOnlyList<string?> Results(TicketHistory? before, OfficeEvent @event, TicketRow row)
    {
        var known = before?.LegResults ?? [];
        return @event.Type switch
        {
            EventType.TicketPassedOn when before is not null => At(before.Leg),
            EventType.CommandUndone => [.. known.Take(row.Leg)],
            _ when row.State == TicketState.Done => At(row.Leg),
            _ => known,
        };

        IReadOnlyList<string?> At(int leg) => [.. known.Take(leg), .. Enumerable.Repeat<string?>(null, Math.Max(0, leg - known.Count)), row.Result];
    }

    private static TicketHistory First(string office, TicketRow row)
    {
        var issued = DateTimeOffset.FromUnixTimeMilliseconds(row.Issued);
        return new TicketHistory(
            office, row.Day, row.Ordinal, 0, row.Number, row.Service, row.Journey, row.Leg, row.Class, row.Channel, row.Language, row.State, issued, issued);
    }

    private static DateTimeOffset? Time(long? milliseconds) =>
        milliseconds is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;

    // Most stops are called once, served and ended; ten years of them are kept.
    private static void OmitDefaultsOfStops(JsonTypeInfo type)
    {
        if (type.Type != typeof(Stop))
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            property.ShouldSerialize = (_, value) => value is not (null or 0 or 0L or false);
        }
    }

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
