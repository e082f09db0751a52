using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>Figures of an ask's range, and of what it is compared with.</summary>
/// <param name="Before">Null: nothing is compared.</param>
public sealed record FiguresPair(HistoryAsk Ask, FiguresTable Now, FiguresTable? Before)
{
    /// <summary>How a figure of the whole range has changed; null where nothing is compared, or one of both is not known.</summary>
    public Change? Change(Figure figure) =>
        Before is { } before && !NothingBefore && Ask.Compared is { } compared ? CounterClient.Change.Of(figure, Now.Total, before.Total, (Ask.Range.Days, compared.Days)) : null;

    /// <summary>There is nothing from the days that are shown, nor from those they are compared with.</summary>
    public bool Nothing => IsNothing(Now.Total) && (Before is null || NothingBefore);

    /// <summary>There is nothing from the days it is compared with.</summary>
    public bool NothingBefore => Before is { } before && IsNothing(before.Total);

    /// <summary>Counts are compared by the day.</summary>
    public bool PerDay => Ask.Compared is { } compared && compared.Days != Ask.Range.Days;

    private static bool IsNothing(Figures figures) => figures is { Visits: 0, Stops: 0, OpenHours: 0 };
}
