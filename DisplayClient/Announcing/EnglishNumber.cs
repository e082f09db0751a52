namespace DisplayClient.Announcing;

/// <summary>English reading of a number: 117 is one · hundred · seventeen.</summary>
public static class EnglishNumber
{
    /// <summary>The spoken parts in order: 1–19, the tens 20–90, 100 and 1000. Defined for 1–9999.</summary>
    public static IReadOnlyList<int> Parts(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        var parts = new List<int>();
        foreach (var unit in (ReadOnlySpan<int>)[1000, 100])
        {
            var digit = number / unit % 10;
            if (digit > 0)
            {
                parts.Add(digit);
                parts.Add(unit);
            }
        }
        var rest = number % 100;
        if (rest >= 20)
        {
            parts.Add(rest / 10 * 10);
            rest %= 10;
        }
        if (rest > 0)
        {
            parts.Add(rest);
        }
        return parts;
    }
}
