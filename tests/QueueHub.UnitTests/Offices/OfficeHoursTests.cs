using QueueHub.Contracts.Boards;
using QueueHub.Offices;
using QueueHub.UnitTests.Live;

namespace QueueHub.UnitTests.Offices;

public class OfficeHoursTests
{
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private static readonly OpeningHours Plain = Range("09:00", "18:00");

    // 2026-03-02 is a Monday.
    [Theory]
    [InlineData("2026-03-02 08:59", false, "2026-03-02 09:00")]
    [InlineData("2026-03-02 09:00", true, "2026-03-02 18:00")]
    [InlineData("2026-03-02 17:59", true, "2026-03-02 18:00")]
    [InlineData("2026-03-02 18:00", false, "2026-03-03 09:00")]
    [InlineData("2026-03-06 18:00", false, "2026-03-09 09:00")]
    [InlineData("2026-03-08 00:00", false, "2026-03-09 09:00")]
    public void The_office_is_open_between_its_hours_and_not_on_other_days(string now, bool open, string until) =>
        Assert.Equal(new Opening(open, Seoul(until)), OfficeHours.At(Office("Asia/Seoul", Plain), Seoul(now)));

    [Theory]
    [InlineData("2026-03-02 11:30", true, "2026-03-02 12:00")]
    [InlineData("2026-03-02 12:30", false, "2026-03-02 13:00")]
    [InlineData("2026-03-02 13:00", true, "2026-03-02 18:00")]
    [InlineData("2026-03-04 18:30", true, "2026-03-04 20:00")]
    [InlineData("2026-03-07 10:00", true, "2026-03-07 12:00")]
    public void A_day_may_have_several_ranges(string now, bool open, string until)
    {
        OpeningHours evening = new([DayOfWeek.Wednesday], new TimeOnly(18, 0), new TimeOnly(20, 0));
        OpeningHours saturday = new([DayOfWeek.Saturday], new TimeOnly(9, 0), new TimeOnly(12, 0));
        var office = Office("Asia/Seoul", Range("13:00", "18:00"), evening, saturday, Range("09:00", "12:00"));

        Assert.Equal(new Opening(open, Seoul(until)), OfficeHours.At(office, Seoul(now)));
    }

    [Fact]
    public void Ranges_that_touch_or_overlap_are_one() =>
        Assert.Equal(
            new Opening(true, Seoul("2026-03-02 20:00")),
            OfficeHours.At(Office("Asia/Seoul", Range("09:00", "12:00"), Range("12:00", "18:00"), Range("17:00", "20:00")), Seoul("2026-03-02 10:00")));

    [Fact]
    public void The_hours_are_those_of_the_office_not_of_the_server()
    {
        var noonInLondon = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

        Assert.True(OfficeHours.At(Office("Europe/London", Plain), noonInLondon).Open);
        Assert.False(OfficeHours.At(Office("Asia/Seoul", Plain), noonInLondon).Open);
    }

    [Fact]
    public void A_clock_change_between_now_and_the_opening_is_counted_in()
    {
        // Berlin puts its clocks forward in the night to 2026-03-29, a Sunday.
        var saturday = new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(
            new Opening(false, new DateTimeOffset(2026, 3, 30, 9, 0, 0, TimeSpan.FromHours(2))), OfficeHours.At(Office("Europe/Berlin", Plain), saturday));
    }

    [Fact]
    public void An_hour_that_the_clock_change_skips_begins_after_it()
    {
        OpeningHours night = new([DayOfWeek.Sunday], new TimeOnly(2, 30), new TimeOnly(5, 0));
        var before = new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(new DateTimeOffset(2026, 3, 29, 3, 30, 0, TimeSpan.FromHours(2)), OfficeHours.At(Office("Europe/Berlin", night), before).Until);
    }

    [Fact]
    public void An_office_that_opens_once_a_week_is_closed_until_the_next_one()
    {
        OpeningHours monday = new([DayOfWeek.Monday], new TimeOnly(9, 0), new TimeOnly(10, 0));

        Assert.Equal(new Opening(false, Seoul("2026-03-09 09:00")), OfficeHours.At(Office("Asia/Seoul", monday), Seoul("2026-03-02 10:00")));
    }

    [Fact]
    public void An_office_without_hours_is_open() => Assert.Equal(Opening.Always, OfficeHours.At(Office("Asia/Seoul"), Seoul("2026-03-01 03:00")));

