using QueueHub.History;
using QueueHub.Offices;
using QueueHub.Recovery;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using QueueHub.UnitTests.Live;

namespace QueueHub.UnitTests.Recovery;

public class RebuildPlanTests
{
    private readonly OfficeStory _story = new OfficeStory().Open("1", "resident").Issue(1, 10).Issue(2, 20);

    [Fact]
    public void A_new_epoch_begins_above_everything_that_anybody_may_know()
    {
        var plan = Plan(new FoundOffice("e1", 3), new HistoryFloor(2, 7));

        Assert.Equal((_story.State.Version + Fence.Moments.Versions, 7 + Fence.Moments.Ordinals), (plan.FloorVersion, plan.FloorOrdinal));
        Assert.Equal(2 + Fence.Moments.Numbers, plan.Numbers["resident"]);
        Assert.Equal(500 + Fence.Moments.Numbers, plan.Numbers["passport"]);
    }

    [Theory]
    [InlineData(1, 100, 95, 5)]
    [InlineData(501, 600, 600, 510)]
    [InlineData(1, 5, 5, 0)]
    [InlineData(1, 5, 3, 3)]
    public void Numbers_moved_up_stay_in_the_range_of_their_service(int from, int to, int last, int expected)
    {
        var office = OfficeStory.Office with { Services = [new ServiceDefinition("resident", new("", ""), new("", ""), from, to)] };
        var issued = _story.Ticket(1) with { Ordinal = 9, Number = last };
        var basis = _story.State with { Tickets = _story.State.Tickets.Add(9, issued) };

        var plan = RebuildPlan.Of(office, basis, new FoundOffice("", 0), null, [], Fence.Moments, "e2");

        Assert.Equal(expected, plan.Numbers["resident"]);
    }

    [Fact]
    public void Events_that_continue_the_log_are_put_back_into_it() =>
        Assert.Equal(_story.Log[2..], Plan(new FoundOffice("e1", 2), new HistoryFloor(1, 0)).Known);

    [Fact]
    public void Of_an_empty_Redis_history_is_continued() =>
        Assert.Equal(_story.Log[3..], Plan(new FoundOffice("", 0), new HistoryFloor(3, 1)).Known);

    [Fact]
    public void Events_behind_a_hole_are_left_out_for_history_could_not_go_on_after_it()
    {
        Assert.Empty(Plan(new FoundOffice("", 0), new HistoryFloor(1, 0), _story.Log[2..]).Known);
        Assert.Empty(Plan(new FoundOffice("", 0), null).Known);
    }

    private OfficeRebuild Plan(FoundOffice found, HistoryFloor? floor, IReadOnlyList<OfficeEvent>? recent = null) =>
        RebuildPlan.Of(OfficeStory.Office, _story.State, found, floor, recent ?? _story.Log, Fence.Moments, "e2");
}
