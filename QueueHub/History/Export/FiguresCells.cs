using QueueHub.Contracts.History;

namespace QueueHub.History.Export;

/// <summary>A table of figures as rows of <see cref="ExportSchema.Figures"/>. Pure.</summary>
public static class FiguresCells
{
    public static IEnumerable<IReadOnlyList<object?>> Rows(FiguresTable table) =>
    [
        Row(table, FiguresBy.Total, null, table.Total),
        .. table.Rows.Select(row => Row(table, table.By, row, row.Figures)),
    ];

    private static IReadOnlyList<object?> Row(FiguresTable table, string by, FiguresRow? row, Figures of) =>
    [
        table.Office, table.From, table.To, by, row?.Key, row?.Name?.Ko, row?.Name?.En,
        of.Visits, of.Stops, of.Called, of.Served, of.Absent, of.Cancelled, of.Expired, of.Transferred, of.Moved, of.Recalls, of.OutOfOrder, of.Parked,
        of.Wait?.Mean, of.Wait?.Median, of.Wait?.P90, of.Walk?.Mean, of.Walk?.Median, of.Walk?.P90, of.Serve?.Mean, of.Serve?.Median, of.Serve?.P90,
        (long?)table.TargetMinutes, of.WithinTarget, of.OpenHours, of.PausedHours, of.BusyHours, of.Forms, of.Sheets,
        of.Ratings?.Count, of.Ratings?.Mean, of.Ratings?.Satisfied,
        of.Foretold?.Count, of.Foretold?.Within, of.Foretold?.Sooner, of.Foretold?.Later, of.Foretold?.ErrorMinutes, of.FormVisits,
    ];
}
