using System.Text.Json;
using CsCheck;
using QueueHub.Contracts.Tickets;
using QueueHub.History;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.History;

public class TicketHistoryTests
{
    private const long Start = 1_772_410_000_000;

    [Fact]
    public void A_row_bears_the_names_of_its_table_s_columns()
    {
        var called = Row(TicketState.Called, 60_000) with { Counter = "3", CallId = 9, Calls = 1, CalledAt = Start + 60_000 };
        var before = TicketHistory.After(null, "seocho", Event(8, EventType.TicketIssued), Row(TicketState.Waiting, 0));

        var row = TicketHistory.After(before, "seocho", Event(9, EventType.TicketCalled), called);

        Assert.Equal(
            """
            {"office":"seocho","business_date":"2026-03-02","ordinal":7,"version":9,"number":12,"service":"resident","journey":["resident"],"leg":0,"class":"standard","channel":"phone","language":"ko","state":"called","since":"2026-03-02T00:07:40+00:00","issued_at":"2026-03-02T00:06:40+00:00","called_at":"2026-03-02T00:07:40+00:00","served_at":null,"ended_at":null,"on_the_way_ms":0,"waiting_ms":60000,"called_ms":0,"serving_ms":0,"parked_ms":0,"no_show_ms":0,"counter":"3","staff":"s1","calls":1,"reinstated":0,"requeued":0,"result":null,"form_template":"resident-register","form_version":1,"form_fields":9,"leg_results":[],"transfers":0,"recalls":0,"pages":0,"rating":null,"expected_low":null,"expected_high":null,"expected_at":null,"stops":[{"service":"resident","joined":1772410000000,"called_at":1772410060000,"counter":"3","staff":"s1","waiting_ms":60000,"calls":1}]}
            """,
            JsonSerializer.Serialize(row, TicketHistory.Json));
    }

    [Fact]
    public void The_times_in_all_states_add_up_to_the_visit_so_far() => Gen.Select(Gen.Enum<TicketState>(), Gen.Long[0, 3_600_000]).Array[1, 40].Sample(steps =>
    {
        var history = TicketHistory.After(null, "seocho", Event(1, EventType.TicketIssued), Row(TicketState.Waiting, 0));
        var elapsed = 0L;
        for (var step = 0; step < steps.Length; step++)
        {
            // Final states have no time of their own: nothing follows them.
            var (state, spent) = steps[step];
            if (state is TicketState.Done or TicketState.Cancelled or TicketState.Expired && step < steps.Length - 1)
            {
                continue;
            }

            elapsed += spent;
            history = TicketHistory.After(history, "seocho", Event(step + 2, EventType.TicketRequeued), Row(state, elapsed));
        }

        Assert.Equal(
            elapsed, history.OnTheWayMs + history.WaitingMs + history.CalledMs + history.ServingMs + history.ParkedMs + history.NoShowMs);
        Assert.Equal(elapsed, (long)(history.Since - history.IssuedAt).TotalMilliseconds);
    });

    [Fact]
    public void A_repeated_event_without_a_new_state_adds_no_time()
    {
        var waiting = TicketHistory.After(null, "seocho", Event(1, EventType.TicketIssued), Row(TicketState.Waiting, 0));

        var again = TicketHistory.After(waiting, "seocho", Event(2, EventType.FormSubmitted), Row(TicketState.Waiting, 0));

        Assert.Equal(0, again.WaitingMs);
        Assert.Equal(2, again.Version);
    }

    [Fact]
    public void What_a_visit_once_was_is_not_forgotten_when_it_goes_back_to_a_line()
    {
        var serving = TicketHistory.After(null, "seocho", Event(5, EventType.ServiceStarted), Row(TicketState.Serving, 10) with
        {
            Counter = "3",
            CalledAt = Start + 5,
            ServedAt = Start + 10,
        });

        var transferred = TicketHistory.After(serving, "seocho", Event(6, EventType.TicketTransferred), Row(TicketState.Waiting, 30));

        Assert.Equal(("3", "s1"), (transferred.Counter, transferred.Staff));
        Assert.Equal((serving.CalledAt, serving.ServedAt), (transferred.CalledAt, transferred.ServedAt));
    }

    [Fact]
    public void A_call_that_was_taken_back_leaves_the_times_as_if_it_had_not_been() => Assert.Equal(
        Times(Visit((0, TicketState.Waiting, Plain), (60_000, TicketState.Called, Plain), (70_000, TicketState.Serving, Plain), (90_000, TicketState.Done, Plain))),
        Times(Visit(
            (0, TicketState.Waiting, Plain), (50_000, TicketState.Called, Plain), (0, TicketState.Waiting, EventType.CommandUndone),
            (60_000, TicketState.Called, Plain), (70_000, TicketState.Serving, Plain), (90_000, TicketState.Done, Plain))));

