using DisplayClient.Boards;
using Microsoft.Extensions.Time.Testing;
using static QueueHub.UnitTests.Display.SampleBoards;

namespace QueueHub.UnitTests.Display;

public class DisplayClockTests
{
    private readonly FakeTimeProvider _machine = new(Noon.AddYears(-7));
    private readonly ServerClock _clock;

    public DisplayClockTests() => _clock = new ServerClock(_machine);

    [Fact]
    public void Nothing_is_known_before_the_first_board() => Assert.Null(_clock.Now);

    [Fact]
    public void A_wrong_clock_of_the_screen_does_not_matter()
    {
        _clock.Learn(Noon);
        _machine.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(Noon.AddSeconds(90), _clock.Now);
    }

    [Fact]
    public void A_slow_board_does_not_set_the_clock_back_and_a_quick_one_sets_it_right()
    {
        _clock.Learn(Noon);
        _machine.Advance(TimeSpan.FromSeconds(10));
        _clock.Learn(Noon.AddSeconds(6));
        Assert.Equal(Noon.AddSeconds(10), _clock.Now!.Value, TimeSpan.FromMilliseconds(20));

        _clock.Learn(Noon.AddSeconds(11));
        Assert.Equal(Noon.AddSeconds(11), _clock.Now!.Value);
    }

    [Fact]
    public void A_screen_whose_clock_runs_fast_is_held_back_all_day()
    {
        for (var minute = 0; minute < 8 * 60; minute++)
        {
            _machine.Advance(TimeSpan.FromSeconds(60.006));
            _clock.Learn(Noon.AddMinutes(minute));
        }

        Assert.Equal(Noon.AddMinutes((8 * 60) - 1), _clock.Now!.Value, TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_server_clock_that_is_set_back_is_followed()
    {
        _clock.Learn(Noon);
        _clock.Learn(Noon.AddHours(-3));

        Assert.Equal(Noon.AddHours(-3), _clock.Now);
    }
}
