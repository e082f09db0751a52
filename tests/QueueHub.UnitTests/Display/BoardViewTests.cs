using DisplayClient.Boards;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Screens;
using QueueHub.Contracts.Tickets;
using static QueueHub.UnitTests.Display.SampleBoards;

namespace QueueHub.UnitTests.Display;

public class BoardViewTests
{
    private static readonly Board Hall = Board(1, calls: [Call(3, counter: "9"), Call(2, counter: "1")]) with
    {
        Recent = [Call(1, counter: "10"), Call(0, counter: "2")],
        Services = [new("resident", new("등본", "Copies"), 4, ["1", "2", "9"]), new("tax", new("세금", "Tax"), 7, ["9"])],
        Counters = [new("1", CounterState.Open, 2), new("2", CounterState.Paused, null), new("9", CounterState.Open, 3), new("10", CounterState.Paused, null)],
        Onward = [new(5, "tax", ["9", "10"]), new(6, "resident", ["1"]), new(7, "resident", ["2", "9"])],
        Zones = [new("1f", new("1층", "First floor"), ["1", "2"], ["resident"]), new("2f", new("2층", "Second floor"), ["9", "10"], ["tax"])],
    };

    [Fact]
    public void A_display_of_a_zone_shows_the_calls_lines_and_counters_of_that_zone_alone()
    {
        var shown = BoardView.Of(Hall, "1f");

        Assert.Equal(["1"], shown.Calls.Select(call => call.Counter));
        Assert.Equal(["2"], shown.Recent.Select(call => call.Counter));
        var line = Assert.Single(shown.Services);
        Assert.Equal(("resident", 4), (line.Id, line.Waiting));
        Assert.Equal(["1", "2"], line.OpenCounters);
        Assert.Equal(["1", "2"], shown.Counters.Select(counter => counter.Id));
        Assert.Equal([6, 7], shown.Onward.Select(ticket => ticket.Number));
        Assert.Equal(["2"], shown.Onward[1].Counters);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("3f")]
    public void Without_a_zone_and_with_one_that_is_gone_the_whole_office_is_shown(string? zone) => Assert.Same(Hall, BoardView.Of(Hall, zone));

    [Theory]
    [InlineData(DisplayLayout.Auto, false, DisplayLayout.Landscape)]
    [InlineData(DisplayLayout.Auto, true, DisplayLayout.Portrait)]
    [InlineData(DisplayLayout.Wall, true, DisplayLayout.Wall)]
    [InlineData(DisplayLayout.Landscape, true, DisplayLayout.Landscape)]
    public void What_nobody_has_chosen_the_shape_of_the_screen_decides(DisplayLayout chosen, bool tall, DisplayLayout shape) =>
        Assert.Equal(shape, BoardLayout.ShapeOf(chosen, tall));

    [Fact]
    public void A_wall_shows_more_at_once_and_whatever_stands_beside_the_calls_takes_room_from_them()
    {
        foreach (var shape in new[] { DisplayLayout.Landscape, DisplayLayout.Portrait, DisplayLayout.Wall })
        {
            var plain = new BoardLayout(shape);
            Assert.All(
                [plain with { Slides = true }, plain with { Crowded = true }, plain with { Slides = true, Crowded = true }, plain with { Slides = true, Alone = true }],
                less => Assert.True(less.CallsPerPage <= plain.CallsPerPage && less.ServicesPerPage <= plain.ServicesPerPage && less.CallsPerPage > 1));
        }

        Assert.True(new BoardLayout(DisplayLayout.Wall).CallsPerPage >= 12);
    }

    [Fact]
    public void An_address_says_how_a_display_is_set_that_nobody_has_paired()
    {
        Assert.Equal(new DisplaySettings(DisplayLayout.Wall, "2f", true, true, false), ChosenSettings.Of("wall", "2f", "on", "light", "off"));
        Assert.Equal(DisplaySettings.Usual, ChosenSettings.Of(null, "", null, null, null));
        Assert.Equal(DisplaySettings.Usual, ChosenSettings.Of("round", null, "yes", "pink", "loud"));
    }
}
