using System.Globalization;
using System.Text.RegularExpressions;

namespace QueueHub.Contracts.Forms;

/// <summary>How an accepted answer is read by people: the label of what was chosen, a date in words, a phone number in groups.</summary>
public static partial class AnswerText
{
    /// <summary>One text per value; what cannot be improved is given as it is.</summary>
    public static IReadOnlyList<string> Of(FormField field, IReadOnlyList<string> values, string language) =>
        [.. values.Select(value => One(field, value, language))];

    /// <summary>A date in words. Not from the culture's data: the clerk's client has none.</summary>
    public static string Date(DateOnly date, string language) => language switch
    {
        "ko" => $"{date.Year}년 {date.Month}월 {date.Day}일",
        "zh" or "ja" => $"{date.Year}年{date.Month}月{date.Day}日",
        "vi" => $"{date.Day}/{date.Month}/{date.Year}",
        _ => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
    };

    private static string One(FormField field, string value, string language) => field.Type switch
    {
        FieldType.Choice or FieldType.Choices => field.Options?.FirstOrDefault(option => option.Value == value)?.Label.In(language) ?? value,
        FieldType.Date => Date(value, language),
        FieldType.Phone => Phone(value),
        FieldType.YesNo => (value == "yes" ? FormWords.Yes : FormWords.No).In(language),
        FieldType.Consent => FormWords.Agreed.In(language),
        _ => value,
    };

    private static string Date(string value, string language) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Date(date, language) : value;

    private static string Phone(string value) =>
        Grouped.Match(value) is { Success: true } parts ? string.Join('-', parts.Groups.Values.Skip(1).Where(part => part.Success).Select(part => part.Value)) : value;

    // 02-123-4567, 010-1234-5678, 031-123-4567, 1588-1234
    [GeneratedRegex(@"^(?:(02|0[0-9]{2})([0-9]{3,4})([0-9]{4})|(1[0-9]{3})([0-9]{4}))\z")]
    private static partial Regex Grouped { get; }
}
