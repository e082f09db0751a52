using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.District;
using QueueHub.Tickets.Rows;
using QueueHub.UnitTests.Live;

namespace QueueHub.UnitTests.District;

public class DistrictBuilderTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(OfficeStory.Start);

    [Fact]
    public void An_office_is_told_by_its_people_its_counters_and_its_longest_line()
    {
        var story = new OfficeStory().Open("1", "resident").Open("2", "passport").Issue(1, 1).Issue(2, 2, "passport").Issue(3, 3, "passport");

        var office = Build(story);

        Assert.Equal((3, 2, "passport", 2), (office.Waiting, office.Counters, office.Longest?.Service, office.Longest?.Waiting));
    }

    [Theory]
    [InlineData(0, Pace.Quiet)]
    [InlineData(3, Pace.Quiet)]
    [InlineData(4, Pace.Moderate)]
    [InlineData(9, Pace.Moderate)]
    [InlineData(10, Pace.Busy)]
    public void How_full_it_is_counts_the_people_per_open_counter(int waiting, Pace pace)
    {
        var story = new OfficeStory().Open("1", "resident").Open("2", "resident");
        for (var ordinal = 1; ordinal <= waiting; ordinal++)
        {
            story.Issue(ordinal, ordinal);
        }

        Assert.Equal(pace, Build(story).Pace);
    }

    [Fact]
    public void A_paused_counter_is_not_open()
    {
        var story = new OfficeStory().Open("1", "resident");
        story.Happen(EventType.CounterPaused, null, story.State.Counters["1"] with { State = CounterState.Paused });

        Assert.Equal((Pace.NoCounter, 0), (Build(story).Pace, Build(story).Counters));
    }

    [Fact]
    public void A_closed_office_says_when_it_opens_and_still_how_many_wait()
    {
        var office = Build(new OfficeStory().Open("1", "resident").Issue(1, 1), new Opening(false, Now.AddHours(2)));

        Assert.Equal((Pace.Closed, 1), (office.Pace, office.Waiting));
        Assert.StartsWith("Opens today", office.Hours?.En);
    }

    [Fact]
    public void An_office_whose_day_is_closed_is_closed()
    {
        var story = new OfficeStory();
        story.Happen(EventType.DayClosed);

        Assert.Equal(Pace.Closed, Build(story).Pace);
    }

    [Fact]
    public void An_office_of_which_nothing_is_known_yet_shows_nobody() =>
        Assert.Equal(
            new DistrictOffice("seocho", Pace.NoCounter, null, 0, 0, null), DistrictBuilder.Build(null, OfficeStory.Office, Opening.Always, Now));

    [Fact]
    public void Every_pace_has_words() =>
        Assert.All(Enum.GetValues<Pace>(), pace => Assert.All(new[] { "ko", "en" }, language => Assert.NotEmpty(DistrictTexts.Of(pace).In(language))));

    private static DistrictOffice Build(OfficeStory story, Opening? opening = null) =>
        DistrictBuilder.Build(story.State, OfficeStory.Office, opening ?? Opening.Always, Now);
}
