using System.Text;
using DisplayClient.Announcing;
using QueueHub.Contracts.Boards;
using static QueueHub.UnitTests.Display.SampleBoards;

namespace QueueHub.UnitTests.Display;

public class VoiceClipTests
{
    // All that a hall can ever hear; what came with the program before it learned three more languages was 130 KB.
    private const long LargestVoices = 1_500_000;

    [Fact]
    public void Every_clip_of_the_list_is_there_and_says_its_words()
    {
        var wrong = VoiceList.All.Where(row => !VoiceList.Clip(row.Key).Exists
            || File.ReadAllBytes(VoiceList.Clip(row.Key).FullName).AsSpan().IndexOf(Encoding.UTF8.GetBytes("description=" + row.Value.Words)) < 0);

        Assert.Empty(wrong.Select(row => $"{row.Key}: run DisplayClient/audio/make-clips.sh"));
    }

    [Fact]
    public void The_list_has_exactly_the_clips_that_a_screen_may_ask_for() => Assert.Equal(
        VoiceClips.All.Where(name => name != VoiceClips.Chime && !name.StartsWith("warnings/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        VoiceList.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_clip_that_a_screen_may_ask_for_is_small() =>
        Assert.InRange(VoiceClips.All.Sum(name => name.StartsWith("warnings/", StringComparison.Ordinal) ? 0 : VoiceList.Clip(name).Length), 1, LargestVoices);

    [Fact]
    public void Nothing_else_is_ever_asked_for()
    {
        var asked = Enumerable.Range(1, 9999)
            .Select(number => Call(1, number: number, counter: number % 7 == 0 ? "A-1" : number % 11 == 0 ? "?" : $"{number}", language: "vi"))
            .SelectMany(call => Announcement.Korean(call).Concat(Announcement.Brief(call, chime: true))
                .Concat(VoiceClips.Languages.SelectMany(language => Announcement.In(language, call))))
            .Concat(Announcement.Several);

        Assert.Empty(asked.ToHashSet().Except(VoiceClips.All));
    }
}
