using System.Globalization;
using System.Text;

namespace QueueHub.Contracts.Forms;

/// <summary>Text as a person meant it: composed (NFC), trimmed, without what nobody types on purpose.</summary>
public static class CleanText
{
    /// <summary>One line: every run of white space is one space.</summary>
    public static string Line(string? raw) => Fold(raw, NormalizationForm.FormC, keepLines: false);

    /// <summary>Several lines.</summary>
    public static string Lines(string? raw) => Fold(raw, NormalizationForm.FormC, keepLines: true);

    /// <summary>One line in which full-width digits and signs, as Korean keyboards offer them, are the plain ones.</summary>
    public static string Plain(string? raw) => Fold(raw, NormalizationForm.FormKC, keepLines: false);

    private static string Fold(string? raw, NormalizationForm form, bool keepLines)
    {
        if (string.IsNullOrEmpty(raw))
        {
            return "";
        }

        var kept = new StringBuilder(raw.Length);
        foreach (var rune in raw.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                Space(kept, keepLines && rune.Value == '\n' ? '\n' : ' ');
            }
            else if (!IsUnwanted(rune))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString().Trim().Normalize(form);
    }

    // A line break swallows the spaces before it, and at most one empty line stays.
    private static void Space(StringBuilder kept, char space)
    {
        if (space == '\n')
        {
            while (kept.Length > 0 && kept[^1] == ' ')
            {
                kept.Length--;
            }

            if (kept.Length < 2 || kept[^1] != '\n' || kept[^2] != '\n')
            {
                kept.Append('\n');
            }
        }
        else if (kept.Length > 0 && kept[^1] is not (' ' or '\n'))
        {
            kept.Append(' ');
        }
    }

    // Control characters; lone surrogates (which come as U+FFFD) and non-characters, which cannot be normalised; and the marks that turn the
    // direction of what follows, with which a name could rearrange the clerk's screen.
    private static bool IsUnwanted(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control
        || rune.Value is 0xFFFD or 0xFEFF or 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        || (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
