using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>The chart over time, drawn: waits as lines above, numbers taken as bars below, over the same parts. Pure; its units are those of the picture's view box.</summary>
public sealed class TimeChart
{
    public const double Width = 1000;
    public const double Height = 400;

    private const double Left = 56;
    private const double Right = 12;
    private const double Top = 30;
    private const double LinesHeight = 170;
    private const double Gap = 34;
    private const double BarsHeight = 140;
    private const double LabelWidth = 64;

    private readonly TimeSeries _series;

    public TimeChart(TimeSeries series)
    {
        _series = series;
        Slot = (Width - Left - Right) / Math.Max(1, series.Points.Count);
        Counts = NiceScale.OfCounts(Most(figures => figures.Visits));
        Seconds = NiceScale.OfSeconds(Most(figures => Math.Max(figures.Wait?.P90 ?? 0, figures.Wait?.Mean ?? 0)));
    }

    /// <summary>The width of one part.</summary>
    public double Slot { get; }

    public NiceScale Counts { get; }
    public NiceScale Seconds { get; }

    public static double PlotLeft => Left;
    public static double PlotRight => Width - Right;
    public static double LinesBottom => Top + LinesHeight;
    public static double BarsTop => LinesBottom + Gap;
    public static double BarsBottom => BarsTop + BarsHeight;

    /// <summary>Whether anything is compared: bars are narrower then.</summary>
    public bool Compares => _series.Points.Any(point => point.ComparedPart is not null);

    /// <summary>The marks of the waits' axis, and where they are.</summary>
    public IEnumerable<(double Value, double Y)> SecondMarks => Seconds.Marks.Select(mark => (mark, YOfSeconds(mark)));

    /// <summary>The marks of the axis of numbers.</summary>
    public IEnumerable<(double Value, double Y)> CountMarks => Counts.Marks.Select(mark => (mark, YOfCount(mark)));

    /// <summary>The parts that are written below the axis: as many as can be read.</summary>
    public IEnumerable<(TimePoint Point, double X)> Labels
    {
        get
        {
            var every = Math.Max(1, (int)Math.Ceiling(LabelWidth / Slot));
            return _series.Points.Select((point, i) => (point, Middle(i), i)).Where(one => one.i % every == 0).Select(one => (one.point, one.Item2));
        }
    }

    /// <summary>Where each part stands, for what is said of it when it is pointed at.</summary>
    public IEnumerable<(TimePoint Point, double X)> Slots => _series.Points.Select((point, i) => (point, Left + (i * Slot)));

    /// <summary>The bars of the range; none where nothing is known.</summary>
    public IEnumerable<Bar> Bars => BarsOf(point => point.Figures, Compares ? 0.5 : 0, Compares ? 0.44 : 0.76, Compares ? 0 : 0.12);

    /// <summary>The bars of what it is compared with, left of each.</summary>
    public IEnumerable<Bar> ComparedBars => BarsOf(point => point.Compared, 0, 0.44, 0.06);

    /// <summary>A line's pieces, which end where nothing is known; a piece of one point is a dot.</summary>
    public IReadOnlyList<IReadOnlyList<Dot>> Line(Func<TimePoint, Figures?> of, Figure figure)
    {
        var pieces = new List<IReadOnlyList<Dot>>();
        var piece = new List<Dot>();
        for (var i = 0; i < _series.Points.Count; i++)
        {
            if (of(_series.Points[i]) is { } figures && figure.In(figures) is { } seconds)
            {
                piece.Add(new Dot(Middle(i), YOfSeconds(seconds)));
            }
            else if (piece.Count > 0)
            {
                pieces.Add(piece);
                piece = [];
            }
        }

        return piece.Count > 0 ? [.. pieces, piece] : pieces;
    }

    private double Middle(int part) => Left + ((part + 0.5) * Slot);

    private double YOfSeconds(double seconds) => LinesBottom - (Seconds.At(seconds) * LinesHeight);

    private double YOfCount(double count) => BarsBottom - (Counts.At(count) * BarsHeight);

    private double Most(Func<Figures, double> of) =>
        _series.Points.SelectMany(point => new[] { point.Figures, point.Compared }).OfType<Figures>().Select(of).DefaultIfEmpty(0).Max();

    private IEnumerable<Bar> BarsOf(Func<TimePoint, Figures?> of, double start, double width, double inset) =>
        _series.Points.Select((point, i) => (Figures: of(point), i)).Where(one => one.Figures is not null)
            .Select(one => new Bar(Left + ((one.i + start + inset) * Slot), YOfCount(one.Figures!.Visits), width * Slot, BarsBottom - YOfCount(one.Figures.Visits)));
}

/// <summary>A bar, by its upper left corner.</summary>
public readonly record struct Bar(double X, double Y, double Width, double Height);

/// <summary>A point of a line.</summary>
public readonly record struct Dot(double X, double Y);
