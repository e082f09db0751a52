using System.Globalization;
using QueueHub.History.Rollups;
using QueueHub.Tickets.Rows;

namespace QueueHub.History;

/// <summary>
/// Makes the rows of history out of an office's events: of a batch by the writer, of years by a rebuild, by the same rules, so that both find the same.
/// </summary>
public sealed class HistoryFold(string office, IOfficeFacts facts)
{
    /// <summary>Of these rules. One more whenever the same events would give other rows or other sums: a hub then makes those of before anew, once.</summary>
    public const int Version = 3;

    /// <summary>
    /// A counter that was left running more days ago is taken for a new one, and its old row stays as it is: to find such a row the writer would look through
    /// all months there are, with every batch.
    /// </summary>
    internal const int MostDaysRunning = 62;

    private readonly TimeZoneInfo _zone = facts.Zone(office);
    private readonly Dictionary<long, TicketHistory> _tickets = [];
    private readonly Dictionary<string, CounterStretch> _running = [];

    /// <summary>The rows that changed, each with what was there before; null: nothing.</summary>
    public Dictionary<long, (TicketHistory? Before, TicketHistory After)> Tickets { get; } = [];

    /// <inheritdoc cref="Tickets"/>
    public Dictionary<(string BusinessDate, string Counter, DateTimeOffset Since), (CounterStretch? Before, CounterStretch After)> Stretches { get; } = [];

    /// <summary>Takes what was written before.</summary>
    public void Load(IEnumerable<TicketHistory> tickets, IEnumerable<CounterStretch> running)
    {
        foreach (var ticket in tickets)
        {
            _tickets[ticket.Ordinal] = ticket;
        }

        foreach (var stretch in running)
        {
            _running[stretch.Counter] = stretch;
        }
    }

    /// <summary>One more event; they come in order.</summary>
    public void Apply(OfficeEvent @event)
    {
        foreach (var row in @event.Tickets ?? [])
        {
            var before = _tickets.GetValueOrDefault(row.Ordinal);
            var after = TicketHistory.After(before, office, @event, row, LastOf(@event));
            after = after with { Pages = after is { FormTemplate: { } template, FormVersion: { } version } ? facts.PagesSaved(template, version) : 0 };
            _tickets[row.Ordinal] = after;
            Tickets[row.Ordinal] = (Tickets.TryGetValue(row.Ordinal, out var known) ? known.Before : before, after);
        }

        foreach (var row in @event.Counters ?? [])
        {
            var before = _running.TryGetValue(row.Id, out var known) && !known.BeganBefore(@event, MostDaysRunning) ? known : null;
            if (before?.Lasts(row) == true)
            {
                continue;
            }

            if (before is not null)
            {
                Changed(before, before.Ended(@event, _zone));
            }

            _running.Remove(row.Id);

            if (CounterStretch.Begun(office, @event, row) is { } begun)
            {
                Changed(null, begun);
                _running[row.Id] = begun;
            }
        }
    }

    /// <summary>
    /// Takes out the changes so far, and forgets the tickets of business days before <paramref name="day"/>: nothing happens to them any more.
    /// </summary>
    public void Forget(string day)
    {
        Tickets.Clear();
        Stretches.Clear();
        foreach (var (ordinal, _) in _tickets.Where(pair => string.CompareOrdinal(pair.Value.BusinessDate, day) < 0).ToList())
        {
            _tickets.Remove(ordinal);
        }
    }

    // A day that nobody closed is closed when the hub is back, days later: nothing lasted until then.
    private DateTimeOffset? LastOf(OfficeEvent @event) => @event.Type is EventType.DayClosed or EventType.TicketsExpired
        ? Hours.EndOf(DateOnly.ParseExact(@event.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), _zone)
        : null;

    private void Changed(CounterStretch? before, CounterStretch after) =>
        Stretches[after.Id] = (Stretches.TryGetValue(after.Id, out var known) ? known.Before : before, after);
}
