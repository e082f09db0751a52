using CsCheck;
using QueueHub.History.Rollups;

namespace QueueHub.UnitTests.History.Rollups;

public class HistogramTests
{
    private static readonly Gen<long[]> Durations = Gen.Long[0, 4 * 3_600_000].Array[1, 200];

    [Fact]
    public void A_quantile_is_within_nine_percent_of_the_true_one() => Gen.Select(Durations, Gen.Double[0.05, 1]).Sample((durations, part) =>
    {
        var sorted = durations.Order().ToArray();
        var truth = sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Length) - 1, 0, sorted.Length - 1)];

        var told = Of(durations).Quantile(part)!.Value;

        // Below a second there is one bucket.
        return Math.Abs(told - truth) <= Math.Max(1100, 0.0906 * truth);
    });

    [Fact]
    public void Two_add_up_to_that_of_both_in_any_order() => Gen.Select(Durations, Durations).Sample((first, second) =>
    {
        var sum = Of(first);
        sum.Add(Of(second));
        var other = Of(second);
        other.Add(Of(first));
        return sum.Pack().SequenceEqual(Of([.. first, .. second]).Pack()) && sum.Pack().SequenceEqual(other.Pack());
    });

    [Fact]
    public void What_is_added_and_taken_away_leaves_nothing() => Durations.Sample(durations =>
    {
        var change = Of(durations);
        change.Add(Of(durations), -1);
        return change.IsZero && change.Count == 0 && change.Pack().Length == 0;
    });

    [Fact]
    public void What_the_database_keeps_gives_the_same_again() => Durations.Sample(durations =>
    {
        var again = new Histogram();
        again.Add(Of(durations).Pack());
        return again.Count == durations.Length && again.Quantile(0.9) == Of(durations).Quantile(0.9);
    });

    [Fact]
    public void More_are_up_to_a_longer_time_and_all_up_to_the_longest() => Gen.Select(Durations, Gen.Long[0, 3_600_000], Gen.Long[0, 3_600_000]).Sample((durations, one, other) =>
    {
        var histogram = Of(durations);
        return histogram.UpTo(Math.Min(one, other)) <= histogram.UpTo(Math.Max(one, other)) && Math.Abs(histogram.UpTo(8 * 3_600_000) - durations.Length) < 1e-9;
    });

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(1090, 0)]
    [InlineData(1091, 1)]
    [InlineData(2000, 8)]
    [InlineData(60_000, 47)]
    [InlineData(3_600_000, 94)]
    [InlineData(long.MaxValue, Histogram.Buckets - 1)]
    public void Buckets_are_eight_to_an_octave_of_seconds(long milliseconds, int bucket) => Assert.Equal(bucket, Histogram.BucketOf(milliseconds));

    [Fact]
    public void Of_nothing_there_is_no_median_and_nobody_is_up_to_anything()
    {
        Assert.Null(new Histogram().Quantile(0.5));
        Assert.Equal(0, new Histogram().UpTo(1000));
    }

    private static Histogram Of(IEnumerable<long> durations)
    {
        var histogram = new Histogram();
        foreach (var duration in durations)
        {
            histogram.Add(duration);
        }

        return histogram;
    }
}
