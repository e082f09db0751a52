using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Panels;
using QueueHub.Tickets.Rows;
using QueueHub.UnitTests.Live;

namespace QueueHub.UnitTests.Panels;

public class PanelBoardBuilderTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(OfficeStory.Start);

    private static PanelBoard Build(OfficeStory story, string counter = "1") =>
        PanelBoardBuilder.Build(story.State, OfficeStory.Office, OfficeStory.Office.Counter(counter)!, Opening.Always, Now, false);

    [Fact]
    public void A_closed_counter_names_its_services_and_calls_nobody()
    {
        var board = Build(new OfficeStory().Issue(1, 1));

        Assert.Equal((CounterState.Closed, null, 0, null), (board.State, board.Next, board.Waiting, board.Ticket));
        Assert.Equal(["등·초본", "여권"], board.Services.Select(service => service.Ko));
    }

    [Fact]
    public void The_next_number_is_the_one_that_the_counter_would_call()
    {
        var story = new OfficeStory();
        story.Happen(EventType.CounterOpened, null, new CounterRow("1", CounterState.Open, OfficeStory.Start, "kim", Primary: ["resident"], Helping: ["passport"]));
        story.Issue(501, 1, "passport");
        Assert.Equal((501, 1), (Build(story).Next, Build(story).Waiting));

        // A helping service waits until nobody of the primary ones does, whoever came first.
        story.Issue(7, 300);
        Assert.Equal((7, 2), (Build(story).Next, Build(story).Waiting));

        // Who waits for this counter alone stands among those of its primary services.
        story.Issue(3, 100);
        story.Happen(EventType.TicketTransferred, story.Ticket(3) with { Target = "1" });
        Assert.Equal((3, 3), (Build(story).Next, Build(story).Waiting));
    }

    [Fact]
    public void A_paused_counter_calls_nobody_and_shows_whom_it_still_serves()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(1, 1).Issue(2, 2).Call(1, "1").Become(1, TicketState.Serving, EventType.ServiceStarted);
        story.Happen(EventType.CounterPaused, null, story.State.Counters["1"] with { State = CounterState.Paused });

        var board = Build(story);

        Assert.Equal((CounterState.Paused, null, TicketState.Serving), (board.State, board.Next, board.Ticket!.State));
    }

    [Fact]
    public void The_ticket_at_the_counter_is_shown_with_its_last_warning_and_not_once_it_is_being_moved()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(1, 1).Call(1, "1").Become(1, TicketState.Serving, EventType.ServiceStarted);
        story.Happen(EventType.WarningGiven, story.Ticket(1) with { Warnings = [new("time", OfficeStory.Start), new("language", OfficeStory.Start + 1)] });

        Assert.Equal((1, true), (Build(story).Ticket!.Number, Build(story).Ticket!.HasForm));
        Assert.Equal(("language", 2), (Build(story).Ticket!.Warning!.Kind, Build(story).Ticket!.Warning!.Count));
        Assert.Null(Build(story, "2").Ticket);

        story.Happen(EventType.TicketMoving, story.Ticket(1) with { Moving = new TicketMoving("banpo", "resident", OfficeStory.Start) });
        Assert.Null(Build(story).Ticket);
    }

    [Fact]
    public void What_happens_at_other_counters_leaves_the_panel_as_it_is()
    {
        var story = new OfficeStory().Open("1", "resident").Open("2", "passport").Issue(1, 1);
        var before = Build(story);

        Assert.True(before.ShowsTheSame(Build(story.Issue(501, 1, "passport").Call(501, "2"))));
        Assert.False(before.ShowsTheSame(Build(story.Issue(2, 2))));
    }
}
