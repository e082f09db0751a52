namespace CounterClient;

/// <summary>A column of a table of figures.</summary>
/// <param name="Bar">Its values are also shown as bars, for a quick look.</param>
/// <param name="Sorts">By its values the rows can be ordered.</param>
public sealed record TableColumn(Figure Figure, bool Bar = false, bool Sorts = true);

/// <summary>What the page's tables show.</summary>
public static class TableColumns
{
    public static IReadOnlyList<TableColumn> Service { get; } =
    [
        new(Figure.Stops, Bar: true), new(Figure.WaitMean, Bar: true), new(Figure.WaitP90), new(Figure.WithinTarget), new(Figure.Served), new(Figure.ServeMean),
        new(Figure.Absent), new(Figure.Cancelled), new(Figure.Expired), new(Figure.Transfers), new(Figure.FormShare),
    ];

    /// <summary>Pauses are told, and nobody is ordered by them: a break is no fault.</summary>
    public static IReadOnlyList<TableColumn> Counter { get; } =
    [
        new(Figure.Served, Bar: true), new(Figure.ServeMean), new(Figure.OpenHours), new(Figure.BusyHours), new(Figure.CounterUse, Bar: true),
        new(Figure.PausedHours, Sorts: false),
    ];

    public static IReadOnlyList<TableColumn> Class { get; } =
        [new(Figure.Stops, Bar: true), new(Figure.WaitMean, Bar: true), new(Figure.WaitP90), new(Figure.WithinTarget), new(Figure.Served), new(Figure.Absent)];

    public static IReadOnlyList<TableColumn> Channel { get; } =
        [new(Figure.Visits, Bar: true), new(Figure.WaitMean, Bar: true), new(Figure.WithinTarget), new(Figure.Absent), new(Figure.Cancelled), new(Figure.Expired)];

    public static IReadOnlyList<TableColumn> Office { get; } =
    [
        new(Figure.Visits, Bar: true), new(Figure.WaitMean, Bar: true), new(Figure.WaitP90), new(Figure.WithinTarget), new(Figure.Served), new(Figure.Expired), new(Figure.CounterUse),
        new(Figure.FormShare), new(Figure.Rating),
    ];

    public static IReadOnlyList<TableColumn> Staff { get; } = [new(Figure.Served, Bar: true), new(Figure.ServeMean), new(Figure.Transfers), new(Figure.Absent)];
}