    [Fact]
    public void A_completion_that_was_taken_back_leaves_the_times_as_if_it_had_not_been()
    {
        var plain = Visit((0, TicketState.Waiting, Plain), (60_000, TicketState.Called, Plain), (70_000, TicketState.Serving, Plain), (90_000, TicketState.Done, Plain));
        var undone = Visit(
            (0, TicketState.Waiting, Plain), (60_000, TicketState.Called, Plain), (70_000, TicketState.Serving, Plain),
            (85_000, TicketState.Done, Plain), (70_000, TicketState.Serving, EventType.CommandUndone), (90_000, TicketState.Done, Plain));

        Assert.Equal(Times(plain), Times(undone));
        Assert.Equal((60_000, 10_000, 20_000), (undone.WaitingMs, undone.CalledMs, undone.ServingMs));
        Assert.Equal(plain.EndedAt, undone.EndedAt);
    }

    [Fact]
    public void A_ticket_whose_completion_was_taken_back_lives_on()
    {
        var undone = Visit((0, TicketState.Waiting, Plain), (70_000, TicketState.Serving, Plain), (85_000, TicketState.Done, Plain),
            (70_000, TicketState.Serving, EventType.CommandUndone));

        Assert.Null(undone.EndedAt);
        Assert.Equal(TicketState.Serving, undone.State);
    }

    [Fact]
    public void A_call_that_was_taken_back_is_neither_counted_nor_whose_it_was()
    {
        var waiting = Row(TicketState.Waiting, 0);
        var issued = TicketHistory.After(null, "seocho", Event(1, EventType.TicketIssued), waiting);
        var called = TicketHistory.After(issued, "seocho", Event(2, EventType.TicketCalled), Row(TicketState.Called, 60_000) with
        {
            Counter = "3",
            Calls = 1,
            CalledAt = Start + 60_000,
        });

        var undone = TicketHistory.After(called, "seocho", Event(3, EventType.CommandUndone) with { Undone = EventType.TicketCalled }, waiting);

        Assert.Equal((0, null, null, null), (undone.Calls, undone.Counter, undone.Staff, undone.CalledAt));
    }

    [Fact]
    public void Each_service_of_a_visit_keeps_how_it_ended()
    {
        var history = TicketHistory.After(null, "seocho", Event(1, EventType.TicketIssued), Row(TicketState.Waiting, 0));
        history = TicketHistory.After(history, "seocho", Event(2, EventType.TicketTransferred), Leg(1, TicketState.Waiting));
        history = TicketHistory.After(history, "seocho", Event(3, EventType.TicketPassedOn), Leg(2, TicketState.Waiting) with { Result = "not-provided" });
        var done = TicketHistory.After(history, "seocho", Event(4, EventType.TicketCompleted), Leg(2, TicketState.Done) with { Result = "issued" });

        Assert.Equal([null, "not-provided", "issued"], done.LegResults);
        Assert.Equal("issued", done.Result);
    }

    [Fact]
    public void The_result_of_a_completion_that_was_taken_back_is_forgotten()
    {
        var passedOn = TicketHistory.After(
            TicketHistory.After(null, "seocho", Event(1, EventType.TicketIssued), Leg(0, TicketState.Serving)), "seocho",
            Event(2, EventType.TicketPassedOn), Leg(1, TicketState.Waiting) with { Result = "not-provided" });

        var undone = TicketHistory.After(passedOn, "seocho", Event(3, EventType.CommandUndone) with { Undone = EventType.TicketPassedOn }, Leg(0, TicketState.Serving));
        var done = TicketHistory.After(undone, "seocho", Event(4, EventType.TicketCompleted), Leg(0, TicketState.Done));

        Assert.Empty(undone.LegResults);
        Assert.Equal([null], done.LegResults);
    }

    [Fact]
    public void That_a_form_was_handed_in_stays_known_of_visits_that_are_over_when_the_office_is_founded_anew()
    {
        TicketHistory Lost(TicketState state) => TicketHistory.After(Visit((0, TicketState.Waiting, Plain), (1, state, Plain)), "seocho", Event(3, EventType.OfficeRebuilt), Row(state, 1) with { Form = null });

        Assert.Equal("resident-register", Lost(TicketState.Done).FormTemplate);
        Assert.Null(Lost(TicketState.Waiting).FormTemplate);
    }

    private static TicketRow Leg(int leg, TicketState state) => Row(state, 0) with { Leg = leg, Journey = ["resident", "tax", "passport"] };

    private const EventType Plain = EventType.TicketRequeued;

    private static TicketHistory Visit(params (long Since, TicketState State, EventType Type)[] steps)
    {
        TicketHistory? history = null;
        for (var step = 0; step < steps.Length; step++)
        {
            var (since, state, type) = steps[step];
            history = TicketHistory.After(history, "seocho", Event(step + 1, type), Row(state, since));
        }

        return history!;
    }

    private static (long, long, long, long, long, long) Times(TicketHistory row) =>
        (row.OnTheWayMs, row.WaitingMs, row.CalledMs, row.ServingMs, row.ParkedMs, row.NoShowMs);

    private static OfficeEvent Event(long version, EventType type) => new(version, "e1", Start, "2026-03-02", type, "staff:s1");

    private static TicketRow Row(TicketState state, long after) => new(
        Ordinal: 7, Number: 12, Service: "resident", Journey: ["resident"], Leg: 0, Class: "standard", Credit: 0, Channel: "phone", Language: "ko",
        Day: "2026-03-02", State: state, Score: Start, Issued: Start, Joined: Start, Waited: 0, Since: Start + after, TokenHash: "00",
        Form: new TicketForm("resident-register", 1, 9, 1));
}
