using System.Text.Json;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Boards;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

public class BoardBuilderTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(OfficeStory.Start);

    private static Board Build(OfficeStory story) => BoardBuilder.Build(story.State, OfficeStory.Office, Opening.Always, Now, false, new Uri("http://q.example/"));

    [Fact]
    public void A_call_stands_until_service_begins_and_is_then_a_recent_one()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(17, 100).Call(17, "1");
        var call = Assert.Single(Build(story).Calls);
        Assert.Equal((17, "1", 1), (call.Number, call.Counter, call.Times));

        story.Become(17, TicketState.Serving, EventType.ServiceStarted);

        var board = Build(story);
        Assert.Empty(board.Calls);
        Assert.Equal(17, Assert.Single(board.Recent).Number);
        Assert.Equal(17, board.Counters[0].Number);
    }

    [Fact]
    public void A_recall_is_a_new_announcement_of_the_same_call()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(17, 100).Call(17, "1");
        var first = Build(story).Calls[0];

        var again = Build(story.Recall(17));

        Assert.Equal(2, Assert.Single(again.Calls).Times);
        Assert.True(again.Calls[0].Id > first.Id);
        Assert.True(again.Calls[0].At > first.At);
        Assert.Empty(again.Recent);
    }

    [Fact]
    public void Newest_calls_come_first()
    {
        var story = new OfficeStory().Open("1", "resident").Open("2", "resident").Issue(1, 1).Issue(2, 2).Call(1, "1").Call(2, "2");

        Assert.Equal([2, 1], Build(story).Calls.Select(call => call.Number));
    }

    [Fact]
    public void A_paused_counter_does_not_count_as_open_for_its_services()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(1, 1);
        Assert.Equal(["1"], Build(story).Services[0].OpenCounters);

        story.Happen(EventType.CounterPaused, null, story.State.Counters["1"] with { State = CounterState.Paused });

        Assert.Empty(Build(story).Services[0].OpenCounters);
        Assert.Equal(1, Build(story).Services[0].Waiting);
    }

    [Fact]
    public void The_board_holds_neither_tokens_nor_staff_nor_reasons()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(17, 100).Call(17, "1");

        var json = JsonSerializer.Serialize(Build(story), JsonSerializerOptions.Web);

        Assert.DoesNotContain("hash17", json, StringComparison.Ordinal);
        Assert.DoesNotContain("kim", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_board_stays_small_however_many_tickets_the_day_has_had()
    {
        var story = new OfficeStory().Open("1", "resident");
        for (var ordinal = 1; ordinal <= 200; ordinal++)
        {
            story.Issue(ordinal, ordinal).Call(ordinal, "1").Become(ordinal, TicketState.Done, EventType.TicketCompleted);
        }

        Assert.Equal(BoardBuilder.RecentShown, Build(story).Recent.Count);
    }
}
