using System.ComponentModel;
using System.Globalization;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Contracts.History;
using QueueHub.Contracts.Hubs;
using QueueHub.History.Answers;
using QueueHub.History.Keys;
using QueueHub.History.Rollups;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;

namespace QueueHub.History.Export;

/// <summary>History as files, for spreadsheets and programs. docs/export.md.</summary>
public static class ExportEndpoints
{
    private const string Day = "Business day, yyyy-MM-dd; today when absent.";

    public static void AddExport(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TicketCells>();
        builder.Services.AddSingleton<Exports>();
    }

    public static void MapExport(this IEndpointRouteBuilder app)
    {
        var exports = app.MapGroup(Routes.History).RequireHistoryReader().WithTags("History").UnavailableWithoutPostgres();
        foreach (var format in ExportFormat.All)
        {
            Map(exports, format, "", "");
            Map(exports, format, "/{office}", "OfOffice");
        }
    }

    private static void Map(RouteGroupBuilder exports, ExportFormat format, string of, string name)
    {
        var (upper, whose) = (format.Extension.ToUpperInvariant(), of.Length > 0 ? "of one office" : "of all offices the caller may read");
        var title = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(format.Extension);
        Describe(exports.MapGet($"{of}/export/tickets.{format.Extension}", (
            string? office, [Description(Day)] string? from, [Description(Day)] string? to, [AsParameters] ExportTools tools, HttpContext http) =>
            TicketsAsync(format, office, from, to, tools, http)), $"ExportTickets{title}{name}", $"Tickets {whose} as {upper}, one row each");
        Describe(exports.MapGet($"{of}/export/figures.{format.Extension}", (
            string? office, [Description(Day)] string? from, [Description(Day)] string? to,
            [Description("total, service, counter, class, channel, office, journey, hour, day, month or year.")] string? by,
            [Description("Of this service alone; all when absent.")] string? service, [AsParameters] ExportTools tools, HttpContext http) =>
            FiguresAsync(format, office, from, to, by, service, tools, http)), $"ExportFigures{title}{name}", $"Figures {whose} as {upper}, one row a part");

        void Describe(RouteHandlerBuilder endpoint, string id, string summary) => endpoint.WithName(id).WithSummary(summary)
            .Produces(StatusCodes.Status200OK, contentType: format.ContentType.Split(';')[0])
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> TicketsAsync(ExportFormat format, string? office, string? from, string? to, ExportTools tools, HttpContext http)
    {
        var (question, problem) = HistoryQuestion.Read(office, from, to, http.User, tools.Offices, tools.Time);
        return question is null ? Problems.Of(http, problem!)
            : await CountAsync(tools.Source, question, http.RequestAborted) > format.MostRows ? Problems.Of(http, ProblemCodes.ExportTooLarge)
            : await tools.Exports.SendAsync(http, format, Name("tickets", question), ExportSchema.Tickets, cancellation => tools.Tickets.ReadAsync(question, cancellation));
    }

    private static async Task<IResult> FiguresAsync(
        ExportFormat format, string? office, string? from, string? to, string? by, string? service, ExportTools tools, HttpContext http)
    {
        // A file goes further than a page: who it is about is not asked again.
        if (by == FiguresBy.Staff)
        {
            return Problems.Of(http, ProblemCodes.StaffFiguresOff);
        }

        var (question, problem) = HistoryQuestion.Read(office, from, to, http.User, tools.Offices, tools.Time);
        if (question is null)
        {
            return Problems.Of(http, problem!);
        }

        var (table, wrong) = await tools.Figures.TableAsync(question, by ?? FiguresBy.Total, service, http.RequestAborted);
        return table is null ? Problems.Of(http, wrong!) : await tools.Exports.SendAsync(
            http, format, Name("figures", question), ExportSchema.Figures, _ => FiguresCells.Rows(table).ToAsyncEnumerable());
    }

    // From the sums, which say it at once: a count would go through all the rows that are then refused.
    private static async Task<long> CountAsync(NpgsqlDataSource source, HistoryQuestion question, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var sums = await RollupReader.SumAsync(connection, question.Slugs, RollupKind.Office, null, Periods.Cover(question.From, question.To), _ => 0, cancellation);
        return sums.TryGetValue(0, out var sum) ? sum[Measure.Visits] : 0;
    }

    private static string Name(string what, HistoryQuestion question) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}_{question.Slug ?? "all"}_{question.From:yyyy-MM-dd}_{question.To:yyyy-MM-dd}");
}

/// <summary>What exports work with.</summary>
internal sealed record ExportTools(Exports Exports, TicketCells Tickets, FiguresAnswers Figures, NpgsqlDataSource Source, IOffices Offices, TimeProvider Time);
