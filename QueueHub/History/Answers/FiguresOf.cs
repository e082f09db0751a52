using QueueHub.Contracts.History;
using QueueHub.History.Rollups;

namespace QueueHub.History.Answers;

/// <summary>Says in figures what sums hold. Pure.</summary>
public static class FiguresOf
{
    private const double HourMs = 3_600_000;

    /// <summary>Of sums that belong together; offices with different targets each by their own.</summary>
    public static Figures All(IEnumerable<(Tally Tally, int TargetMinutes)> parts)
    {
        var sum = new Tally();
        var within = 0.0;
        foreach (var (tally, target) in parts)
        {
            sum.Add(tally);
            within += tally.Wait.UpTo(target * 60_000L);
        }

        return new Figures(
            sum[Measure.Visits], sum[Measure.Stops], sum[Measure.Called], sum[Measure.Served], sum[Measure.Absent], sum[Measure.Cancelled], sum[Measure.Expired],
            sum[Measure.Transferred], sum[Measure.Moved], sum[Measure.Recalls], sum[Measure.OutOfOrder], sum[Measure.Parked],
            Durations(sum.Wait, sum[Measure.WaitMs]), Durations(sum.Walk, sum[Measure.WalkMs]), Durations(sum.Serve, sum[Measure.ServeMs]),
            sum.Wait.Count > 0 ? within / sum.Wait.Count : null,
            sum[Measure.OpenMs] / HourMs, sum[Measure.PausedMs] / HourMs, sum[Measure.BusyMs] / HourMs,
            sum[Measure.Forms], sum[Measure.Pages],
            Share(sum, Measure.Rated, rated => new Ratings(rated, sum[Measure.RatingSum] / (double)rated, sum[Measure.Satisfied] / (double)rated)),
            Share(sum, Measure.Told, told => new Foretold(
                told, sum[Measure.ToldWithin] / (double)told, sum[Measure.ToldSooner] / (double)told, sum[Measure.ToldLater] / (double)told,
                sum[Measure.ToldErrorMs] / 60_000.0 / told)));
    }

    private static Durations? Durations(Histogram of, long sum) => of.Count <= 0 ? null
        : new Durations(of.Count, sum / 1000.0 / of.Count, of.Quantile(0.5)!.Value / 1000, of.Quantile(0.9)!.Value / 1000);

    private static T? Share<T>(Tally sum, Measure of, Func<long, T> share)
        where T : class => sum[of] > 0 ? share(sum[of]) : null;
}
