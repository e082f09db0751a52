namespace DisplayClient.Announcing;

/// <summary>
/// Vietnamese reading of a number: 117 is một trăm mười bảy. One, five and ten sound otherwise after a ten (hai mươi mốt, hai mươi lăm); a missing ten is linh,
/// a missing hundred không trăm.
/// </summary>
public static class VietnameseNumber
{
    /// <summary>The spoken parts in order, as names of clips: 0–10, 100, 1000, <c>mot</c>, <c>lam</c>, <c>muoi</c>, <c>linh</c>. Defined for 1–9999.</summary>
    public static IReadOnlyList<string> Parts(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        var (thousands, hundreds, tens, ones) = (number / 1000, number / 100 % 10, number / 10 % 10, number % 10);
        var parts = new List<string>();
        if (thousands > 0)
        {
            parts.AddRange([Name(thousands), "1000"]);
        }
        if (hundreds > 0 || (thousands > 0 && number % 100 > 0))
        {
            parts.AddRange([Name(hundreds), "100"]);
        }
        parts.AddRange(tens switch
        {
            0 => ones > 0 && number > 10 ? ["linh"] : [],
            1 => ["10"],
            _ => (string[])[Name(tens), "muoi"],
        });
        parts.AddRange(ones switch
        {
            0 => [],
            1 when tens > 1 => ["mot"],
            5 when tens > 0 => ["lam"],
            _ => (string[])[Name(ones)],
        });
        return parts;
    }

    private static string Name(int digit) => digit.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
