using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Boards;
using QueueHub.Offices;

namespace QueueHub.Live.Rooms;

/// <summary>An office in one line, from what its staff see of it. Pure.</summary>
public static class RoomSummaries
{
    /// <param name="desk">Null while this node knows nothing of the office.</param>
    public static RoomSummary Of(OfficeDocument office, DeskBoard? desk, Opening opening, DateTimeOffset now, int alarms = 0)
    {
        var counters = (desk?.Counters ?? []).ToLookup(counter => counter.State);
        var (waiting, open) = (desk?.WaitingTotal ?? 0, counters[CounterState.Open].Count());
        var working = opening.IsOpen(now) && desk is not { DayOpen: false };

        // After hours whoever still waits must be seen; without anybody an office is closed and not without a counter.
        var pace = working || waiting > 0 ? Paces.Of(waiting, open) : Pace.Closed;
        return new RoomSummary(
            office.Slug, office.Name, pace, opening.Opens(now) ?? opening.Closes(now), waiting,
            desk?.Services.Min(service => service.LongestSince), desk?.Services.Max(service => service.Expected),
            open, counters[CounterState.Paused].Count(), counters[CounterState.Closed].Count(), desk is not null, desk is { Stale: true },
            alarms);
    }

    /// <summary>Where somebody should look first: where an alarm stands, then those who wait without a counter, then by how many wait, then by name.</summary>
    public static IReadOnlyList<RoomSummary> ByNeed(IEnumerable<RoomSummary> offices) =>
        [.. offices.OrderByDescending(office => office.Alarms > 0).ThenByDescending(office => office is { Pace: Pace.NoCounter, Waiting: > 0 })
            .ThenByDescending(office => office.Waiting).ThenBy(office => office.Name.Ko, StringComparer.Ordinal)];
}
