using CounterClient;
using QueueHub.Contracts.History;
using static QueueHub.UnitTests.Counter.History.SomeFigures;

namespace QueueHub.UnitTests.Counter.History;

/// <summary>The chart over time: its parts, its scales, and what it draws where nothing is known.</summary>
public class TimeChartTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(7, 8, 2)]
    [InlineData(97, 100, 50)]
    [InlineData(1234, 1500, 500)]
    [InlineData(80_000, 80_000, 20_000)]
    public void Marks_of_counts_are_round_and_whole(double most, double top, double step) => Assert.Equal(new NiceScale(top, step), NiceScale.OfCounts(most));

    [Theory]
    [InlineData(0, 60, 60)]
    [InlineData(59, 60, 60)]
    [InlineData(700, 900, 300)]
    [InlineData(3000, 3600, 900)]
    [InlineData(200_000, 201_600, 50_400)]
    public void Marks_of_waits_are_whole_minutes(double most, double top, double step) => Assert.Equal(new NiceScale(top, step), NiceScale.OfSeconds(most));

    [Theory]
    [InlineData(2, Grain.Hour)]
    [InlineData(3, Grain.Day)]
    [InlineData(93, Grain.Day)]
    [InlineData(94, Grain.Month)]
    [InlineData(1830, Grain.Month)]
    [InlineData(1831, Grain.Year)]
    public void The_longer_the_range_the_larger_its_parts(int days, Grain grain)
    {
        var from = new DateOnly(2020, 1, 1);
        Assert.Equal(grain, Grains.Of(new DayRange(from, from.AddDays(days - 1))));
    }

    [Fact]
    public void A_day_has_its_usual_hours_and_every_one_in_which_something_happened()
    {
        var day = new DayRange(new(2026, 3, 2), new(2026, 3, 2));
        var series = TimeSeries.Of(day, [Row("2026-03-02T07:00", Of(visits: 2))], null, []);

        Assert.Equal(7, series.Points[0].Part.Hour);
        Assert.Equal(17, series.Points[^1].Part.Hour);
    }

    [Fact]
    public void Days_without_data_are_gaps_and_the_compared_days_stand_beside_first_to_first()
    {
        var (range, before) = (new DayRange(new(2026, 3, 2), new(2026, 3, 6)), new DayRange(new(2026, 2, 2), new(2026, 2, 27)));
        var beside = TimeSeries.Beside(range, before)!.Value;
        var series = TimeSeries.Of(
            range, [Row("2026-03-02T00:00", Of(visits: 10, wait: 300)), Row("2026-03-03T00:00", Of(visits: 20, wait: 600)), Row("2026-03-06T00:00", Of(visits: 5, wait: 60))],
            beside, [Row("2026-02-04T00:00", Of(visits: 8, wait: 900))]);
        var chart = new TimeChart(series);

        Assert.Equal(new DayRange(new(2026, 2, 2), new(2026, 2, 6)), beside);
        Assert.Equal(3, chart.Bars.Count());
        Assert.Equal([2, 1], chart.Line(point => point.Figures, Figure.WaitMean).Select(piece => piece.Count));
        Assert.Single(chart.ComparedBars);
        Assert.Equal(8, series.Points[2].Compared?.Visits);
        Assert.Null(series.Points[2].Figures);
    }

    [Fact]
    public void Bars_and_lines_stand_at_their_values_and_within_the_picture()
    {
        var range = new DayRange(new(2026, 3, 2), new(2026, 3, 3));
        var days = new DayRange(new(2026, 3, 2), new(2026, 3, 4));
        var chart = new TimeChart(TimeSeries.Of(days, [Row("2026-03-02T00:00", Of(visits: 20, wait: 600)), Row("2026-03-03T00:00", Of(visits: 10, wait: 0))], null, []));
        var bars = chart.Bars.ToList();
        var line = chart.Line(point => point.Figures, Figure.WaitMean).Single();

        Assert.Equal(2, range.Days);
        Assert.Equal(bars[0].Height / 2, bars[1].Height, 6);
        Assert.All(bars, bar => Assert.Equal(TimeChart.BarsBottom, bar.Y + bar.Height, 6));
        Assert.Equal(TimeChart.LinesBottom, line[1].Y, 6);
        Assert.All(line, dot => Assert.InRange(dot.X, TimeChart.PlotLeft, TimeChart.PlotRight));
        Assert.All(chart.SecondMarks.Concat(chart.CountMarks), mark => Assert.InRange(mark.Y, 0, TimeChart.Height));
    }

    [Fact]
    public void Labels_never_stand_closer_than_they_can_be_read()
    {
        var quarter = new DayRange(new(2026, 1, 1), new(2026, 3, 31));
        var labels = new TimeChart(TimeSeries.Of(quarter, [], null, [])).Labels.Select(label => label.X).ToList();

        Assert.InRange(labels.Count, 8, 16);
        Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 60));
    }
}
