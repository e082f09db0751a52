using QueueHub.Contracts.Tickets;

namespace QueueHub.History.Rollups;

/// <summary>What one stretch of a counter contributes to the hours it lies in, once it has ended. Pure.</summary>
public static class StretchBookings
{
    public static IEnumerable<Booking> Of(CounterStretch stretch, TimeZoneInfo zone)
    {
        if (stretch.Until is not { } until)
        {
            yield break;
        }

        foreach (var (hour, milliseconds) in Hours.Between(stretch.Since, until, zone))
        {
            var tally = new Tally { [stretch.State == CounterState.Open ? Measure.OpenMs : Measure.PausedMs] = milliseconds };
            yield return new Booking(RollupKind.Office, "", hour, tally);
            yield return new Booking(RollupKind.Counter, stretch.Counter, hour, tally);
        }
    }
}
