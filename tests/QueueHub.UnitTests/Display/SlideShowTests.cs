using DisplayClient.Boards;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts.Boards;

namespace QueueHub.UnitTests.Display;

public class SlideShowTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly BoardSlide Text = new(new("가", "A"), null, null, 10);
    private static readonly BoardSlide Picture = new(null, "a.png", null, 20);
    private static readonly BoardSlide Film = new(null, null, "b.webm", 60);

    private readonly FakeTimeProvider _time = new();
    private readonly SlideShow _show;

    public SlideShowTests() => _show = new SlideShow(_time);

    [Fact]
    public void Notices_take_turns_each_for_its_seconds_and_begin_again()
    {
        Assert.Equal([Text, Picture, Film, Text], [After(0), After(10), After(20), After(60)]);
    }

    [Fact]
    public void A_video_that_has_ended_gives_way_and_one_that_is_alone_begins_again()
    {
        After(0, Film, Text);
        _show.End(_show.Turn);
        Assert.Equal(Text, After(1, Film, Text));

        After(0, Film);
        var turn = _show.Turn;
        _show.End(turn);
        Assert.Equal(Film, After(1, Film));
        Assert.Equal(turn + 1, _show.Turn);
    }

    [Fact]
    public void What_stands_still_alone_is_not_begun_again()
    {
        After(0, Text);
        var turn = _show.Turn;

        Assert.Equal(Text, After(100, Text));
        Assert.Equal(turn, _show.Turn);
    }

    [Fact]
    public void A_broken_file_is_passed_over_for_a_while_and_then_tried_again()
    {
        After(0, Picture, Text);
        _show.Fail(_show.Turn);
        Assert.Equal(Text, After(0, Picture, Text));
        Assert.Equal(Text, After(10, Picture, Text));

        Assert.Equal(Picture, After(SlideShow.TryAgain.TotalSeconds, Picture, Text));
    }

    [Fact]
    public void When_nothing_can_be_shown_there_is_no_place_for_it()
    {
        After(0, Picture);
        _show.Fail(_show.Turn);

        Assert.Null(After(0, Picture));
        Assert.Null(After(0, []));
    }

    [Fact]
    public void Word_of_an_earlier_turn_changes_nothing()
    {
        After(0, Film, Picture);
        var old = _show.Turn;
        After(60, Film, Picture);

        _show.End(old);
        _show.Fail(old);

        Assert.Equal(Picture, After(1, Film, Picture));
    }

    [Fact]
    public void A_notice_is_shown_from_its_first_day_to_its_last()
    {
        var week = Text with { From = Today, Until = Today.AddDays(6) };

        Assert.Equal([false, true, true, false], new[] { -1, 0, 6, 7 }.Select(day => week.IsShown(Today.AddDays(day))));
        Assert.Null(After(0, Text with { From = Today.AddDays(1) }));
    }

    [Fact]
    public void A_notice_that_was_taken_away_is_gone_at_once_and_the_next_has_its_turn()
    {
        After(0, Text, Picture, Film);

        Assert.Equal(Picture, After(1, Picture, Film));
    }

    private BoardSlide? After(double seconds) => After(seconds, Text, Picture, Film);

    private BoardSlide? After(double seconds, params BoardSlide[] slides)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        _show.Follow(slides, Today);
        return _show.Current;
    }
}
