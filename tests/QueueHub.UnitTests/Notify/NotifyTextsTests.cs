using System.Reflection;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Intake;
using QueueHub.Notify;
using QueueHub.Notify.Push;

namespace QueueHub.UnitTests.Notify;

public class NotifyTextsTests
{
    private static readonly Notice Called = new(NoticeKind.Called, "id", new LocalText("서초구청", "Seocho", "瑞草区厅", "Quận Seocho", "瑞草区庁"), 12, 0, "3", DateTimeOffset.MaxValue);

    public static TheoryData<string> Names => [.. typeof(Texts).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(text => text.Name).Where(name => name.StartsWith("Notify", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_word_is_there_in_five_languages(string name) => FiveLanguages((LocalText)typeof(Texts).GetField(name)!.GetValue(null)!);

    [Fact]
    public void Every_notice_is_there_in_five_languages()
    {
        Notice[] notices = [Called, Called with { Kind = NoticeKind.Ahead, Ahead = 3, Counter = null }, Called with { Kind = NoticeKind.Ahead, Counter = null }];
        foreach (var notice in notices)
        {
            FiveLanguages(Texts.NoticeTitle(notice));
            FiveLanguages(Texts.NoticeBody(notice));
            FiveLanguages(Texts.NoticeMessage(notice));
            Assert.Contains("12", Texts.NoticeMessage(notice).Vi, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_worker_gets_ready_sentences_and_no_link() => Assert.Equal(
        """{"id":"id","kind":"called","lang":"en","title":"Number 12: counter 3","body":"Seocho"}""",
        JsonDocument.Parse(PushNotifier.Message(Called, "en")).RootElement.GetRawText());

    private static void FiveLanguages(LocalText text)
    {
        string?[] all = [text.Ko, text.En, text.Zh, text.Vi, text.Ja];
        Assert.All(all, words => Assert.False(string.IsNullOrWhiteSpace(words)));
        Assert.Equal(5, all.Distinct().Count());
    }
}
