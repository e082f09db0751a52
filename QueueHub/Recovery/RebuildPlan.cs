using QueueHub.History;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.Recovery;

/// <summary>How an office is founded anew from what is still known of it. Pure.</summary>
internal static class RebuildPlan
{
    public static OfficeRebuild Of(
        OfficeDocument office, OfficeState basis, FoundOffice found, HistoryFloor? floor, IReadOnlyList<OfficeEvent> recent, Fence fence, string epoch) => new(
        found,
        epoch,
        Math.Max(Math.Max(basis.Version, found.Version), floor?.Version ?? 0) + fence.Versions,
        Math.Max(basis.Tickets.Keys.DefaultIfEmpty().Max(), floor?.Ordinal ?? 0) + fence.Ordinals,
        basis.DayOpen,
        basis.At,
        Simulated: false,
        [.. basis.Tickets.Values.OrderBy(ticket => ticket.Ordinal)],
        [.. basis.Counters.Values.OrderBy(counter => counter.Id, StringComparer.Ordinal)],
        office.Services.ToDictionary(service => service.Id, service => Fenced(service, basis, fence)),
        Known(basis, found, floor, recent));

    private static int Fenced(ServiceDefinition service, OfficeState basis, Fence fence)
    {
        var range = service.To - service.From + 1;
        var last = basis.Tickets.Values.Where(ticket => ticket.Journey[0] == service.Id).MaxBy(ticket => ticket.Ordinal)?.Number;
        var given = last is { } number && number >= service.From && number <= service.To ? number - service.From + 1 : 0;

        // A short range is not skipped as a whole: it would come round to numbers given just now.
        return service.From - 1 + ((given + Math.Min(fence.Numbers, range / fence.ShareOfRange)) % range);
    }

    // Only events that continue what the log and history have: with a gap before them history could not go on at all.
    private static List<OfficeEvent> Known(OfficeState basis, FoundOffice found, HistoryFloor? floor, IReadOnlyList<OfficeEvent> recent)
    {
        var after = found.Epoch.Length > 0 ? Math.Max(found.Version, floor?.Version ?? 0) : floor?.Version;
        var known = recent.Where(@event => @event.Version > after && @event.Version <= basis.Version).ToList();
        return known is [var first, ..] && first.Version == after + 1 ? known : [];
    }
}

/// <summary>What a rebuilt office skips: what Redis acknowledged and nobody else knows may be known to the citizen who holds the number.</summary>
/// <param name="Numbers">Of each service, at most.</param>
/// <param name="ShareOfRange">And at most this part of its range: 10 is a tenth.</param>
internal sealed record Fence(long Versions, long Ordinals, int Numbers, int ShareOfRange)
{
    /// <summary>The basis is at most moments old.</summary>
    public static readonly Fence Moments = new(1000, 1000, 10, 10);

    /// <summary>Nobody can say how old the basis is.</summary>
    public static readonly Fence Hours = new(1_000_000, 1_000_000, 100, 4);
}