    // Monday with a lunch break, a long Wednesday, Saturday morning, a Sunday on which it is closed.
    [Theory]
    [InlineData("2026-03-02", 120, "2026-03-02 20:00")]
    [InlineData("2026-03-04", 120, "2026-03-04 22:00")]
    [InlineData("2026-03-07", 120, "2026-03-07 14:00")]
    [InlineData("2026-03-08", 120, null)]
    [InlineData("2026-03-02", 0, "2026-03-02 18:00")]
    [InlineData("2026-03-02", 359, "2026-03-02 23:59")]
    [InlineData("2026-03-02", 360, null)]
    [InlineData("2026-03-02", 720, null)]
    public void The_business_day_ends_some_time_after_its_last_hours_and_at_midnight_at_the_latest(string date, int minutes, string? end)
    {
        OpeningHours evening = new([DayOfWeek.Wednesday], new TimeOnly(18, 0), new TimeOnly(20, 0));
        OpeningHours saturday = new([DayOfWeek.Saturday], new TimeOnly(9, 0), new TimeOnly(12, 0));
        var office = Office("Asia/Seoul", Range("13:00", "18:00"), evening, saturday, Range("09:00", "12:00")) with { Rules = new QueueRules(CloseAfterMinutes: minutes) };

        Assert.Equal(end is null ? null : Seoul(end), OfficeHours.EndOfDay(office, Date(date)));
    }

    [Fact]
    public void An_office_without_hours_ends_its_day_at_midnight_only() =>
        Assert.Null(OfficeHours.EndOfDay(Office("Asia/Seoul"), Date("2026-03-02")));

    // Berlin: 02:00 becomes 03:00 on 29 March, 03:00 becomes 02:00 on 25 October. Beirut: midnight becomes 23:00 of the day before, on 24 October.
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "00:30", "01:30", 60, "2026-03-29T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29", "00:30", "02:30", 60, "2026-03-29T02:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", "00:30", "01:30", 120, "2026-10-25T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", "09:00", "18:00", 120, "2026-10-25T19:00:00Z")]
    [InlineData("Asia/Beirut", "2026-10-24", "09:00", "22:30", 120, "2026-10-24T21:30:00Z")]
    [InlineData("Asia/Beirut", "2026-10-24", "09:00", "22:30", 150, null)]
    public void A_clock_change_neither_shortens_nor_stretches_the_time_after_hours(
        string zone, string date, string open, string close, int minutes, string? end)
    {
        OpeningHours everyDay = new(Enum.GetValues<DayOfWeek>(), TimeOnly.Parse(open, null), TimeOnly.Parse(close, null));

        var office = Office(zone, everyDay) with { Rules = new QueueRules(CloseAfterMinutes: minutes) };

        Assert.Equal(end is null ? null : DateTimeOffset.Parse(end, null), OfficeHours.EndOfDay(office, Date(date)));
    }

    [Theory]
    [InlineData("2026-03-02 08:00", "오늘 09:00에 엽니다", "Opens today at 09:00")]
    [InlineData("2026-03-02 18:00", "내일(화) 09:00에 엽니다", "Opens tomorrow (Tuesday) at 09:00")]
    [InlineData("2026-03-06 18:00", "월요일 09:00에 엽니다", "Opens Monday at 09:00")]
    public void It_is_said_when_the_office_opens(string now, string korean, string english)
    {
        var opens = OfficeHours.At(Office("Asia/Seoul", Plain), Seoul(now)).Opens(Seoul(now).ToUniversalTime())!;

        Assert.Equal((korean, english), (opens.Ko, opens.En));
    }

    [Fact]
    public void A_day_of_the_same_name_is_said_with_its_date()
    {
        OpeningHours monday = new([DayOfWeek.Monday], new TimeOnly(9, 0), new TimeOnly(10, 0));
        var opens = OfficeHours.At(Office("Asia/Seoul", monday), Seoul("2026-03-02 10:00")).Opens(Seoul("2026-03-02 10:00"))!;

        Assert.Equal(("3월 9일(월) 09:00에 엽니다", "Opens Monday, 9 March at 09:00"), (opens.Ko, opens.En));
    }

    [Theory]
    [InlineData("2026-03-02 17:29", null)]
    [InlineData("2026-03-02 17:30", "18:00에 마감합니다")]
    [InlineData("2026-03-02 17:59", "18:00에 마감합니다")]
    [InlineData("2026-03-02 18:00", null)]
    public void The_last_half_hour_says_when_it_ends(string now, string? korean) =>
        Assert.Equal(korean, OfficeHours.At(Office("Asia/Seoul", Plain), Seoul(now)).Closes(Seoul(now))?.Ko);

    [Fact]
    public void Who_holds_an_old_answer_knows_by_the_clock_that_it_is_over()
    {
        var morning = OfficeHours.At(Office("Asia/Seoul", Plain), Seoul("2026-03-02 10:00"));

        Assert.True(morning.IsOpen(Seoul("2026-03-02 17:59")));
        Assert.False(morning.IsOpen(Seoul("2026-03-02 18:00")));
        Assert.Null(morning.Opens(Seoul("2026-03-02 18:00")));
    }

    private static OfficeDocument Office(string zone, params OpeningHours[] hours) =>
        OfficeStory.Office with { TimeZone = zone, Hours = hours };

    private static OpeningHours Range(string open, string close) =>
        new(Weekdays, TimeOnly.Parse(open, System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(close, System.Globalization.CultureInfo.InvariantCulture));

    private static DateOnly Date(string date) => DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Seoul(string local) =>
        new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(9));
}
