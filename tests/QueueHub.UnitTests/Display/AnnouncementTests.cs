using System.Runtime.CompilerServices;
using DisplayClient.Announcing;
using static QueueHub.UnitTests.Display.SampleBoards;

namespace QueueHub.UnitTests.Display;

public class AnnouncementTests
{
    [Fact]
    public void A_Korean_call_is_made_in_Korean() => Assert.Equal(
        ["chime", "ko/10", "ko/7", "ko/number", "ko/3", "ko/counter"],
        Announcement.Clips(Call(1, number: 17, counter: "3", language: "ko")));

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public void Another_language_is_called_in_Korean_and_then_in_English(string language) => Assert.Equal(
        ["chime", "ko/10", "ko/7", "ko/number", "ko/3", "ko/counter", "en/number", "en/17", "en/counter", "en/3"],
        Announcement.Clips(Call(1, number: 17, counter: "3", language: language)));

    [Theory]
    [InlineData("A")]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("99999999999")]
    public void A_counter_that_is_no_number_is_shown_on_the_screen(string counter) => Assert.Equal(
        ["chime", "ko/5", "ko/number", "ko/counter-shown", "en/number", "en/5", "en/counter-shown"],
        Announcement.Clips(Call(1, number: 5, counter: counter, language: "en")));

    [Fact]
    public void A_number_beyond_the_readings_has_its_chime() => Assert.Equal(["chime"], Announcement.Clips(Call(1, number: 12345)));

    [Fact]
    public void Every_clip_that_can_be_asked_for_exists()
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "../../../DisplayClient/wwwroot/audio");
        var missing = Enumerable.Range(1, 9999)
            .SelectMany(number => Announcement.Clips(Call(1, number: number, counter: number % 7 == 0 ? "A" : $"{number}", language: "en")))
            .Distinct()
            .Where(clip => !File.Exists(Path.Combine(folder, clip + ".ogg")));

        Assert.Empty(missing);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
