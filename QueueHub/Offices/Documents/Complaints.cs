using System.Globalization;
using System.Text;

namespace QueueHub.Offices.Documents;

/// <summary>Collects what is wrong with a document, each with its place: <c>services[1].to: must not be below from</c>.</summary>
internal sealed class Complaints
{
    private const int LongestText = 2000;

    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    /// <summary>Complains about <paramref name="place"/> unless <paramref name="holds"/>.</summary>
    public bool Require(bool holds, string place, string sentence)
    {
        if (!holds)
        {
            _all.Add($"{place}: {sentence}");
        }

        return holds;
    }

    /// <summary>A text that people can read in every language it is given in: Korean and English always.</summary>
    public void RequireText(Contracts.LocalText text, string place, int longest = LongestText)
    {
        RequireReadable(text.Ko, $"{place}.ko", longest);
        RequireReadable(text.En, $"{place}.en", longest);
        foreach (var (language, other) in new[] { ("zh", text.Zh), ("vi", text.Vi), ("ja", text.Ja) })
        {
            if (other is not null)
            {
                RequireReadable(other, $"{place}.{language}", longest);
            }
        }
    }

    /// <summary>At least one, at most <paramref name="most"/>; false when there are so many that no more should be looked at.</summary>
    public bool RequireCount(int count, int least, int most, string place)
    {
        Require(count >= least && count <= most, place, least == 0 ? $"must be at most {most}" : $"must be {least} to {most}");
        return count <= most;
    }

    private void RequireReadable(string text, string place, int longest)
    {
        Require(text.EnumerateRunes().Any(IsVisible), place, "must not be empty");
        Require(text.Length <= longest, place, $"must be at most {longest} characters");
        var odd = text.EnumerateRunes().FirstOrDefault(rune => !IsShowable(rune));
        Require(odd == default, place, $"holds U+{odd.Value:X4}, which cannot be shown");
    }

    private static bool IsVisible(Rune rune) =>
        !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned);

    // Control characters, lone surrogates (seen as U+FFFD), private and unassigned ones, and the marks that turn the direction of what follows, with which
    // a name could rearrange a board.
    private static bool IsShowable(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune.Value is not (0xFFFD or 0xFEFF or 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));

    /// <summary>Each value once.</summary>
    public void RequireDistinct<T>(IReadOnlyList<T> values, Func<int, string> place)
    {
        var seen = new HashSet<T>();
        for (var index = 0; index < values.Count; index++)
        {
            Require(seen.Add(values[index]), place(index), $"'{values[index]}' stands there twice");
        }
    }
}
