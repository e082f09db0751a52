using System.Globalization;
using CsCheck;
using QueueHub.History.Rollups;

namespace QueueHub.UnitTests.History.Rollups;

public class PeriodsTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 25 * 365].Select(day => new DateOnly(2010, 1, 1).AddDays(day));

    [Fact]
    public void Each_day_of_a_range_is_in_exactly_one_period_and_no_other_day_is() =>
        Gen.Select(Days, Days, Gen.Enum<Grain>().Where(grain => grain != Grain.Hour)).Sample((one, other, largest) =>
        {
            var (first, last) = one < other ? (one, other) : (other, one);
            var days = Periods.Cover(first, last, largest).SelectMany(DaysOf).ToList();
            return days.SequenceEqual(Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber));
        });

    [Fact]
    public void No_range_needs_more_than_five() => Gen.Select(Days, Days).Sample((one, other) => Periods.Cover(one < other ? one : other, one < other ? other : one).Count <= 5);

    [Fact]
    public void Ten_years_and_some_are_days_months_years_months_and_days() => Assert.Equal(
        [
            "Day 2016-03-15..2016-03-31", "Month 2016-04-01..2016-12-01", "Year 2017-01-01..2025-01-01", "Month 2026-01-01..2026-07-01",
            "Day 2026-08-01..2026-08-20",
        ],
        Said(Periods.Cover(new(2016, 3, 15), new(2026, 8, 20))));

    [Fact]
    public void A_whole_year_is_one_row() => Assert.Equal(["Year 2025-01-01..2025-01-01"], Said(Periods.Cover(new(2025, 1, 1), new(2025, 12, 31))));

    [Fact]
    public void The_end_of_a_leap_month_is_no_month_too_few() =>
        Assert.Equal(["Month 2024-02-01..2024-02-01", "Day 2024-03-01..2024-03-01"], Said(Periods.Cover(new(2024, 2, 1), new(2024, 3, 1))));

    [Fact]
    public void By_the_hour_there_are_the_hours_of_all_days() =>
        Assert.Equal([new Period(Grain.Hour, new(2026, 3, 2), new(2026, 3, 3, 23, 0, 0))], Periods.Cover(new(2026, 3, 2), new(2026, 3, 3), Grain.Hour));

    [Fact]
    public void A_reversed_range_has_none() => Assert.Empty(Periods.Cover(new(2026, 3, 2), new(2026, 3, 1)));

    private static IEnumerable<string> Said(IReadOnlyList<Period> periods) =>
        periods.Select(period => string.Create(CultureInfo.InvariantCulture, $"{period.Grain} {period.From:yyyy-MM-dd}..{period.To:yyyy-MM-dd}"));

    private static IEnumerable<DateOnly> DaysOf(Period period)
    {
        var end = period.Grain switch { Grain.Year => period.To.AddYears(1), Grain.Month => period.To.AddMonths(1), _ => period.To.AddDays(1) };
        for (var day = period.From; day < end; day = day.AddDays(1))
        {
            yield return DateOnly.FromDateTime(day);
        }
    }
}
