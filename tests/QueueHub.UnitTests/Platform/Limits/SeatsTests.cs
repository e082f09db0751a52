using QueueHub.Platform.Limits;

namespace QueueHub.UnitTests.Platform.Limits;

public class SeatsTests
{
    [Fact]
    public void A_seat_is_counted_in_all_and_under_each_key_and_given_back_whole()
    {
        var seats = new Seats(3);

        Assert.True(seats.TryTake(("a", 2), ("x", 3)));
        Assert.True(seats.TryTake(("a", 2), ("y", 3)));
        Assert.False(seats.TryTake(("a", 2), ("z", 3)));
        Assert.True(seats.TryTake(("b", 2), ("x", 3)));
        Assert.False(seats.TryTake(("c", 2)));
        Assert.Equal(3, seats.Count);

        seats.Leave(("a", 2), ("x", 3));
        Assert.True(seats.TryTake(("a", 2), ("z", 3)));
    }

    [Fact]
    public void Nothing_is_remembered_of_those_who_have_left()
    {
        var seats = new Seats(10);
        for (var address = 0; address < 1000; address++)
        {
            Assert.True(seats.TryTake(($"{address}", 1)));
            Assert.False(seats.TryTake(($"{address}", 1)));
            seats.Leave(($"{address}", 1));
        }

        Assert.Equal((0, 0), (seats.Count, seats.Keys));
    }
}
