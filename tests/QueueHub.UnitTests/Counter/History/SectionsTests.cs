using CounterClient;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.History;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter.History;

/// <summary>What the sections of the statistics page make of their answers.</summary>
public class SectionsTests
{
    private static readonly Figures Nothing = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null, null, 0, 0, 0, 0, 0, null, null);

    private static ArrivalsWeek Week(params (int Day, int Hour, long Count)[] came)
    {
        var hours = Enumerable.Range(0, 7).Select(_ => new long[24]).ToArray();
        foreach (var (day, hour, count) in came)
        {
            hours[day][hour] = count;
        }

        return new("seocho", default, default, [2, 4, 0, 0, 0, 0, 0], hours);
    }

    [Fact]
    public void Hours_and_weekdays_without_anybody_are_left_out_but_not_those_between()
    {
        var map = ArrivalsMap.Of(Week((0, 9, 20), (1, 12, 4)), totals: false);

        Assert.Equal([9, 10, 11, 12], map.Hours);
        Assert.Equal([0, 1], map.Days.Select(day => day.Weekday));
        Assert.Equal([10.0, 0, 0, 0], map.Days[0].Cells.Select(cell => cell.Value));
        Assert.Equal((5, 0, 1), (map.Days[0].Cells[0].Shade, map.Days[0].Cells[1].Shade, map.Days[1].Cells[3].Shade));
        Assert.Equal(1.0, map.Days[1].Sum);
    }

    [Fact]
    public void Totals_are_counts() => Assert.Equal([20.0, 4.0], ArrivalsMap.Of(Week((0, 9, 20), (1, 12, 4)), totals: true).Days.Select(day => day.Sum));

    [Fact]
    public void A_week_without_anybody_is_empty() => Assert.Empty(ArrivalsMap.Of(Week(), totals: false).Days);

    [Fact]
    public void Journeys_are_paths_and_steps()
    {
        FiguresRow Row(string key, long visits) => new(key, null, Nothing with { Visits = visits });
        var journeys = Journeys.Of(new("seocho", default, default, FiguresBy.Journey, 15, Nothing with { Visits = 50 }, [Row("a>b", 6), Row("a>b>a", 3), Row("b>c", 1)]));

        Assert.Equal((10L, 0.2), (journeys.Visits, journeys.Share));
        Assert.Equal([0.6, 0.3, 0.1], journeys.Paths.Select(path => path.Share));
        Assert.Equal((9L, 3L, 1L), (journeys.Steps[("a", "b")], journeys.Steps[("b", "a")], journeys.Steps[("b", "c")]));
        Assert.Equal(["b", "a", "c"], journeys.Services);
    }

    [Fact]
    public void The_changes_worth_most_come_first_and_an_hour_that_is_right_is_not_named()
    {
        AdviceHour Hour(int hour, double arrivals, double open, double within, int needed) => new(hour, arrivals, open, within, needed, needed, 0.9, 0.9);
        var advice = new StaffingAdvice(
            "seocho", default, default, null, null, 15, 80, 20, 900, 6, true,
            [Hour(9, 10, 2, 0.5, 3), Hour(10, 40, 3, 0.6, 5), Hour(11, 20, 4, 0.95, 4), Hour(14, 5, 4, 1, 1), Hour(15, 9, 3, 0.9, 4)]);

        var best = AdviceChanges.Best(advice);

        Assert.Equal([10, 9, 14], best.Select(change => change.Hour));
        Assert.Equal(12, best[0].MoreInTime, 6);
        Assert.Empty(AdviceChanges.Missed(advice));
        Assert.Equal([16], AdviceChanges.Missed(advice with { Hours = [.. advice.Hours, Hour(16, 20, 3.8, 0.7, 4)] }));
        Assert.Empty(AdviceChanges.Best(advice with { Hours = [Hour(11, 20, 4, 0.95, 4) with { Needed = null }] }));
    }

    [Fact]
    public void Of_one_service_no_counter_is_advised_away_since_it_serves_others_as_well()
    {
        AdviceHour Hour(int hour, double open, double within, int needed) => new(hour, 10, open, within, needed, needed, 0.9, 0.9);
        var advice = new StaffingAdvice(
            "seocho", default, default, null, "permits", 15, 80, 20, 900, 6, true, [Hour(9, 2, 1, 1), Hour(10, 3, 0.5, 3), Hour(11, 1, 0.5, 2)]);

        Assert.Equal([11], AdviceChanges.Best(advice).Select(change => change.Hour));
        Assert.Empty(AdviceChanges.Missed(advice));
    }

    [Theory]
    [InlineData(7, 56)]
    [InlineData(90, 90)]
    [InlineData(800, 366)]
    public void An_advice_takes_eight_weeks_at_least_and_a_year_at_most(int days, int taken)
    {
        var to = new DateOnly(2026, 3, 31);

        Assert.Equal((taken, to), (AdviceChanges.Days(new(to.AddDays(1 - days), to)).Days, AdviceChanges.Days(new(to.AddDays(1 - days), to)).To));
    }

    [Fact]
    public void A_clerk_who_recovers_is_not_called_back()
    {
        var service = new DeskService("resident", new("등·초본", "Copies"), 9, null, 40, Pace.Busy, new DeskRelief("2", ReliefKind.Resume, 40, 20));
        var room = new Room(Board());

        Assert.NotNull(room.Relief(service, _ => false));
        Assert.Null(room.Relief(service, counter => counter.Id == "2"));
        Assert.Null(room.Relief(service with { Relief = new DeskRelief("gone", ReliefKind.Open, 40, 20) }, _ => false));
    }

    [Fact]
    public void A_question_begins_with_what_was_proposed()
    {
        var counter = Stand() with { Primary = ["tax"], Helping = ["resident"] };

        Assert.Equal(["tax", "passport"], [.. counter.Primary, .. Room.Relieved(counter, ReliefKind.Help, "passport").Helping.Except(counter.Helping)]);
        Assert.Equal(["tax", "resident"], Room.Relieved(counter, ReliefKind.Serve, "resident").Primary);
        Assert.Empty(Room.Relieved(counter, ReliefKind.Serve, "resident").Helping);
    }

    [Fact]
    public void Each_words_are_of_their_language()
    {
        Said(ArrivalsTexts.Korean, ArrivalsTexts.English);
        Said(JourneyTexts.Korean, JourneyTexts.English);
        Said(AdviceTexts.Korean, AdviceTexts.English);
        Assert.Equal("예상 대기 38분 → 21분", AdviceTexts.Korean.Effect(38, 21));
    }

    private static void Said<T>(T korean, T english) => Assert.All(
        typeof(T).GetProperties().Where(property => property.PropertyType == typeof(string)), property =>
        {
            Assert.Contains((string)property.GetValue(korean)!, letter => letter is >= '가' and <= '힣');
            Assert.DoesNotContain((string)property.GetValue(english)!, letter => letter is >= '가' and <= '힣');
        });
}
