using System.Text.RegularExpressions;

namespace QueueHub.Notify;

/// <summary>A Korean mobile number as people write it.</summary>
public static partial class PhoneNumber
{
    /// <summary>Its eleven digits; null when it is none.</summary>
    public static string? Read(string? text)
    {
        var digits = Separators().Replace(text ?? "", "");
        digits = digits.StartsWith("+82", StringComparison.Ordinal) ? "0" + digits[3..].TrimStart('0') : digits;
        return Mobile().IsMatch(digits) ? digits : null;
    }

    [GeneratedRegex(@"[\s.()-]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^010[0-9]{8}\z")]
    private static partial Regex Mobile();
}
