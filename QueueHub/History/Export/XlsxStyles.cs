using DocumentFormat.OpenXml.Spreadsheet;

namespace QueueHub.History.Export;

/// <summary>How cells look, by what their column holds.</summary>
internal static class XlsxStyles
{
    /// <summary>Of the first row.</summary>
    public const string Header = "1";

    private const uint DayFormat = 164;
    private const uint TimeFormat = 165;
    private const uint ShareFormat = 166;

    /// <summary>Place of the style of a kind in <see cref="Sheet"/>.</summary>
    public static string Of(CellKind kind) => kind switch
    {
        CellKind.Text => "2",
        CellKind.Whole => "3",
        CellKind.Number => "4",
        CellKind.Share => "5",
        CellKind.Date => "6",
        CellKind.Time => "7",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    /// <summary>The styles of the workbook.</summary>
    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy-mm-dd" },
            new NumberingFormat { NumberFormatId = TimeFormat, FormatCode = "yyyy-mm-dd hh:mm:ss" },
            new NumberingFormat { NumberFormatId = ShareFormat, FormatCode = "0.0%" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(Format(0), Format(0, font: 1), Format(49), Format(1), Format(4), Format(ShareFormat), Format(DayFormat), Format(TimeFormat)));

    // 49, 1 and 4 are the format's own: text, a whole number, one with two decimals.
    private static CellFormat Format(uint number, uint font = 0) => new()
    {
        NumberFormatId = number,
        FontId = font,
        FillId = 0,
        BorderId = 0,
        FormatId = 0,
        ApplyNumberFormat = number > 0,
        ApplyFont = font > 0,
    };
}
