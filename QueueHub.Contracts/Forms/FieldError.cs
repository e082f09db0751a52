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
        FieldType.Choice or FieldType.YesNo => new("하나를 선택해 주세요.", "Please choose one.", "请选择一项。", "Vui lòng chọn một mục.", "1つ選択してください。"),
        FieldType.Choices => new(
            "하나 이상 선택해 주세요.", "Please choose at least one.", "请至少选择一项。", "Vui lòng chọn ít nhất một mục.", "1つ以上選択してください。"),
        FieldType.Consent => new(
            "동의하셔야 제출하실 수 있습니다.",
            "This can only be submitted with your consent.",
            "须经您同意才能提交。",
            "Quý vị cần đồng ý thì mới gửi được.",
            "同意いただいた場合のみ提出できます。"),
        _ => new("입력해 주세요.", "Please fill this in.", "请填写此项。", "Vui lòng điền mục này.", "入力してください。"),
    });

    internal static FieldError NotSingle(FormField field) => new(field.Id, "not_single", new(
        "하나만 입력해 주세요.",
        "Please give one answer only.",
        "请只填写一项。",
        "Vui lòng chỉ nhập một câu trả lời.",
        "1つだけ入力してください。"));

    internal static FieldError NotAnOption(FormField field) => new(field.Id, "not_an_option", new(
        "목록에 있는 것 중에서 선택해 주세요.",
        "Please choose from the list.",
        "请从列表中选择。",
        "Vui lòng chọn trong danh sách.",
        "一覧から選択してください。"));

    internal static FieldError TooLong(FormField field, int max) => new(field.Id, "too_long", new(
        $"{max}자 이내로 입력해 주세요.",
        $"Please use at most {max} characters.",
        $"请输入不超过{max}个字。",
        $"Vui lòng nhập tối đa {max} ký tự.",
        $"{max}文字以内で入力してください。"));

    internal static FieldError Pattern(FormField field) => new(field.Id, "pattern", new(
        "사용할 수 없는 글자나 기호가 있습니다.",
        "It has letters or signs that cannot be used here.",
        "含有不能使用的文字或符号。",
        "Có chữ hoặc ký hiệu không dùng được ở đây.",
        "使用できない文字や記号が含まれています。"));

    internal static FieldError NotANumber(FormField field) => new(field.Id, "number", new(
        "숫자만 입력해 주세요.",
        "Please use digits only.",
        "请只输入数字。",
        "Vui lòng chỉ nhập chữ số.",
        "数字だけを入力してください。"));

    internal static FieldError OutOfRange(FormField field) => new(field.Id, "range", (field.Min, field.Max) switch
    {
        ({ } min, { } max) => new(
            $"{Digits(min)}부터 {Digits(max)}까지의 숫자를 입력해 주세요.",
            $"Please give a number from {Digits(min)} to {Digits(max)}.",
            $"请输入{Digits(min)}到{Digits(max)}之间的数字。",
            $"Vui lòng nhập số từ {Digits(min)} đến {Digits(max)}.",
            $"{Digits(min)}から{Digits(max)}までの数字を入力してください。"),
        ({ } min, null) => new(
            $"{Digits(min)} 이상의 숫자를 입력해 주세요.",
            $"Please give a number of {Digits(min)} or more.",
            $"请输入不小于{Digits(min)}的数字。",
            $"Vui lòng nhập số từ {Digits(min)} trở lên.",
            $"{Digits(min)}以上の数字を入力してください。"),
        (_, var max) => new(
            $"{Digits(max)} 이하의 숫자를 입력해 주세요.",
            $"Please give a number of {Digits(max)} or less.",
            $"请输入不大于{Digits(max)}的数字。",
            $"Vui lòng nhập số không quá {Digits(max)}.",
            $"{Digits(max)}以下の数字を入力してください。"),
    });

    internal static FieldError NotADate(FormField field) => new(field.Id, "date", new(
        "날짜를 숫자 8자리로 입력해 주세요. 예: 19900131",
        "Please give the date as 8 digits: year, month, day. For example 19900131.",
        "请用8位数字输入日期（年月日）。例：19900131",
        "Vui lòng nhập ngày bằng 8 chữ số: năm, tháng, ngày. Ví dụ: 19900131.",
        "日付を数字8桁で入力してください。例：19900131"));

    internal static FieldError InTheFuture(FormField field) => new(field.Id, "date_in_future", new(
        "오늘보다 뒤의 날짜입니다. 다시 확인해 주세요.",
        "This date is still to come. Please check it.",
        "该日期晚于今天，请再次确认。",
        "Ngày này ở tương lai. Vui lòng kiểm tra lại.",
        "今日より後の日付です。もう一度ご確認ください。"));

    internal static FieldError NotAPhone(FormField field) => new(field.Id, "phone", new(
        "전화번호를 확인해 주세요. 예: 010-1234-5678",
        "Please check the phone number. For example 010-1234-5678.",
        "请确认电话号码。例：010-1234-5678",
        "Vui lòng kiểm tra số điện thoại. Ví dụ: 010-1234-5678.",
        "電話番号をご確認ください。例：010-1234-5678"));

    internal static FieldError TooMany(FormField group) => new(group.Id, "too_many", FormWords.AtMost(FormGroup.Most(group)));

    private static string Digits(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
