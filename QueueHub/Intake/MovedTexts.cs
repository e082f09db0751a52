using System.Globalization;
using QueueHub.Contracts;

namespace QueueHub.Intake;

/// <summary>What the phone says of a ticket that has become another office's.</summary>
internal static class MovedTexts
{
    public static readonly LocalText Title = new("다른 민원실로 접수되었습니다", "You have a number at another office");

    public static readonly LocalText Help = new(
        "이 번호는 더 이상 부르지 않습니다. 아래 민원실에서 새 번호로 불러 드립니다.", "This number is no longer called. The office below calls you by your new number.");

    public static readonly LocalText Open = new("새 번호표 보기", "Open the new ticket");

    public static readonly LocalText WithoutLink = new(
        "새 번호표 화면을 열 수 없습니다. 해당 민원실의 안내 화면에서 새 번호를 확인해 주세요.",
        "The new ticket's page cannot be opened. Please watch for your new number on the screen of that office.");

    /// <summary>Which number, where.</summary>
    public static LocalText NumberAt(LocalText office, int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return new LocalText($"{office.Ko} 번호 {digits}", $"{office.En}, number {digits}");
    }
}
