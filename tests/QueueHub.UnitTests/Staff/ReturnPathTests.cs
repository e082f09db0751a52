using QueueHub.Staff.OpenId;

namespace QueueHub.UnitTests.Staff;

public class ReturnPathTests
{
    [Theory]
    [InlineData(null, "/counter")]
    [InlineData("", "/counter")]
    [InlineData("/counter", "/counter")]
    [InlineData("/counter/", "/counter/")]
    [InlineData("/staff", "/staff")]
    [InlineData("/staff/log", "/staff/log")]
    [InlineData("/staff/0b5f3c", "/staff/0b5f3c")]
    public void The_staff_s_own_pages_may_be_led_back_to(string? path, string expected) => Assert.Equal(expected, ReturnPath.Of(path));

    [Theory]
    [InlineData("/")]
    [InlineData("counter")]
    [InlineData("/counterfeit")]
    [InlineData("//evil.example/counter")]
    [InlineData("/counter//evil.example")]
    [InlineData("/counter/../seocho")]
    [InlineData("/counter\\evil")]
    [InlineData("/counter?x=1")]
    [InlineData("/staff\n")]
    [InlineData("/staff\r\nX: 1")]
    [InlineData("https://evil.example/counter")]
    [InlineData("/staff/%2e%2e")]
    public void Nothing_else_may(string path) => Assert.Null(ReturnPath.Of(path));
}
