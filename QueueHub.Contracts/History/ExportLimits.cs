namespace QueueHub.Contracts.History;

/// <summary>How much a file of history holds.</summary>
public static class ExportLimits
{
    /// <summary>Rows of a sheet beside the one with the names: more the format does not have.</summary>
    public const int XlsxRows = 1_048_575;

    /// <summary>Rows of a CSV file beside the one with the names.</summary>
    public const int CsvRows = 12_000_000;
}
