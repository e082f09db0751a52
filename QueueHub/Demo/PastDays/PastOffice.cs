using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Offices;
using QueueHub.History;
using QueueHub.Offices;
using Simulator.Plan;

namespace QueueHub.Demo.PastDays;

/// <summary>Days that an office might have had: planned as the demo's living days are, and then waited through. Pure: the same seed gives the same days.</summary>
/// <param name="forms">The newest version of a form template, by its id.</param>
/// <param name="volume">How many come, relative to what the office is staffed for.</param>
public sealed class PastOffice(OfficeDocument office, IOfficeFacts facts, Func<string, FormTemplate?> forms, int seed, double volume = 1)
{
    // Below every ordinal that an office ever gives, and rising: a made-up ticket can be told by it, and no real one meets it.
    private static readonly DateOnly NoDay = new(2200, 1, 1);
    private const long MostADay = 10_000;

    private static readonly OpeningHours Usual =
        new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], new TimeOnly(9, 0), new TimeOnly(18, 0));

    private readonly OfficeInfo _info = OfficeApi.Of(office, Opening.Always);

    public string Slug => office.Slug;

    public TimeZoneInfo Zone => facts.Zone(office.Slug);

    /// <summary>The day of this date; null when the office was closed.</summary>
    public PastDay? Day(DateOnly date)
    {
        IReadOnlyList<OpeningHours> known = office.Hours.Count > 0 ? office.Hours : [Usual];
        var hours = known.Where(range => range.Days.Contains(date.DayOfWeek)).ToList();
        if (hours.Count == 0 || Seasons.IsHoliday(date))
        {
            return null;
        }

        var (open, close) = (At(date, hours.Min(range => range.Open)), At(date, hours.Max(range => range.Close)));

        // The plan is of a day of usual length.
        var stretch = (close - open) / Arrivals.Length.TotalMilliseconds;
        var plan = DayPlan.For(_info, seed, date.DayNumber, date.DayOfWeek, volume * stretch * Seasons.Busy(date));
        var day = new SimulatedDay(
            office, Roster.Staffed(_info), date, open, close, At(date, Arrivals.Opening), new HistoryFold(office.Slug, facts), new Chance(seed, office.Slug, $"past {date.DayNumber}"));
        var digital = Seasons.Digital(date);
        foreach (var (place, citizen) in plan.Take((int)MostADay).Index())
        {
            day.Expect(citizen, open + (long)(citizen.Arrives.TotalMilliseconds * stretch), ((date.DayNumber - NoDay.DayNumber) * MostADay) + place, digital, forms);
        }

        return day.Live();
    }

    private long At(DateOnly date, TimeOnly time) => At(date, time.ToTimeSpan());

    private long At(DateOnly date, TimeSpan time)
    {
        var local = date.ToDateTime(TimeOnly.MinValue) + time;
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUnixTimeMilliseconds();
    }
}
