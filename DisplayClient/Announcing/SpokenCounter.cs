using System.Globalization;

namespace DisplayClient.Announcing;

/// <summary>How a counter's name is said: "12" as a number, "A" as a letter, "3-1" as 삼 다시 일.</summary>
public static class SpokenCounter
{
    /// <summary>Longer names are not understood at once: the voice points to the screen.</summary>
    private const int MostParts = 4;

    private const string Dash = "-";

    /// <summary>Clips with their folder; null when the voice had better point to the screen.</summary>
    public static IReadOnlyList<string>? Parts(string counter, Voice voice)
    {
        var parts = Split(counter);
        // A dash only between two names.
        var joined = parts is [not Dash, .., not Dash] or [not Dash] && !counter.Contains(Dash + Dash, StringComparison.Ordinal);
        return joined && parts.Count <= MostParts && parts.All(IsSpoken) ? [.. parts.SelectMany(part => Clips(part, voice))] : null;
    }

    private static List<string> Split(string counter)
    {
        var parts = new List<string>();
        for (var (start, end) = (0, 0); start < counter.Length; start = end)
        {
            do
            {
                end++;
            }
            while (end < counter.Length && char.IsAsciiDigit(counter[start]) && char.IsAsciiDigit(counter[end]));
            parts.Add(counter[start..end]);
        }
        return parts;
    }

    private static bool IsSpoken(string part) =>
        part == Dash || char.IsAsciiLetter(part[0]) || (char.IsAsciiDigit(part[0]) && Value(part) is >= 1 and <= Voice.MaxSpoken);

    private static IEnumerable<string> Clips(string part, Voice voice) =>
        part == Dash ? [voice.Own("dash")]
        : char.IsAsciiDigit(part[0]) ? voice.Number(Value(part)).Select(voice.Own)
        : [$"letters/{char.ToLowerInvariant(part[0])}"];

    private static int Value(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
