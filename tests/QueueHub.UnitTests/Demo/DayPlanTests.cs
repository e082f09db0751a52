using QueueHub.Contracts.Offices;
using Simulator.Plan;

namespace QueueHub.UnitTests.Demo;

public class DayPlanTests
{
    private static readonly OfficeInfo Seocho = DemoOffices.Of("seocho");

    [Fact]
    public void The_same_seed_brings_the_same_citizens() =>
        Assert.Equal(DayPlan.For(Seocho, 7, 3, DayOfWeek.Monday), DayPlan.For(Seocho, 7, 3, DayOfWeek.Monday));

    [Fact]
    public void Another_seed_another_day_and_another_office_bring_others()
    {
        var plan = DayPlan.For(Seocho, 7, 3, DayOfWeek.Monday).Select(citizen => citizen.Device).ToHashSet();

        Assert.DoesNotContain(DayPlan.For(Seocho, 8, 3, DayOfWeek.Monday), citizen => plan.Contains(citizen.Device));
        Assert.DoesNotContain(DayPlan.For(Seocho, 7, 4, DayOfWeek.Monday), citizen => plan.Contains(citizen.Device));
        Assert.DoesNotContain(DayPlan.For(DemoOffices.Of("jamwon"), 7, 3, DayOfWeek.Monday), citizen => plan.Contains(citizen.Device));
    }

    [Fact]
    public void Everybody_comes_with_a_device_of_their_own_in_order_and_before_closing()
    {
        foreach (var office in DemoOffices.All)
        {
            var plan = DayPlan.For(office, 1, 0, DayOfWeek.Monday);

            Assert.Equal(plan.Count, plan.Select(citizen => citizen.Device).Distinct().Count());
            Assert.All(plan, citizen => Assert.Matches("^[0-9a-f]{32}$", citizen.Device));
            Assert.Equal(plan.Select(citizen => citizen.Arrives).Order(), plan.Select(citizen => citizen.Arrives));
            Assert.All(plan, citizen => Assert.InRange(citizen.Arrives, TimeSpan.Zero, Arrivals.Length));
            Assert.All(plan, citizen => Assert.InRange(citizen.Takes, TimeSpan.FromSeconds(10), TimeSpan.FromHours(2)));
        }
    }

    [Fact]
    public void Arrivals_follow_the_hours_of_the_day()
    {
        // Without the crowd at the door, which is not of the day's shape.
        var hours = Enumerable.Range(0, 20).SelectMany(day => DayPlan.For(Seocho, 1, day, DayOfWeek.Tuesday))
            .Where(citizen => citizen.Arrives > TimeSpan.FromSeconds(90))
            .CountBy(citizen => (int)citizen.Arrives.TotalHours).ToDictionary();
        var all = (double)hours.Values.Sum();

        Assert.All(Arrivals.Hours.Index(), hour => Assert.Equal(hour.Item / Arrivals.Hours.Sum(), hours[hour.Index] / all, 0.015));
    }

    [Fact]
    public void Mondays_are_busier() =>
        Assert.InRange((double)Come(DayOfWeek.Monday) / Come(DayOfWeek.Tuesday), 1.1, 1.3);

    [Fact]
    public void Service_times_have_the_mean_of_their_service_and_a_long_tail()
    {
        var chance = new Chance(1, "times");
        var minutes = Enumerable.Range(0, 20_000).Select(_ => ServiceTimes.Draw("passport", chance).TotalMinutes).ToList();

        Assert.Equal(ServiceTimes.Mean("passport").TotalMinutes, minutes.Average(), 0.2);
        Assert.True(minutes.Order().ElementAt(minutes.Count / 2) < minutes.Average());
    }

    [Fact]
    public void Every_shipped_service_has_a_service_time_of_its_own() => Assert.DoesNotContain(
        DemoOffices.All.SelectMany(office => office.Services), service => ServiceTimes.Mean(service.Id) == ServiceTimes.Mean("no such service"));

    [Fact]
    public void Every_service_is_asked_for_and_served_and_one_counter_is_left_for_a_visitor() => Assert.All(DemoOffices.All, office =>
    {
        var staffed = Roster.Staffed(office);
        var citizens = Enumerable.Range(0, 3).SelectMany(day => DayPlan.For(office, 1, day, DayOfWeek.Monday)).ToList();

        Assert.Equal(office.Counters.Count - 1, staffed.Count);
        Assert.All(office.Services, service => Assert.Contains(staffed, counter => counter.Primary.Contains(service.Id) || counter.Helping.Contains(service.Id)));
        Assert.All(office.Services, service => Assert.Contains(citizens, citizen => citizen.Service == service.Id));
    });

    [Fact]
    public void An_office_is_as_busy_as_its_counters_can_bear() => Assert.All(DemoOffices.All, office =>
    {
        var work = DayPlan.For(office, 1, 0, DayOfWeek.Tuesday).Sum(citizen => citizen.Takes.TotalHours);

        Assert.InRange(work / (Roster.Staffed(office).Count * Arrivals.Length.TotalHours), 0.3, 0.85);
    });

    [Fact]
    public void Some_are_absent_some_late_some_come_back_some_go_on_and_some_write_their_form_first()
    {
        var citizens = Enumerable.Range(0, 5).SelectMany(day => DayPlan.For(Seocho, 1, day, DayOfWeek.Monday)).ToList();

        Assert.Contains(citizens, citizen => citizen is { AnswersCall: 0, ReturnsAfter: null });
        Assert.Contains(citizens, citizen => citizen is { AnswersCall: 0, ReturnsAfter: not null });
        Assert.Contains(citizens, citizen => citizen.AnswersCall == 2);
        Assert.Contains(citizens, citizen => citizen.GivesUpAfter is not null);
        Assert.Contains(citizens, citizen => citizen.PassedTo is not null);
        Assert.Contains(citizens, citizen => citizen.SetAsideFor is not null);
        Assert.Contains(citizens, citizen => citizen.Class is not null);
        Assert.Contains(citizens, citizen => citizen.WritesForm);
        Assert.Contains(citizens, citizen => citizen.Language == "en");
        Assert.DoesNotContain(citizens, citizen => citizen.PassedTo == citizen.Service);
    }

    [Fact]
    public void An_office_with_one_counter_leaves_it_to_the_visitor_and_nobody_comes()
    {
        var tiny = Seocho with { Counters = [Seocho.Counters[0]] };

        Assert.Empty(Roster.Staffed(tiny));
        Assert.Empty(DayPlan.For(tiny, 1, 0, DayOfWeek.Monday));
    }

    private static int Come(DayOfWeek weekday) => Enumerable.Range(0, 10).Sum(day => DayPlan.For(Seocho, 1, day, weekday).Count);
}
