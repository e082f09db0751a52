using QueueHub.Contracts.Tickets;

namespace QueueHub.History.Rollups;

/// <summary>
/// What one ticket contributes. A function of its row alone, so that the row before is taken away exactly when the row after is added, and a rebuild from
/// rows finds what the writer found. Pure.
/// </summary>
public static class TicketBookings
{
    /// <summary>A name cannot hold it, a column can.</summary>
    private const char Then = '>';

    private const int LongestJourney = 8;

    public static IEnumerable<Booking> Of(TicketHistory ticket, TimeZoneInfo zone)
    {
        if (ticket.Stops.Count == 0)
        {
            return [];
        }

        var (first, last) = (ticket.Stops[0], ticket.Stops[^1]);
        var taken = Hours.Of(ticket.IssuedAt, zone);
        var visit = Visit(ticket, taken);
        List<Booking> bookings =
        [
            .. Everywhere(ticket, first, taken, visit),
            .. ticket.Stops.SelectMany(stop => OfStop(ticket, stop, zone)),
        ];
        if (Services(ticket) is [_, _, ..] services)
        {
            bookings.Add(new Booking(RollupKind.Journey, string.Join(Then, services.Take(LongestJourney)), taken, Tally((Measure.Visits, 1))));
        }

        if (ticket.Rating is { } rating && ticket.EndedAt is { } ended)
        {
            var rated = Tally((Measure.Rated, 1), (Measure.RatingSum, rating), (Measure.Satisfied, rating >= 4 ? 1 : 0));
            bookings.AddRange(AtCounter(ticket, last, Hours.Of(ended, zone), rated));
        }

        if (ticket is { ExpectedLow: { } low, ExpectedHigh: { } high, ExpectedAt: { } told } && first.CalledAt is { } called)
        {
            bookings.AddRange(Everywhere(ticket, first, Hours.Of(told, zone), Told(low, high, (called - told.ToUnixTimeMilliseconds()) / 60_000.0)));
        }

        return bookings;
    }

    // Who is passed on to another counter of the same service goes nowhere else.
    private static List<string> Services(TicketHistory ticket) =>
        [.. ticket.Stops.Where((stop, at) => at == 0 || stop.Service != ticket.Stops[at - 1].Service).Select(stop => stop.Service)];

    private static Tally Visit(TicketHistory ticket, DateTime taken)
    {
        var visit = Tally((Measure.Visits, 1), (Measure.Forms, ticket.FormTemplate is null ? 0 : 1), (Measure.Pages, ticket.Pages));
        visit.Slots.Add(HoursOfWeek.HourOf(taken));
        return visit;
    }

    private static IEnumerable<Booking> OfStop(TicketHistory ticket, Stop stop, TimeZoneInfo zone)
    {
        var joined = Tally(
            (Measure.Stops, 1), (Ending(stop.End), stop.End is null or StopEnd.Served or StopEnd.Closed ? 0 : 1), (Measure.OutOfOrder, stop.OutOfOrder ? 1 : 0),
            (Measure.Parked, stop.ParkedMs > 0 ? 1 : 0), (Measure.ParkedMs, stop.ParkedMs), (Measure.Recalls, stop.Recalls));

        // Of one who waits again, after being absent or put back, the wait is not over; and who then goes has not been called out of it.
        if (stop.CalledAt is not null && !stop.WaitsAgain)
        {
            joined[Measure.Called] = 1;
            joined[Measure.WaitMs] = stop.WaitingMs;
            joined.Wait.Add(stop.WaitingMs);
        }

        var bookings = AtCounter(ticket, stop, Hours.Of(stop.Joined, zone), joined);
        return stop.EndedAt is { } ended && stop.CalledAt is not null
            ? bookings.Concat(AtCounter(ticket, stop, Hours.Of(ended, zone), AddEnded(new Tally(), stop)))
            : bookings;
    }

    /// <summary>Adds what a stop adds when it has ended; gives the sum.</summary>
    internal static Tally AddEnded(Tally ended, Stop stop)
    {
        ended[Measure.BusyMs] += stop.CalledMs + stop.ServingMs;
        ended[Measure.Served] += stop.End is StopEnd.Served or StopEnd.Closed ? 1 : 0;

        // A visit that the office ended at the call was never begun, one that the end of the day ended has no end that anybody saw.
        if (stop is { End: StopEnd.Served, ServedAt: not null })
        {
            ended[Measure.WalkMs] += stop.CalledMs;
            ended[Measure.ServeMs] += stop.ServingMs;
            ended.Walk.Add(stop.CalledMs);
            ended.Serve.Add(stop.ServingMs);
        }

        return ended;
    }

    private static Tally Told(int low, int high, double minutes) => Tally(
        (Measure.Told, 1),
        (minutes < low ? Measure.ToldSooner : minutes > high ? Measure.ToldLater : Measure.ToldWithin, 1),
        (Measure.ToldErrorMs, (long)Math.Round(Math.Abs(minutes - ((low + high) / 2.0)) * 60_000)));

    // Nothing is added under this name when the stop has not ended so.
    private static Measure Ending(StopEnd? end) => end switch
    {
        StopEnd.Absent => Measure.Absent,
        StopEnd.Cancelled => Measure.Cancelled,
        StopEnd.Expired => Measure.Expired,
        StopEnd.Transferred => Measure.Transferred,
        _ => Measure.Moved,
    };

    private static IEnumerable<Booking> AtCounter(TicketHistory ticket, Stop stop, DateTime hour, Tally tally) => stop.Counter is { } counter
        ? Everywhere(ticket, stop, hour, tally).Append(new Booking(RollupKind.Counter, counter, hour, tally))
        : Everywhere(ticket, stop, hour, tally);

    private static IEnumerable<Booking> Everywhere(TicketHistory ticket, Stop stop, DateTime hour, Tally tally) =>
    [
        new(RollupKind.Office, "", hour, tally), new(RollupKind.Service, stop.Service, hour, tally),
        new(RollupKind.Class, ticket.Class, hour, tally), new(RollupKind.Channel, ticket.Channel, hour, tally),
    ];

    private static Tally Tally(params ReadOnlySpan<(Measure Measure, long Sum)> sums)
    {
        var tally = new Tally();
        foreach (var (measure, sum) in sums)
        {
            tally[measure] += sum;
        }

        return tally;
    }
}
