using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>One part of a range, and the one it is compared with: of a day without data there is nothing, which is not zero.</summary>
/// <param name="Part">Where it begins.</param>
/// <param name="ComparedPart">Null: no such part, or nothing is compared.</param>
public sealed record TimePoint(DateTime Part, Figures? Figures, DateTime? ComparedPart, Figures? Compared);

/// <summary>A range in its parts, beside the range that it is compared with: first part beside first part. Pure.</summary>
public sealed record TimeSeries(Grain Grain, IReadOnlyList<TimePoint> Points)
{
    public bool Empty => Points.All(point => point.Figures is null && point.Compared is null);

    /// <summary>What of a compared range stands beside the range: no more days than it has, or the months that it touches.</summary>
    public static DayRange? Beside(DayRange range, DayRange? compared) => compared is not { } days ? null
        : days with { To = Min(days.To, days.From.AddDays(range.Days - 1 + (Grains.Of(range) is Grain.Hour or Grain.Day ? 0 : 3))) };

    public static TimeSeries Of(DayRange range, IReadOnlyList<FiguresRow> rows, DayRange? compared, IReadOnlyList<FiguresRow> before)
    {
        var grain = Grains.Of(range);
        var hours = Grains.Hours(grain == Grain.Hour ? rows.Concat(before) : []);
        var parts = grain.Parts(range, hours);
        var others = compared is { } days ? grain.Parts(days, hours) : [];
        var (now, past) = (ByKey(rows), ByKey(before));
        return new TimeSeries(
            grain,
            [
                .. parts.Select((part, i) => new TimePoint(
                    part, now.GetValueOrDefault(Grains.Key(part)), i < others.Count ? others[i] : null,
                    i < others.Count ? past.GetValueOrDefault(Grains.Key(others[i])) : null)),
            ]);
    }

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    private static Dictionary<string, Figures> ByKey(IEnumerable<FiguresRow> rows) => rows.ToDictionary(row => row.Key, row => row.Figures);
}
