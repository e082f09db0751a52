using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using QueueHub.Contracts;
using QueueHub.Contracts.History;
using QueueHub.Contracts.Hubs;
using QueueHub.History.Keys;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Database;

namespace QueueHub.History.Answers;

/// <summary>What supervisors may ask of history: of an office of theirs, or of all of them together.</summary>
public static class HistoryEndpoints
{
    public static void MapHistoryAnswers(this IEndpointRouteBuilder app)
    {
        var history = app.MapGroup(Routes.History).RequireHistoryReader().WithTags("History").UnavailableWithoutPostgres();
        history.MapGet(Routes.HistoryPaper[Routes.History.Length..], Ok<PaperFactors> (IOptions<PaperOptions> paper) => TypedResults.Ok(paper.Value.Factors))
            .WithName("PaperFactors").WithSummary("What a sheet of paper is worth").ProducesProblem(StatusCodes.Status403Forbidden);
        Map(history, "", "");
        Map(history, "/{office}", "OfOffice");
    }

    private static void Map(RouteGroupBuilder history, string of, string name)
    {
        history.MapGet(of + "/figures", FiguresAsync).WithName("Figures" + name).WithSummary("What the days were like: waits, throughput, counters, satisfaction, whole and taken apart")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status400BadRequest);
        history.MapGet(of + "/arrivals", ArrivalsAsync).WithName("Arrivals" + name).WithSummary("When numbers are taken: a week by its hours")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<FiguresTable>, ProblemHttpResult>> FiguresAsync(
        string? office, string? from, string? to, string? by, string? service, FiguresAnswers answers, IOffices offices, TimeProvider time, HttpContext http)
    {
        // What clerks do is for their supervisors, never for programs.
        var program = ApiKeyScope.Of(http.User) is not null;
        if (by == FiguresBy.Staff && program)
        {
            return Problems.Of(http, ProblemCodes.StaffFiguresOff);
        }

        var (question, wrong) = HistoryQuestion.Read(office, from, to, http.User, offices, time);
        if (question is null)
        {
            return Problems.Of(http, wrong!);
        }

        var (table, problem) = await answers.TableAsync(question, by ?? FiguresBy.Total, service, http.RequestAborted);
        return table is null ? Problems.Of(http, problem!) : TypedResults.Ok(program ? table with { PerStaff = false } : table);
    }

    private static async Task<Results<Ok<ArrivalsWeek>, ProblemHttpResult>> ArrivalsAsync(
        string? office, string? from, string? to, string? service, FiguresAnswers answers, IOffices offices, TimeProvider time, HttpContext http)
    {
        var (question, problem) = HistoryQuestion.Read(office, from, to, http.User, offices, time);
        return question is null ? Problems.Of(http, problem!)
            : !HistoryQuestion.IsKey(service) ? Problems.Of(http, ProblemCodes.InvalidRequest)
            : TypedResults.Ok(await answers.ArrivalsAsync(question, service, http.RequestAborted));
    }
}
