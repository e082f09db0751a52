using QueueHub.Contracts.Tickets;

namespace QueueHub.Contracts.Screens;

/// <summary>
/// The code that a screen shows and a person types: eight letters of twenty, without vowels, so that it spells no word, and without letters that are taken for
/// one another (RFC 8628, 6.1). Pure.
/// </summary>
public static class UserCode
{
    /// <summary>The letters.</summary>
    public const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    /// <summary>How many there are of them.</summary>
    public const int Length = 8;

    /// <summary>What was typed or scanned as the code alone; null when it is none. Case, spaces and hyphens do not matter, nor does the Korean input method.</summary>
    public static string? Parse(string? typed)
    {
        if (typed is null or { Length: > 4 * Length })
        {
            return null;
        }

        var code = string.Concat(HangulKeys.ToLatin(typed).Where(letter => letter is not ('-' or ' '))).ToUpperInvariant();
        return code.Length == Length && code.All(Letters.Contains) ? code : null;
    }

    /// <summary>The code as it is shown.</summary>
    public static string Shown(string code) => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";
}
