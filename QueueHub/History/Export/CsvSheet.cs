using System.Buffers;
using System.Globalization;
using System.Text;

namespace QueueHub.History.Export;

/// <summary>Comma-separated values (RFC 4180): UTF-8 with its mark, without which spreadsheets take Korean for something else.</summary>
internal sealed class CsvSheet : ISheet
{
    /// <summary>What a spreadsheet would take for the beginning of a formula.</summary>
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r");
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private readonly Stream _to;
    private readonly StringBuilder _line = new();

    public CsvSheet(Stream to, IReadOnlyList<ExportColumn> columns)
    {
        _to = to;
        _to.Write(Encoding.UTF8.Preamble);
        Write(columns.Select(column => column.Name).ToList());
    }

    public void Write(IReadOnlyList<object?> cells)
    {
        _line.Clear();
        for (var index = 0; index < cells.Count; index++)
        {
            _line.Append(index == 0 ? "" : ",").Append(Text(cells[index]));
        }

        _to.Write(Encoding.UTF8.GetBytes(_line.Append("\r\n").ToString()));
    }

    public void Complete()
    {
    }

    public void Dispose()
    {
    }

    /// <summary>A cell as it stands in the line.</summary>
    internal static string Text(object? cell) => cell switch
    {
        null => "",
        string text => Quoted(Harmless(text)),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        double number => Math.Round(number, 4).ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{cell.GetType()} is no cell", nameof(cell)),
    };

    private static string Harmless(string text) =>
        text.Length > 0 && Formula.Contains(text[0]) ? $"'{text}" : text;

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
