using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using QueueHub.Contracts.History;

namespace QueueHub.History.Export;

/// <summary>
/// A workbook of one sheet, written as it goes: cells go through the SDK's writer into a compressed entry of an archive that is never held
/// (docs/adr/0011). Texts are typed as texts, so that nothing in them is ever reckoned.
/// </summary>
internal sealed class XlsxSheet : ISheet
{
    private const int MostRows = ExportLimits.XlsxRows + 1;

    private static readonly DateTime DayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly Row Row = new();
    private static readonly Cell Cell = new();
    private static readonly CellValue Value = new();
    private static readonly InlineString Inline = new();
    private static readonly Text Words = new() { Space = SpaceProcessingModeValues.Preserve };
    private static readonly OpenXmlAttribute[] WordsAttributes = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];
    private static readonly OpenXmlAttribute[] NoAttributes = [];

    private readonly IReadOnlyList<ExportColumn> _columns;
    private readonly ZipArchive _archive;
    private readonly Stream _entry;
    private readonly OpenXmlPartWriter _sheet;
    private int _rows;

    public XlsxSheet(Stream to, string name, IReadOnlyList<ExportColumn> columns, DateTimeOffset made)
    {
        _columns = columns;
        _archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        XlsxParts.Write(_archive, name, made);
        _entry = _archive.CreateEntry(XlsxParts.SheetPath, CompressionLevel.Fastest).Open();
        _sheet = new OpenXmlPartWriter(_entry);
        _sheet.WriteStartDocument();
        _sheet.WriteStartElement(new Worksheet());
        _sheet.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        _sheet.WriteElement(new Columns(columns.Select((column, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = Math.Max(column.Width, column.Name.Length + 2),
            CustomWidth = true,
        })));
        _sheet.WriteStartElement(new SheetData());
        Write(columns.Select(column => column.Name).ToList(), header: true);
    }

    public void Write(IReadOnlyList<object?> cells) => Write(cells, header: false);

    public void Complete()
    {
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        Dispose();
    }

    public void Dispose()
    {
        _sheet.Dispose();
        _entry.Dispose();
        _archive.Dispose();
    }

    private void Write(IReadOnlyList<object?> cells, bool header)
    {
        if (++_rows > MostRows)
        {
            throw new InvalidOperationException($"A sheet has {MostRows} rows.");
        }

        _sheet.WriteStartElement(Row, NoAttributes);
        for (var index = 0; index < cells.Count; index++)
        {
            Write(cells[index], header ? XlsxStyles.Header : XlsxStyles.Of(_columns[index].Kind));
        }

        _sheet.WriteEndElement();
    }

    private void Write(object? cell, string style)
    {
        if (cell is string text)
        {
            _sheet.WriteStartElement(Cell, [new("s", "", style), new("t", "", "inlineStr")]);
            _sheet.WriteStartElement(Inline, NoAttributes);
            _sheet.WriteStartElement(Words, WordsAttributes);
            _sheet.WriteString(Writable(text));
            _sheet.WriteEndElement();
            _sheet.WriteEndElement();
        }
        else
        {
            _sheet.WriteStartElement(Cell, [new("s", "", style)]);
            if (cell is not null)
            {
                _sheet.WriteStartElement(Value, NoAttributes);
                _sheet.WriteString(Number(cell));
                _sheet.WriteEndElement();
            }
        }

        _sheet.WriteEndElement();
    }

    // Times are days since day zero by the clock on the wall: the format knows no offset. Of whole seconds, as in the CSV: some programs round, and some cut off.
    private static string Number(object cell) => cell switch
    {
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly day => (day.ToDateTime(TimeOnly.MinValue) - DayZero).Days.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset at => (Math.Floor((at.DateTime - DayZero).TotalSeconds) / TimeSpan.SecondsPerDay).ToString("R", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{cell.GetType()} is no cell", nameof(cell)),
    };

    // XML has no way to hold the others.
    private static string Writable(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)));
}
