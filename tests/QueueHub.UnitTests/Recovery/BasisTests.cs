using QueueHub.Live;
using QueueHub.Recovery;
using QueueHub.Tickets.Rows;
using QueueHub.UnitTests.Live;

namespace QueueHub.UnitTests.Recovery;

/// <summary>What an office is rebuilt from: a node's memory, history, or both.</summary>
public class BasisTests
{
    private readonly OfficeStory _story = new OfficeStory().Open("1", "resident").Issue(1, 10).Issue(2, 20).Call(1, "1");

    [Fact]
    public void Memory_alone_is_enough_when_history_is_away() => Assert.Same(_story.State, Basis.Of("seocho", _story.State, []));

    [Fact]
    public void History_alone_gives_the_same_office() => Same(_story.State, Basis.Of("seocho", null, _story.Log));

    [Fact]
    public void Memory_that_history_does_not_reach_yet_is_kept() => Assert.Same(_story.State, Basis.Of("seocho", _story.State, _story.Log[..2]));

    [Fact]
    public void Memory_that_lags_is_continued_from_history()
    {
        var lagging = _story.State;
        _story.Issue(3, 30);

        Same(_story.State, Basis.Of("seocho", lagging, _story.Log));
    }

    [Fact]
    public void Memory_of_an_earlier_epoch_gives_way_to_the_rebuilt_office()
    {
        var before = _story.State;
        var rebuilt = new OfficeEvent(
            2000, "e2", before.At, before.Day, EventType.OfficeRebuilt, "system", [.. before.Tickets.Values], [.. before.Counters.Values], DayOpen: true);

        var basis = Basis.Of("seocho", before, [rebuilt]);

        Same(before with { Epoch = "e2", Version = 2000 }, basis);
    }

    [Fact]
    public void A_hole_in_history_is_not_papered_over() =>
        Assert.Throws<GapException>(() => Basis.Of("seocho", null, [_story.Log[0], .. _story.Log[2..]]));

    [Fact]
    public void Nobody_knows_an_office_that_neither_has() => Assert.Null(Basis.Of("seocho", null, []));

    private static void Same(OfficeState expected, OfficeState? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal((expected.Epoch, expected.Version, expected.Day, expected.DayOpen), (actual.Epoch, actual.Version, actual.Day, actual.DayOpen));
        Assert.Equal(expected.Tickets.OrderBy(pair => pair.Key), actual.Tickets.OrderBy(pair => pair.Key));
        Assert.Equal(expected.Counters.OrderBy(pair => pair.Key), actual.Counters.OrderBy(pair => pair.Key));
        Assert.Equal(expected.Line("resident").AsEnumerable(), actual.Line("resident").AsEnumerable());
    }
}
