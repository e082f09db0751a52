using DisplayClient.Live;
using Microsoft.Extensions.Time.Testing;

namespace QueueHub.UnitTests.Display;

public class NightlyReloadTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void It_is_loaded_anew_once_in_each_night_at_a_minute_of_its_own()
    {
        var at = new List<TimeSpan>();
        var screen = new NightlyReload(_time, 0.5);
        var clock = Noon;
        for (var minute = 0; minute < 3 * 24 * 60; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            clock += TimeSpan.FromMinutes(1);
            if (screen.IsDue(clock, idle: true))
            {
                at.Add(clock.TimeOfDay);
                screen = new NightlyReload(_time, 0.5);
            }
        }

        Assert.Equal(Enumerable.Repeat(new TimeSpan(3, 30, 0), 3), at);
    }

    [Theory]
    [InlineData(2, 59, 0.0, false)]
    [InlineData(3, 0, 0.0, true)]
    [InlineData(3, 30, 0.99, false)]
    [InlineData(4, 59, 0.99, true)]
    [InlineData(5, 0, 0.0, false)]
    [InlineData(12, 0, 0.0, false)]
    public void Only_at_night(int hour, int minute, double random, bool due)
    {
        var screen = new NightlyReload(_time, random);
        _time.Advance(TimeSpan.FromHours(10));

        Assert.Equal(due, screen.IsDue(new DateTimeOffset(2026, 11, 24, hour, minute, 0, TimeSpan.FromHours(9)), idle: true));
    }

    [Fact]
    public void Not_while_somebody_waits_nor_by_a_clock_that_nobody_knows()
    {
        var screen = new NightlyReload(_time, 0);
        _time.Advance(TimeSpan.FromHours(10));

        Assert.False(screen.IsDue(Night, idle: false));
        Assert.False(screen.IsDue(null, idle: true));
        Assert.True(screen.IsDue(Night, idle: true));
    }

    [Fact]
    public void A_server_that_does_not_answer_is_asked_again_a_minute_later()
    {
        var screen = new NightlyReload(_time, 0);
        _time.Advance(TimeSpan.FromHours(10));
        Assert.True(screen.IsDue(Night, idle: true));

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(screen.IsDue(Night, idle: true));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(screen.IsDue(Night, idle: true));
    }

    private static DateTimeOffset Noon { get; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(9));

    private static DateTimeOffset Night { get; } = new(2026, 11, 24, 3, 10, 0, TimeSpan.FromHours(9));
}
