namespace QueueHub.History.Rollups;

/// <summary>Counts by hour of the week; 0 is Monday, midnight to one o'clock, by the office's time.</summary>
public sealed class HoursOfWeek
{
    /// <summary>Hours of a week.</summary>
    public const int Hours = 7 * 24;

    private long[]? _counts;

    /// <summary>True when no hour holds anything.</summary>
    public bool IsZero => _counts.AsSpan().IndexOfAnyExcept(0L) < 0;

    public long this[int hour] => _counts?[hour] ?? 0;

    /// <summary>The hour of the week of a local time.</summary>
    public static int HourOf(DateTime local) => ((((int)local.DayOfWeek + 6) % 7) * 24) + local.Hour;

    public void Add(int hour, long count = 1) => (_counts ??= new long[Hours])[hour] += count;

    /// <summary>Adds all of another, or takes them away.</summary>
    public void Add(HoursOfWeek other, int sign = 1)
    {
        for (var hour = 0; other._counts is { } counts && hour < Hours; hour++)
        {
            Add(hour, sign * counts[hour]);
        }
    }

    /// <summary>Adds what <see cref="Pack"/> gave.</summary>
    public void Add(ReadOnlySpan<byte> packed)
    {
        if (!packed.IsEmpty)
        {
            PackedCounts.AddTo(_counts ??= new long[Hours], packed);
        }
    }

    /// <summary>As the database keeps it (<see cref="PackedCounts"/>).</summary>
    public byte[] Pack() => PackedCounts.Of(_counts);
}
