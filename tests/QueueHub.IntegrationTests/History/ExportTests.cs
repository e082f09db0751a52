using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Offices;

namespace QueueHub.IntegrationTests.History;

/// <summary>History as files: whole or not at all, and never more of it in memory than goes over the wire.</summary>
public sealed class ExportTests(EngineFixture engines)
{
    private const string Tickets = $"/api/history/seocho/export/tickets.csv?from={PastTickets.From}&to={PastTickets.To}";

    [Fact]
    public async Task A_supervisor_gets_each_ticket_once_as_a_table_and_as_a_workbook_without_the_clerk()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await hub.WriteTicketsAsync(2);
        var (choi, _) = await hub.SignInAsync("choi");

        using var answer = await choi.GetAsync(Tickets);
        var csv = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n");
        using var book = SpreadsheetDocument.Open(new MemoryStream(await choi.GetByteArrayAsync(Tickets.Replace("csv", "xlsx", StringComparison.Ordinal))), false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/csv; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        Assert.Equal("tickets_seocho_2026-02-01_2026-02-28.csv", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal(4, csv.Length);
        var (seocho, words) = (hub.Services.GetRequiredService<IOffices>().Find("seocho")!, csv[1].Split(',')[^5..]);
        Assert.Equal(
            [seocho.Name.Ko, seocho.Service("resident")!.Name.Ko, seocho.Class("standard")!.Name.Ko, "휴대전화", "처리 완료"], words);
        Assert.StartsWith(
            "seocho,2026-02-01,1,resident,resident>move-in,standard,phone,ko,done,540,2026-02-01T09:00:00+09:00,2026-02-01T09:01:30+09:00,2026-02-01T09:02:00+09:00,"
            + "2026-02-01T09:05:00+09:00,0,90,30,180,0,1,0,0,3,'=1+1,resident-register,1,1,5,5,10,",
            csv[1], StringComparison.Ordinal);
        Assert.DoesNotContain("secret-clerk", string.Concat(csv), StringComparison.Ordinal);
        Assert.Equal(3, rows.Count);
        Assert.Equal(csv[0].Split(','), rows[0]);
        Assert.Equal(["seocho", "46054", "1"], rows[1].Take(3));
        Assert.Contains("=1+1", rows[1]);
    }

    [Fact]
    public async Task Figures_are_the_same_in_a_file_as_in_the_answer()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await hub.WriteVisitsAsync(7);
        var (choi, _) = await hub.SignInAsync("choi");

        var csv = (await choi.GetStringAsync("/api/history/export/figures.csv?from=2026-02-01&to=2026-02-27&by=day")).TrimStart('\uFEFF').Split("\r\n");

        Assert.StartsWith(",2026-02-01,2026-02-27,total,,,,7,0,", csv[1], StringComparison.Ordinal);
        Assert.StartsWith(",2026-02-01,2026-02-27,day,2026-02-03T00:00,,,7,0,", csv[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_had_is_said_before_the_file_begins()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var (choi, _) = await hub.SignInAsync("choi");
        const string third = "from=2026-02-03&to=2026-02-03";

        await hub.WriteVisitsAsync(1_048_576);
        await RefusedAsync($"/api/history/seocho/export/tickets.xlsx?{third}", HttpStatusCode.BadRequest, ProblemCodes.ExportTooLarge);
        Assert.Equal(HttpStatusCode.OK, (await choi.GetAsync($"/api/history/seocho/export/tickets.csv?{third}")).StatusCode);
        await hub.WriteVisitsAsync(12_000_001);
        await RefusedAsync($"/api/history/export/tickets.csv?{third}", HttpStatusCode.BadRequest, ProblemCodes.ExportTooLarge);
        await RefusedAsync("/api/history/seocho/export/tickets.csv?from=2026-02-03&to=2026-02-02", HttpStatusCode.BadRequest, ProblemCodes.RangeReversed);
        await RefusedAsync("/api/history/seocho/export/tickets.csv?from=yesterday", HttpStatusCode.BadRequest, ProblemCodes.InvalidRequest);
        await RefusedAsync("/api/history/atlantis/export/tickets.csv", HttpStatusCode.NotFound, ProblemCodes.UnknownOffice);
        await RefusedAsync("/api/history/seocho/export/figures.csv?by=magic", HttpStatusCode.BadRequest, ProblemCodes.InvalidRequest);
        await RefusedAsync("/api/history/seocho/export/figures.csv?by=hour&from=2020-01-01&to=2026-01-01", HttpStatusCode.BadRequest, ProblemCodes.RangeTooLong);
        await RefusedAsync("/api/history/seocho/export/figures.xlsx?by=staff", HttpStatusCode.Forbidden, ProblemCodes.StaffFiguresOff);

        async Task RefusedAsync(string path, HttpStatusCode status, string code)
        {
            using var answer = await choi.GetAsync(path);
            Assert.Equal((status, code), (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task A_reader_who_leaves_frees_the_seat_and_a_file_that_breaks_off_is_not_taken_for_whole()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:Exports", "1").StartAsync();
        await hub.WriteTicketsAsync(200_000);
        var (choi, _) = await hub.SignInAsync("choi");

        // Whoever does not read keeps the hub waiting: 40 megabytes fit into no buffer between them.
        using (var idle = await choi.GetAsync(Tickets, HttpCompletionOption.ResponseHeadersRead))
        {
            using var second = await choi.GetAsync(Tickets);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
            Assert.Contains(ProblemCodes.Busy, await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        HttpResponseMessage? broken = null;
        await Eventually.TrueAsync(
            async () => (broken = await choi.GetAsync(Tickets, HttpCompletionOption.ResponseHeadersRead)).StatusCode == HttpStatusCode.OK, "the seat is free again");
        await using var connection = new NpgsqlConnection(hub.PostgresConnectionString);
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>(
            """
            select count(pg_terminate_backend(pid))::int from pg_stat_activity
            where datname = current_database() and state = 'active' and query like '%order by business_date, ordinal%' and pid <> pg_backend_pid()
            """));
        await Assert.ThrowsAnyAsync<Exception>(() => broken!.Content.CopyToAsync(Stream.Null));
        broken!.Dispose();
    }
}
