using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>What the page shows of some figures: each with its unit, and which way is better.</summary>
public enum Figure
{
    Visits,
    Stops,
    WaitMean,
    WaitMedian,
    WaitP90,
    WithinTarget,
    Served,
    ServeMean,
    Absent,
    Cancelled,
    Expired,
    Transfers,
    OutOfOrder,
    FormShare,
    Sheets,
    CounterUse,
    OpenHours,
    PausedHours,
    BusyHours,
    Rating,
    Satisfied,
}

/// <summary>How a figure is written, and how two of it are compared.</summary>
public enum Unit
{
    /// <summary>Compared in per cent.</summary>
    Count,

    /// <summary>In seconds; compared by their difference.</summary>
    Time,

    /// <summary>From 0 to 1; compared in percentage points.</summary>
    Share,

    /// <summary>Compared in per cent.</summary>
    Hours,

    /// <summary>From 1 to 5; compared by their difference.</summary>
    Points,
}

/// <summary>What figures are of. Pure.</summary>
public static class FigureFacts
{
    /// <summary>The figure's value; null where there is none to tell.</summary>
    public static double? In(this Figure figure, Figures of) => figure switch
    {
        Figure.Visits => of.Visits,
        Figure.Stops => of.Stops,
        Figure.WaitMean => of.Wait?.Mean,
        Figure.WaitMedian => of.Wait?.Median,
        Figure.WaitP90 => of.Wait?.P90,
        Figure.WithinTarget => of.WithinTarget,
        Figure.Served => of.Served,
        Figure.ServeMean => of.Serve?.Mean,
        Figure.Absent => of.Absent,
        Figure.Cancelled => of.Cancelled,
        Figure.Expired => of.Expired,
        Figure.Transfers => of.Transferred,
        Figure.OutOfOrder => of.OutOfOrder,
        Figure.FormShare => of.FormVisits is { } visits ? Part(of.Forms, visits) : null,
        Figure.Sheets => of.Sheets,
        Figure.CounterUse => of.OpenHours > 0 ? Math.Min(1, of.BusyHours / of.OpenHours) : null,
        Figure.OpenHours => of.OpenHours,
        Figure.PausedHours => of.PausedHours,
        Figure.BusyHours => of.BusyHours,
        Figure.Rating => of.Ratings?.Mean,
        _ => of.Ratings?.Satisfied,
    };

    public static Unit Unit(this Figure figure) => figure switch
    {
        Figure.WaitMean or Figure.WaitMedian or Figure.WaitP90 or Figure.ServeMean => CounterClient.Unit.Time,
        Figure.WithinTarget or Figure.FormShare or Figure.CounterUse or Figure.Satisfied => CounterClient.Unit.Share,
        Figure.OpenHours or Figure.PausedHours or Figure.BusyHours => CounterClient.Unit.Hours,
        Figure.Rating => CounterClient.Unit.Points,
        _ => CounterClient.Unit.Count,
    };

    /// <summary>Of what happens to few, the share of all it could have happened to: more visitors alone make it neither better nor worse. Null of other figures.</summary>
    public static double? Share(this Figure figure, Figures of) => figure switch
    {
        Figure.Absent => Part(of.Absent, of.Called),
        Figure.OutOfOrder => Part(of.OutOfOrder, of.Called),
        Figure.Cancelled => Part(of.Cancelled, of.Stops),
        Figure.Expired => Part(of.Expired, of.Stops),
        _ => null,
    };

    /// <summary>Of how many cases the figure, or its share, is made.</summary>
    public static long Cases(this Figure figure, Figures of) => figure switch
    {
        Figure.WaitMean or Figure.WaitMedian or Figure.WaitP90 or Figure.WithinTarget => of.Wait?.Count ?? 0,
        Figure.ServeMean => of.Serve?.Count ?? 0,
        Figure.Absent or Figure.OutOfOrder => of.Called,
        Figure.FormShare => of.FormVisits ?? 0,
        Figure.Rating or Figure.Satisfied => of.Ratings?.Count ?? 0,
        _ => of.Stops,
    };

    /// <summary>1: more is better, -1: less is; 0: it depends on why. A longer service may be the more thorough one, and busier counters the fewer.</summary>
    public static int Better(this Figure figure) => figure switch
    {
        Figure.WithinTarget or Figure.FormShare or Figure.Rating or Figure.Satisfied => 1,
        Figure.WaitMean or Figure.WaitMedian or Figure.WaitP90 or Figure.Absent or Figure.Cancelled or Figure.Expired or Figure.OutOfOrder => -1,
        _ => 0,
    };

    private static double? Part(long some, long all) => all > 0 ? Math.Min(1, some / (double)all) : null;
}
