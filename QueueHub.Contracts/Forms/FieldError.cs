using System.Globalization;

namespace QueueHub.Contracts.Forms;

/// <summary>What is wrong with one field: a stable code and a sentence that says what to do.</summary>
/// <param name="Field">The key of the answer, see <see cref="FormLeaf"/>.</param>
public sealed record FieldError(string Field, string Code, LocalText Sentence)
{
    /// <summary>Code of an answer that is missing.</summary>
    public const string RequiredCode = "required";

    internal static FieldError Required(FormField field) => new(field.Id, RequiredCode, field.Type switch
    {
        FieldType.Choice or FieldType.YesNo => new("하나를 선택해 주세요.", "Please choose one."),
        FieldType.Choices => new("하나 이상 선택해 주세요.", "Please choose at least one."),
        FieldType.Consent => new("동의하셔야 제출하실 수 있습니다.", "This can only be submitted with your consent."),
        _ => new("입력해 주세요.", "Please fill this in."),
    });

    internal static FieldError NotSingle(FormField field) =>
        new(field.Id, "not_single", new("하나만 입력해 주세요.", "Please give one answer only."));

    internal static FieldError NotAnOption(FormField field) =>
        new(field.Id, "not_an_option", new("목록에 있는 것 중에서 선택해 주세요.", "Please choose from the list."));

    internal static FieldError TooLong(FormField field, int max) =>
        new(field.Id, "too_long", new($"{max}자 이내로 입력해 주세요.", $"Please use at most {max} characters."));

    internal static FieldError Pattern(FormField field) =>
        new(field.Id, "pattern", new("사용할 수 없는 글자나 기호가 있습니다.", "It has letters or signs that cannot be used here."));

    internal static FieldError NotANumber(FormField field) =>
        new(field.Id, "number", new("숫자만 입력해 주세요.", "Please use digits only."));

    internal static FieldError OutOfRange(FormField field) => new(field.Id, "range", (field.Min, field.Max) switch
    {
        ({ } min, { } max) => new($"{Digits(min)}부터 {Digits(max)}까지의 숫자를 입력해 주세요.", $"Please give a number from {Digits(min)} to {Digits(max)}."),
        ({ } min, null) => new($"{Digits(min)} 이상의 숫자를 입력해 주세요.", $"Please give a number of {Digits(min)} or more."),
        (_, var max) => new($"{Digits(max)} 이하의 숫자를 입력해 주세요.", $"Please give a number of {Digits(max)} or less."),
    });

    internal static FieldError NotADate(FormField field) => new(field.Id, "date", new(
        "날짜를 숫자 8자리로 입력해 주세요. 예: 19900131", "Please give the date as 8 digits: year, month, day. For example 19900131."));

    internal static FieldError InTheFuture(FormField field) =>
        new(field.Id, "date_in_future", new("오늘보다 뒤의 날짜입니다. 다시 확인해 주세요.", "This date is still to come. Please check it."));

    internal static FieldError NotAPhone(FormField field) => new(field.Id, "phone", new(
        "전화번호를 확인해 주세요. 예: 010-1234-5678", "Please check the phone number. For example 010-1234-5678."));

    internal static FieldError TooMany(FormField group) => new(group.Id, "too_many", FormWords.AtMost(FormGroup.Most(group)));

    private static string Digits(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
