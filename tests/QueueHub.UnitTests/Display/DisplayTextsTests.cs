using DisplayClient;

namespace QueueHub.UnitTests.Display;

public class DisplayTextsTests
{
    [Theory]
    [InlineData(0, "연결이 끊겼습니다 · 0초 전 상태", "Connection lost · showing state from 0 s ago")]
    [InlineData(12.9, "연결이 끊겼습니다 · 12초 전 상태", "Connection lost · showing state from 12 s ago")]
    [InlineData(59.9, "연결이 끊겼습니다 · 59초 전 상태", "Connection lost · showing state from 59 s ago")]
    [InlineData(60, "연결이 끊겼습니다 · 1분 전 상태", "Connection lost · showing state from 1 min ago")]
    [InlineData(3599, "연결이 끊겼습니다 · 59분 전 상태", "Connection lost · showing state from 59 min ago")]
    [InlineData(93900, "연결이 끊겼습니다 · 26시간 5분 전 상태", "Connection lost · showing state from 26 h 5 min ago")]
    public void A_lost_connection_says_the_age_of_what_is_shown(double seconds, string korean, string english)
    {
        var text = Texts.Lost(TimeSpan.FromSeconds(seconds));

        Assert.Equal((korean, english), (text.Ko, text.En));
    }

    [Fact]
    public void An_unknown_age_is_not_invented() => Assert.Equal("정보 갱신이 지연되고 있습니다", Texts.Stale(null).Ko);

    [Fact]
    public void The_date_needs_no_culture_data()
    {
        var text = Texts.Date(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(9)));

        Assert.Equal(("11월 23일 월요일", "Mon, 23 Nov"), (text.Ko, text.En));
    }
}
