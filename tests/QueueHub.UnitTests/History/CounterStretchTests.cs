using QueueHub.Contracts.Tickets;
using QueueHub.History;
using QueueHub.History.Rollups;
using QueueHub.TestSupport;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.History;

/// <summary>How long counters were open, from their rows in events. Times are Seoul's.</summary>
public class CounterStretchTests
{
    private static readonly TimeZoneInfo Seoul = SeoulFacts.Seoul;

    [Fact]
    public void An_open_counter_with_a_pause_is_three_stretches_and_its_calls_are_none()
    {
        var fold = Fold(
            (At(2, 9, 0), Row(CounterState.Open, At(2, 9, 0))),
            (At(2, 9, 30), Row(CounterState.Open, At(2, 9, 0)) with { Ticket = 7 }),
            (At(2, 10, 15), Row(CounterState.Paused, At(2, 10, 15))),
            (At(2, 10, 45), Row(CounterState.Open, At(2, 10, 45))),
            (At(2, 12, 0), Row(CounterState.Closed, At(2, 12, 0))));

        Assert.Equal(
            [(CounterState.Open, At(2, 9, 0), At(2, 10, 15)), (CounterState.Paused, At(2, 10, 15), At(2, 10, 45)), (CounterState.Open, At(2, 10, 45), At(2, 12, 0))],
            fold.Stretches.Values.Select(change => (change.After.State, change.After.Since, change.After.Until!.Value)));
        Assert.Equal(
            [(9, 60, 0), (10, 30, 30), (11, 60, 0)],
            RollupChanges.Of(fold, Seoul).All().Where(cell => cell.Key is { Grain: Grain.Hour, Kind: RollupKind.Counter }).OrderBy(cell => cell.Key.Start)
                .Select(cell => (cell.Key.Start.Hour, (int)(cell.Value[Measure.OpenMs] / 60_000), (int)(cell.Value[Measure.PausedMs] / 60_000))));
    }

    [Fact]
    public void A_counter_that_is_still_open_adds_nothing_to_the_sums_yet()
    {
        var fold = Fold((At(2, 9, 0), Row(CounterState.Open, At(2, 9, 0))));

        Assert.Null(Assert.Single(fold.Stretches.Values).After.Until);
        Assert.Empty(RollupChanges.Of(fold, Seoul).All());
    }

    [Fact]
    public void A_counter_that_nobody_closed_was_not_open_through_the_night()
    {
        var fold = Fold(
            (At(2, 17, 0), Row(CounterState.Open, At(2, 17, 0))),
            (At(3, 8, 0), Row(CounterState.Closed, At(3, 8, 0))));

        Assert.Equal(At(3, 0, 0), Assert.Single(fold.Stretches.Values).After.Until);
    }

    [Theory]
    [InlineData(62, true)]
    [InlineData(63, false)]
    public void A_counter_that_was_left_running_ends_with_its_next_event_unless_that_comes_months_later(int days, bool ends)
    {
        var later = At(2, 9, 0).AddDays(days);

        var fold = Fold((At(2, 9, 0), Row(CounterState.Open, At(2, 9, 0))), (later, Row(CounterState.Open, later)));

        Assert.Equal(
            [(At(2, 9, 0), ends ? At(3, 0, 0) : null), (later, null)],
            fold.Stretches.Values.Select(change => (change.After.Since, change.After.Until)).OrderBy(stretch => stretch.Since));
    }

    private static DateTimeOffset At(int day, int hour, int minute) => new(2026, 3, day, hour, minute, 0, TimeSpan.FromHours(9));

    private static CounterRow Row(CounterState state, DateTimeOffset since) => new("1", state, since.ToUnixTimeMilliseconds(), "s1");

    private static HistoryFold Fold(params (DateTimeOffset At, CounterRow Row)[] rows)
    {
        var fold = new HistoryFold("seocho", new SeoulFacts());
        foreach (var (version, (at, row)) in rows.Index())
        {
            fold.Apply(new OfficeEvent(
                version + 1, "e1", at.ToUnixTimeMilliseconds(), $"{at:yyyy-MM-dd}", EventType.CounterOpened, "staff:s1", Counters: [row]));
        }

        return fold;
    }
}
