using System.Globalization;

namespace QueueHub.Feed;

/// <summary>What a reader of the feed asks for. Pure.</summary>
/// <param name="StdgCd">Where; null: everywhere.</param>
public readonly record struct FeedQuestion(int PageNo, int NumOfRows, bool Xml, string? StdgCd)
{
    /// <summary>Rows of a page that names no number.</summary>
    public const int UsualRows = 10;

    /// <summary>Rows of a page at most.</summary>
    public const int MostRows = 1000;

    /// <summary>Reads the parameters; null when one of them is none.</summary>
    public static FeedQuestion? Read(string? pageNo, string? numOfRows, string? type, string? stdgCd) =>
        Whole(pageNo, 1, 1_000_000) is { } page && Whole(numOfRows, UsualRows, MostRows) is { } rows && IsXml(type) is { } xml && Place(stdgCd, out var place)
            ? new FeedQuestion(page, rows, xml, place)
            : null;

    /// <summary>True when an item of this place is asked for: zeros at the end of a code stand for all that is within.</summary>
    public bool Covers(string stdgCd) => StdgCd is null || stdgCd == StdgCd || stdgCd.StartsWith(Within(StdgCd), StringComparison.Ordinal);

    // A province has two digits, a district five, a neighbourhood eight, a village all ten.
    private static string Within(string code) =>
        code[2..].All(IsZero) ? code[..2] : code[5..].All(IsZero) ? code[..5] : code[8..].All(IsZero) ? code[..8] : code;

    private static bool IsZero(char digit) => digit == '0';

    private static int? Whole(string? text, int usual, int most) =>
        string.IsNullOrEmpty(text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : null;

    private static bool? IsXml(string? type) => type?.ToLowerInvariant() switch
    {
        null or "" or "json" => false,
        "xml" => true,
        _ => null,
    };

    private static bool Place(string? code, out string? place)
    {
        place = string.IsNullOrEmpty(code) ? null : code;
        return place is null || (place.Length == 10 && place.All(char.IsAsciiDigit));
    }
}
