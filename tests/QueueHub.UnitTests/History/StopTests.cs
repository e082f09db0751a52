using QueueHub.Contracts.Tickets;
using QueueHub.History;
using QueueHub.History.Rollups;
using QueueHub.TestSupport;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.History;

/// <summary>A visit as its stays in lines, event by event.</summary>
public class StopTests
{
    private const long Start = 1_772_410_000_000;
    private const long Minute = 60_000;

    [Fact]
    public void A_visit_of_one_service_is_one_stop()
    {
        var stop = Assert.Single(Visit(
            new(0, EventType.TicketIssued, TicketState.Waiting),
            new(12, EventType.TicketCalled, TicketState.Called, "3"),
            new(13, EventType.ServiceStarted, TicketState.Serving, "3"),
            new(20, EventType.TicketCompleted, TicketState.Done, "3")).Stops);

        Assert.Equal(
            new Stop("resident", Start, At(12), At(13), At(20), "3", "s1", 12 * Minute, Minute, 7 * Minute, Calls: 1, End: StopEnd.Served),
            stop);
    }

    [Fact]
    public void A_transfer_begins_another_and_says_that_the_first_was_not_finished()
    {
        var visit = Visit(
            new(0, EventType.TicketIssued, TicketState.Waiting),
            new(5, EventType.TicketCalled, TicketState.Called, "1"),
            new(6, EventType.TicketTransferred, TicketState.Waiting, Leg: 1),
            new(16, EventType.TicketCalled, TicketState.Called, "2", Leg: 1),
            new(17, EventType.TicketCancelled, TicketState.Cancelled, Leg: 1));

        Assert.Equal([("resident", StopEnd.Transferred, 5 * Minute, "1"), ("tax", StopEnd.Cancelled, 10 * Minute, "2")],
            visit.Stops.Select(stop => (stop.Service, stop.End!.Value, stop.WaitingMs, stop.Counter!)));
        Assert.Equal((1, 15 * Minute), (visit.Transfers, visit.WaitingMs));
    }

    [Fact]
    public void The_next_service_of_a_journey_is_another_and_the_first_was_served()
    {
        var visit = Visit(
            new(0, EventType.TicketIssued, TicketState.Waiting),
            new(1, EventType.TicketCalled, TicketState.Called, "1"),
            new(2, EventType.ServiceStarted, TicketState.Serving, "1"),
            new(6, EventType.TicketPassedOn, TicketState.Waiting, Leg: 1));

        Assert.Equal([(StopEnd.Served, At(6)), (null, null)], visit.Stops.Select(stop => (stop.End, stop.EndedAt)));
        Assert.Equal((4 * Minute, 0), (visit.Stops[0].ServingMs, visit.Transfers));
    }

    [Fact]
    public void A_transfer_that_was_taken_back_leaves_the_stop_as_if_it_had_not_been()
    {
        Step[] before = [new(0, EventType.TicketIssued, TicketState.Waiting), new(5, EventType.TicketCalled, TicketState.Called, "1")];
        Step[] after = [new(8, EventType.ServiceStarted, TicketState.Serving, "1"), new(9, EventType.TicketCompleted, TicketState.Done, "1")];

        var undone = Visit([
            .. before, new(6, EventType.TicketTransferred, TicketState.Waiting, Leg: 1),
            new(5, EventType.CommandUndone, TicketState.Called, "1") { Undone = EventType.TicketTransferred }, .. after]);

        Assert.Equal(Visit([.. before, .. after]).Stops, undone.Stops);
        Assert.Equal(0, undone.Transfers);
    }

    [Fact]
    public void A_call_that_was_taken_back_was_none()
    {
        var stop = Assert.Single(Visit(
            new(0, EventType.TicketIssued, TicketState.Waiting),
            new(5, EventType.TicketCalled, TicketState.Called, "1") { Passed = 2 },
            new(0, EventType.CommandUndone, TicketState.Waiting) { Undone = EventType.TicketCalled }).Stops);

        Assert.Equal(new Stop("resident", Start), stop);
    }

