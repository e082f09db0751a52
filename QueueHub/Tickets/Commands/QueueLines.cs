using QueueHub.Live;
using QueueHub.Offices;

namespace QueueHub.Tickets.Commands;

/// <summary>The lines a script may touch.</summary>
internal static class QueueLines
{
    /// <summary>
    /// The configured services, and every other line in which somebody waits: those of single counters, and of services that left the configuration
    /// meanwhile. Without their lines such a ticket could not be finished, and the day never closed.
    /// </summary>
    public static IReadOnlyList<string> Of(OfficeDocument office, OfficeState? state)
    {
        var gone = state?.Lines.Where(line => !line.Value.IsEmpty && office.Service(line.Key) is null).Select(line => line.Key).ToList();
        return gone is null or [] ? office.ServiceIds : [.. office.ServiceIds, .. gone];
    }
}
