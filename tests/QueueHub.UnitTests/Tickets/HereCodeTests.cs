using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Tickets.Arrival;

namespace QueueHub.UnitTests.Tickets;

public class HereCodeTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, HereCode.SecretBytes).Select(value => (byte)value)];
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch + (HereCode.Window * 1000);
    private static readonly string Shown = Code(Start);

    [Fact]
    public void A_code_is_eighty_bits_that_change_every_thirty_seconds()
    {
        Assert.Matches("^[0-9a-f]{20}\\z", Shown);
        Assert.Equal(Shown, Code(Start.AddSeconds(29.9)));
        Assert.NotEqual(Shown, Code(Start.AddSeconds(30)));
        Assert.Equal(TimeSpan.FromSeconds(30), HereCode.Left(Start));
        Assert.Equal(TimeSpan.FromSeconds(0.5), HereCode.Left(Start.AddSeconds(29.5)));
    }

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(3600, false)]
    public void It_is_good_while_it_is_shown_and_for_one_window_more(int seconds, bool good) =>
        Assert.Equal(good, HereCode.IsGood(Secret, "seocho", Shown, Start.AddSeconds(seconds)));

    [Fact]
    public void It_is_of_one_office_and_nobody_makes_it_without_the_secret()
    {
        byte[] other = [.. Secret.Reverse()];
        Assert.False(HereCode.IsGood(Secret, "gangnam", Shown, Start));
        Assert.False(HereCode.IsGood(other, "seocho", Shown, Start));
        Assert.False(HereCode.IsGood(Secret, "seocho", Shown[..^1], Start));
        Assert.False(HereCode.IsGood(Secret, "seocho", Shown + "0", Start));
        Assert.False(HereCode.IsGood(Secret, "seocho", Shown.ToUpperInvariant(), Start));
        Assert.False(HereCode.IsGood(Secret, "seocho", "", Start));
    }

    [Fact]
    public void The_cookie_is_of_one_office_ends_after_a_quarter_of_an_hour_and_cannot_be_made_up()
    {
        var time = new FakeTimeProvider(Start);
        var cookie = new HereCookie(new EphemeralDataProtectionProvider(), time);
        var value = cookie.Seal("seocho");
        Assert.Equal("seocho", Of(cookie, value));
        Assert.Null(Of(cookie, value[..^2] + "AA"));
        Assert.Null(Of(cookie, "1:seocho"));
        Assert.Null(Of(new HereCookie(new EphemeralDataProtectionProvider(), time), value));

        time.Advance(HereCookie.Life - TimeSpan.FromSeconds(1));
        Assert.Equal("seocho", Of(cookie, value));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(Of(cookie, value));
    }

    private static string Code(DateTimeOffset now) => HereCode.Of(Secret, "seocho", HereCode.WindowAt(now));

    private static string? Of(HereCookie cookie, string value)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"{HereCookie.Name}={value}";
        return cookie.OfficeOf(http);
    }
}
