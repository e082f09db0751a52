using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>How a figure differs from the one it is compared with. Pure.</summary>
/// <param name="Amount">Never negative: per cent of counts, seconds, percentage points, points; null: from nothing, of which no per cent can be told.</param>
/// <param name="Way">1: more than before, -1: less, 0: the same.</param>
/// <param name="Verdict">1: better than before, -1: worse, 0: neither.</param>
public sealed record Change(Unit Unit, double? Amount, int Way, int Verdict)
{
    /// <summary>The change; null where one of the two is not known.</summary>
    /// <param name="days">Of how many days each one counts: of different ones, counts are compared by the day.</param>
    public static Change? Of(Figure figure, Figures now, Figures before, (int Now, int Before) days)
    {
        if (figure.In(now) is not { } present || figure.In(before) is not { } past)
        {
            return null;
        }

        var unit = figure.Unit();
        if (unit is Unit.Count or Unit.Hours && days.Now != days.Before)
        {
            (present, past) = (present / days.Now, past / days.Before);
        }

        double? amount = unit switch
        {
            Unit.Time => Math.Round(Math.Abs(present - past)),
            Unit.Share => Math.Round(Math.Abs(present - past) * 100, 1),
            Unit.Points => Math.Round(Math.Abs(present - past), 1),
            _ => past > 0 ? Math.Round(Math.Abs(present - past) / past * 100, 1) : present == past ? 0 : null,
        };
        var way = amount == 0 ? 0 : Math.Sign(present - past);
        return new Change(unit, amount, way, way * figure.Better());
    }
}
