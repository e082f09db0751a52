using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using QueueHub.History.Export;

namespace QueueHub.UnitTests.History.Export;

/// <summary>Files that spreadsheets and programs read alike, and in which nothing is a formula.</summary>
public class SheetTests
{
    private static readonly ExportColumn[] Columns =
    [
        new("text", CellKind.Text), new("day", CellKind.Date), new("at", CellKind.Time), new("whole", CellKind.Whole), new("number", CellKind.Number),
        new("share", CellKind.Share),
    ];

    private static readonly object?[] Usual =
        ["주민등록", new DateOnly(2026, 3, 2), new DateTimeOffset(2026, 3, 2, 9, 30, 15, TimeSpan.FromHours(9)), 42L, 1.23456, 0.5];

    [Fact]
    public void The_schema_of_tickets_is_what_the_docs_promise() => Assert.Equal(
        "office,business_date,number,service,journey,class,channel,language,state,utc_offset_minutes,issued_at,called_at,served_at,ended_at,on_the_way_seconds,"
        + "waiting_seconds,walking_seconds,serving_seconds,parked_seconds,calls,recalls,transfers,counter,result,form,form_version,sheets_saved,rating,"
        + "expected_low_minutes,expected_high_minutes,office_name_ko,service_name_ko,class_name_ko,channel_ko,state_ko",
        string.Join(',', ExportSchema.Tickets.Select(column => column.Name)));

    [Fact]
    public void The_schema_of_figures_is_what_the_docs_promise() => Assert.Equal(
        "office,from,to,by,key,name_ko,name_en,visits,stops,called,served,absent,cancelled,expired,transferred,moved,recalls,out_of_order,parked,wait_mean_seconds,"
        + "wait_median_seconds,wait_p90_seconds,walk_mean_seconds,walk_median_seconds,walk_p90_seconds,serve_mean_seconds,serve_median_seconds,serve_p90_seconds,"
        + "target_minutes,within_target,open_hours,paused_hours,busy_hours,forms,sheets_saved,ratings,rating_mean,satisfied,foretold,foretold_within,"
        + "foretold_sooner,foretold_later,foretold_error_minutes,form_visits",
        string.Join(',', ExportSchema.Figures.Select(column => column.Name)));

    [Fact]
    public void The_schema_has_its_version() => Assert.Equal(1, ExportSchema.Version);

    [Fact]
    public void A_csv_begins_with_its_mark_and_names_and_ends_every_line_as_the_RFC_says()
    {
        var csv = Csv(Usual, [null, null, null, null, null, null]);

        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        Assert.Equal(
            "text,day,at,whole,number,share\r\n주민등록,2026-03-02,2026-03-02T09:30:15+09:00,42,1.2346,0.5\r\n,,,,,\r\n", Encoding.UTF8.GetString(csv[3..]));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+82", "'+82")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\r=x", "\"'\r=x\"")]
    [InlineData("=HYPERLINK(\"http://evil\",\"x\")", "\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"")]
    [InlineData("a=b", "a=b")]
    public void A_text_that_would_be_a_formula_is_none(string text, string cell) => Assert.Equal(cell, CsvSheet.Text(text));

    [Fact]
    public void Numbers_stay_numbers_also_below_zero()
    {
        Assert.Equal("-5", CsvSheet.Text(-5L));
        Assert.Equal("-0.25", CsvSheet.Text(-0.25));
    }

    [Fact]
    public void A_workbook_is_valid_and_says_what_was_written_each_cell_by_its_kind()
    {
        using var file = Xlsx(Usual, ["=1+1", null, null, -5L, null, null]);
        using var book = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(book).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var part = Assert.Single(book.WorkbookPart!.WorksheetParts);
        Assert.Equal("tickets", book.WorkbookPart.Workbook!.Sheets!.Elements<Sheet>().Single().Name!.Value);
        var rows = part.Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().ToList()).ToList();
        Assert.Equal(Columns.Select(column => column.Name), rows[0].Select(cell => cell.InnerText));
        Assert.Equal(["주민등록", "46083", "46083.396006944444", "42", "1.23456", "0.5"], rows[1].Select(cell => cell.InnerText));
        Assert.Equal(["=1+1", "", "", "-5", "", ""], rows[2].Select(cell => cell.InnerText));
        Assert.All(rows, row => Assert.Equal(CellValues.InlineString, row[0].DataType!.Value));
        Assert.Empty(part.Worksheet.Descendants<CellFormula>());
        Assert.Equal(new DateTime(2026, 3, 2, 9, 30, 15), DateTime.FromOADate(double.Parse(rows[1][2].InnerText, System.Globalization.CultureInfo.InvariantCulture)), TimeSpan.FromMilliseconds(10));
    }

    [Fact]
    public void A_workbook_has_a_bold_row_of_names_that_stays_and_the_version_of_its_schema()
    {
        using var file = Xlsx(Usual);
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var styles = book.WorkbookPart.WorkbookStylesPart!.Stylesheet!;

        Assert.Equal((PaneStateValues.Frozen, 1.0), (sheet.Descendants<Pane>().Single().State!.Value, sheet.Descendants<Pane>().Single().VerticalSplit!.Value));
        var style = (CellFormat)styles.CellFormats!.ElementAt((int)sheet.Descendants<Cell>().First().StyleIndex!.Value);
        Assert.NotNull(((Font)styles.Fonts!.ElementAt((int)style.FontId!.Value)).Bold);
        Assert.Equal(6, sheet.Descendants<Column>().Count());
        var property = Assert.Single(book.CustomFilePropertiesPart!.Properties!.Elements<DocumentFormat.OpenXml.CustomProperties.CustomDocumentProperty>());
        Assert.Equal((XlsxParts.SchemaProperty, "1"), (property.Name!.Value, property.InnerText));
        Assert.Equal("tickets", book.PackageProperties.Title);
    }

    [Fact]
    public void What_XML_cannot_hold_is_left_out_and_spaces_stay()
    {
        using var file = Xlsx([" a\u0001b\uD83D\uDE00 ", null, null, null, null, null]);
        using var book = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Equal(" ab\uD83D\uDE00 ", book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Last().Elements<Cell>().First().InnerText);
    }

    private static byte[] Csv(params object?[][] rows)
    {
        using var stream = new MemoryStream();
        using var sheet = new CsvSheet(stream, Columns);
        foreach (var row in rows)
        {
            sheet.Write(row);
        }

        sheet.Complete();
        return stream.ToArray();
    }

    private static MemoryStream Xlsx(params object?[][] rows)
    {
        var stream = new MemoryStream();
        using (var sheet = new XlsxSheet(stream, "tickets", Columns, DateTimeOffset.UnixEpoch))
        {
            foreach (var row in rows)
            {
                sheet.Write(row);
            }

            sheet.Complete();
        }

        return new MemoryStream(stream.ToArray());
    }
}
