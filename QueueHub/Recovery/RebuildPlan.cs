using QueueHub.History;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.Recovery;

/// <summary>How an office is founded anew from what is still known of it. Pure.</summary>
internal static class RebuildPlan
{
    /// <summary>
    /// Versions, ordinals and numbers skipped: what Redis acknowledged in its last moment may be known to nobody but the citizen who holds the number.
    /// </summary>
    public const int VersionFence = 1000;
    public const int OrdinalFence = 1000;
    public const int NumberFence = 10;

    public static OfficeRebuild Of(
        OfficeDocument office, OfficeState basis, FoundOffice found, HistoryFloor? floor, IReadOnlyList<OfficeEvent> recent, string epoch, bool simulated) => new(
        found,
        epoch,
        Math.Max(Math.Max(basis.Version, found.Version), floor?.Version ?? 0) + VersionFence,
        Math.Max(basis.Tickets.Keys.DefaultIfEmpty().Max(), floor?.Ordinal ?? 0) + OrdinalFence,
        basis.DayOpen,
        basis.At,
        simulated,
        [.. basis.Tickets.Values.OrderBy(ticket => ticket.Ordinal)],
        [.. basis.Counters.Values.OrderBy(counter => counter.Id, StringComparer.Ordinal)],
        office.Services.ToDictionary(service => service.Id, service => Fenced(service, basis)),
        Known(basis, found, floor, recent));

    private static int Fenced(ServiceDefinition service, OfficeState basis)
    {
        var range = service.To - service.From + 1;
        var last = basis.Tickets.Values.Where(ticket => ticket.Journey[0] == service.Id).MaxBy(ticket => ticket.Ordinal)?.Number;
        var given = last is { } number && number >= service.From && number <= service.To ? number - service.From + 1 : 0;

        // A short range is not skipped as a whole: it would come round to numbers given just now.
        return service.From - 1 + ((given + Math.Min(NumberFence, range / 10)) % range);
    }

    // Only events that continue what the log and history have: with a gap before them history could not go on at all.
    private static List<OfficeEvent> Known(OfficeState basis, FoundOffice found, HistoryFloor? floor, IReadOnlyList<OfficeEvent> recent)
    {
        var after = found.Epoch.Length > 0 ? Math.Max(found.Version, floor?.Version ?? 0) : floor?.Version;
        var known = recent.Where(@event => @event.Version > after && @event.Version <= basis.Version).ToList();
        return known is [var first, ..] && first.Version == after + 1 ? known : [];
    }
}
