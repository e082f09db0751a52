using QueueHub.Contracts.Screens;
using QueueHub.Screens;

namespace QueueHub.UnitTests.Screens;

public class ScreenDirectoryTests
{
    private static readonly PairedRow Tv = new("a", "display", "seocho", "", "로비", "hash-a");
    private static readonly PairedRow Panel = new("b", "panel", "seocho", "1", "1", "hash-b");

    [Fact]
    public void A_screen_is_found_by_its_id_and_by_the_hash_of_its_token_and_by_nothing_else()
    {
        var directory = new ScreenDirectory([Tv, Panel]);

        Assert.Equal(new Screen("b", ScreenKind.Panel, "seocho", "1", "1"), directory.Holder("hash-b"));
        Assert.Equal(directory.Holder("hash-b"), directory.Find("b"));
        Assert.Null(directory.Find("hash-b"));
        Assert.Null(directory.Holder("b"));
    }

    [Fact]
    public void Gone_is_who_is_not_paired_any_more_and_who_stands_elsewhere_now()
    {
        var before = new ScreenDirectory([Tv, Panel]);

        Assert.Equal(["a"], before.Gone(new ScreenDirectory([Panel])));
        Assert.Equal(["b"], before.Gone(new ScreenDirectory([Tv, Panel with { Place = "2" }])));
        Assert.Empty(before.Gone(new ScreenDirectory([Tv with { Name = "입구", TokenHash = "other" }, Panel])));
        Assert.Equal(["a", "b"], before.Gone(ScreenDirectory.Empty).Order());
    }

    [Fact]
    public void A_display_that_shows_its_office_in_another_way_is_told_and_no_other()
    {
        var before = new ScreenDirectory([Tv, Panel]);
        var wall = Tv with { Settings = SettingsJson.Write(DisplaySettings.Usual with { Layout = DisplayLayout.Wall }) };

        var screen = Assert.Single(before.Settled(new ScreenDirectory([wall, Panel])));

        Assert.Equal(("a", DisplayLayout.Wall), (screen.Id, screen.Settings!.Layout));
        Assert.Empty(before.Settled(new ScreenDirectory([Tv with { Name = "입구" }, Panel])));
        Assert.Empty(ScreenDirectory.Empty.Settled(new ScreenDirectory([wall])));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("""{"layout":"round"}""")]
    [InlineData("""{"fromTheFuture":1}""")]
    public void What_is_not_understood_of_its_settings_is_as_usual(string? stored) =>
        Assert.Equal(DisplaySettings.Usual, new ScreenDirectory([Tv with { Settings = stored }]).Find("a")!.Settings);
}
