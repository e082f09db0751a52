namespace QueueHub.History.Advice;

/// <summary>
/// How many counters each hour needs. The formula takes every hour by itself, as if it went on for ever; a day is not like that, for whoever is left of a full
/// hour waits into the next. So the plan is lived through, and where the target is missed another counter is added until it is not. Pure.
/// </summary>
public static class StaffingPlan
{
    // Each adds one counter in one hour; a plan of the formula seldom needs more than a few.
    private const int MostSteps = 60;

    /// <summary>The plan's hours, from the first with arrivals to the last.</summary>
    public static IReadOnlyList<PlannedHour> Of(DayDemand demand, WaitTarget target)
    {
        var hours = Enumerable.Range(0, DayDemand.Hours).ToList();
        var formula = hours.ConvertAll(hour => ErlangC.Fewest(demand.Load(hour), demand.VisitMinutes, target));
        var days = SampleDays.Of(demand);
        var plan = formula.ToArray();
        var shares = days.Within(plan, target.Minutes);
        for (var step = 0; step < MostSteps && hours.FindIndex(hour => shares[hour] < target.Share) is >= 0 and var missed; step++)
        {
            // Too few in this hour, or too many left over from the one before: whichever another counter helps more.
            var here = Try(missed);
            var before = missed > 0 && plan[missed - 1] > 0 ? Try(missed - 1) : here;
            var better = before.Shares[missed] > here.Shares[missed] ? before : here;
            (plan, shares) = (better.Plan, better.Shares);
        }

        return [.. Span(hours, demand).Select(hour => new PlannedHour(
            hour, formula[hour], plan[hour], ErlangC.Within(plan[hour], demand.Load(hour), demand.VisitMinutes, target.Minutes), shares[hour]))];

        (int[] Plan, IReadOnlyList<double?> Shares) Try(int hour)
        {
            int[] more = [.. plan];
            more[hour]++;
            return (more, days.Within(more, target.Minutes));
        }
    }

    private static IEnumerable<int> Span(List<int> hours, DayDemand demand)
    {
        var (first, last) = (hours.FindIndex(hour => demand.Arrivals[hour] > 0), hours.FindLastIndex(hour => demand.Arrivals[hour] > 0));
        return first < 0 ? [] : hours[first..(last + 1)];
    }
}

/// <summary>What one hour of the day needs.</summary>
/// <param name="ByFormula">Counters that the formula alone would have taken.</param>
/// <param name="Counters">The plan's.</param>
/// <param name="FormulaShare">Share within the target with the plan's counters, by the formula.</param>
/// <param name="SimulatedShare">The same of the days lived through; null when nobody came.</param>
public sealed record PlannedHour(int Hour, int ByFormula, int Counters, double FormulaShare, double? SimulatedShare);
