using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Boards;
using QueueHub.Live.Rooms;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

public class RoomSummariesTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(OfficeStory.Start);
    private static readonly Opening AfterHours = new(false, Now.AddHours(2));

    private static RoomSummary Of(OfficeStory story, Opening? opening = null) => RoomSummaries.Of(
        OfficeStory.Office, DeskBuilder.Build(story.State, OfficeStory.Office, opening ?? Opening.Always, new Dictionary<string, string>(), Now, false), opening ?? Opening.Always, Now);

    [Fact]
    public void An_office_in_one_line()
    {
        var story = new OfficeStory().Open("1", "resident").Issue(1, 1).Issue(2, 2).Issue(3, 3);
        story.Happen(EventType.CounterPaused, null, new CounterRow("2", CounterState.Paused, OfficeStory.Start, "lee"));

        var summary = Of(story);

        Assert.Equal((3, 1, 1, 0, Pace.Moderate), (summary.Waiting, summary.Open, summary.Paused, summary.Closed, summary.Pace));
        Assert.Equal(Now, summary.LongestSince);
        Assert.True(summary is { Known: true, Stale: false });
    }

    [Fact]
    public void After_hours_an_office_is_closed_unless_somebody_still_waits()
    {
        Assert.Equal(Pace.Closed, Of(new OfficeStory(), AfterHours).Pace);
        Assert.Equal(Pace.NoCounter, Of(new OfficeStory().Issue(1, 1), AfterHours).Pace);
    }

    [Fact]
    public void Of_an_office_that_was_not_read_yet_nothing_is_said() =>
        Assert.False(RoomSummaries.Of(OfficeStory.Office, null, Opening.Always, Now).Known);

    [Fact]
    public void Where_people_wait_without_a_counter_comes_first()
    {
        var full = Of(new OfficeStory().Open("1", "resident").Issue(1, 1).Issue(2, 2));
        var forgotten = Of(new OfficeStory().Issue(1, 1));
        var empty = Of(new OfficeStory());

        Assert.Equal([forgotten, full, empty], RoomSummaries.ByNeed([empty, full, forgotten]));
    }
}
