namespace QueueHub.History.Rollups;

/// <summary>
/// How many durations fell between which bounds. Buckets are eight to an octave, nine per cent wide, so that a quantile is never wrong by more; two
/// histograms add up to that of both. Counts may be negative: a change of a sum is one, too.
/// </summary>
public sealed class Histogram
{
    private const int PerOctave = 8;

    /// <summary>The last one holds everything from about eighteen hours up.</summary>
    public const int Buckets = 1 + (16 * PerOctave);

    private static readonly long[] Lower =
        [0, .. Enumerable.Range(1, Buckets - 1).Select(bucket => (long)Math.Round(1000 * Math.Pow(2, bucket / (double)PerOctave)))];

    // Most tallies hold one duration, or none.
    private long[]? _counts;

    /// <summary>All of them.</summary>
    public long Count { get; private set; }

    /// <summary>True when no bucket holds anything.</summary>
    public bool IsZero => _counts.AsSpan().IndexOfAnyExcept(0L) < 0;

    /// <summary>The bucket of a duration.</summary>
    public static int BucketOf(long milliseconds)
    {
        var at = Array.BinarySearch(Lower, Math.Max(0, milliseconds));
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>Adds one duration, or several of them.</summary>
    public void Add(long milliseconds, int times = 1) => AddTo(BucketOf(milliseconds), times);

    /// <summary>Adds all of another, or takes them away.</summary>
    public void Add(Histogram other, int sign = 1)
    {
        for (var bucket = 0; other._counts is { } counts && bucket < Buckets; bucket++)
        {
            AddTo(bucket, sign * counts[bucket]);
        }
    }

    /// <summary>Adds what <see cref="Pack"/> gave.</summary>
    public void Add(ReadOnlySpan<byte> packed)
    {
        if (!packed.IsEmpty)
        {
            Count += PackedCounts.AddTo(_counts ??= new long[Buckets], packed);
        }
    }

    /// <summary>As the database keeps it (<see cref="PackedCounts"/>).</summary>
    public byte[] Pack() => PackedCounts.Of(_counts);

    /// <summary>The duration that this part of them is not above, milliseconds, spread evenly within its bucket; null of nothing.</summary>
    /// <param name="part">0.5: the median.</param>
    public double? Quantile(double part)
    {
        if (Count <= 0 || _counts is not { } counts)
        {
            return null;
        }

        var rank = part * Count;
        var below = 0L;
        var bucket = 0;
        while (bucket < Buckets - 1 && below + counts[bucket] < rank)
        {
            below += counts[bucket++];
        }

        var within = counts[bucket] == 0 ? 0 : (rank - below) / counts[bucket];
        return Lower[bucket] + (within * (Upper(bucket) - Lower[bucket]));
    }

    /// <summary>How many were not above this; those of its own bucket in proportion.</summary>
    public double UpTo(long milliseconds)
    {
        if (_counts is not { } counts)
        {
            return 0;
        }

        var last = BucketOf(milliseconds);
        var below = 0L;
        for (var bucket = 0; bucket < last; bucket++)
        {
            below += counts[bucket];
        }

        return below + (counts[last] * Math.Min(1, (milliseconds - Lower[last]) / (double)(Upper(last) - Lower[last])));
    }

    /// <summary>Variance over the squared mean, each duration taken as the middle of its bucket; null of nothing.</summary>
    public double? Variability
    {
        get
        {
            var (sum, squares) = (0.0, 0.0);
            for (var bucket = 0; _counts is { } counts && bucket < Buckets; bucket++)
            {
                var middle = (Lower[bucket] + Upper(bucket)) / 2.0;
                sum += counts[bucket] * middle;
                squares += counts[bucket] * middle * middle;
            }

            return Count <= 0 || sum <= 0 ? null : Math.Max(0, (squares * Count / (sum * sum)) - 1);
        }
    }

    private static long Upper(int bucket) => bucket == Buckets - 1 ? Lower[bucket] * 2 : Lower[bucket + 1];

    private void AddTo(int bucket, long count)
    {
        if (count == 0)
        {
            return;
        }

        _counts ??= new long[Buckets];
        _counts[bucket] += count;
        Count += count;
    }
}
