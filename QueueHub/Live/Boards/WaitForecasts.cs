using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Boards;

/// <summary>What this node would tell somebody who takes a number now: kept with the ticket, so that it can be held against what happened.</summary>
public sealed class WaitForecasts(IOfficeStates states, TimeProvider time)
{
    /// <summary>Null when nothing would be said.</summary>
    /// <param name="credit">By how much that person goes before others, milliseconds.</param>
    public TicketExpectation? Newcomer(OfficeDocument office, string service, long credit)
    {
        if (states.Current(office.Slug) is not { } state || states.IsStale(office.Slug))
        {
            return null;
        }

        var bands = new WaitBands(state, office, time.GetUtcNow());
        return bands.Newcomer(service, credit) is { } band ? new TicketExpectation(band.Low, band.High, bands.Ahead(service, credit)) : null;
    }
}
