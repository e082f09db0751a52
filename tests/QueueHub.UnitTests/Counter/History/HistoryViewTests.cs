using CounterClient;

namespace QueueHub.UnitTests.Counter.History;

/// <summary>The days of the statistics page, and its address.</summary>
public class HistoryViewTests
{
    private static readonly DateOnly Today = new(2026, 3, 18);

    [Theory]
    [InlineData(RangePreset.Today, "2026-03-18", "2026-03-18")]
    [InlineData(RangePreset.Yesterday, "2026-03-17", "2026-03-17")]
    [InlineData(RangePreset.Week, "2026-03-11", "2026-03-17")]
    [InlineData(RangePreset.Month, "2026-02-18", "2026-03-17")]
    [InlineData(RangePreset.ThisMonth, "2026-03-01", "2026-03-18")]
    [InlineData(RangePreset.LastMonth, "2026-02-01", "2026-02-28")]
    [InlineData(RangePreset.ThisYear, "2026-01-01", "2026-03-18")]
    [InlineData(RangePreset.LastYear, "2025-01-01", "2025-12-31")]
    public void A_named_range_has_its_days(RangePreset preset, string from, string to) =>
        Assert.Equal(Days(from, to), RangePresets.Of(preset, Today, default));

    [Theory]
    [InlineData(RangePreset.Today, "2026-03-17", "2026-03-17")]
    [InlineData(RangePreset.Week, "2026-03-04", "2026-03-10")]
    [InlineData(RangePreset.Month, "2026-01-21", "2026-02-17")]
    [InlineData(RangePreset.ThisMonth, "2026-02-01", "2026-02-18")]
    [InlineData(RangePreset.LastMonth, "2026-01-01", "2026-01-31")]
    [InlineData(RangePreset.ThisYear, "2025-01-01", "2025-03-18")]
    [InlineData(RangePreset.LastYear, "2024-01-01", "2024-12-31")]
    public void The_period_before_is_as_long_and_of_a_month_or_year_the_one_before(RangePreset preset, string from, string to) =>
        Assert.Equal(Days(from, to), new HistoryView(null, preset, CompareWith.Before).ComparedOn(Today));

    [Theory]
    [InlineData("2026-03-18", "2026-03-18", "2025-03-19", "2025-03-19")]
    [InlineData("2026-03-12", "2026-03-18", "2025-03-13", "2025-03-19")]
    [InlineData("2026-02-17", "2026-03-18", "2025-02-17", "2025-03-18")]
    [InlineData("2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29")]
    [InlineData("2024-01-01", "2024-12-31", "2023-01-01", "2023-12-31")]
    public void A_year_before_a_few_days_are_the_same_weekdays_and_whole_months_are_whole(string from, string to, string expectedFrom, string expectedTo) =>
        Assert.Equal(Days(expectedFrom, expectedTo), Days(from, to).YearBefore);

    [Fact]
    public void All_that_is_chosen_comes_back_from_the_address()
    {
        foreach (var preset in Enum.GetValues<RangePreset>())
        {
            foreach (var compare in Enum.GetValues<CompareWith>())
            {
                var view = new HistoryView(
                    preset == RangePreset.Custom ? null : "seocho", preset, compare,
                    preset == RangePreset.Custom ? Days("2026-02-28", "2026-01-01") : default, compare == CompareWith.Custom ? Days("2025-01-01", "2025-02-03") : default);

                Assert.Equal(view, HistoryView.Parse(view.Address));
            }
        }
    }

    [Fact]
    public void The_usual_view_has_a_short_address_and_what_cannot_be_read_is_as_usual()
    {
        Assert.Equal("history/seocho", new HistoryView("seocho").Address);
        Assert.Equal(new HistoryView(null), HistoryView.Parse("history?range=forever&compare=&from=x"));
        Assert.Equal(new HistoryView("seocho"), HistoryView.Parse("history/seocho?range=days&from=2026-02-30&to=2026-03-01#top"));
        Assert.Equal(new HistoryView("seocho"), HistoryView.Parse("history/seocho?range=days&from=2026-01-01&to=9999-12-31"));
        Assert.Equal(new HistoryView("seocho"), HistoryView.Parse("history/seocho?range=days&from=0001-01-01&to=2026-01-01"));
    }

    [Fact]
    public void A_reversed_range_asks_nothing_and_loses_nothing()
    {
        var view = new HistoryView("seocho", RangePreset.Custom, CompareWith.Nothing, Days("2026-03-02", "2026-03-01"));

        Assert.Null(view.On(Today));
        Assert.Equal(Days("2026-03-02", "2026-03-01"), view.DaysOn(Today));
        Assert.Null((view with { Range = RangePreset.Today, Compare = CompareWith.Custom, ComparedCustom = Days("2026-03-02", "2026-03-01") }).On(Today));
    }

    [Theory]
    [InlineData("history", null)]
    [InlineData("history/seocho?range=today", "seocho")]
    public void Its_address_is_the_supervisors(string path, string? office)
    {
        Assert.True(RoomAddress.Parse(path)!.History);
        Assert.Equal(office, HistoryView.Parse(path).Office);
    }

    private static DayRange Days(string from, string to) => new(DayRange.Day(from)!.Value, DayRange.Day(to)!.Value);
}
