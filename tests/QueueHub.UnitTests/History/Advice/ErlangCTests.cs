using CsCheck;
using QueueHub.History.Advice;

namespace QueueHub.UnitTests.History.Advice;

public class ErlangCTests
{
    private static readonly Gen<double> Loads = Gen.Double[0.1, 60];

    [Theory]
    // One counter waits as often as it is busy; two and three by hand: a²/(2 + a) and so on.
    [InlineData(1, 0.7, 0.7)]
    [InlineData(2, 1, 1.0 / 3)]
    [InlineData(3, 2, 4.0 / 9)]
    // As tables of the formula have them.
    [InlineData(5, 4, 0.5541)]
    [InlineData(10, 8, 0.4092)]
    [InlineData(55, 48, 0.2387)]
    public void Who_has_to_wait(int counters, double load, double expected) => Assert.Equal(expected, ErlangC.Waits(counters, load), 4);

    [Fact]
    public void The_textbooks_example_of_forty_eight_erlang()
    {
        // 360 people in half an hour, four minutes each, fifty-five places: 84.6 % within fifteen seconds, 8.2 seconds on average.
        Assert.Equal(0.8459, ErlangC.Within(55, 48, 4, 0.25), 3);
        Assert.Equal(8.2, ErlangC.MeanWait(55, 48, 4) * 60, 1);
    }

    [Fact]
    public void It_is_what_the_sum_of_factorials_says() => Gen.Select(Gen.Int[1, 60], Gen.Double[0.01, 0.99]).Sample((counters, busy) =>
    {
        var load = counters * busy;
        var (term, sum) = (1.0, 0.0);
        for (var people = 0; people < counters; people++)
        {
            sum += term;
            term *= load / (people + 1);
        }

        var all = term / (1 - busy);
        Assert.Equal(all / (sum + all), ErlangC.Waits(counters, load), 9);
    });

    [Fact]
    public void A_line_that_grows_without_end_is_waited_in_without_end()
    {
        Assert.Equal(1, ErlangC.Waits(4, 4));
        Assert.Equal(0, ErlangC.Within(4, 4, 6, 1000));
        Assert.Equal(double.PositiveInfinity, ErlangC.MeanWait(4, 4.5, 6));
        Assert.Equal(double.PositiveInfinity, ErlangC.MeanWait(0, 0.1, 6));
    }

    [Fact]
    public void Where_nobody_comes_nobody_waits()
    {
        Assert.Equal(0, ErlangC.MeanWait(0, 0, 6));
        Assert.Equal(1, ErlangC.Within(0, 0, 6, 0));
        Assert.Equal(0, ErlangC.Fewest(0, 6, new WaitTarget(15, 0.8)));
    }

    [Fact]
    public void More_counters_never_make_longer_waits_and_more_people_never_shorter_ones() =>
        Gen.Select(Gen.Int[1, 80], Loads, Gen.Double[0, 10], Gen.Double[0, 30]).Sample((counters, load, more, minutes) =>
        {
            Assert.True(ErlangC.Within(counters + 1, load, 6, minutes) >= ErlangC.Within(counters, load, 6, minutes));
            Assert.True(ErlangC.Within(counters, load + more, 6, minutes) <= ErlangC.Within(counters, load, 6, minutes) + 1e-12);
            Assert.True(ErlangC.MeanWait(counters + 1, load, 6) <= ErlangC.MeanWait(counters, load, 6));
        });

    [Fact]
    public void Hundreds_of_counters_do_not_overflow()
    {
        Assert.InRange(ErlangC.Waits(1000, 950), 0.01, 0.2);
        Assert.InRange(ErlangC.Fewest(2000, 6, new WaitTarget(1, 0.99)), 2001, 2100);
    }

    [Fact]
    public void The_fewest_counters_keep_the_target_and_one_less_does_not() =>
        Gen.Select(Loads, Gen.Int[1, 40], Gen.Double[0.5, 0.99]).Sample((load, minutes, share) =>
        {
            var fewest = ErlangC.Fewest(load, 8, new WaitTarget(minutes, share));
            Assert.True(ErlangC.Within(fewest, load, 8, minutes) >= share);
            Assert.True(ErlangC.Within(fewest - 1, load, 8, minutes) < share);
        });
}
