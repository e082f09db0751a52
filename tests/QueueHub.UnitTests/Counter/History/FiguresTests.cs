using CounterClient;
using QueueHub.Contracts;
using QueueHub.Contracts.History;
using static QueueHub.UnitTests.Counter.History.SomeFigures;

namespace QueueHub.UnitTests.Counter.History;

/// <summary>How figures are compared, sorted and written.</summary>
public class FiguresTests
{
    [Fact]
    public void A_shorter_wait_is_better_and_a_smaller_share_within_the_target_is_worse()
    {
        var (now, before) = (Of(visits: 100, wait: 600, within: 0.80), Of(visits: 100, wait: 730, within: 0.85));

        var wait = Change.Of(Figure.WaitMean, now, before, (7, 7))!;
        Assert.Equal(new Change(Unit.Time, 130, -1, 1), wait);
        Assert.Equal("2분 10초 짧아짐 (개선)", HistoryTexts.Korean.Changed(wait));
        Assert.Equal("2 min 10 s shorter (better)", HistoryTexts.English.Changed(wait));
        var within = Change.Of(Figure.WithinTarget, now, before, (7, 7))!;
        Assert.Equal("5%p 하락 (악화)", HistoryTexts.Korean.Changed(within));
        Assert.Equal("down 5 points (worse)", HistoryTexts.English.Changed(within));
    }

    [Fact]
    public void More_visitors_are_neither_better_nor_worse_and_of_periods_of_different_length_counted_by_the_day()
    {
        Assert.Equal(new Change(Unit.Count, 50, 1, 0), Change.Of(Figure.Visits, Of(visits: 30), Of(visits: 20), (7, 7)));
        Assert.Equal(new Change(Unit.Count, 0, 0, 0), Change.Of(Figure.Visits, Of(visits: 30), Of(visits: 60), (15, 30)));
    }

    [Fact]
    public void Twice_the_visitors_with_twice_the_absences_are_no_worse()
    {
        var (now, before) = (Of(visits: 400, absent: 40), Of(visits: 200, absent: 20));

        Assert.Equal(new Change(Unit.Share, 0, 0, 0), Change.Of(Figure.Absent, now, before, (7, 7)));
        Assert.Equal(new Change(Unit.Share, 5, 1, -1), Change.Of(Figure.Absent, now with { Absent = 60 }, before, (7, 7)));
        Assert.Equal("호출의 10.0%", HistoryTexts.Korean.ShareOf(Figure.Absent, HistoryTexts.Korean.Value(Unit.Share, Figure.Absent.Share(now))));
    }

    [Fact]
    public void A_handful_of_visits_or_a_few_seconds_are_neither_better_nor_worse()
    {
        Assert.Equal(new Change(Unit.Time, 300, -1, 0), Change.Of(Figure.WaitMean, Of(visits: 29, wait: 300), Of(visits: 500, wait: 600), (7, 7)));
        Assert.Equal(new Change(Unit.Time, 50, 1, 0), Change.Of(Figure.WaitMedian, Of(visits: 500, wait: 650), Of(visits: 500, wait: 600), (7, 7)));
        Assert.Equal(new Change(Unit.Time, 60, 1, -1), Change.Of(Figure.WaitMedian, Of(visits: 500, wait: 660), Of(visits: 500, wait: 600), (7, 7)));
    }

    [Fact]
    public void A_day_that_is_not_over_is_not_compared_by_counts_and_closed_days_do_not_count()
    {
        var today = new DateOnly(2026, 3, 18);
        FiguresPair Pair(int days, DateOnly to, (int Now, int Before) visited)
        {
            var range = new DayRange(to.AddDays(1 - days), to);
            FiguresTable Table(DayRange of, long visits, int came) => new("seocho", of.From, of.To, FiguresBy.Total, 15, Of(visits: visits, wait: 600), [], came);
            return new(new(today, "seocho", range, range.Before), Table(range, 100, visited.Now), Table(range.Before, 200, visited.Before));
        }

        Assert.Null(Pair(7, today, (6, 5)).Change(Figure.Visits));
        Assert.NotNull(Pair(7, today, (6, 5)).Change(Figure.WaitMean));
        Assert.Equal(new Change(Unit.Count, 50, -1, 0), Pair(7, today.AddDays(-1), (5, 5)).Change(Figure.Visits));
        Assert.Equal(new Change(Unit.Count, 0, 0, 0), Pair(7, today.AddDays(-1), (2, 4)).Change(Figure.Visits));
        Assert.True(Pair(7, today.AddDays(-1), (2, 4)).PerDay);
        Assert.NotNull(Pair(60, today, (41, 40)).Change(Figure.Visits));

        // A holiday had nobody, and that is known.
        var holiday = Pair(1, today.AddDays(-1), (0, 1));
        Assert.Equal(new Change(Unit.Count, 100, -1, 0), (holiday with { Now = holiday.Now with { Total = Of() } }).Change(Figure.Visits));
    }

    [Fact]
    public void Digital_forms_are_a_share_of_the_visits_that_could_have_one()
    {
        Assert.Equal(0.25, Figure.FormShare.In(Of(visits: 100, forms: 10, formVisits: 40)));
        Assert.Null(Figure.FormShare.In(Of(visits: 100)));
    }

