using CsCheck;
using QueueHub.History.Advice;

namespace QueueHub.UnitTests.History.Advice;

public class StaffingPlanTests
{
    private static readonly WaitTarget Target = new(15, 0.8);

    private static DayDemand Demand(double minutes, double variability, params (int Hour, double People)[] hours) =>
        new([.. Enumerable.Range(0, 24).Select(hour => hours.FirstOrDefault(asked => asked.Hour == hour).People)], minutes, variability);

    [Fact]
    public void The_worked_example_of_the_document()
    {
        // Thirty people in an hour, six minutes each: three counters' work. Four keep the target: C(4, 3) is 0.509, and 0.509 · e^(−15/6) is 0.042.
        var plan = StaffingPlan.Of(Demand(6, 0.6, (9, 20), (10, 30), (11, 12)), Target);

        Assert.Equal([9, 10, 11], plan.Select(hour => hour.Hour));
        Assert.Equal([3, 4, 2], plan.Select(hour => hour.ByFormula));
        Assert.Equal(0.958, plan[1].FormulaShare, 3);
    }

    [Fact]
    public void Every_hour_of_the_days_lived_through_keeps_the_target() =>
        Gen.Select(Gen.Double[0.2, 80].Array[9], Gen.Double[2, 25], Gen.Double[0.05, 2], Gen.Int[3, 40]).Sample((people, minutes, variability, target) =>
        {
            var plan = StaffingPlan.Of(Demand(minutes, variability, [.. people.Select((each, at) => (at + 9, each))]), new WaitTarget(target, 0.8));

            Assert.Equal(9, plan.Count);
            Assert.All(plan, hour => Assert.True(hour.SimulatedShare is null or >= 0.8 && hour.Counters >= hour.ByFormula));
        }, iter: 15);

    [Fact]
    public void What_is_left_of_a_full_hour_gets_its_counters()
    {
        // An hour's wait is all right, so by itself the formula leaves the rush just enough; those left over fill the quiet hour after it.
        var plan = StaffingPlan.Of(Demand(20, 1, (9, 60), (10, 1)), new WaitTarget(2, 0.9));

        Assert.True(plan[1].Counters > plan[1].ByFormula, $"{plan[1]}");
        Assert.True(plan[1].SimulatedShare >= 0.9);
    }

    [Fact]
    public void An_hour_without_arrivals_between_others_may_be_closed_and_one_outside_is_not_named()
    {
        var plan = StaffingPlan.Of(Demand(4, 0.5, (9, 10), (14, 10)), new WaitTarget(30, 0.8));

        Assert.Equal([9, 10, 11, 12, 13, 14], plan.Select(hour => hour.Hour));
        Assert.Equal([0, 0, 0], plan.Skip(2).Take(3).Select(hour => hour.Counters));
    }

    [Fact]
    public void The_same_days_are_advised_the_same()
    {
        var demand = Demand(7, 0.7, (9, 33), (10, 41), (11, 8));

        Assert.Equal(StaffingPlan.Of(demand, Target), StaffingPlan.Of(demand, Target));
    }

    [Fact]
    public void Nobody_needs_no_counter() => Assert.Empty(StaffingPlan.Of(Demand(7, 0.7), Target));

    [Fact]
    public void Lived_through_for_long_the_formula_is_right()
    {
        // Visits as Erlang has them, nearly: one steady day of twenty-four hours.
        var demand = new DayDemand([.. Enumerable.Repeat(30.0, 24)], 6, 1);
        var shares = SampleDays.Of(demand).Within([.. Enumerable.Repeat(4, 24)], 5).Skip(4).Average();

        Assert.Equal(ErlangC.Within(4, 3, 6, 5), shares!.Value, 0.03);
    }

    [Fact]
    public void One_more_counter_never_makes_a_share_smaller() =>
        Gen.Select(Gen.Double[0, 40].Array[6], Gen.Int[0, 6].Array[6], Gen.Int[0, 5]).Sample((people, open, more) =>
        {
            var days = SampleDays.Of(Demand(8, 0.7, [.. people.Select((each, at) => (at + 9, each))]));
            int[] Plan(int extra) => [.. Enumerable.Range(0, 24).Select(hour => hour is >= 9 and < 15 ? open[hour - 9] + (hour - 9 == more ? extra : 0) : 0)];

            Assert.All(days.Within(Plan(0), 15).Zip(days.Within(Plan(1), 15)), pair => Assert.True(pair.First is null || pair.Second >= pair.First));
        }, iter: 15);

    [Fact]
    public void Who_closes_a_counter_finishes_the_visit_first_and_who_waits_is_called_by_those_that_are_left()
    {
        // Nearly equal visits of half an hour: two counters until ten, then one.
        var days = SampleDays.Of(Demand(30, 0.0001, (9, 4), (10, 0.5)));
        int[] two = [.. Enumerable.Range(0, 24).Select(hour => hour == 9 ? 2 : 1)];
        int[] four = [.. Enumerable.Range(0, 24).Select(hour => hour == 9 ? 4 : 1)];

        Assert.True(days.Within(two, 1)[9] < days.Within(four, 1)[9]);
        Assert.True(days.Within(two, 1)[10] < 1);
    }
}
