using QueueHub.Contracts.History;

namespace QueueHub.History.Export;

/// <summary>What an export can be.</summary>
/// <param name="Extension">Of its file and its address.</param>
/// <param name="MostRows">So many rows it has at most, without the names.</param>
internal sealed record ExportFormat(string Extension, string ContentType, int MostRows)
{
    /// <summary>For programs, and for much.</summary>
    public static readonly ExportFormat Csv = new("csv", "text/csv; charset=utf-8", ExportLimits.CsvRows);

    /// <summary>For people: a sheet has no more rows.</summary>
    public static readonly ExportFormat Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ExportLimits.XlsxRows);

    public static readonly IReadOnlyList<ExportFormat> All = [Csv, Xlsx];

    /// <summary>Begins the file.</summary>
    public ISheet Begin(Stream to, string name, IReadOnlyList<ExportColumn> columns, DateTimeOffset made) =>
        this == Csv ? new CsvSheet(to, columns) : new XlsxSheet(to, name, columns, made);
}
