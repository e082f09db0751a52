using CounterClient;
using Microsoft.Extensions.Time.Testing;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

public class ServerClockTests
{
    private readonly FakeTimeProvider _time = new(Noon.AddHours(-7));
    private readonly ServerClock _clock;

    public ServerClockTests() => _clock = new ServerClock(_time);

    [Fact]
    public void A_wrong_clock_of_the_machine_does_not_matter()
    {
        _clock.Learn(Noon);
        _time.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(Noon.AddSeconds(90), _clock.Now);
    }

    [Fact]
    public void A_message_that_was_long_on_its_way_does_not_turn_time_back()
    {
        _clock.Learn(Noon);
        _time.Advance(TimeSpan.FromSeconds(10));
        _clock.Learn(Noon.AddSeconds(2));

        Assert.Equal(Noon.AddSeconds(10), _clock.Now);
    }

    [Fact]
    public void A_message_that_came_faster_corrects_it()
    {
        _clock.Learn(Noon);
        _time.Advance(TimeSpan.FromSeconds(10));
        _clock.Learn(Noon.AddSeconds(11));

        Assert.Equal(Noon.AddSeconds(11), _clock.Now);
    }

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(7, "0:07")]
    [InlineData(750, "12:30")]
    [InlineData(3723, "1:02:03")]
    public void A_timer_is_minutes_and_seconds_and_hours_when_it_must(int seconds, string expected) =>
        Assert.Equal(expected, Durations.Timer(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void The_time_of_day_is_the_offices() => Assert.Equal("12:00", Durations.OfClock(Noon, 540));
}
