using System.Reflection;
using QueueHub.Contracts;
using QueueHub.Intake;

namespace QueueHub.UnitTests.Intake;

public class TextsTests
{
    // Where one language needs no word, or uses signs only.
    private static readonly string[] MayBeEmptyInEnglish = [nameof(Texts.AheadUnit), nameof(Texts.OpenCountersUnit)];

    public static TheoryData<string> Names =>
        [.. typeof(Texts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(text => text.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_is_there_in_both_languages(string name)
    {
        var text = (LocalText)typeof(Texts).GetField(name)!.GetValue(null)!;

        Assert.Contains(text.Ko, IsHangul);
        Assert.DoesNotContain(text.En, IsHangul);
        Assert.Equal(MayBeEmptyInEnglish.Contains(name), text.En.Length == 0);
    }

    [Fact]
    public void There_are_texts() => Assert.NotEmpty(Names);

    [Theory]
    [InlineData(0, "0명", "0 people")]
    [InlineData(1, "1명", "1 person")]
    [InlineData(2, "2명", "2 people")]
    public void Counts_agree_with_their_noun(int count, string korean, string english) =>
        Assert.Equal((korean, english), (Texts.People(count).Ko, Texts.People(count).En));

    [Fact]
    public void Open_counters_are_listed_or_none()
    {
        Assert.Equal(new LocalText("1·3번", "1, 3", "1·3号", "1, 3", "1·3番"), Texts.Counters(["1", "3"]));
        Assert.Equal("None", Texts.Counters([]).En);
    }

    private static bool IsHangul(char letter) => letter is >= '가' and <= '힣';
}
