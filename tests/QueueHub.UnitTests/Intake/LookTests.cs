using Microsoft.AspNetCore.Http;
using QueueHub.Intake;

namespace QueueHub.UnitTests.Intake;

public class LookTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("130", "130")]
    [InlineData("100.clear", "100 clear")]
    [InlineData("150.clear", "150 clear")]
    public void What_was_kept_comes_back(string? kept, string style)
    {
        var look = Look.Read(kept);
        Assert.Equal(style, look.Style ?? "");
        Assert.Equal(look, Look.Read(look.Write()));
    }

    [Theory]
    [InlineData("9000")]
    [InlineData("-1.<b>")]
    [InlineData("clear.plain")]
    [InlineData("...")]
    public void What_nobody_can_have_chosen_changes_nothing(string kept) => Assert.Equal(Look.Plain, Look.Read(kept));

    [Fact]
    public void Size_and_contrast_are_chosen_apart()
    {
        var look = Look.Plain.With("130").With(Look.MoreContrast).With("110");
        Assert.Equal(new Look(110, true), look);
        Assert.Equal(new Look(110, false), look.With(Look.PlainContrast));
        Assert.Equal(look, look.With("zh"));
    }

    [Fact]
    public void A_choice_in_the_address_is_kept_and_its_page_is_named_without_it()
    {
        var http = Request("/seocho", "?look=150&theme=dark&lang=vi", cookie: "qh.look=110.clear");
        Assert.True(Choices.KeepAsked(http));
        Assert.Equal("/seocho?theme=dark", Choices.WithoutAsked(http));
        Assert.Collection(
            http.Response.Headers.SetCookie,
            language => Assert.StartsWith("qh.lang=vi;", language, StringComparison.Ordinal),
            look => Assert.StartsWith("qh.look=150.clear;", look, StringComparison.Ordinal));
    }

    [Fact]
    public void An_address_that_asks_for_nothing_keeps_nothing()
    {
        var http = Request("/seocho", "?paper=a4");
        Assert.False(Choices.KeepAsked(http));
        Assert.Equal(0, http.Response.Headers.SetCookie.Count);
    }

    [Theory]
    [InlineData("ja", "ja", 100)]
    [InlineData("130", "ko", 130)]
    public void A_button_of_the_menu_changes_the_reader(string word, string language, int size)
    {
        var reader = Choices.Take(Request("/", ""), new Reader("ko", "/"), word);
        Assert.Equal((language, size), (reader!.Language, reader.Look.Size));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ko")]
    [InlineData("100")]
    [InlineData("xx")]
    public void A_button_that_changes_nothing_is_no_choice(string? word) => Assert.Null(Choices.Take(Request("/", ""), new Reader("ko", "/"), word));

    private static DefaultHttpContext Request(string path, string query, string? cookie = null)
    {
        var http = new DefaultHttpContext { Request = { Path = path, QueryString = new QueryString(query), Method = "GET" } };
        http.Request.Headers.Cookie = cookie;
        return http;
    }
}
