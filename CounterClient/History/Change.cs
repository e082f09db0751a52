using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>How a figure differs from the one it is compared with. Pure.</summary>
/// <param name="Unit">Of what happens to few, a share: that is what is compared.</param>
/// <param name="Amount">Never negative: per cent of counts, seconds, percentage points, points; null: from nothing, of which no per cent can be told.</param>
/// <param name="Way">1: more than before, -1: less, 0: the same.</param>
/// <param name="Verdict">1: better than before, -1: worse, 0: neither, or too little to say.</param>
public sealed record Change(Unit Unit, double? Amount, int Way, int Verdict)
{
    /// <summary>Of fewer cases nothing is said to be better or worse: that would be chance.</summary>
    public const int FewestCases = 30;

    // Quantiles are right to nine per cent.
    private const double LeastOfTime = 0.1;

    /// <summary>The change; null where one of the two is not known, or cannot be compared.</summary>
    /// <param name="days">Of how many days each one counts: of different ones, counts are compared by the day. Null: counts cannot be compared.</param>
    public static Change? Of(Figure figure, Figures now, Figures before, (int Now, int Before)? days)
    {
        var unit = figure.Unit();
        var (shareNow, shareBefore) = (figure.Share(now), figure.Share(before));
        if (shareNow is not null && shareBefore is not null)
        {
            unit = Unit.Share;
        }

        if ((unit == Unit.Share ? shareNow ?? figure.In(now) : figure.In(now)) is not { } present
            || (unit == Unit.Share ? shareBefore ?? figure.In(before) : figure.In(before)) is not { } past)
        {
            return null;
        }

        if (unit is Unit.Count or Unit.Hours)
        {
            if (days is not { Before: > 0 } counted)
            {
                return null;
            }

            (present, past) = counted.Now == counted.Before ? (present, past) : (present / Math.Max(1, counted.Now), past / counted.Before);
        }

        double? amount = unit switch
        {
            Unit.Time => Math.Round(Math.Abs(present - past)),
            Unit.Share => Math.Round(Math.Abs(present - past) * 100, 1),
            Unit.Points => Math.Round(Math.Abs(present - past), 1),
            _ => past > 0 ? Math.Round(Math.Abs(present - past) / past * 100, 1) : present == past ? 0 : null,
        };
        var way = amount == 0 ? 0 : Math.Sign(present - past);
        var telling = figure.Cases(now) >= FewestCases && figure.Cases(before) >= FewestCases && unit switch
        {
            Unit.Time => Math.Abs(present - past) >= past * LeastOfTime,
            Unit.Share => amount >= 1,
            Unit.Points => true,
            _ => false,
        };
        return new Change(unit, amount, way, telling ? way * figure.Better() : 0);
    }
}
