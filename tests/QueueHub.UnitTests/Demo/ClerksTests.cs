using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using Simulator.Acting;
using Simulator.Plan;

namespace QueueHub.UnitTests.Demo;

/// <summary>What simulated clerks do, given what they see.</summary>
public class ClerksTests
{
    private const string Me = "demo-office";
    private const string Visitor = "visitor";
    private static readonly TimeSpan Morning = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Closing = Arrivals.Length;
    private static readonly Citizen Plain = Citizen.Unknown("a") with { Takes = TimeSpan.FromMinutes(5) };

    [Fact]
    public void A_closed_counter_is_opened_in_the_morning_and_left_closed_in_the_evening()
    {
        Assert.Equal([new Deed("1", Verbs.Open)], Decide(Desk(Closed("1")), Morning));
        Assert.Empty(Decide(Desk(Closed("1")), Closing));
    }

    [Fact]
    public void Nobody_touches_a_counter_that_a_visitor_holds_whatever_happens_there()
    {
        var desks = new[]
        {
            Desk(Open("1", by: Visitor)), Desk(Open("1", by: Visitor) with { State = CounterState.Paused }),
            Desk(Open("1", Ticket(TicketState.Called, calls: 3), Visitor)), Desk(Open("1", Ticket(TicketState.Serving), Visitor)),
        };

        Assert.All(desks, desk => Assert.Empty(Decide(desk with { Services = [Service("a", 5)] }, Morning, since: TimeSpan.FromHours(3))));
    }

    [Fact]
    public void A_counter_that_a_visitor_gave_back_stays_free_for_a_while()
    {
        var seen = Sightings.None(Me).See(Desk(Open("1", by: Visitor)), Morning).See(Desk(Closed("1")), Morning);

        Assert.Empty(Clerks.Decide(Morning + Clerks.LeftFree - TimeSpan.FromSeconds(1), Desk(Closed("1")), seen, ["1"], _ => Plain, Clerks.Walk));
        Assert.Equal([new Deed("1", Verbs.Open)], Clerks.Decide(Morning + Clerks.LeftFree, Desk(Closed("1")), seen, ["1"], _ => Plain, Clerks.Walk));
    }

    [Fact]
    public void Two_clerks_do_not_run_for_the_same_last_citizen() => Assert.Equal(
        [new Deed("1", Verbs.CallNext)],
        Decide(Desk(Open("1"), Open("2")) with { Services = [Service("a", 1)] }, Morning));

    [Fact]
    public void Whoever_comes_is_served_for_as_long_as_the_plan_says()
    {
        var called = Desk(Open("1", Ticket(TicketState.Called)));
        var serving = Desk(Open("1", Ticket(TicketState.Serving)));

        Assert.Empty(Decide(called, Morning, since: Clerks.Walk - TimeSpan.FromSeconds(1)));
        Assert.Equal([new Deed("1", Verbs.Start, 7)], Decide(called, Morning, since: Clerks.Walk));
        Assert.Empty(Decide(serving, Morning, since: Plain.Takes - TimeSpan.FromSeconds(1)));
        Assert.Equal([new Deed("1", Verbs.Complete, 7)], Decide(serving, Morning, since: Plain.Takes));
    }

    [Fact]
    public void Whoever_does_not_come_is_called_three_times_and_marked_absent()
    {
        var absent = Plain with { AnswersCall = 0 };

        Assert.Equal([new Deed("1", Verbs.Recall, 7)], Decide(Desk(Open("1", Ticket(TicketState.Called, calls: 1))), Morning, Clerks.Patience, absent));
        Assert.Equal([new Deed("1", Verbs.Recall, 7)], Decide(Desk(Open("1", Ticket(TicketState.Called, calls: 2))), Morning, Clerks.Patience, absent));
        Assert.Equal([new Deed("1", Verbs.NoShow, 7)], Decide(Desk(Open("1", Ticket(TicketState.Called, calls: 3))), Morning, Clerks.Patience, absent));
    }

    [Fact]
    public void A_visit_goes_on_or_is_set_aside_once_and_then_ends()
    {
        var desk = Desk(Open("1", Ticket(TicketState.Serving))) with { Services = [Service("a", 0), Service("b", 0)] };
        var passedOn = Plain with { PassedTo = "b" };
        var aside = Plain with { SetAsideFor = TimeSpan.FromMinutes(5) };

        Assert.Equal([new Deed("1", Verbs.Transfer, 7, "b")], Decide(desk, Morning, Plain.Takes, passedOn));
        Assert.Equal([new Deed("1", Verbs.Park, 7)], Decide(desk, Morning, Plain.Takes, aside));
        Assert.Equal([new Deed("1", Verbs.Complete, 7)], Decide(desk, Morning, Plain.Takes, passedOn with { PassedTo = "gone" }));

        var parked = Desk(Open("1")) with { Parked = [Ticket(TicketState.Parked)] };
        var again = Sightings.None(Me).See(parked, Morning).See(desk, Morning);
        Assert.Equal([new Deed("1", Verbs.Complete, 7)], Clerks.Decide(Morning + Plain.Takes, desk, again, ["1"], _ => aside, Clerks.Walk));
    }

