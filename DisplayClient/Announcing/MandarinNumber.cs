namespace DisplayClient.Announcing;

/// <summary>Mandarin reading of a number: 117 is 一百一十七, 17 is 十七, 105 is 一百零五, 2000 is 两千.</summary>
public static class MandarinNumber
{
    /// <summary>The spoken parts in order: digits, 0 for a gap between them, the units 10, 100, 1000, and 2000 in one. Defined for 1–9999.</summary>
    public static IReadOnlyList<int> Parts(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        var parts = new List<int>();
        var gap = false;
        foreach (var unit in (ReadOnlySpan<int>)[1000, 100, 10, 1])
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                gap = parts.Count > 0;
                continue;
            }
            if (gap)
            {
                parts.Add(0);
                gap = false;
            }
            parts.AddRange((digit, unit) switch
            {
                (2, 1000) => [2000],
                (1, 10) when parts.Count == 0 => [10],
                (_, 1) => [digit],
                _ => (int[])[digit, unit],
            });
        }
        return parts;
    }
}
