using QueueHub.Contracts.History;
using QueueHub.History.Advice;
using QueueHub.History.Rollups;
using QueueHub.Offices;

namespace QueueHub.UnitTests.History.Advice;

public class AdviceOfTests
{
    private const long Minute = 60_000;

    // So many days alike: at ten, thirty come, two counters are open, and a third of them waits twenty minutes.
    private static Dictionary<int, Tally> Tens(int days, int people = 30)
    {
        var ten = new Tally
        {
            [Measure.Stops] = days * people,
            [Measure.Called] = days * people,
            [Measure.Served] = days * people,
            [Measure.BusyMs] = days * people * (long)(5.75 * Minute),
            [Measure.OpenMs] = days * 120 * Minute,
        };
        ten.Wait.Add(2 * Minute, days * people * 2 / 3);
        ten.Wait.Add(20 * Minute, days * people / 3);
        ten.Serve.Add(5 * Minute, days * people);
        return new Dictionary<int, Tally> { [10] = ten };
    }

    private static StaffingAdvice Of(int days, int people = 30) => AdviceOf.Hours(Tens(days, people), Tens(days, people), days, StatisticsDefinition.Usual);

    [Fact]
    public void Means_of_the_days_beside_what_they_need()
    {
        var advice = Of(10);

        Assert.True(advice.Enough);
        Assert.Equal((10, 300, 15, 80), (advice.Days, advice.Stops, advice.TargetMinutes, advice.TargetPercent));
        Assert.Equal(6, advice.VisitMinutes!.Value, 6);
        var ten = Assert.Single(advice.Hours);
        Assert.Equal((10, 30.0, 2.0, 4, 4), (ten.Hour, ten.Arrivals, ten.Open, ten.Needed, ten.ByFormula));
        Assert.Equal(2.0 / 3, ten.WithinNow!.Value, 6);
        Assert.Equal(0.958, ten.FormulaShare!.Value, 3);
        Assert.True(ten.SimulatedShare >= 0.9);
    }

    [Theory]
    [InlineData(4, 30)]
    [InlineData(9, 3)]
    public void Of_few_days_or_visits_is_told_what_was_and_nothing_is_advised(int days, int people)
    {
        var advice = Of(days, people);

        Assert.False(advice.Enough);
        Assert.Equal((people, 2.0, null, null), (advice.Hours[0].Arrivals, advice.Hours[0].Open, advice.Hours[0].Needed, advice.Hours[0].SimulatedShare));
    }

    [Fact]
    public void Of_no_days_nothing_is_told()
    {
        var advice = AdviceOf.Hours(new Dictionary<int, Tally>(), new Dictionary<int, Tally>(), 0, StatisticsDefinition.Usual);

        Assert.False(advice.Enough);
        Assert.Empty(advice.Hours);
        Assert.Null(advice.VisitMinutes);
    }

    [Fact]
    public void An_hour_with_open_counters_and_nobody_needs_none()
    {
        var hours = Tens(10);
        hours[17] = new Tally { [Measure.OpenMs] = 600 * Minute };

        Assert.Equal((17, 1.0, 0), AdviceOf.Hours(hours, hours, 10, StatisticsDefinition.Usual).Hours.Select(hour => (hour.Hour, hour.Open, hour.Needed!.Value)).Last());
    }

    [Theory]
    [InlineData(new[] { 300_000, 300_000 }, 0)]
    [InlineData(new[] { 100_000, 300_000 }, 0.25)]
    public void Durations_vary_as_their_buckets_do(int[] durations, double expected)
    {
        var histogram = new Histogram();
        Assert.Null(histogram.Variability);

        Assert.All(durations, each => histogram.Add(each));

        Assert.Equal(expected, histogram.Variability!.Value, 0.03);
    }
}
