using QueueHub.Offices;

namespace QueueHub.UnitTests.Offices;

public class OfficeSlugTests
{
    [Theory]
    [InlineData("seocho")]
    [InlineData("banpo-1")]
    [InlineData("a1")]
    public void A_short_plain_word_is_an_office(string slug) => Assert.True(OfficeSlug.IsValid(slug));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("1st")]
    [InlineData("Seocho")]
    [InlineData("seo cho")]
    [InlineData("seocho-")]
    [InlineData("seo--cho")]
    [InlineData("seo_cho")]
    [InlineData("서초")]
    [InlineData("seocho\n")]
    [InlineData("seo{cho}")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmno")]
    public void What_would_not_survive_an_address_or_a_key_is_refused(string slug) => Assert.False(OfficeSlug.IsValid(slug));

    [Theory]
    [InlineData("counter")]
    [InlineData("display")]
    [InlineData("api")]
    [InlineData("hubs")]
    [InlineData("qr")]
    [InlineData("openapi")]
    [InlineData("health")]
    [InlineData("assets")]
    [InlineData("t")]
    public void A_path_of_our_own_cannot_be_an_office(string slug) => Assert.False(OfficeSlug.IsValid(slug));
}
