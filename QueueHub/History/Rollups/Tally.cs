namespace QueueHub.History.Rollups;

/// <summary>Sums of one kind of thing over some time. They add up: a year's is the sum of its days'.</summary>
public sealed class Tally
{
    /// <summary>How many measures there are.</summary>
    public static readonly int Measures = Enum.GetValues<Measure>().Length;

    private readonly long[] _sums = new long[Measures];

    /// <summary>How long those waited that were called.</summary>
    public Histogram Wait { get; } = new();

    /// <summary>How long they took to the counter.</summary>
    public Histogram Walk { get; } = new();

    /// <summary>How long they were served.</summary>
    public Histogram Serve { get; } = new();

    /// <summary>When numbers were taken.</summary>
    public HoursOfWeek Slots { get; } = new();

    public long this[Measure measure]
    {
        get => _sums[(int)measure];
        set => _sums[(int)measure] = value;
    }

    /// <summary>True when nothing is left of it.</summary>
    public bool IsZero => _sums.AsSpan().IndexOfAnyExcept(0L) < 0 && Wait.IsZero && Walk.IsZero && Serve.IsZero && Slots.IsZero;

    /// <summary>Adds all of another, or takes it away.</summary>
    public Tally Add(Tally other, int sign = 1)
    {
        for (var at = 0; at < _sums.Length; at++)
        {
            _sums[at] += sign * other._sums[at];
        }

        Wait.Add(other.Wait, sign);
        Walk.Add(other.Walk, sign);
        Serve.Add(other.Serve, sign);
        Slots.Add(other.Slots, sign);
        return this;
    }
}
