using Microsoft.AspNetCore.Http;
using QueueHub.Platform;

namespace QueueHub.UnitTests.Platform;

public class RequestLanguageTests
{
    [Theory]
    [InlineData("ko-KR,ko;q=0.9", "ko")]
    [InlineData("zh-TW,zh;q=0.9,en;q=0.8", "zh")]
    [InlineData("zh-Hant-HK", "zh")]
    [InlineData("vi-VN", "vi")]
    [InlineData("ja", "ja")]
    [InlineData("fr-FR, en;q=0.5, ja;q=0.7", "ja")]
    [InlineData("en;q=0, vi;q=0.1", "vi")]
    [InlineData("fr", "ko")]
    [InlineData("*", "ko")]
    [InlineData("", "ko")]
    public void The_browser_says_which_language_is_read(string accepted, string language) => Assert.Equal(language, RequestLanguage.Of(Request(accepted)));

    [Theory]
    [InlineData("?lang=ja", "qh.lang=vi", "ja")]
    [InlineData("?lang=xx", "qh.lang=vi", "vi")]
    [InlineData("", "qh.lang=zh", "zh")]
    [InlineData("", "qh.lang=klingon", "en")]
    public void What_was_chosen_goes_before_it(string query, string cookie, string language)
    {
        var http = Request("en");
        http.Request.QueryString = new QueryString(query);
        http.Request.Headers.Cookie = cookie;
        Assert.Equal(language, RequestLanguage.Of(http));
    }

    private static DefaultHttpContext Request(string accepted)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = accepted;
        return http;
    }
}
