using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using QueueHub.Contracts.Protection;

namespace QueueHub.UnitTests.Display;

public class WarningClipTests
{
    private static readonly string[] Languages = ["ko", "en", "zh", "vi", "ja"];

    [Fact]
    public void Every_clip_says_the_words_of_its_warning_and_takes_as_long_as_they_need()
    {
        var wrong =
            from kind in WarningKind.All
            from language in Languages
            let clip = File.ReadAllBytes(Path.Combine(Audio, $"../wwwroot/audio/warnings/{language}/{kind}.ogg"))
            where clip.AsSpan().IndexOf(Encoding.UTF8.GetBytes("description=" + WarningTexts.Spoken(kind).In(language))) < 0
                || Seconds(clip) is < 5 or > 25
                || clip.Length < 1000 * Seconds(clip)
            select $"{language}/{kind}: run DisplayClient/audio/make-warnings.sh";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_list_that_clips_are_made_from_has_the_words_of_the_warnings() => Assert.Equal(
        from kind in WarningKind.All from language in Languages select (kind, language, WarningTexts.Spoken(kind).In(language)),
        File.ReadLines(Path.Combine(Audio, "warnings.tsv")).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1], parts[2])));

    // An Ogg page begins with its name; six bytes on, it says how many samples have been heard when it ends.
    private static double Seconds(byte[] clip) =>
        BinaryPrimitives.ReadInt64LittleEndian(clip.AsSpan(clip.AsSpan().LastIndexOf("OggS"u8) + 6)) / 24000.0;

    private static string Audio { get; } = Path.Combine(Path.GetDirectoryName(Here())!, "../../../DisplayClient/audio");

    private static string Here([CallerFilePath] string path = "") => path;
}
