using DisplayClient.Boards;
using QueueHub.Contracts;
using static QueueHub.UnitTests.Display.SampleBoards;

namespace QueueHub.UnitTests.Display;

public class NoticeTurnTests
{
    private static readonly string Long = new('가', 60);

    [Fact]
    public void Two_short_sentences_stand_together_at_any_time()
    {
        var text = new LocalText("엘리베이터 점검 중입니다", "The lift is being checked");

        Assert.All(Enumerable.Range(0, 20), second => Assert.Equal(["ko", "en"], NoticeTurn.At(text, Noon.AddSeconds(second))));
    }

    [Fact]
    public void Long_ones_take_turns_and_each_stays_long_enough_to_be_read()
    {
        var text = new LocalText(Long, "Short");

        var shown = Enumerable.Range(0, 32).Select(second => Assert.Single(NoticeTurn.At(text, Noon.AddSeconds(second)))).ToList();

        Assert.Equal(16, shown.Count(language => language == "ko"));
        Assert.Equal(16, shown.Count(language => language == "en"));
        Assert.InRange(shown.Zip(shown.Skip(1)).Count(pair => pair.First != pair.Second), 3, 4);
    }

    [Fact]
    public void A_sentence_that_was_not_translated_is_shown_once() =>
        Assert.Equal(["ko"], NoticeTurn.At(new LocalText("안내", "안내"), Noon));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void One_page_needs_no_turn(int count) => Assert.Equal(0, NoticeTurn.Index(Noon.AddSeconds(9), count));
}
