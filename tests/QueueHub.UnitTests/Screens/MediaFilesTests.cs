using QueueHub.Screens.Media;

namespace QueueHub.UnitTests.Screens;

public class MediaFilesTests
{
    [Theory]
    [InlineData("poster.png", "image/png")]
    [InlineData("2026-Winter_01.jpg", "image/jpeg")]
    [InlineData("a.jpeg", "image/jpeg")]
    [InlineData("a.webp", "image/webp")]
    [InlineData("film.mp4", "video/mp4")]
    [InlineData("film.webm", "video/webm")]
    public void A_picture_and_a_video_are_known_by_their_names(string name, string type) => Assert.Equal(type, MediaFiles.TypeOf(name));

    [Theory]
    [InlineData("")]
    [InlineData("../hub/keys.png")]
    [InlineData("..png")]
    [InlineData("a..png")]
    [InlineData("a/b.png")]
    [InlineData("a\\b.png")]
    [InlineData(".png")]
    [InlineData("a.svg")]
    [InlineData("a.html")]
    [InlineData("a.PNG")]
    [InlineData("a.png\n")]
    [InlineData("a%2e.png")]
    [InlineData("사진.png")]
    public void Any_other_name_is_none(string name)
    {
        Assert.Null(MediaFiles.TypeOf(name));
        Assert.False(MediaFiles.IsImage(name));
        Assert.False(MediaFiles.IsVideo(name));
    }

    [Fact]
    public void A_file_is_what_its_name_says_when_it_begins_so()
    {
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13];
        Assert.True(MediaFiles.Fits("a.png", png));
        Assert.False(MediaFiles.Fits("a.jpg", png));
        Assert.False(MediaFiles.Fits("a.png", "<svg xmlns="u8));
        Assert.True(MediaFiles.Fits("a.webp", "RIFF\0\0\0\0WEBP"u8));
        Assert.True(MediaFiles.Fits("a.mp4", "\0\0\0 ftypisom"u8));
        foreach (var name in new[] { "a.png", "a.jpg", "a.webp", "a.mp4", "a.webm" })
        {
            Assert.False(MediaFiles.Fits(name, []));
        }
    }
}
