using QueueHub.Contracts.History;
using QueueHub.History.Rollups;
using QueueHub.Live.Boards;
using QueueHub.Offices;

namespace QueueHub.History.Advice;

/// <summary>From the sums of some days' hours to what those hours need. Pure.</summary>
public static class AdviceOf
{
    // One that nobody has ended, or one of a handful, is not how visits vary.
    private const double LeastVariability = 0.05;
    private const double MostVariability = 4;

    /// <summary>The advice, without what it is of.</summary>
    /// <param name="hours">Sums of the hour of the day over all days.</param>
    /// <param name="open">Those that tell how many counters were open.</param>
    /// <param name="days">How many days with visitors these are.</param>
    public static StaffingAdvice Hours(IReadOnlyDictionary<int, Tally> hours, IReadOnlyDictionary<int, Tally> open, int days, StatisticsDefinition measured)
    {
        var all = hours.Values.Aggregate(new Tally(), (sum, hour) => sum.Add(hour));
        var (stops, called) = (all[Measure.Stops], all[Measure.Called]);
        double? visit = called > 0 ? (all[Measure.BusyMs] / (double)called + ServiceTimes.Between) / TimeSpan.MillisecondsPerMinute : null;
        var enough = days >= StaffingAdvice.FewestDays && called >= StaffingAdvice.FewestStops;
        var past = Enumerable.Range(0, DayDemand.Hours).Where(hour => Arrivals(hour) > 0 || Open(hour) > 0)
            .Select(hour => new AdviceHour(hour, Arrivals(hour), Open(hour), WithinNow(hour)));
        if (enough && visit is { } minutes)
        {
            var variability = Math.Clamp(all.Serve.Variability ?? 1, LeastVariability, MostVariability);
            var target = new WaitTarget(measured.WaitTargetMinutes, measured.WaitTargetPercent / 100.0);
            var plan = StaffingPlan.Of(new DayDemand([.. Enumerable.Range(0, DayDemand.Hours).Select(Arrivals)], minutes, variability), target)
                .ToDictionary(planned => planned.Hour);
            past = past.Select(hour => plan.GetValueOrDefault(hour.Hour) is { } planned
                ? hour with { Needed = planned.Counters, ByFormula = planned.ByFormula, FormulaShare = planned.FormulaShare, SimulatedShare = planned.SimulatedShare }
                : hour with { Needed = 0, ByFormula = 0, FormulaShare = 1 });
        }

        return new StaffingAdvice("", default, default, null, null, measured.WaitTargetMinutes, measured.WaitTargetPercent, days, stops, visit, enough, [.. past]);

        double Arrivals(int hour) => hours.GetValueOrDefault(hour) is { } sum ? PerDay(sum[Measure.Stops]) : 0;
        double Open(int hour) => open.GetValueOrDefault(hour) is { } sum ? PerDay(sum[Measure.OpenMs]) / TimeSpan.MillisecondsPerHour : 0;
        double PerDay(long sum) => days == 0 ? 0 : Math.Max(0, sum) / (double)days;
        double? WithinNow(int hour) => hours.GetValueOrDefault(hour) is { Wait.Count: > 0 } sum
            ? sum.Wait.UpTo(measured.WaitTargetMinutes * TimeSpan.MillisecondsPerMinute) / sum.Wait.Count : null;
    }
}
