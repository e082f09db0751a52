using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.History.Webhooks;

/// <summary>What a receiver is told of one ticket: nothing that the lobby's screens do not show. Pure.</summary>
/// <param name="Id">The office, the event's version and the number: the same message has the same id, however often it comes.</param>
public sealed record WebhookMessage(
    string Id, string Type, DateTimeOffset At, string Office, string Day, int Number, string Service, TicketState State, string? Counter)
{
    // Forms, alarms, warnings, ratings and the like are nobody's business outside.
    private static readonly EventType[] Told =
    [
        EventType.TicketIssued, EventType.TicketArrived, EventType.TicketCalled, EventType.TicketRecalled, EventType.ServiceStarted, EventType.TicketCompleted,
        EventType.TicketNoShow, EventType.TicketReinstated, EventType.TicketParked, EventType.TicketResumed, EventType.TicketTransferred, EventType.TicketMoved,
        EventType.TicketRequeued, EventType.TicketCancelled, EventType.TicketPassedOn, EventType.TicketsExpired, EventType.CommandUndone,
    ];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The types there are, as events name them.</summary>
    public static readonly IReadOnlyList<string> Types = [.. Told.Select(Name)];

    /// <summary>The messages of an event, each with its ticket's ordinal; of most events none or one.</summary>
    public static IEnumerable<(long Ordinal, WebhookMessage Message)> Of(string office, OfficeEvent @event)
    {
        // Why an office ended a visit, and that it was the office, is not told: it is a visit that has ended.
        var type = @event.Type switch
        {
            EventType.VisitEnded => EventType.TicketCompleted,
            EventType.DayClosed => EventType.TicketsExpired,
            EventType.CounterPaused => EventType.TicketRequeued,
            var other => other,
        };

        // A clerk who leaves at once leaves a ticket behind that waits from now on; the row of one that goes on waiting is not told.
        return Told.Contains(type)
            ? (@event.Tickets ?? []).Where(row => @event.Type != EventType.CounterPaused || row.Since == @event.At).Select(row => (row.Ordinal, Of(office, @event, type, row)))
            : [];
    }

    /// <summary>As it is sent and signed.</summary>
    public string Body() => JsonSerializer.Serialize(this, Json);

    private static WebhookMessage Of(string office, OfficeEvent @event, EventType type, TicketRow row) => new(
        string.Create(CultureInfo.InvariantCulture, $"{office}:{@event.Version}:{row.Number}"), Name(type), DateTimeOffset.FromUnixTimeMilliseconds(@event.At), office,
        row.Day, row.Number, row.Service, row.State, row.Counter);

    private static string Name(EventType type) => JsonSerializer.SerializeToElement(type).GetString()!;
}
