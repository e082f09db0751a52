using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Live.Boards;
using QueueHub.Offices;

namespace QueueHub.District;

/// <summary>An office as the district sees it. Pure.</summary>
public static class DistrictBuilder
{
    /// <param name="state">Null while this node knows nothing of the office's lines.</param>
    public static DistrictOffice Build(OfficeState? state, OfficeDocument office, Opening opening, DateTimeOffset now)
    {
        var lines = office.Services.Select(service => new DistrictLine(service.Id, service.Name, state?.Line(service.Id).Count ?? 0)).ToList();
        var waiting = lines.Sum(line => line.Waiting);
        var counters = office.Counters.Count(counter => state?.Counters.GetValueOrDefault(counter.Id) is { State: CounterState.Open });
        var open = opening.IsOpen(now) && state is not { DayOpen: false };
        return new DistrictOffice(
            office.Slug, open ? Paces.Of(waiting, counters) : Pace.Closed, opening.Opens(now) ?? opening.Closes(now), waiting, counters,
            waiting == 0 ? null : lines.MaxBy(line => line.Waiting));
    }
}
