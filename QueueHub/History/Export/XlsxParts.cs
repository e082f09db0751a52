using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.VariantTypes;

namespace QueueHub.History.Export;

/// <summary>All parts of a workbook but its sheet.</summary>
internal static class XlsxParts
{
    /// <summary>Where the sheet stands.</summary>
    public const string SheetPath = "xl/worksheets/sheet1.xml";

    /// <summary>The custom property of the file that says the version of its schema.</summary>
    public const string SchemaProperty = "QueueHub schema version";

    private const string Types =
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
        <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
        <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
        <Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>
        </Types>
        """;

    private const string Root =
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
        <Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
        <Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/>
        </Relationships>
        """;

    private const string OfWorkbook =
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
        </Relationships>
        """;

    /// <summary>Writes them.</summary>
    /// <param name="name">Of the sheet.</param>
    public static void Write(ZipArchive archive, string name, DateTimeOffset made)
    {
        Write(archive, "[Content_Types].xml", Types);
        Write(archive, "_rels/.rels", Root);
        Write(archive, "docProps/core.xml", Core(name, made));
        Write(archive, "docProps/custom.xml", new Properties(new CustomDocumentProperty(new VTInt32(ExportSchema.Version.ToString(CultureInfo.InvariantCulture)))
        {
            // The format's one name for properties that users make.
            FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
            PropertyId = 2,
            Name = SchemaProperty,
        }));
        Write(archive, "xl/workbook.xml", new Workbook(new Sheets(new Sheet { Name = name, SheetId = 1, Id = "r1" })));
        Write(archive, "xl/_rels/workbook.xml.rels", OfWorkbook);
        Write(archive, "xl/styles.xml", XlsxStyles.Sheet());
    }

    private static string Core(string title, DateTimeOffset made) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <dc:title>{title}</dc:title><dc:creator>QueueHub</dc:creator>
        <dcterms:created xsi:type="dcterms:W3CDTF">{made.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}</dcterms:created>
        </cp:coreProperties>
        """;

    private static void Write(ZipArchive archive, string path, string text)
    {
        using var entry = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private static void Write(ZipArchive archive, string path, OpenXmlElement element)
    {
        using var entry = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
        using var writer = new OpenXmlPartWriter(entry);
        writer.WriteStartDocument();
        writer.WriteElement(element);
    }
}
