namespace QueueHub.Contracts.Forms;

/// <summary>The words of every form, whoever reads or writes it.</summary>
public static class FormWords
{
    public static readonly LocalText Yes = new("예", "Yes");
    public static readonly LocalText No = new("아니요", "No");
    public static readonly LocalText Agree = new("동의합니다", "I agree");
    public static readonly LocalText Agreed = new("동의함", "Agreed");
    public static readonly LocalText Optional = new("(선택)", "(optional)");
    public static readonly LocalText Choose = new("선택하세요", "Please choose");
    public static readonly LocalText DateHelp = new("숫자 8자리로 입력하세요. 예: 19900131", "8 digits: year, month, day. For example 19900131");
    public static readonly LocalText NotAnswered = new("적지 않음", "Left empty");
    public static readonly LocalText Remove = new("삭제", "Remove");

    public static LocalText ExampleOf(LocalText example) => new($"예: {example.Ko}", $"For example: {example.En}");
    public static LocalText Add(LocalText item) => new($"{item.Ko} 추가", $"Add {item.En.ToLowerInvariant()}");
    public static LocalText RemoveEntry(LocalText entry) => new($"{entry.Ko} 삭제", $"Remove: {entry.En}");
    public static LocalText Removed(LocalText entry) => new($"{entry.Ko} 내용을 삭제했습니다.", $"{entry.En} was removed.");
    public static LocalText AtMost(int count) => new($"최대 {count}번까지 추가하실 수 있습니다.", $"You can add up to {count}.");
}
