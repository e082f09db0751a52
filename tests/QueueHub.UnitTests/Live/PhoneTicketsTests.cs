using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Boards;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

public class PhoneTicketsTests
{
    private static PhoneTicket Of(OfficeStory story, long ordinal) =>
        PhoneTickets.Of(story.State, OfficeStory.Office, story.Ticket(ordinal), stale: false, life: "e1.r1", DateTimeOffset.FromUnixTimeMilliseconds(story.State.At));

    [Fact]
    public void Somebody_elses_call_at_another_service_changes_nothing_on_this_phone()
    {
        var story = new OfficeStory().Open("1", "passport").Issue(1, 1).Issue(2, 2, "passport");
        var before = Of(story, 1);

        story.Call(2, "1");

        Assert.Equal(before, Of(story, 1));
    }

    [Fact]
    public void The_counter_is_told_when_called_and_the_form_is_the_clerks_from_then_on()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(1, 1);
        Assert.True(Of(story, 1) is { PeopleAhead: 0, Counter: null, FormEditable: true, Cancellable: true });

        story.Call(1, "1");

        Assert.True(Of(story, 1) is { PeopleAhead: null, Counter: "1", Calls: 1, FormEditable: false, Cancellable: true });
    }

    [Theory]
    [InlineData(TicketState.Serving)]
    [InlineData(TicketState.Done)]
    [InlineData(TicketState.Cancelled)]
    [InlineData(TicketState.Expired)]
    public void From_service_on_the_phone_can_no_longer_cancel(TicketState state)
    {
        var story = new OfficeStory().Issue(1, 1);
        story.Happen(EventType.ServiceStarted, story.Ticket(1) with { State = state });

        Assert.False(Of(story, 1).Cancellable);
    }

    [Fact]
    public void A_service_without_a_form_offers_none_to_write()
    {
        var story = new OfficeStory().Issue(1, 1, "passport");

        Assert.False(Of(story, 1).FormEditable);
    }

    [Fact]
    public void A_ticket_that_was_passed_on_is_told_which_counters_can_call_it_next_until_one_does()
    {
        var story = new OfficeStory().Open("1", "resident").Open("2", "passport").Issue(1, 1);
        Assert.Null(Of(story, 1).Onward);

        story.Happen(EventType.TicketPassedOn, story.Ticket(1) with { Service = "passport", Journey = ["resident", "passport"], Leg = 1 });
        Assert.Equal("2", Of(story, 1).Onward);
        Assert.Equal([new BoardOnward(1, "passport", ["2"])], Board(story).Onward, (one, other) => one!.Number == other!.Number && one.Counters.SequenceEqual(other.Counters));

        story.Call(1, "2");
        Assert.Null(Of(story, 1).Onward);
        Assert.Empty(Board(story).Onward);
    }

    [Fact]
    public void A_ticket_that_is_sent_to_one_counter_is_told_of_that_one_alone()
    {
        var story = new OfficeStory().Open("1", "resident").Open("2", "resident").Issue(1, 1);

        story.Happen(EventType.TicketTransferred, story.Ticket(1) with { Target = "2" });

        Assert.Equal("2", Of(story, 1).Onward);
        Assert.Equal(0, Of(story, 1).PeopleAhead);
    }

    private static Board Board(OfficeStory story) => BoardBuilder.Build(
        story.State, OfficeStory.Office, Opening.Always, DateTimeOffset.FromUnixTimeMilliseconds(OfficeStory.Start), stale: false, new Uri("https://queue.example/"));
}