    [Fact]
    public void From_nothing_no_per_cent_can_be_told_and_what_is_not_known_is_not_compared()
    {
        Assert.Equal("비교 기간에는 없음", HistoryTexts.Korean.Changed(Change.Of(Figure.Visits, Of(visits: 3), Of(), (1, 1))!));
        Assert.Equal("unchanged", HistoryTexts.English.Changed(Change.Of(Figure.Visits, Of(), Of(), (1, 1))!));
        Assert.Null(Change.Of(Figure.WaitMean, Of(visits: 3, wait: 60), Of(), (1, 1)));
        Assert.Null(Figure.FormShare.In(Of()));
    }

    [Fact]
    public void A_table_is_sorted_by_the_heading_that_is_pressed_and_rows_without_a_value_stay_last()
    {
        FiguresRow[] rows = [Row("a", Of(visits: 5, wait: 60), "여권"), Row("b", Of(visits: 9), "세무"), Row("c", Of(visits: 7, wait: 30), "등·초본")];
        var byWait = new TableOrder(Figure.Stops, true).Press(Figure.WaitMean);

        Assert.Equal("descending", byWait.AriaSort(Figure.WaitMean));
        Assert.Null(byWait.AriaSort(Figure.Stops));
        Assert.Equal("acb", Keys(byWait, rows));
        Assert.Equal("cab", Keys(byWait.Press(Figure.WaitMean), rows));
        Assert.Equal("cba", Keys(byWait.Press(null), rows));
    }

    [Fact]
    public void Counter_nine_comes_before_counter_ten()
    {
        FiguresRow[] rows = [Row("10", Of()), Row("9", Of()), Row("1", Of())];

        Assert.Equal("1910", string.Concat(new TableOrder(null, false).Sort(rows, row => $"Counter {row.Key}").Select(row => row.Key)));
    }

    [Fact]
    public void Nobody_can_be_ranked_by_pauses()
    {
        Assert.DoesNotContain(TableColumns.Counter, column => column.Figure == Figure.PausedHours && column.Sorts);
        Assert.DoesNotContain(TableColumns.Staff, column => column.Figure is Figure.PausedHours or Figure.CounterUse or Figure.OpenHours);
    }

    [Theory]
    [InlineData(200_000, "576 kg", "140그루", "140")]
    [InlineData(10, "29 g", "0.007그루", "0.007")]
    [InlineData(0, "0 g", "0그루", "0")]
    public void Sheets_are_worth_trees_and_carbon_dioxide(long sheets, string co2, string korean, string english)
    {
        var reckoning = new PaperReckoning(new PaperFactors(200_000 / 140.0, 2.88, new LocalText("출처", "source")), sheets);

        Assert.Equal(co2, reckoning.Co2Text);
        Assert.Equal(korean, reckoning.TreesText("ko"));
        Assert.Equal(english, reckoning.TreesText("en"));
    }

    [Theory]
    [InlineData(45, "45초", "45 s")]
    [InlineData(750.2, "12분 30초", "12 min 30 s")]
    [InlineData(3599.7, "1시간", "1 h")]
    [InlineData(3900, "1시간 5분", "1 h 5 min")]
    public void Times_are_written_in_words(double seconds, string korean, string english)
    {
        Assert.Equal(korean, HistoryTexts.Korean.Value(Unit.Time, seconds));
        Assert.Equal(english, HistoryTexts.English.Value(Unit.Time, seconds));
        Assert.Equal("–", HistoryTexts.Korean.Value(Unit.Time, null));
    }

    [Fact]
    public void Every_word_is_Korean_in_Korean_and_not_in_English()
    {
        foreach (var property in typeof(HistoryTexts).GetProperties().Where(property => property.PropertyType == typeof(string) && property.Name != nameof(HistoryTexts.Language)))
        {
            Assert.True(HasHangul((string)property.GetValue(HistoryTexts.Korean)!), property.Name);
            Assert.False(HasHangul((string)property.GetValue(HistoryTexts.English)!), property.Name);
        }

        AllSaid(HistoryTexts.Korean.Figure, HistoryTexts.English.Figure);
        AllSaid(HistoryTexts.Korean.Preset, HistoryTexts.English.Preset);
        AllSaid(HistoryTexts.Korean.Comparison, HistoryTexts.English.Comparison);
    }

    private static void AllSaid<T>(Func<T, string> korean, Func<T, string> english)
        where T : struct, Enum
    {
        Assert.Equal(Enum.GetValues<T>().Length, Enum.GetValues<T>().Select(korean).Where(HasHangul).Distinct().Count());
        Assert.Equal(Enum.GetValues<T>().Length, Enum.GetValues<T>().Select(english).Where(text => !HasHangul(text)).Distinct().Count());
    }

    private static string Keys(TableOrder order, IEnumerable<FiguresRow> rows) => string.Concat(order.Sort(rows, row => row.Name!.Ko).Select(row => row.Key));

    private static bool HasHangul(string text) => text.Any(letter => letter is >= '가' and <= '힣');
}
