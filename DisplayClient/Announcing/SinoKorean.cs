namespace DisplayClient.Announcing;

/// <summary>Sino-Korean reading of a number, as ticket and counter numbers are called: 117 is 백 십 칠, never 일백.</summary>
public static class SinoKorean
{
    /// <summary>The spoken parts in order: digits 1–9 and the units 10, 100, 1000. Defined for 1–9999.</summary>
    public static IReadOnlyList<int> Parts(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        var parts = new List<int>();
        foreach (var unit in (ReadOnlySpan<int>)[1000, 100, 10])
        {
            var digit = number / unit % 10;
            if (digit > 1)
            {
                parts.Add(digit);
            }
            if (digit > 0)
            {
                parts.Add(unit);
            }
        }
        if (number % 10 > 0)
        {
            parts.Add(number % 10);
        }
        return parts;
    }
}
