using QueueHub.Contracts.Boards;

namespace QueueHub.Offices;

/// <summary>Opening hours on the clock of the world. Pure.</summary>
public static class OfficeHours
{
    // Hours repeat weekly: what is not found within eight days never comes.
    private const int DaysAhead = 8;

    /// <summary>Open or closed at <paramref name="now"/>, and until when. An office that names no hours is open.</summary>
    public static Opening At(OfficeDocument office, DateTimeOffset now)
    {
        if (office.Hours.Count == 0)
        {
            return Opening.Always;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var open = false;
        DateTimeOffset? until = null;
        foreach (var (from, to) in Spans(office.Hours, zone, today).Where(span => span.To > now).OrderBy(span => span.From))
        {
            if (from <= (until ?? now))
            {
                // Ranges that touch or overlap are one: 09:00–12:00 and 12:00–18:00 has no noon break.
                open = true;
                until = until > to ? until : to;
            }
            else
            {
                return open ? new Opening(true, until) : new Opening(false, from);
            }
        }

        return new Opening(open, until);
    }

    /// <summary>When the business day of this date ends: some time after its last opening hours. Null when only midnight ends it.</summary>
    public static DateTimeOffset? EndOfDay(OfficeDocument office, DateOnly date)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone);
        var closings = office.Hours.Where(range => range.Days.Contains(date.DayOfWeek)).Select(range => At(zone, date.ToDateTime(range.Close))).ToList();
        if (closings.Count == 0)
        {
            return null;
        }

        var end = closings.Max() + TimeSpan.FromMinutes(office.Rules.CloseAfterMinutes);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(end, zone).DateTime) == date ? end : null;
    }

    private static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Spans(IReadOnlyList<OpeningHours> hours, TimeZoneInfo zone, DateOnly today) =>
        from offset in Enumerable.Range(0, DaysAhead)
        let day = today.AddDays(offset)
        from range in hours
        where range.Days.Contains(day.DayOfWeek)
        select (At(zone, day.ToDateTime(range.Open)), At(zone, day.ToDateTime(range.Close)));

    // A time that the spring night skips means as long after the change.
    private static DateTimeOffset At(TimeZoneInfo zone, DateTime local)
    {
        var offset = zone.GetUtcOffset(local);
        return zone.IsInvalidTime(local) ? TimeZoneInfo.ConvertTime(new DateTimeOffset(local, offset), zone) : new DateTimeOffset(local, offset);
    }
}
