namespace QueueHub.History.Rollups;

/// <summary>Collects what is to be added to an office's rollups: first by the hour, then in all grains. Pure.</summary>
public sealed class RollupChanges
{
    // One that nobody asks by the hour would be most of the rows.
    private static readonly RollupKind[] Hourly = [RollupKind.Office, RollupKind.Service, RollupKind.Counter];

    private readonly Dictionary<(RollupKind Kind, string Key, DateTime Hour), Tally> _hours = [];

    /// <summary>What these rows contribute now, instead of what they did before.</summary>
    public static RollupChanges Of(HistoryFold fold, TimeZoneInfo zone)
    {
        var changes = new RollupChanges();
        foreach (var (before, after) in fold.Tickets.Values)
        {
            changes.Add(before is null ? [] : TicketBookings.Of(before, zone), -1);
            changes.Add(TicketBookings.Of(after, zone));
        }

        foreach (var (before, after) in fold.Stretches.Values)
        {
            changes.Add(before is null ? [] : StretchBookings.Of(before, zone), -1);
            changes.Add(StretchBookings.Of(after, zone));
        }

        return changes;
    }

    /// <summary>Adds bookings, or takes them away.</summary>
    public void Add(IEnumerable<Booking> bookings, int sign = 1)
    {
        foreach (var (kind, key, hour, tally) in bookings)
        {
            if (!_hours.TryGetValue((kind, key, hour), out var sum))
            {
                _hours[(kind, key, hour)] = sum = new Tally();
            }

            sum.Add(tally, sign);
        }
    }

    /// <summary>What there is to add to each rollup; none that would stay as it is.</summary>
    public IReadOnlyDictionary<RollupKey, Tally> All()
    {
        var all = new Dictionary<RollupKey, Tally>();
        foreach (var ((kind, key, hour), tally) in _hours)
        {
            foreach (var grain in Enum.GetValues<Grain>())
            {
                if (grain == Grain.Hour && !Hourly.Contains(kind))
                {
                    continue;
                }

                var id = new RollupKey(grain, kind, Hours.Start(grain, hour), key);
                if (!all.TryGetValue(id, out var sum))
                {
                    all[id] = sum = new Tally();
                }

                sum.Add(tally);
            }
        }

        foreach (var (id, _) in all.Where(pair => pair.Value.IsZero).ToList())
        {
            all.Remove(id);
        }

        return all;
    }
}

/// <summary>Which rollup of an office.</summary>
/// <param name="Start">When its hour, day, month or year began, by the office's time.</param>
public readonly record struct RollupKey(Grain Grain, RollupKind Kind, DateTime Start, string Key);
