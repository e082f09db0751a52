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
            {"office":"seocho","business_date":"2026-03-02","ordinal":7,"version":9,"number":12,"service":"resident","journey":["resident"],"leg":0,"class":"standard","channel":"phone","language":"ko","state":"called","since":"2026-03-02T00:07:40+00:00","issued_at":"2026-03-02T00:06:40+00:00","called_at":"2026-03-02T00:07:40+00:00","served_at":null,"ended_at":null,"on_the_way_ms":0,"waiting_ms":60000,"called_ms":0,"serving_ms":0,"parked_ms":0,"no_show_ms":0,"counter":"3","staff":"s1","calls":1,"reinstated":0,"requeued":0,"result":null,"form_template":"resident-register","form_version":1,"form_fields":9}
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

    private static OfficeEvent Event(long version, EventType type) => new(version, "e1", Start, "2026-03-02", type, "staff:s1");

    private static TicketRow Row(TicketState state, long after) => new(
        Ordinal: 7, Number: 12, Service: "resident", Journey: ["resident"], Leg: 0, Class: "standard", Credit: 0, Channel: "phone", Language: "ko",
        Day: "2026-03-02", State: state, Score: Start, Issued: Start, Joined: Start, Waited: 0, Since: Start + after, TokenHash: "00",
        Form: new TicketForm("resident-register", 1, 9, 1));
}
