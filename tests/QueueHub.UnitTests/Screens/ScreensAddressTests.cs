using CounterClient;

namespace QueueHub.UnitTests.Screens;

public class ScreensAddressTests
{
    [Theory]
    [InlineData("screens", null)]
    [InlineData("screens?code=BCDF-GHJK", null)]
    [InlineData("room/seocho/screens?code=BCDF-GHJK", "seocho")]
    public void A_scanned_code_leads_to_the_screens(string path, string? office) => Assert.Equal(new RoomAddress(office, false, true), RoomAddress.Parse(path));

    [Fact]
    public void The_code_goes_along_to_the_office_that_was_chosen()
    {
        var path = ScreensAddress.Of("seocho", "BCDF-GHJK");

        Assert.Equal(new RoomAddress("seocho", false, true), RoomAddress.Parse(path));
        Assert.Equal("BCDF-GHJK", ScreensAddress.CodeIn($"https://hub.example/counter/{path}"));
    }

    [Theory]
    [InlineData("https://hub.example/counter/screens")]
    [InlineData("https://hub.example/counter/screens?other=1")]
    [InlineData("https://hub.example/counter/screens#code=BCDF-GHJK")]
    public void Where_there_is_none_there_is_none(string address) => Assert.Null(ScreensAddress.CodeIn(address));

    [Fact]
    public void Every_word_is_Korean_in_Korean_and_not_in_English()
    {
        foreach (var property in typeof(ScreensTexts).GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            Assert.True(HasHangul((string)property.GetValue(ScreensTexts.Korean)!), property.Name);
            Assert.False(HasHangul((string)property.GetValue(ScreensTexts.English)!), property.Name);
        }

        Assert.Equal(["방금", "5분 전", "3시간 전", "2일 전"], Ages.Select(ScreensTexts.Korean.Ago));
        Assert.Equal(["just now", "5 min ago", "3 h ago", "2 d ago"], Ages.Select(ScreensTexts.English.Ago));
    }

    private static TimeSpan[] Ages => [TimeSpan.FromSeconds(59), TimeSpan.FromMinutes(5), TimeSpan.FromHours(3.5), TimeSpan.FromDays(2)];

    private static bool HasHangul(string text) => text.Any(letter => letter is >= '가' and <= '힣');
}
