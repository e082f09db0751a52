using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Boards;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

public class DeskBuilderTests
{
    private static DeskBoard Build(OfficeStory story) =>
        DeskBuilder.Build(
            story.State, OfficeStory.Office, Opening.Always, new Dictionary<string, string> { ["kim"] = "김서초" },
            DateTimeOffset.FromUnixTimeMilliseconds(OfficeStory.Start), false);

    [Fact]
    public void All_lines_are_listed_in_one_order_and_counted()
    {
        var story = new OfficeStory().Issue(1, 300).Issue(2, 100, "passport").Issue(3, 200);

        var desk = Build(story);

        Assert.Equal([2, 3, 1], desk.Waiting.Select(ticket => ticket.Number));
        Assert.Equal(3, desk.WaitingTotal);
        Assert.Equal([2, 1], desk.Services.Select(service => service.Waiting));
    }

    [Fact]
    public void A_long_line_is_counted_whole_but_listed_only_in_front()
    {
        var story = new OfficeStory();
        for (var ordinal = 1; ordinal <= DeskBoard.MaxListed + 20; ordinal++)
        {
            story.Issue(ordinal, ordinal);
        }

        Assert.Equal(DeskBoard.MaxListed, Build(story).Waiting.Count);
        Assert.Equal(DeskBoard.MaxListed + 20, Build(story).WaitingTotal);
    }

    [Fact]
    public void Parked_and_absent_tickets_are_listed_until_they_return()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(1, 1).Issue(2, 2)
            .Call(1, "1").Become(1, TicketState.Parked, EventType.TicketParked)
            .Call(2, "1").Become(2, TicketState.NoShow, EventType.TicketNoShow);
        Assert.Equal([1], Build(story).Parked.Select(ticket => ticket.Number));
        Assert.Equal([2], Build(story).NoShows.Select(ticket => ticket.Number));

        story.Become(1, TicketState.Waiting, EventType.TicketResumed);

        Assert.Empty(Build(story).Parked);
    }

    [Fact]
    public void A_working_counter_that_helps_nobody_does_not_get_the_configured_services_back()
    {
        var configured = OfficeStory.Office with { Counters = [new CounterDefinition("1", ["passport"], ["resident"])] };
        var open = DeskBuilder.Build(
            new OfficeStory().Open("1", "resident").State, configured, Opening.Always, new Dictionary<string, string>(), DateTimeOffset.FromUnixTimeMilliseconds(OfficeStory.Start), false);
        var closed = DeskBuilder.Build(
            new OfficeStory().State, configured, Opening.Always, new Dictionary<string, string>(), DateTimeOffset.FromUnixTimeMilliseconds(OfficeStory.Start), false);

        Assert.Equal(["resident"], open.Counters[0].Primary);
        Assert.Empty(open.Counters[0].Helping);
        Assert.Equal(["resident"], closed.Counters[0].Helping);
    }
}
