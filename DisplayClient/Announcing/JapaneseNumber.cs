namespace DisplayClient.Announcing;

/// <summary>Japanese reading of a number: 117 is ひゃく・じゅう・なな. What sounds otherwise in compounds is a part of its own: さんびゃく, ろっぴゃく, はっぴゃく, さんぜん, はっせん.</summary>
public static class JapaneseNumber
{
    private static readonly int[] Changed = [300, 600, 800, 3000, 8000];

    /// <summary>The spoken parts in order: digits, the units 10, 100, 1000, and 300, 600, 800, 3000, 8000 in one. Defined for 1–9999.</summary>
    public static IReadOnlyList<int> Parts(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        var parts = new List<int>();
        foreach (var unit in (ReadOnlySpan<int>)[1000, 100, 10, 1])
        {
            var digit = number / unit % 10;
            parts.AddRange(digit switch
            {
                0 => [],
                1 => [unit],
                _ when unit == 1 => [digit],
                _ when Changed.Contains(digit * unit) => [digit * unit],
                _ => (int[])[digit, unit],
            });
        }
        return parts;
    }
}
