using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>Figures of an ask's range, and of what it is compared with.</summary>
/// <param name="Before">Null: nothing is compared.</param>
public sealed record FiguresPair(HistoryAsk Ask, FiguresTable Now, FiguresTable? Before)
{
    /// <summary>Of a shorter range the day that is not over would be missed in every sum.</summary>
    private const int MostOfToday = 28;

    /// <summary>On how many days anybody came, in either of the two; null: not comparable by counts, since the day is not over.</summary>
    public (int Now, int Before)? Days => Unfinished(Ask.Range) || Ask.Compared is { } compared && Unfinished(compared) ? null : (Now.Days ?? Ask.Range.Days, Before?.Days ?? Ask.Compared?.Days ?? 0);

    /// <summary>How a figure of the whole range has changed; null where nothing is compared, or one of both is not known.</summary>
    public Change? Change(Figure figure) => Before is { } before && !NothingBefore ? CounterClient.Change.Of(figure, Now.Total, before.Total, Days) : null;

    /// <summary>There is nothing from the days that are shown, nor from those they are compared with.</summary>
    public bool Nothing => IsNothing(Now.Total) && (Before is null || NothingBefore);

    /// <summary>There is nothing from the days it is compared with.</summary>
    public bool NothingBefore => Before is { } before && IsNothing(before.Total);

    /// <summary>Counts are compared by the day.</summary>
    public bool PerDay => Before is not null && Days is (var now, var before) && now != before;

    private bool Unfinished(DayRange range) => range.To >= Ask.Today && range.Days < MostOfToday;

    private static bool IsNothing(Figures figures) => figures is { Visits: 0, Stops: 0, OpenHours: 0 };
}
