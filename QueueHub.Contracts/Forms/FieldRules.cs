using System.Globalization;
using System.Text.RegularExpressions;

namespace QueueHub.Contracts.Forms;

/// <summary>One answer: its normal form, or what is wrong with it. Without values and without error it was left empty.</summary>
internal readonly record struct FieldAnswer(IReadOnlyList<string>? Values, FieldError? Error = null)
{
    public static readonly FieldAnswer Empty = new(null);

    public static implicit operator FieldAnswer(string value) => value.Length == 0 ? Empty : new([value]);

    public static implicit operator FieldAnswer(FieldError error) => new(null, error);
}

/// <summary>The rules of one field, by its type.</summary>
internal static partial class FieldRules
{
    /// <summary>Longest text of a type when the field sets no limit of its own.</summary>
    public static int MaxLength(FormField field) => field.MaxLength ?? field.Type switch
    {
        FieldType.LongText => 1000,
        FieldType.Address => 200,
        FieldType.Phone or FieldType.Number or FieldType.Date => 20,
        _ => 100,
    };

    public static FieldAnswer Read(FormField field, IReadOnlyList<string>? raw, DateOnly today)
    {
        var answer = field.Type == FieldType.Choices ? Choices(field, raw ?? []) : raw switch
        {
            null or [] => FieldAnswer.Empty,
            [var only] => Single(field, only, today),
            _ => FieldError.NotSingle(field),
        };
        return answer == FieldAnswer.Empty && field.Required ? FieldError.Required(field) : answer;
    }

    private static FieldAnswer Single(FormField field, string? raw, DateOnly today) => field.Type switch
    {
        FieldType.Number => Number(field, CleanText.Plain(raw)),
        FieldType.Date => Date(field, CleanText.Plain(raw), today),
        FieldType.Phone => Phone(field, CleanText.Plain(raw)),
        FieldType.Choice => OneOf(field, raw, [.. (field.Options ?? []).Select(option => option.Value)]),
        FieldType.YesNo => OneOf(field, raw, ["yes", "no"]),
        FieldType.Consent => raw == "no" ? FieldAnswer.Empty : OneOf(field, raw, ["yes"]),
        FieldType.LongText => Text(field, CleanText.Lines(raw)),
        _ => Text(field, CleanText.Line(raw)),
    };

    private static FieldAnswer Text(FormField field, string text) =>
        text.Length == 0 ? FieldAnswer.Empty
        : text.Length > MaxLength(field) ? FieldError.TooLong(field, MaxLength(field))
        : !Matches(field.Pattern, text) ? FieldError.Pattern(field)
        : text;

    private static FieldAnswer OneOf(FormField field, string? raw, IReadOnlyList<string> options) =>
        string.IsNullOrEmpty(raw) ? FieldAnswer.Empty : options.Contains(raw) ? raw : FieldError.NotAnOption(field);

    private static FieldAnswer Choices(FormField field, IReadOnlyList<string> raw)
    {
        var chosen = raw.Where(value => !string.IsNullOrEmpty(value)).ToHashSet();
        var known = (field.Options ?? []).Select(option => option.Value).Where(chosen.Contains).ToList();
        return chosen.Count > known.Count ? FieldError.NotAnOption(field) : known.Count == 0 ? FieldAnswer.Empty : new(known);
    }

    private static FieldAnswer Number(FormField field, string text)
    {
        if (text.Length == 0)
        {
            return FieldAnswer.Empty;
        }

        if (text.Length > MaxLength(field) || !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return FieldError.NotANumber(field);
        }

        return number < field.Min || number > field.Max
            ? FieldError.OutOfRange(field)
            : number.ToString(CultureInfo.InvariantCulture);
    }

    private static FieldAnswer Phone(FormField field, string text)
    {
        var digits = PhoneSeparators.Replace(text, "");
        return digits.Length == 0 && text.Length == 0 ? FieldAnswer.Empty
            : !PhoneDigits.IsMatch(digits) || !Matches(field.Pattern, digits) ? FieldError.NotAPhone(field)
            : digits;
    }

    private static FieldAnswer Date(FormField field, string text, DateOnly today)
    {
        if (text.Length == 0)
        {
            return FieldAnswer.Empty;
        }

        if (text.Length > MaxLength(field) || DateParts.Match(text) is not { Success: true } parts
            || !DateOnly.TryParseExact(
                $"{parts.Groups["year"].Value}-{parts.Groups["month"].Value}-{parts.Groups["day"].Value}",
                "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || date.Year is < 1900 or > 2199)
        {
            return FieldError.NotADate(field);
        }

        return IsBirthday(field) && date > today
            ? FieldError.InTheFuture(field)
            : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>True for the date of a birth, which is never still to come; "section-child bday" is one, too.</summary>
    public static bool IsBirthday(FormField field) => field.Autocomplete?.Split(' ')[^1] == "bday";

    // Templates are written by the office, answers by anybody: without backtracking no answer can make a pattern slow.
    private static bool Matches(string? pattern, string text) =>
        pattern is null || Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"[\s.()\-\u2010-\u2015\u2212]")]
    private static partial Regex PhoneSeparators { get; }

    [GeneratedRegex(@"^\+?[0-9]{7,15}\z")]
    private static partial Regex PhoneDigits { get; }

    // 19900131, 1990-1-31, 1990.01.31., 1990년 1월 31일
    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:(?<month>[0-9]{2})(?<day>[0-9]{2})|[.\-/년] ?(?<month>[0-9]{1,2})[.\-/월] ?(?<day>[0-9]{1,2})[.일]?)\z")]
    private static partial Regex DateParts { get; }
}
