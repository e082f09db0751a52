using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using QueueHub.Contracts.Tickets;
using QueueHub.History.Rollups;
using QueueHub.Tickets.Rows;

namespace QueueHub.History;

/// <summary>A time during which a counter was open, or was paused. In JSON its names are the columns'.</summary>
/// <param name="Until">Null while it lasts.</param>
public sealed record CounterStretch(
    string Office, string BusinessDate, string Counter, DateTimeOffset Since, DateTimeOffset? Until, CounterState State, string? Staff)
{
    internal static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Where it is kept: a counter begins one thing at a time.</summary>
    [JsonIgnore]
    public (string BusinessDate, string Counter, DateTimeOffset Since) Id => (BusinessDate, Counter, Since);

    /// <summary>What begins with this row; null of a closed counter.</summary>
    public static CounterStretch? Begun(string office, OfficeEvent @event, CounterRow row) => row.State == CounterState.Closed
        ? null
        : new CounterStretch(office, @event.Day, row.Id, DateTimeOffset.FromUnixTimeMilliseconds(row.Since), null, row.State, row.Staff);

    /// <summary>True while this row says that it lasts.</summary>
    public bool Lasts(CounterRow row) => row.State == State && row.Since == Since.ToUnixTimeMilliseconds();

    /// <summary>
    /// As it ended. A counter that nobody closed, because its day was cut off, was not open until the next one: it ends with its date.
    /// </summary>
    public CounterStretch Ended(OfficeEvent @event, TimeZoneInfo zone)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(@event.At);
        if (@event.Day != BusinessDate)
        {
            var endOfDate = EndOfDate(zone);
            at = at < endOfDate ? at : endOfDate;
        }

        return this with { Until = at > Since ? at : Since };
    }

    /// <summary>True when its business day is more than so many days before the event's.</summary>
    internal bool BeganBefore(OfficeEvent @event, int days) => Day(BusinessDate) < Day(@event.Day).AddDays(-days);

    /// <summary>When the date ends on which it began.</summary>
    internal DateTimeOffset EndOfDate(TimeZoneInfo zone) => Hours.EndOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Since, zone).DateTime), zone);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
