using System.Reflection;
using QueueHub.Contracts;
using QueueHub.Platform;

namespace QueueHub.UnitTests.Platform;

public class ProblemTextsTests
{
    public static TheoryData<string> Codes =>
        [.. typeof(ProblemCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_sentence_in_both_languages(string code)
    {
        var text = ProblemTexts.All[code];
        Assert.Contains(text.Ko, letter => letter is >= '가' and <= '힣');
        Assert.DoesNotContain(text.En, letter => letter is >= '가' and <= '힣');
        Assert.EndsWith(".", text.Ko);
        Assert.EndsWith(".", text.En);
    }

    [Fact]
    public void There_are_no_sentences_without_a_code() => Assert.Equal(Codes.Count, ProblemTexts.All.Count);

    [Fact]
    public void An_unknown_code_reads_as_an_unexpected_failure() =>
        Assert.Equal(ProblemTexts.In(ProblemCodes.Internal, "ko"), ProblemTexts.In("never_heard_of", "ko"));
}
