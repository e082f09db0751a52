namespace CounterClient;

/// <summary>An axis from zero whose marks are round numbers. Pure.</summary>
/// <param name="Top">Where it ends: the highest mark.</param>
public sealed record NiceScale(double Top, double Step)
{
    private static readonly double[] Round = [1, 2, 5, 10];
    private static readonly double[] RoundSeconds = [60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 36_000];

    public IReadOnlyList<double> Marks => [.. Enumerable.Range(0, (int)Math.Round(Top / Step) + 1).Select(i => i * Step)];

    /// <summary>For counts: marks are whole.</summary>
    public static NiceScale OfCounts(double most, int marks = 4) => Of(most, Math.Max(1, Nice(most / marks)));

    /// <summary>For durations in seconds: marks are whole minutes.</summary>
    public static NiceScale OfSeconds(double most, int marks = 4) => Of(most, RoundSeconds.FirstOrDefault(step => step * marks >= most, Math.Ceiling(most / marks / 3600) * 3600));

    /// <summary>A value's share of the axis.</summary>
    public double At(double value) => value / Top;

    private static NiceScale Of(double most, double step) => new(Math.Max(1, Math.Ceiling(most / step)) * step, step);

    private static double Nice(double rough)
    {
        if (rough <= 0)
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return Round.First(round => round * power >= rough * 0.999_999) * power;
    }
}
