using System.Text.Json;
using System.Text.RegularExpressions;
using QueueHub.Tickets.Rows;

namespace QueueHub.History;

/// <summary>An event as the log had it, and its fields.</summary>
/// <param name="Payload">JSON, kept whole: a field this build does not know must not get lost.</param>
public sealed partial record LoggedEvent(string Payload, OfficeEvent Event)
{
    /// <summary>Reads an entry of the log.</summary>
    /// <exception cref="JsonException">It is no event.</exception>
    public static LoggedEvent Parse(string payload)
    {
        var storable = Storable(payload);
        return new(storable, JsonSerializer.Deserialize(storable, RowJson.Default.OfficeEvent) ?? throw new JsonException("The entry is null."));
    }

    // Postgres stores no U+0000: one in a clerk's note would stop the office's history for good.
    private static string Storable(string payload) => payload.Contains("\\u0000", StringComparison.Ordinal)
        ? Escape().Replace(payload, escape => escape.Value == "\\u0000" ? "\\ufffd" : escape.Value)
        : payload;

    [GeneratedRegex("""\\(?:u[0-9a-fA-F]{4}|.)""", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Escape();
}

/// <summary>How far an office's log is written.</summary>
/// <param name="Epoch">Empty before the first event.</param>
/// <param name="Ordinal">Highest ordinal seen.</param>
public sealed record HistoryPosition(string Epoch, long Version, long Ordinal)
{
    /// <summary>The position after a batch.</summary>
    /// <exception cref="HistoryGapException">The batch does not continue this position.</exception>
    public HistoryPosition After(string office, IReadOnlyList<LoggedEvent> batch)
    {
        var position = this;
        foreach (var (_, @event) in batch)
        {
            // A new epoch begins above everything known, not right behind it. Within an epoch a missing version is a lost event.
            var continues = @event.Epoch == position.Epoch ? @event.Version == position.Version + 1 : @event.Version > position.Version;
            if (!continues)
            {
                throw new HistoryGapException(
                    $"Office {office}: event {@event.Version} of epoch {@event.Epoch} does not follow {position.Version} of epoch {position.Epoch}.");
            }

            var ordinal = @event.Tickets?.Max(ticket => ticket.Ordinal) ?? 0;
            position = new HistoryPosition(@event.Epoch, @event.Version, Math.Max(position.Ordinal, ordinal));
        }

        return position;
    }
}

/// <summary>The log lacks an event that history does not have either.</summary>
public sealed class HistoryGapException(string message) : Exception(message);