    [Fact]
    public void Whoever_was_set_aside_or_comes_back_is_brought_into_line_by_one_clerk_and_not_after_a_refusal()
    {
        var back = Plain with { SetAsideFor = TimeSpan.FromMinutes(5), ReturnsAfter = TimeSpan.FromMinutes(5) };
        var parked = Desk(Open("1"), Open("2")) with { Parked = [Ticket(TicketState.Parked)] };
        var absent = Desk(Open("1"), Open("2")) with { NoShows = [Ticket(TicketState.NoShow)] };

        Assert.Equal([new Deed("1", Verbs.Resume, 7)], Decide(parked, Morning, TimeSpan.FromMinutes(5), back));
        Assert.Equal([new Deed("1", Verbs.Reinstate, 7)], Decide(absent, Morning, TimeSpan.FromMinutes(5), back));
        Assert.Empty(Decide(parked, Morning, TimeSpan.FromMinutes(4), back));
        Assert.Empty(Clerks.Decide(
            Morning + TimeSpan.FromMinutes(5), parked, Sightings.None(Me).See(parked, Morning) with { Refused = [7] }, ["1", "2"], _ => back, Clerks.Walk));
    }

    [Fact]
    public void A_clerk_goes_to_lunch_and_comes_back()
    {
        var noon = Enumerable.Range(0, 540).Select(minute => TimeSpan.FromMinutes(minute)).First(time => Roster.Away(0, time));
        var paused = Desk(Open("1") with { State = CounterState.Paused }) with { Services = [Service("a", 3)] };

        Assert.Equal([new Deed("1", Verbs.Pause)], Decide(Desk(Open("1")) with { Services = [Service("a", 3)] }, noon));
        Assert.Empty(Decide(paused, noon));
        Assert.Equal([new Deed("1", Verbs.Open)], Decide(paused, Morning));
    }

    [Fact]
    public void After_closing_the_line_is_worked_off_then_counters_close_and_nobody_acts_any_more()
    {
        var waiting = Desk(Open("1")) with { Services = [Service("a", 3)] };

        Assert.Equal([new Deed("1", Verbs.CallNext)], Decide(waiting, Closing));
        Assert.Equal([new Deed("1", Verbs.Close)], Decide(Desk(Open("1")), Closing));
        Assert.Equal([new Deed("1", Verbs.Close)], Decide(waiting, Closing + Clerks.Overtime));
        Assert.Empty(Decide(Desk(Closed("1")) with { Services = [Service("a", 3)], Parked = [Ticket(TicketState.Parked)] }, Closing + Clerks.Overtime));
    }

    [Fact]
    public void A_counter_that_left_the_configuration_is_forgotten() =>
        Assert.Empty(Clerks.Decide(Morning, Desk(Open("2")), Sightings.None(Me).See(Desk(Open("2")), Morning), ["1"], _ => Plain, Clerks.Walk));

    // Seen first at `now`, decided `since` later.
    private static IReadOnlyList<Deed> Decide(DeskBoard desk, TimeSpan now, TimeSpan since = default, Citizen? citizen = null) =>
        Clerks.Decide(
            now + since, desk, Sightings.None(Me).See(desk, now), [.. desk.Counters.Select(counter => counter.Id)], _ => citizen ?? Plain, Clerks.Walk);

    private static DeskBoard Desk(params DeskCounter[] counters) => new(
        "epoch", 1, DateTimeOffset.UnixEpoch, 540, false, "office", new LocalText("가", "a"), true, Opening.Always,
        [Service("a", 0)], [], counters, [], 0, [], [], new Dictionary<string, int>(),
        new Dictionary<string, string>(), [], new DeskRules(3, 5, 2, 10), null);

    private static DeskService Service(string id, int waiting) => new(id, new LocalText(id, id), waiting, null, null, Pace.Quiet);

    private static DeskCounter Closed(string id) => new(id, CounterState.Closed, null, null, ["a"], [], null, DateTimeOffset.UnixEpoch);

    private static DeskCounter Open(string id, DeskTicket? ticket = null, string by = Me) =>
        new(id, CounterState.Open, by, null, ["a"], [], ticket, DateTimeOffset.UnixEpoch);

    private static DeskTicket Ticket(TicketState state, int calls = 1) => new(
        7, 107, "a", "standard", state, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 0, false, null, calls, null, null, null, "ko",
        [], 0, null, null, null, null, 0, [], null);
}
