using QueueHub.Contracts.Boards;

namespace QueueHub.UnitTests.Display;

public class CounterNamesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("3", "3")]
    [InlineData("2 1", "1, 2")]
    [InlineData("3 1 2", "1–3")]
    [InlineData("1 2 3 5 7 8 10 11 12", "1–3, 5, 7, 8, 10–12")]
    [InlineData("B 2 A 1 3", "1–3, A, B")]
    public void Runs_of_counters_are_joined(string counters, string joined) =>
        Assert.Equal(joined, CounterNames.Join(counters.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
