using Npgsql;
using QueueHub.History.Rollups;

namespace QueueHub.TestSupport;

/// <summary>
/// Days of Seocho's office before today, in its rollups alone. All are alike: thirty people at ten and twelve at eleven, for certificates, with two counters; a
/// third of the first waits twenty minutes, the others two. Three of each day go on to passports.
/// </summary>
public static class PastDays
{
    private const long Minute = 60_000;

    /// <returns>The last of the days, a Friday.</returns>
    public static async Task<DateOnly> AddAsync(string postgres, int weeks)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, SeoulFacts.Seoul).DateTime);
        var friday = today.AddDays(-1 - (((int)today.DayOfWeek + 1) % 7));
        var changes = new RollupChanges();
        for (var day = friday.AddDays(1 - (7 * weeks)); day <= friday; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                var midnight = day.ToDateTime(TimeOnly.MinValue);
                Add(changes, midnight.AddHours(10), 30, late: 10);
                Add(changes, midnight.AddHours(11), 12, late: 0);
                changes.Add([new Booking(RollupKind.Journey, "resident>passport", midnight.AddHours(11), new Tally { [Measure.Visits] = 3 })]);
            }
        }

        await using var source = NpgsqlDataSource.Create(postgres);
        await using var connection = await source.OpenConnectionAsync();
        await RollupStore.AddAsync(connection, Seocho.Office, changes.All(), CancellationToken.None);
        return friday;
    }

    private static void Add(RollupChanges changes, DateTime hour, int people, int late)
    {
        var tally = new Tally
        {
            [Measure.Visits] = people,
            [Measure.Stops] = people,
            [Measure.Called] = people,
            [Measure.Served] = people,
            [Measure.WaitMs] = ((people - late) * 2 * Minute) + (late * 20 * Minute),
            [Measure.ServeMs] = people * 5 * Minute,
            [Measure.BusyMs] = people * (long)(5.75 * Minute),
            [Measure.Told] = people,
            [Measure.ToldWithin] = people - late,
            [Measure.ToldLater] = late,
            [Measure.ToldErrorMs] = people * 3 * Minute,
        };
        tally.Wait.Add(2 * Minute, people - late);
        tally.Serve.Add(5 * Minute, people);
        tally.Slots.Add(HoursOfWeek.HourOf(hour), people);
        if (late > 0)
        {
            tally.Wait.Add(20 * Minute, late);
        }

        var open = new Tally { [Measure.OpenMs] = 60 * Minute };
        changes.Add(
        [
            new(RollupKind.Office, "", hour, tally), new(RollupKind.Service, "resident", hour, tally),
            new(RollupKind.Office, "", hour, open), new(RollupKind.Counter, "1", hour, open),
            new(RollupKind.Office, "", hour, open), new(RollupKind.Counter, "2", hour, open),
        ]);
    }
}
