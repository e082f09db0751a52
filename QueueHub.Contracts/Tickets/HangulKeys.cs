using System.Text;

namespace QueueHub.Contracts.Tickets;

/// <summary>
/// The keys that were pressed for a text. A reader types a link key by key, and with the Korean input method on, "seocho" arrives as "ㄴㄷㅐ초". Of the
/// two-set layout, which all keyboards sold in Korea have. Pure.
/// </summary>
public static class HangulKeys
{
    private const char FirstSyllable = '가', LastSyllable = '힣', FirstJamo = 'ㄱ', LastJamo = 'ㅣ';

    // In the order of Unicode.
    private static readonly string[] Initials =
        ["r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"];
    private static readonly string[] Vowels =
        ["k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l"];
    private static readonly string[] Finals =
    [
        "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g",
    ];
    private static readonly string[] Consonants =
    [
        "r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "Q", "qt", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g",
    ];

    /// <summary>The text with every Hangul letter as its keys; everything else stays.</summary>
    public static string ToLatin(string text)
    {
        var keys = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            keys.Append(KeysOf(letter));
        }

        return keys.ToString();
    }

    private static string KeysOf(char letter)
    {
        if (letter is >= FirstSyllable and <= LastSyllable)
        {
            var place = letter - FirstSyllable;
            return Initials[place / (Vowels.Length * Finals.Length)] + Vowels[place / Finals.Length % Vowels.Length] + Finals[place % Finals.Length];
        }

        if (letter is >= FirstJamo and <= LastJamo)
        {
            var place = letter - FirstJamo;
            return place < Consonants.Length ? Consonants[place] : Vowels[place - Consonants.Length];
        }

        return letter.ToString();
    }
}