    [Fact]
    public void Who_was_absent_and_came_back_was_not_absent_in_the_end_and_waited_both_times()
    {
        Step[] absent =
        [
            new(0, EventType.TicketIssued, TicketState.Waiting), new(5, EventType.TicketCalled, TicketState.Called, "1"),
            new(6, EventType.TicketRecalled, TicketState.Called, "1") { Since = 5 }, new(7, EventType.TicketNoShow, TicketState.NoShow),
        ];
        Assert.Equal((StopEnd.Absent, At(7)), (Visit(absent).Stops[0].End!.Value, Visit(absent).Stops[0].EndedAt!.Value));

        var visit = Visit([
            .. absent, new(20, EventType.TicketReinstated, TicketState.Waiting), new(30, EventType.TicketCalled, TicketState.Called, "2"),
            new(31, EventType.TicketCompleted, TicketState.Done, "2")]);

        var stop = Assert.Single(visit.Stops);
        Assert.Equal((StopEnd.Served, 15 * Minute, 2, At(5)), (stop.End!.Value, stop.WaitingMs, stop.Calls, stop.CalledAt!.Value));
        Assert.Equal(1, visit.Recalls);
    }

    [Fact]
    public void Who_was_absent_and_never_came_back_was_absent_also_after_the_day_has_closed()
    {
        Step[] absent =
        [
            new(0, EventType.TicketIssued, TicketState.Waiting), new(5, EventType.TicketCalled, TicketState.Called, "1"),
            new(7, EventType.TicketNoShow, TicketState.NoShow),
        ];

        var visit = Visit([.. absent, new(500, EventType.DayClosed, TicketState.Expired)]);

        Assert.Equal(TicketState.Expired, visit.State);
        Assert.Equal(Visit(absent).Stops, visit.Stops);
    }

    [Fact]
    public void Who_was_called_and_put_back_and_then_left_has_not_been_called_out_of_that_wait()
    {
        Step[] back =
        [
            new(0, EventType.TicketIssued, TicketState.Waiting), new(5, EventType.TicketCalled, TicketState.Called, "1"),
            new(7, EventType.TicketNoShow, TicketState.NoShow), new(9, EventType.TicketReinstated, TicketState.Waiting),
        ];
        Step called = new(20, EventType.TicketCalled, TicketState.Called, "1");

        Assert.True(Visit(back).Stops[0].WaitsAgain);
        Assert.Equal(0, Booked(Visit([.. back, new(500, EventType.DayClosed, TicketState.Expired)]), Measure.Called));
        Assert.Equal(0, Booked(Visit([.. back, new(30, EventType.TicketCancelled, TicketState.Cancelled)]), Measure.WaitMs));
        Assert.Equal(16 * Minute, Booked(Visit([.. back, called, new(21, EventType.TicketCancelled, TicketState.Cancelled)]), Measure.WaitMs));
        Assert.Equal(0, Booked(Visit([.. back, called, new(9, EventType.CommandUndone, TicketState.Waiting) { Undone = EventType.TicketCalled }]), Measure.Called));
    }

    [Fact]
    public void A_visit_that_was_forgotten_until_the_day_was_closed_was_served_and_how_long_is_not_known()
    {
        Step[] served =
        [
            new(0, EventType.TicketIssued, TicketState.Waiting), new(12, EventType.TicketCalled, TicketState.Called, "3"),
            new(13, EventType.ServiceStarted, TicketState.Serving, "3"),
        ];

        var visit = Visit([.. served, new(3720, EventType.DayClosed, TicketState.Done), new(3720, EventType.TicketRated, TicketState.Done)]);

        Assert.Equal((StopEnd.Closed, 0L, 0L), (visit.Stops[0].End!.Value, visit.Stops[0].ServingMs, visit.ServingMs));
        Assert.Equal((1, 0, 1 * Minute), (Booked(visit, Measure.Served), Booked(visit, Measure.ServeMs), Booked(visit, Measure.BusyMs)));
        Assert.Equal((1, 7 * Minute, 8 * Minute), (
            Booked(Visit([.. served, new(20, EventType.TicketCompleted, TicketState.Done, "3")]), Measure.Served),
            Booked(Visit([.. served, new(20, EventType.TicketCompleted, TicketState.Done, "3")]), Measure.ServeMs),
            Booked(Visit([.. served, new(20, EventType.TicketCompleted, TicketState.Done, "3")]), Measure.BusyMs)));
    }

    [Fact]
    public void Nobody_waited_longer_than_the_day_that_was_closed_later()
    {
        var visit = Visit(new(0, EventType.TicketIssued, TicketState.Waiting), new(3720, EventType.TicketsExpired, TicketState.Expired) { Last = 600 });

        Assert.Equal((600 * Minute, TicketState.Expired), (visit.WaitingMs, visit.State));
    }

