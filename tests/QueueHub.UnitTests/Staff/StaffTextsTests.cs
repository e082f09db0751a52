using System.Reflection;
using QueueHub.Contracts;
using QueueHub.Contracts.Staff;
using QueueHub.Staff.Accounts;
using QueueHub.Staff.Pages;

namespace QueueHub.UnitTests.Staff;

public class StaffTextsTests
{
    private static readonly string[] Actions =
        [.. typeof(StaffAction).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetRawConstantValue()!)];

    private static IEnumerable<LocalText> All =>
    [
        .. typeof(StaffTexts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(text => (LocalText)text.GetValue(null)!),
        .. Enum.GetValues<StaffRole>().Select(StaffTexts.Of),
        .. Actions.Select(StaffTexts.Of),
        .. Actions.Select(StaffTexts.Done).OfType<LocalText>(),
    ];

    [Fact]
    public void Every_text_and_every_word_of_the_log_is_there_in_both_languages() => Assert.All(All, text =>
    {
        Assert.Contains(text.Ko, IsHangul);
        Assert.NotEmpty(text.En);
        Assert.DoesNotContain(text.En, IsHangul);
    });

    [Fact]
    public void What_no_change_is_called_says_nothing() => Assert.Null(StaffTexts.Done("<script>"));

    private static bool IsHangul(char letter) => letter is >= '가' and <= '힣';
}