    [Fact]
    public void A_visit_that_the_office_ended_at_the_call_has_no_time_of_service()
    {
        var visit = Visit(
            new(0, EventType.TicketIssued, TicketState.Waiting), new(5, EventType.TicketCalled, TicketState.Called, "1"),
            new(6, EventType.VisitEnded, TicketState.Done, "1"));

        Assert.Equal(0, TicketBookings.Of(visit, SeoulFacts.Seoul).Sum(booking => booking.Tally.Serve.Count));
        Assert.Equal(1 * Minute, Booked(visit, Measure.BusyMs));
    }

    [Fact]
    public void Repeated_announcements_are_of_the_stop_in_which_they_were_made_and_one_taken_back_was_none()
    {
        var visit = Visit(
            new(0, EventType.TicketIssued, TicketState.Waiting), new(5, EventType.TicketCalled, TicketState.Called, "1"),
            new(6, EventType.TicketRecalled, TicketState.Called, "1") { Since = 5 }, new(7, EventType.TicketRecalled, TicketState.Called, "1") { Since = 5 },
            new(8, EventType.CommandUndone, TicketState.Called, "1") { Since = 5, Undone = EventType.TicketRecalled },
            new(9, EventType.TicketTransferred, TicketState.Waiting, Leg: 1), new(12, EventType.TicketCalled, TicketState.Called, "2", Leg: 1));

        Assert.Equal([1, 0], visit.Stops.Select(stop => stop.Recalls));
        Assert.Equal(1, visit.Recalls);
    }

    [Fact]
    public void A_number_taken_on_the_way_joins_when_its_citizen_arrives()
    {
        var stop = Assert.Single(Visit(
            new(0, EventType.TicketIssued, TicketState.OnTheWay),
            new(25, EventType.TicketArrived, TicketState.Waiting),
            new(30, EventType.TicketCalled, TicketState.Called, "1")).Stops);

        Assert.Equal((At(25), 5 * Minute), (stop.Joined, stop.WaitingMs));
    }

    [Fact]
    public void A_call_before_others_is_known_and_an_ordinary_one_afterwards_takes_its_place()
    {
        Step[] passed = [new(0, EventType.TicketIssued, TicketState.Waiting), new(5, EventType.TicketCalled, TicketState.Called, "1") { Passed = 3 }];
        Assert.True(Visit(passed).Stops[0].OutOfOrder);
        Assert.False(Visit([.. passed, new(6, EventType.TicketRequeued, TicketState.Waiting), new(9, EventType.TicketCalled, TicketState.Called, "1")]).Stops[0].OutOfOrder);
    }

    private static long Booked(TicketHistory visit, Measure measure) =>
        TicketBookings.Of(visit, SeoulFacts.Seoul).Where(booking => booking.Kind == RollupKind.Office).Sum(booking => booking.Tally[measure]);

    private static long At(int minute) => Start + (minute * Minute);

    private static TicketHistory Visit(params Step[] steps)
    {
        TicketHistory? history = null;
        long? called = null, served = null;
        foreach (var (version, step) in steps.Index())
        {
            called = step.State is TicketState.Waiting ? null : step.Type == EventType.TicketCalled ? At(step.Minute) : called;
            served = step.State is TicketState.Waiting ? null : step.Type == EventType.ServiceStarted ? At(step.Minute) : served;
            var @event = new OfficeEvent(version + 1, "e1", At(step.Minute), "2026-03-02", step.Type, "staff:s1") { Undone = step.Undone, Passed = step.Passed };
            history = TicketHistory.After(history, "seocho", @event, new TicketRow(
                7, 12, step.Leg == 0 ? "resident" : "tax", step.Leg == 0 ? ["resident"] : ["resident", "tax"], step.Leg, "standard", 0, "phone", "ko", "2026-03-02",
                step.State, Start, Start, Start, 0, At(step.Since ?? step.Minute), "hash", step.Counter, CalledAt: called, ServedAt: served),
                step.Last is { } last ? DateTimeOffset.FromUnixTimeMilliseconds(At(last)) : step.Type == EventType.DayClosed ? DateTimeOffset.FromUnixTimeMilliseconds(At(900)) : null);
        }

        return history!;
    }

    private sealed record Step(int Minute, EventType Type, TicketState State, string? Counter = null, int Leg = 0)
    {
        public EventType? Undone { get; init; }
        public int? Passed { get; init; }
        public int? Since { get; init; }

        /// <summary>When its date ended.</summary>
        public int? Last { get; init; }
    }
}
